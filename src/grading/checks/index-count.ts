import { z } from 'zod'
import { countedIndexes } from '../catalog-diff.ts'
import type { CheckKind } from '../check.ts'
import { code, list, counted } from '../../shared/words.ts'

const schema = z.strictObject({
  max: z.number().int().nonnegative().describe('Indexes that the changes may add.'),
})

/** How many indexes the changes add. Replaces the general rule that holds in lessons without this check. */
export const indexCount: CheckKind<z.infer<typeof schema>> = {
  kind: 'index-count',
  schema,
  evaluate({ max }, { attempt }) {
    const added = countedIndexes(attempt)
    const passed = added.length <= max
    const title = max === 0 ? 'No new index' : `At most ${counted(max, 'new index', 'new indexes')}`
    const names = list(added.map((each) => code(each.name)))
    return {
      title,
      passed,
      message: passed
        ? `${counted(added.length, 'new index', 'new indexes')}.`
        : `${counted(added.length, 'new index', 'new indexes')}: ${names}. Each is paid for by every write to its table.`,
      actual: added.length,
      limit: max,
    }
  },
}
