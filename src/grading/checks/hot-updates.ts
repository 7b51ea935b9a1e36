import { z } from 'zod'
import { catalogs } from '../catalog-diff.ts'
import type { CheckKind } from '../check.ts'
import { count } from '../../shared/words.ts'

const schema = z.strictObject({
  table: z.string(),
  share: z
    .number()
    .min(0)
    .max(1)
    .describe('Share of the updates in the changes that must be heap-only (HOT).'),
})

/** Updates made by the changes stay heap-only, so that no index has to be written. */
export const hotUpdates: CheckKind<z.infer<typeof schema>> = {
  kind: 'hot-updates',
  schema,
  evaluate({ table, share }, { attempt }) {
    const { before, after } = catalogs(attempt)
    const then = before.relations.find((each) => each.name === table)
    const now = after.relations.find((each) => each.name === table)
    const updated = (now?.updated ?? 0) - (then?.updated ?? 0)
    const hot = (now?.hotUpdated ?? 0) - (then?.hotUpdated ?? 0)
    const passed = updated > 0 && hot >= share * updated
    const found = `${count(hot)} of ${count(updated)} updates of ${table} are HOT.`
    return {
      title: `At least ${count(share * 100)} % HOT updates of ${table}`,
      passed,
      message: passed
        ? found
        : `${found} An update is HOT when no indexed column changes and its page has room.`,
      actual: hot,
      limit: Math.ceil(share * updated),
    }
  },
}
