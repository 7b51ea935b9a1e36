import { z } from 'zod'
import type { Measurement } from '../../engine/contract/index.ts'
import type { CheckKind } from '../check.ts'
import { counted } from '../../shared/words.ts'
import { nodesOf } from '../plan-nodes.ts'

const schema = z.strictObject({
  max: z.number().int().nonnegative().default(0).describe('Heap fetches allowed over all Index Only Scans.'),
})

const indexOnlyScans = (measurement: Measurement) =>
  nodesOf(measurement).filter((each) => each.type === 'Index Only Scan' && each.figures.executed)

/** There is an Index Only Scan, and it hardly visits the table. */
export const heapFetches: CheckKind<z.infer<typeof schema>> = {
  kind: 'heap-fetches',
  schema,
  evaluate({ max }, { attempt, before }) {
    const title =
      max === 0
        ? 'Index Only Scan without heap fetches'
        : `Index Only Scan with at most ${counted(max, 'heap fetch', 'heap fetches')}`
    const scans = indexOnlyScans(attempt)
    if (scans.length === 0)
      return {
        title,
        passed: false,
        message:
          indexOnlyScans(before).length > 0
            ? 'The plan no longer has an Index Only Scan: too few pages are marked all-visible for it to pay. VACUUM marks them, once no index has entries for dead rows on them.'
            : 'The plan has no Index Only Scan: every column that the query uses must be in the index.',
        actual: null,
        limit: max,
      }
    const actual = scans.reduce((sum, each) => sum + (each.node.heapFetches ?? 0), 0)
    const passed = actual <= max
    return {
      title,
      passed,
      message: passed
        ? `${counted(actual, 'heap fetch', 'heap fetches')}.`
        : `${counted(actual, 'heap fetch', 'heap fetches')}: the visibility map does not know these pages as all-visible. VACUUM the table.`,
      actual,
      limit: max,
    }
  },
}
