/** Figures of plans in words. */
import { count, exact, kilobytes, ratio } from '../../shared/words.ts'

/** Blocks of 8 kB and what they amount to: `1,204 (9.4 MB)`. */
export const blocks = (value: number): string => `${count(value)} (${kilobytes(value * 8)})`

/** Estimated cost, in the planner's own unit. */
export const cost = exact

/** How many times more or fewer rows came than were estimated; null where the estimate was right within 1.5 times. */
export function factorWords(factor: number | null): string | null {
  if (factor === null || (factor < 1.5 && factor > 1 / 1.5)) return null
  return factor >= 1 ? `${ratio(factor)} more` : `${ratio(1 / factor)} fewer`
}
