/** A loop that is written out is found as one: the measurement tells which statements are the same but for values. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createNodeEngine } from '../../src/engine/host/node-engine.node.ts'
import type { Engine } from '../../src/engine/contract/index.ts'
import { findings } from '../../src/plan/findings/index.ts'
import { explainedPlan } from '../../src/plan/read/explain-value.ts'
import { findingInput } from '../../src/ui/compare/finding-input.ts'

let engine: Engine
beforeAll(async () => {
  engine = await createNodeEngine({ dataset: 'entreprinder', scale: 0.25 })
})
afterAll(() => engine.close())

it('three lookups that differ in value, IN list, comment and case are the same statement', async () => {
  const query = `SELECT username FROM auth_user WHERE id IN (1);
select username from auth_user where id in (2, 3) -- the next ones
;
SELECT username
FROM auth_user WHERE id IN (4, 5, 6);
SELECT email FROM auth_user WHERE id = 7;`
  const outcome = await engine.measure({ dataset: 'entreprinder', scale: 0.25, changes: '', query })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error))
  const { statements } = outcome.value
  expect(new Set(statements.slice(0, 3).map(({ fingerprint }) => fingerprint))).toHaveLength(1)
  const plans = statements.map(({ plan }) => explainedPlan(plan))
  const found = findings(findingInput(outcome.value, plans)).find((one) => one.id === 'n-plus-one')
  expect(found?.what).toBe('The same statement was sent 3 times.')
})
