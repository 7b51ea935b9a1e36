import { newIndexes } from '../catalog-diff.ts'
import type { Measurement } from '../../engine/contract/index.ts'
import { z } from 'zod'
import type { CheckKind } from '../check.ts'
import { limitOf, limitSchema } from '../limits.ts'
import { counted } from '../../shared/words.ts'

const schema = z.strictObject({
  max: limitSchema.shape.max
    .unwrap()
    .describe('Pages of 8 kB that all new indexes may take together; `auto` follows the solution’s.'),
})

const indexPages = (measurement: Measurement): number =>
  newIndexes(measurement).reduce((sum, each) => sum + each.pages, 0)

/** How large the new indexes are. */
export const indexSize: CheckKind<z.infer<typeof schema>> = {
  kind: 'index-size',
  schema,
  evaluate({ max }, { attempt, reference, task }) {
    const actual = indexPages(attempt)
    const pages = indexPages(reference)
    const limit = limitOf(
      { max },
      // Without a baseline to save from, `auto` is twice the solution and a few pages.
      { before: 0, reference: pages, slack: 10 },
      { measured: attempt.scale, lesson: task.scale },
    )
    const passed = actual <= limit
    return {
      title: `New indexes of at most ${counted(limit, 'page')}`,
      passed,
      message: passed
        ? `${counted(actual, 'page')}.`
        : `${counted(actual, 'page')} of index, the solution needs ${pages}: index only the rows and columns that the request needs.`,
      actual,
      limit,
    }
  },
}
