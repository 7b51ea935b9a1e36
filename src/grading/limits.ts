/**
 * Budgets. `max: auto` computes the limit from the reference solution as measured at the same scale, so that one
 * lesson works at every scale; numbers hold at the lesson's own scale and give way to `auto` at others.
 */
import { z } from 'zod'
import type { GradingContext } from './check.ts'

const scales = z.record(z.string().regex(/^\d+(\.\d+)?$/), z.number().nonnegative())

export const limitSchema = z
  .strictObject({
    max: z
      .union([
        z.literal('auto'),
        z.number().nonnegative(),
        z.strictObject({ times: z.number().positive(), plus: z.number().default(0) }),
        z.strictObject({ scales }),
      ])
      .optional()
      .describe(
        'Upper limit: `auto` (the budget rule), a number (at the lesson’s scale), `{ times, plus }` of the solution’s figure, or `{ scales: { "0.5": 60 } }`.',
      ),
    ratio: z
      .number()
      .gt(1)
      .optional()
      .describe('The baseline’s figure must be at least this many times larger.'),
  })
  .refine((value) => value.max !== undefined || value.ratio !== undefined, 'give `max`, `ratio` or both')

export type LimitParams = z.infer<typeof limitSchema>

/**
 * The budget rule: twice the solution and a little, or up to six times the solution as long as two thirds of the
 * baseline are saved. Generous to other right answers, out of reach for none.
 */
export const autoLimit = (reference: number, before: number, slack = 10): number =>
  Math.floor(Math.max(2 * reference + slack, Math.min(before / 3, 6 * reference)))

/**
 * The limit that `params` set for a figure whose values are `before` and `reference`.
 * `slack` is what `auto` adds for small figures, in the figure's own unit.
 */
export function limitOf(
  params: LimitParams,
  figure: { readonly before: number; readonly reference: number; readonly slack?: number },
  scale: { readonly measured: number; readonly lesson: number },
): number {
  const { before, reference, slack } = figure
  const limits: number[] = []
  const { max } = params
  if (max === 'auto') limits.push(autoLimit(reference, before, slack))
  else if (typeof max === 'number')
    limits.push(scale.measured === scale.lesson ? max : autoLimit(reference, before, slack))
  else if (max !== undefined && 'times' in max) limits.push(Math.floor(reference * max.times + max.plus))
  else if (max !== undefined)
    limits.push(max.scales[String(scale.measured)] ?? autoLimit(reference, before, slack))
  if (params.ratio !== undefined) limits.push(Math.floor(before / params.ratio))
  return Math.min(...limits)
}

/** `limitOf` for figures of a whole request. */
export const limitIn = (
  params: LimitParams,
  context: GradingContext,
  pick: (measurement: GradingContext['attempt']) => number,
  slack?: number,
): number =>
  limitOf(
    params,
    {
      before: pick(context.before),
      reference: pick(context.reference),
      ...(slack === undefined ? {} : { slack }),
    },
    { measured: context.attempt.scale, lesson: context.task.scale },
  )
