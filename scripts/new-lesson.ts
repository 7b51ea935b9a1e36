/**
 * Makes the folder of a new lesson with all its files, valid but to be filled in.
 *
 *   npm run new-lesson -- TRACK/SLUG
 *
 * TRACK is a track's id (`indexes`) or its folder; the lesson gets the next free number. Exit code 0 or 2.
 */
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { LESSONS_DIRECTORY, readLessons } from '../src/lesson/load-lessons.node.ts'
import { readFolderName } from '../src/lesson/parse-lesson.ts'
import { command, readArguments, UsageError } from './lib/arguments.ts'
import { skeleton } from './lib/skeleton.ts'

const USAGE = 'Usage: npm run new-lesson -- TRACK/SLUG, e.g. indexes/covering-index'

async function trackFolder(name: string): Promise<string> {
  const folders = (await readdir(LESSONS_DIRECTORY, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
  const found = folders.find((folder) => folder === name || readFolderName(folder)?.id === name)
  if (found === undefined)
    throw new UsageError(
      `There is no track ${name}. There are: ${folders.map((folder) => readFolderName(folder)?.id ?? folder).join(', ')}`,
    )
  return found
}

await command(async () => {
  const { positionals } = readArguments(USAGE, {})
  const [track, slug, ...rest] = (positionals[0] ?? '').split('/')
  if (
    positionals.length !== 1 ||
    !track ||
    !slug ||
    rest.length > 0 ||
    !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(slug)
  )
    throw new UsageError(USAGE)
  const folder = await trackFolder(track)
  const { lessons } = await readLessons()
  if (lessons.some((lesson) => lesson.id === slug)) throw new UsageError(`There is a lesson ${slug} already.`)
  const numbers = lessons
    .filter((lesson) => lesson.track === readFolderName(folder)?.id)
    .map((lesson) => lesson.order)
  const order = (Math.floor(Math.max(0, ...numbers) / 10) + 1) * 10
  const path = join(LESSONS_DIRECTORY, folder, `${String(order).padStart(3, '0')}-${slug}`)
  for (const [name, text] of skeleton(slug)) {
    await mkdir(dirname(join(path, name)), { recursive: true })
    await writeFile(join(path, name), text)
  }
  process.stdout.write(
    `lessons/${folder}/${String(order).padStart(3, '0')}-${slug}\nFill in its files, then: npm run lessons -- ${slug}\n`,
  )
  return 0
})
