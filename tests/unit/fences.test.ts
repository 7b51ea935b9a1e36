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
  it.each(FORBIDDEN)('%s may not import %s', (layer, target) => {
    expect(lint(`src/${layer}/canary-${layer}.ts`, `export * from '${target}'\n`)).toContain(
      'no-restricted-imports',
    )
  })

  it.each([
    ['sql', '../shared/result.ts'],
    ['engine', '../plan/figures/totals.ts'],
    ['engine', '../plan/read/explain-value.ts'],
    ['engine', '../plan/types.ts'],
  ])('%s may import %s, so that the canary shows the fence and not something else', (layer, target) => {
    expect(lint(`src/${layer}/canary-legal.ts`, `export * from '${target}'\n`)).not.toContain(
      'no-restricted-imports',
    )
  })

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
