import { z } from 'zod'
import { catalogs } from '../catalog-diff.ts'
import type { CheckKind } from '../check.ts'
import { limitOf, limitSchema } from '../limits.ts'
import { counted } from '../../shared/words.ts'

const schema = z.strictObject({
  relation: z.string().describe('Table or materialized view.'),
  max: limitSchema.shape.max.unwrap().describe('Pages of 8 kB after the changes.'),
})

/** How large a table is after the changes: bloat shows here. */
export const relationSize: CheckKind<z.infer<typeof schema>> = {
  kind: 'relation-size',
  schema,
  evaluate({ relation, max }, { attempt, before, reference, task }) {
    const pagesIn = (measurement: typeof attempt) =>
      catalogs(measurement).after.relations.find((each) => each.name === relation)?.pages ?? 0
    const actual = pagesIn(attempt)
    const limit = limitOf(
      { max },
      { before: pagesIn(before), reference: pagesIn(reference) },
      { measured: attempt.scale, lesson: task.scale },
    )
    const passed = actual <= limit && actual > 0
    return {
      title: `${relation}: at most ${counted(limit, 'page')}`,
      passed,
      message: passed
        ? `${counted(actual, 'page')}.`
        : `${counted(actual, 'page')}: dead rows keep their space until VACUUM frees it.`,
      actual,
      limit,
    }
  },
}
