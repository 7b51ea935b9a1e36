import { z } from 'zod'
import type { CheckKind } from '../check.ts'
import { counted } from '../../shared/words.ts'

const schema = z.strictObject({
  max: z
    .number()
    .int()
    .nonnegative()
    .default(0)
    .describe('Temporary blocks allowed, read and written together.'),
})

/** Sorts, hashes and CTEs stay in memory. */
export const noSpill: CheckKind<z.infer<typeof schema>> = {
  kind: 'no-spill',
  schema,
  evaluate({ max }, { attempt }) {
    const actual = attempt.totals.tempBlocks
    const passed = actual <= max
    return {
      title: max === 0 ? 'No temporary files' : `At most ${counted(max, 'temporary block')}`,
      passed,
      message: passed
        ? `${counted(actual, 'temporary block')}.`
        : `${counted(actual, 'temporary block')} read and written: a sort, a hash or a CTE does not fit in work_mem. Carry fewer rows or narrower ones.`,
      actual,
      limit: max,
    }
  },
}
