/**
 * Whether two figures of work tell the same story. Blocks show what was fetched, rows processed what was compared and
 * passed on; a plan may trade one for the other.
 */
import { counted, ratio } from '../../shared/words.ts'

export interface Weighed {
  /** Blocks of 8 kB. */
  readonly buffers: number
  readonly rowsProcessed: number
}

/** What a request took, and the work that can explain it. */
export interface Timed extends Weighed {
  /** ms, a median. */
  readonly executionTime: number
  readonly statements: number
  /** Blocks of 8 kB of temporary files. */
  readonly tempBlocks: number
  readonly walBytes: number
}

const WORK = ['buffers', 'rowsProcessed', 'statements', 'tempBlocks', 'walBytes'] as const

/**
 * Medians of the very same plan lie up to so many times apart: measured 3.2 on a machine busy with other work (ten
 * requests, seven Runs of each), 1.1 to 1.9 for eight of them.
 */
const SPREAD = 4

/** Less than this is no change of weight: one part in ten. */
const LEAST = 1.1

/** -1 less, 1 more, 0 about the same. */
function direction(before: number, after: number): -1 | 0 | 1 {
  const [small, large] = before < after ? [before, after] : [after, before]
  if (large < small * LEAST || large === small) return 0
  return after < before ? -1 : 1
}

const change = (before: number, after: number, unit: string): string => {
  const word = after < before ? 'fewer' : 'more'
  const [small, large] = before < after ? [before, after] : [after, before]
  return small === 0 ? `${counted(large, unit)} ${word}` : `${ratio(large / small)} ${word} ${unit}s`
}

/** A sentence where one figure rose and the other fell; null where neither contradicts the other. */
export function contradiction(before: Weighed, after: Weighed): string | null {
  const blocks = direction(before.buffers, after.buffers)
  const rows = direction(before.rowsProcessed, after.rowsProcessed)
  if (blocks * rows !== -1) return null
  return `The figures disagree: ${change(before.buffers, after.buffers, 'buffer')}, but ${change(before.rowsProcessed, after.rowsProcessed, 'row')} processed. A block that is in memory costs little to look at again; comparing rows takes processor time that no block shows. So neither figure alone says which is better: look at the time, and at which of the two grows with the data.`
}

/** Whether a difference of time says something about the request: work explains it, or noise cannot. */
export function timeTells(before: Timed, after: Timed): boolean {
  const time = direction(before.executionTime, after.executionTime)
  if (time === 0) return false
  if (WORK.some((figure) => direction(before[figure], after[figure]) === time)) return true
  const [short, long] = [before.executionTime, after.executionTime].toSorted((a, b) => a - b) as [
    number,
    number,
  ]
  return long > SPREAD * short
}
