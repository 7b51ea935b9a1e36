/** Experiments whose figures were once untrue, pinned to literal numbers. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Engine, Measurement } from '../../src/engine/contract/index.ts'
import { createNodeEngine } from '../../src/engine/host/node-engine.node.ts'
import { parseExperiment } from '../../src/experiment/format.ts'
import { contradiction } from '../../src/plan/compare/weigh.ts'
import { findings } from '../../src/plan/findings/index.ts'
import { explainedPlan } from '../../src/plan/read/explain-value.ts'
import { loadSqlParser } from '../../src/sql/parser-module.ts'
import { findingInput } from '../../src/ui/compare/finding-input.ts'

const REF = { dataset: 'entreprinder', scale: 0.25 }

let engine: Engine
beforeAll(async () => {
  await loadSqlParser()
  engine = await createNodeEngine(REF)
})
afterAll(() => engine.close())

async function measure(name: string, changes = ''): Promise<Measurement> {
  const path = fileURLToPath(new URL(`../fixtures/experiments/${name}.sql`, import.meta.url))
  const parsed = parseExperiment(readFileSync(path, 'utf8'))
  if (!parsed.ok) throw new Error(name)
  const { experiment } = parsed.value
  const outcome = await engine.measure({
    ...REF,
    changes: `${experiment.changes}\n${changes}`,
    query: experiment.query,
    catalog: true,
    timingRuns: 1,
  })
  if (!outcome.ok) throw new Error(`${name}: ${JSON.stringify(outcome.error)}`)
  return outcome.value
}

const found = (measurement: Measurement) =>
  findings(
    findingInput(
      measurement,
      measurement.statements.map(({ plan }) => explainedPlan(plan)),
    ),
  )

const triggers = (measurement: Measurement) =>
  measurement.statements[0]?.triggers.map(({ name, calls, buffers, rowsRead, walBytes }) => ({
    name,
    calls,
    buffers,
    rowsRead,
    walBytes,
  }))

describe('what a statement causes counts', () => {
  it('a user trigger: 50 × 89 pages in its own statements, 50 rows fetched for it, and its function compiled', async () => {
    const measurement = await measure('after-trigger-not-counted')
    expect(triggers(measurement)).toEqual([
      { name: 'tr', calls: 50, buffers: 4450, rowsRead: 1_000_000, walBytes: 0 },
    ])
    const { buffers, triggerBuffers, rowsRead } = measurement.totals
    // The plan itself: 356. The rest beyond 4,450 are the rows handed to the trigger, and catalogs at its first call.
    expect(buffers - triggerBuffers).toBe(356)
    expect(triggerBuffers).toBe(4578)
    expect(rowsRead).toBe(1_000_050)
    expect(found(measurement)[0]).toMatchObject({ id: 'trigger-work', severity: 'high' })
  })

  it('foreign keys: cascade and SET NULL read the table once for each deleted row', async () => {
    const measurement = await measure('fk-cascade-not-counted')
    expect(measurement.totals).toMatchObject({ buffers: 20_849, triggerBuffers: 20_804, walBytes: 1391 })
    expect(triggers(measurement)).toEqual([
      { name: 'toot_shared_id_fkey', calls: 21, buffers: 10_374, rowsRead: 839_559, walBytes: 0 },
      { name: 'toot_quoted_id_fkey', calls: 21, buffers: 10_382, rowsRead: 839_559, walBytes: 257 },
    ])
    expect(found(measurement).map(({ tryIt }) => tryIt)).toEqual([
      'CREATE INDEX toot_quoted_id_idx ON toot (quoted_id);',
      'CREATE INDEX toot_shared_id_idx ON toot (shared_id);',
    ])
  })

  it('with indexes they are lookups, and nothing stands out', async () => {
    const measurement = await measure(
      'fk-cascade-not-counted',
      'CREATE INDEX ON toot (shared_id); CREATE INDEX ON toot (quoted_id);',
    )
    expect(measurement.totals).toMatchObject({ buffers: 202, triggerBuffers: 157 })
    expect(found(measurement).filter(({ severity }) => severity !== 'note')).toEqual([])
  })
})

it('SET TRANSACTION is measured as it stands', async () => {
  const measurement = await measure('set-transaction-zero')
  expect(measurement.totals).toMatchObject({ buffers: 5, rowsRead: 1000, statements: 4 })
  expect(measurement.statements.map(({ error }) => error)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ])
})

it('rows that were analyzed after they were written are not called stale', async () => {
  const { catalog } = await measure('stale-right-after-analyze')
  const changed = catalog?.after.relations.filter(({ modifiedSinceAnalyze }) => modifiedSinceAnalyze > 0)
  expect(changed?.map(({ name }) => name)).toEqual([])
})

describe('work that is not I/O', () => {
  it('counts compared pairs, and says that the figures disagree', async () => {
    const before = await measure('buffers-reward-the-slow-plan')
    const after = await measure('buffers-reward-the-slow-plan', 'CREATE INDEX ON sponsorship (user_id);')
    // 8,000 and 8,000 and 800 rows scanned; 800 hashed; the Hash Join takes 8,000 and drops 800 pairs; Materialize
    // takes 7,200; the Nested Loop takes 800 and 3,174,528 pairs; the Aggregate takes 80.
    expect(before.totals.rowsProcessed).toBe(16_800 + 800 + 8800 + 7200 + 3_175_328 + 80)
    expect(before.totals.buffers).toBe(139)
    expect(after.totals).toMatchObject({ buffers: 4147, rowsProcessed: 11_360 })
    expect(contradiction(before.totals, after.totals)).toContain(
      '30 × more buffers, but 282 × fewer rows processed',
    )
  })
})

it('a sort by one column says that its values are not counted', async () => {
  const measurement = await measure('single-column-sort-never-spills')
  expect(measurement.statements[1]?.totals.tempBlocks).toBe(0)
  expect(measurement.statements[2]?.totals.tempBlocks).toBeGreaterThan(1000)
  const notes = found(measurement).filter(({ id }) => id === 'single-column-sort')
  expect(notes.map(({ statement }) => statement)).toContain(1)
  expect(notes.map(({ statement }) => statement)).not.toContain(2)
})
