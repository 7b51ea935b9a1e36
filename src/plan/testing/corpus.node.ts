/** The committed plans that tests run over, found automatically: every file of the folders is a plan. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parsePlan } from '../read/parse-plan.ts'
import type { Plan } from '../types.ts'

const FIXTURES = fileURLToPath(new URL('../../../tests/fixtures', import.meta.url))

/** @throws where the text or value is no plan */
export function planOf(explain: unknown): Plan {
  const plan = parsePlan(explain)
  if (!plan.ok) throw new Error(plan.error.message)
  return plan.value
}

export interface CorpusFile {
  readonly name: string
  readonly content: string
}

/** Both formats of one run, taken from the dataset on PostgreSQL 18. */
export interface CorpusPair {
  readonly name: string
  readonly json: string
  readonly text: string
}

function files(folder: string): readonly CorpusFile[] {
  const path = join(FIXTURES, folder, 'plans')
  return readdirSync(path)
    .toSorted()
    .map((name) => ({ name: `${folder}/${name}`, content: readFileSync(join(path, name), 'utf8') }))
}

export function corpusPairs(): readonly CorpusPair[] {
  const all = files('plan-corpus')
  const content = (name: string): string => all.find((file) => file.name === name)?.content ?? ''
  return all
    .filter((file) => file.name.endsWith('.json'))
    .map((file) => ({
      name: file.name.replace(/\.json$/, ''),
      json: file.content,
      text: content(file.name.replace(/\.json$/, '.txt')),
    }))
}

/** Plans of a native PostgreSQL 15: parallel workers, JIT, triggers, with and without timing. */
export const nativePlans = (): readonly CorpusFile[] => files('plan-native')

/** Every plan of both corpora, in both formats. */
export const allPlans = (): readonly CorpusFile[] => [...files('plan-corpus'), ...nativePlans()]

/** One request before and after a change. */
export interface PlanPair {
  readonly name: string
  readonly before: unknown
  readonly after: unknown
}

export const planPairs = (): readonly PlanPair[] =>
  files('plan-pairs').map((file) => {
    const [before, after] = JSON.parse(file.content) as readonly unknown[]
    return { name: file.name.replace(/^plan-pairs\/|\.json$/g, ''), before, after }
  })
