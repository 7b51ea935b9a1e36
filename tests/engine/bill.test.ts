import { afterAll, beforeAll, expect, it } from 'vitest'
import { createNodeEngine } from '../../src/engine/host/node-engine.node.ts'
import type { Engine } from '../../src/engine/contract/index.ts'

let engine: Engine
beforeAll(async () => {
  engine = await createNodeEngine({ dataset: 'entreprinder', scale: 0.25 })
})
afterAll(() => engine.close())

async function bill(changes: string) {
  const outcome = await engine.bill({ dataset: 'entreprinder', scale: 0.25, changes, query: 'SELECT 1' })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error))
  return outcome.value
}

it('every new index costs buffers and WAL on insert and on update of its column', async () => {
  const bills = await bill(`CREATE INDEX by_status ON crush_lu_eventregistration (status);
CREATE INDEX by_count ON crush_lu_meetupevent (registration_count);`)
  expect(bills.map((each) => each.index)).toEqual(['by_status', 'by_count'])
  for (const { pages, buildMs, costs } of bills) {
    expect(pages).toBeGreaterThan(0)
    expect(buildMs).toBeGreaterThan(0)
    expect(costs.map((cost) => cost.operation)).toEqual(['insert', 'update-indexed', 'update-other'])
    for (const cost of costs) {
      expect(cost.with.buffers).toBeGreaterThan(cost.without.buffers)
      expect(cost.with.walBytes).toBeGreaterThan(cost.without.walBytes)
    }
  }
})

it('shows the HOT updates that an index on a hot column loses', async () => {
  const [only] = await bill('CREATE INDEX by_count ON crush_lu_meetupevent (registration_count)')
  const indexed = only?.costs.find((cost) => cost.operation === 'update-indexed')
  expect(indexed?.without.hotUpdates).toBeGreaterThan(0)
  expect(indexed?.with.hotUpdates).toBe(0)
})

it('bills nothing where no index is added', async () => {
  expect(await bill('ANALYZE auth_user')).toEqual([])
})

it('bills nothing where an index is only rebuilt or renamed', async () => {
  expect(
    await bill(`REINDEX INDEX CONCURRENTLY crush_lu_meetupevent_pkey;
REINDEX TABLE CONCURRENTLY auth_user;
ALTER INDEX auth_user_pkey RENAME TO auth_user_key;`),
  ).toEqual([])
})

it('a column may be called as it likes', async () => {
  const [only, ...more] =
    await bill(`ALTER TABLE crush_lu_meetupevent ADD COLUMN "c++" int NOT NULL DEFAULT 0;
UPDATE crush_lu_meetupevent SET "c++" = id % 7;
ALTER TABLE crush_lu_meetupevent ADD COLUMN "a""(b" int;
CREATE INDEX by_plus ON crush_lu_meetupevent ("c++") WHERE "a""(b" IS NULL;`)
  expect(more).toEqual([])
  expect(only?.costs.map(({ operation, column }) => [operation, column])).toContainEqual([
    'update-indexed',
    'c++',
  ])
})
