/**
 * Advice against reality: every CREATE INDEX that the findings offer for a statement of the corpus is applied, and
 * the statement is measured again. It must not read more buffers than before. Prints how many advices at least
 * halve them.
 */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readCatalog } from '../../src/engine/postgres/catalog.ts'
import type { Instance } from '../../src/engine/pglite/instance.ts'
import { SnapshotLab } from '../../src/engine/pglite/snapshot-lab.ts'
import { NodeSource, readManifest } from '../../src/engine/snapshot/node-source.node.ts'
import { findings } from '../../src/plan/findings/index.ts'
import { corpusPairs } from '../../src/plan/testing/corpus.node.ts'
import { parseJsonPlan } from '../../src/plan/read/parse-json.ts'
import { totals } from '../../src/plan/figures/totals.ts'
import type { Plan } from '../../src/plan/types.ts'
import { readBlocks, type CorpusBlock } from '../../scripts/lib/corpus-blocks.ts'
import { ensureSnapshot } from '../../scripts/build-snapshot.ts'

const STATEMENTS = fileURLToPath(new URL('../fixtures/plan-corpus/statements.sql', import.meta.url))
const SCALE = 0.25

const isIndexAdvice = (sql: string | undefined): sql is string => sql?.includes('CREATE INDEX') === true

/** Names of the corpus' plans for which some index is offered: only those need a database. */
const advised = new Set(
  corpusPairs()
    .filter(({ json }) => {
      const plan = parseJsonPlan(json)
      if (!plan.ok) throw new Error(plan.error.message)
      const statements = [{ text: null, executions: 1, plan: plan.value }]
      return findings({ statements }).some((one) => isIndexAdvice(one.tryIt))
    })
    .map((pair) => pair.name.replace(/^.*\//, '')),
)

/** Writes change what the second run sees. */
const blocks = readBlocks(readFileSync(STATEMENTS, 'utf8')).filter(
  (block) =>
    advised.has(block.name) && /^(?:SELECT|\(|WITH (?!.*(?:INSERT|UPDATE|DELETE)))/.test(block.statement),
)

interface Trial {
  readonly name: string
  readonly advice: string
  readonly before: number
  readonly after: number
}

async function measure(instance: Instance, statement: string): Promise<Plan> {
  const explain = (): ReturnType<Instance['rows']> =>
    instance.rows(`EXPLAIN (ANALYZE, BUFFERS, TIMING OFF, FORMAT JSON) ${statement}`)
  await explain()
  const plan = parseJsonPlan((await explain()).map((row) => row[0]).join('\n'))
  if (!plan.ok) throw new Error(plan.error.message)
  return plan.value
}

/** Tries all index advices for one statement, each on its own, and undoes everything. */
async function trials(instance: Instance, block: CorpusBlock): Promise<readonly Trial[]> {
  const results: Trial[] = []
  await instance.exec('BEGIN')
  try {
    for (const statement of block.before) await instance.exec(statement)
    for (const setting of block.settings) await instance.exec(`SET LOCAL ${setting.replace('=', " = '")}'`)
    const plan = await measure(instance, block.statement)
    const catalog = await readCatalog(instance)
    const statements = [{ text: block.statement, executions: 1, plan }]
    const advices = findings({ statements, catalog }).flatMap((one) => one.tryIt ?? [])
    for (const advice of new Set(advices.filter(isIndexAdvice))) {
      await instance.exec('SAVEPOINT trial')
      for (const statement of advice.split(/;\s*/).filter((one) => one !== '')) await instance.exec(statement)
      const after = totals(await measure(instance, block.statement)).buffers
      results.push({ name: block.name, advice, before: totals(plan).buffers, after })
      await instance.exec('ROLLBACK TO SAVEPOINT trial')
    }
  } finally {
    await instance.exec('ROLLBACK')
  }
  return results
}

describe('index advice', () => {
  let lab: SnapshotLab
  const results: Trial[] = []

  beforeAll(async () => {
    await ensureSnapshot('entreprinder', SCALE, true, () => {})
    const manifest = await readManifest('entreprinder', SCALE)
    lab = new SnapshotLab({ manifest, source: new NodeSource(manifest) })
    let instance = await lab.fresh()
    for (const block of blocks) {
      results.push(...(await trials(instance, block)))
      if (block.before.length > 0) instance = await lab.fresh()
    }
  }, 300_000)

  afterAll(() => lab.close())

  it('is given for at least 15 statements of the corpus', () => {
    expect(results.length).toBeGreaterThanOrEqual(15)
  })

  it('never makes a statement read more buffers', () => {
    expect(results.filter((one) => one.after > one.before)).toEqual([])
  })

  it('halves the buffers in most cases', () => {
    const halved = results.filter((one) => one.after * 2 <= one.before)
    console.log(
      [
        `${halved.length} of ${results.length} index advices at least halve the buffers (${Math.round((100 * halved.length) / results.length)} %)`,
        ...results.map((one) => `${one.before} → ${one.after}  ${one.name}: ${one.advice}`),
      ].join('\n'),
    )
    expect(halved.length / results.length).toBeGreaterThan(0.7)
  })
})
