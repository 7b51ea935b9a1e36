/**
 * Mutation tests: Stryker changes one spot of the source at a time, and some unit test has to fail. Not part of
 * `npm test`: a mutant takes about half a second of processor time, and there are thousands.
 *
 *   npm run mutants [-- FOLDER…] [--sample 60] [--seed 1]
 *
 * Each folder below those named (src/state, src/engine and src/grading if none) is a module of its own, tried with the
 * unit tests in it and in the folders above it. Modules whose tests start a database are sampled, because a mutant
 * takes seconds there; `--sample` does it for all. Results are kept in .cache/mutants, so that a second run tries only
 * what has changed; a sample is always drawn anew, by the seed.
 *
 * Prints each survivor, then a score per module and per folder. Score = mutants found (a test fails or loops) ÷ all,
 * those that no test reaches included. Exit code 0, or 1 where a folder is under 80 %.
 */
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Stryker } from '@stryker-mutator/core'
import { command, readArguments, UsageError } from './lib/arguments.ts'
import { forgetStale } from './mutants/memory.ts'
import { lot } from './mutants/sample.mjs'

const USAGE = 'Usage: npm run mutants [-- FOLDER…] [--sample 60] [--seed 1]'
const FOLDERS = ['src/state', 'src/engine', 'src/grading']
/** Modules whose unit tests start a database. */
const WITH_DATABASE: readonly string[] = []
const SAMPLE = 60
const LEAST = 80
const MEMORY = '.cache/mutants'

type Mutant = Awaited<ReturnType<Stryker['runMutationTest']>>[number]

interface Sample {
  readonly size: number
  readonly seed: number
}

/** What is no part of the product: tests, their helpers, and what only Node runs. */
const isMutated = (file: string) =>
  file.endsWith('.ts') && !/(\.test|\.node|\.worker|\/fixtures)\.ts$/.test(`/${file}`)

/** The folders at and below one that hold source files of their own. */
function modulesIn(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true })
  const below = entries
    .filter((entry) => entry.isDirectory() && entry.name !== 'testing')
    .map((entry) => `${folder}/${entry.name}`)
  const own = entries.some((entry) => entry.isFile() && isMutated(entry.name)) ? [folder] : []
  return [...own, ...below.flatMap(modulesIn)]
}

/** The unit tests in a module and in the folders above it, up to the layer. */
function testsOf(module: string): string[] {
  const parts = module.split('/')
  const folders = parts.map((_, depth) => parts.slice(0, depth + 1).join('/')).slice(1)
  return folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((file) => file.endsWith('.test.ts'))
      .map((file) => `${folder}/${file}`),
  )
}

async function tryMutants(module: string, sample: Sample | null): Promise<readonly Mutant[]> {
  mkdirSync(MEMORY, { recursive: true })
  const memory = `${MEMORY}/${module.replaceAll('/', '-')}.json`
  const tests = new Map(testsOf(module).map((path) => [path, readFileSync(path, 'utf8')]))
  if (sample === null && existsSync(memory))
    writeFileSync(memory, forgetStale(readFileSync(memory, 'utf8'), tests))
  process.env['MUTANTS_TESTS'] = [...tests.keys()].join(',')
  const stryker = new Stryker({
    mutate: readdirSync(module)
      .filter(isMutated)
      .map((file) => `${module}/${file}`),
    testRunner: 'vitest',
    // Which tests there are is said by the configuration.
    vitest: { configFile: 'scripts/mutants/vitest.config.ts', related: false },
    plugins: [
      import.meta.resolve('@stryker-mutator/vitest-runner'),
      fileURLToPath(new URL('mutants/sample.mjs', import.meta.url)),
    ],
    coverageAnalysis: 'perTest',
    concurrency: 2,
    timeoutMS: 120_000,
    incremental: sample === null,
    incrementalFile: memory,
    ...(sample ? { checkers: ['sample'], mutantSample: sample } : {}),
    tempDirName: `${MEMORY}/sandbox`,
    ignorePatterns: ['/.cache', '/dist', '/lessons', '/public', '/test-results'],
    // Stryker would rewrite a tsconfig by TypeScript's old programming interface, which TypeScript 7 has no more.
    tsconfigFile: 'none.json',
    reporters: ['progress-append-only'],
    warnings: { unknownOptions: false, slow: false, preprocessorErrors: true, unserializableOptions: true },
  })
  return stryker.runMutationTest()
}

const drawn = (mutants: readonly Mutant[], { size, seed }: Sample) =>
  mutants.toSorted((a, b) => lot(seed, a.id).localeCompare(lot(seed, b.id))).slice(0, size)

/** `file:line  original → replacement`, on one line. */
function describe({ fileName, location: { start, end }, replacement, status, mutatorName }: Mutant): string {
  const lines = readFileSync(fileName, 'utf8')
    .split('\n')
    .slice(start.line - 1, end.line)
  const last = lines.length - 1
  lines[last] = (lines[last] ?? '').slice(0, end.column - 1)
  lines[0] = (lines[0] ?? '').slice(start.column - 1)
  const short = (text: string) => {
    const flat = text.replaceAll(/\s+/g, ' ')
    return flat.length > 70 ? `${flat.slice(0, 69)}…` : flat
  }
  const path = fileName.slice(fileURLToPath(new URL('..', import.meta.url)).length)
  const note = status === 'NoCoverage' ? ' (no test comes here)' : ''
  return `${path}:${start.line}  ${mutatorName}: ${short(lines.join('\n'))} → ${short(replacement)}${note}`
}

interface Score {
  readonly name: string
  readonly found: number
  readonly missed: number
  /** All mutants of the module, of which a sample may be a part. */
  readonly mutants: number
}

const share = ({ found, missed }: Score) => (found + missed === 0 ? 1 : found / (found + missed))

/** Percent of a folder's mutants, each module weighted with all its mutants, sampled or not. */
const percent = (scores: readonly Score[]) => {
  const all = scores.reduce((sum, { mutants }) => sum + mutants, 0)
  return all === 0 ? 100 : (100 * scores.reduce((sum, each) => sum + share(each) * each.mutants, 0)) / all
}

const scoreLine = (name: string, scores: readonly Score[], note: string) =>
  `${name.padEnd(28)} ${percent(scores).toFixed(1).padStart(5)} %  ${note}\n`

async function scoreModule(module: string, sample: Sample | null): Promise<Score> {
  process.stdout.write(`\n== ${module}\n`)
  const mutants = (await tryMutants(module, sample)).filter(({ status }) => status !== 'Ignored')
  const tried = sample === null ? mutants : drawn(mutants, sample)
  const missed = tried.filter(({ status }) => status === 'Survived' || status === 'NoCoverage')
  const found = tried.filter(({ status }) => status === 'Killed' || status === 'Timeout')
  for (const mutant of missed) process.stdout.write(`${describe(mutant)}\n`)
  return { name: module, found: found.length, missed: missed.length, mutants: mutants.length }
}

await command(async () => {
  const { values, positionals } = readArguments(USAGE, {
    sample: { type: 'string' },
    seed: { type: 'string', default: '1' },
  })
  const seed = Number(values.seed)
  const size = values.sample === undefined ? null : Number(values.sample)
  if (!Number.isInteger(seed) || (size !== null && !(Number.isInteger(size) && size > 0)))
    throw new UsageError(`--sample and --seed take whole numbers.\n${USAGE}`)
  const folders = positionals.length > 0 ? positionals.map((path) => path.replace(/\/+$/, '')) : FOLDERS
  for (const folder of folders)
    if (!/^src\/./.test(folder) || !existsSync(folder))
      throw new UsageError(`${folder}: write a folder below src.\n${USAGE}`)

  const perFolder: { readonly folder: string; readonly scores: readonly Score[] }[] = []
  for (const folder of folders) {
    const scores: Score[] = []
    for (const module of modulesIn(folder)) {
      const some = size ?? (WITH_DATABASE.includes(module) ? SAMPLE : null)
      scores.push(await scoreModule(module, some === null ? null : { size: some, seed }))
    }
    perFolder.push({ folder, scores })
  }

  for (const { folder, scores } of perFolder) {
    process.stdout.write('\n')
    for (const score of scores) {
      const tried = score.found + score.missed
      const of = tried < score.mutants ? `, a sample of ${score.mutants}` : ''
      process.stdout.write(scoreLine(score.name, [score], `${score.found} of ${tried} found${of}`))
    }
    process.stdout.write(scoreLine(`${folder} in all`, scores, ''))
  }
  return perFolder.every(({ scores }) => percent(scores) >= LEAST) ? 0 : 1
})
