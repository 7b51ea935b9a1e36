/** The linter must refuse imports that go up or sideways: each layer gets a forbidden one and has to be caught. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

const FORBIDDEN: readonly (readonly [string, string])[] = [
  ['shared', '../sql/split.ts'],
  ['dataset', '../experiment/types.ts'],
  ['sql', '../dataset/types.ts'],
  ['sql', '../engine/contract/index.ts'],
  ['plan', '../sql/split.ts'],
  ['experiment', '../engine/contract/index.ts'],
  ['engine', '../dataset/registry.ts'],
  ['engine', '../grading/types.ts'],
  ['engine', '../plan/findings/index.ts'],
  ['engine', '../plan/tree.ts'],
  ['engine', '../plan/read/parse-plan.ts'],
  ['lesson', '../grading/types.ts'],
  ['grading', '../lesson/types.ts'],
  ['state', '../ui/app-context.ts'],
  ['ui', '../engine/host/client.ts'],
  ['state', '@electric-sql/pglite'],
  ['engine/contract', '../postgres/wire.ts'],
  ['engine/contract', '../../sql/split.ts'],
  ['engine/contract', '../../grading/types.ts'],
  ['engine/postgres', '../pglite/instance.ts'],
  ['engine/postgres', '../snapshot/format.ts'],
  ['engine/postgres', '../host/pool.ts'],
  ['engine/postgres', '../measuring/prepare.ts'],
  ['engine/postgres', '@electric-sql/pglite'],
  ['engine/postgres', '../../grading/types.ts'],
  ['engine/measuring', '../pglite/instance.ts'],
  ['engine/measuring', '../snapshot/format.ts'],
  ['engine/measuring', '../host/pool.ts'],
  ['engine/measuring', '@electric-sql/pglite/contrib/pg_trgm'],
  ['engine/measuring', '../../grading/types.ts'],
  ['engine/pglite', '../measuring/session.ts'],
  ['engine/pglite', '../host/pool.ts'],
  ['engine/pglite', '../../grading/types.ts'],
  ['engine/snapshot', '../measuring/session.ts'],
  ['engine/host', '@electric-sql/pglite'],
  ['engine/host', '../../../node_modules/@electric-sql/pglite/dist/pglite.wasm?url'],
  ['engine/host', '../../grading/types.ts'],
]

/** What a folder may do that its neighbours may not. */
const ALLOWED: readonly (readonly [string, string])[] = [
  ['sql', '../shared/result.ts'],
  ['ui', '../engine/contract/index.ts'],
  ['engine/contract', '../../shared/result.ts'],
  ['engine/contract', './index.ts'],
  ['engine/pglite', '@electric-sql/pglite'],
  ['engine/pglite', '../postgres/wire.ts'],
  ['engine/snapshot', '@electric-sql/pglite'],
  ['engine/measuring', '../postgres/wire.ts'],
  ['engine/host', '../pglite/snapshot-lab.ts'],
]

const made: string[] = []
afterAll(() => made.forEach((path) => rmSync(path, { force: true })))

function lint(path: string, text: string): string {
  const full = join(ROOT, path)
  mkdirSync(dirname(full), { recursive: true })
  writeFileSync(full, text)
  made.push(full)
  try {
    return execFileSync(join(ROOT, 'node_modules/.bin/oxlint'), [path], { cwd: ROOT, encoding: 'utf8' })
  } catch (error) {
    return String((error as { stdout?: string }).stdout)
  } finally {
    rmSync(full, { force: true })
  }
}

describe('layer fences', () => {
  const canary = (folder: string, target: string) =>
    lint(`src/${folder}/canary-${folder.replace('/', '-')}.ts`, `export * from '${target}'\n`)

  it.each(FORBIDDEN)('%s may not import %s', (folder, target) => {
    expect(canary(folder, target)).toContain('no-restricted-imports')
  })

  // So that the canary shows the fence and not something else.
  it.each(ALLOWED)('%s may import %s', (folder, target) => {
    expect(canary(folder, target)).not.toContain('no-restricted-imports')
  })

  it.each(['@electric-sql/pglite', '../../src/engine/pglite/instance.ts', '../build-snapshot.ts'])(
    'an engine on a native PostgreSQL may not import %s',
    (target) => {
      expect(lint('scripts/lib/native-canary.ts', `export * from '${target}'\n`)).toContain(
        'no-restricted-imports',
      )
    },
  )

  it('import cycles are refused', () => {
    const partner = join(ROOT, 'src/shared/canary-b.ts')
    made.push(partner)
    writeFileSync(partner, "import { a } from './canary-a.ts'\nexport const b = () => a\n")
    expect(
      lint('src/shared/canary-a.ts', "import { b } from './canary-b.ts'\nexport const a = () => b\n"),
    ).toContain('no-cycle')
    rmSync(partner, { force: true })
  })
})
