/** Figures as people read them. English, thousands by comma; spaces between number and unit do not break. */
import { decimal } from '../../shared/decimal.ts'

export const formatCount = (value: number): string => decimal(value)

/** 1 row, 2 rows. */
export const counted = (value: number, one: string, many = `${one}s`): string =>
  `${formatCount(value)}\u00a0${value === 1 ? one : many}`

/** ms with three significant digits below 100: 0.04 ms, 3.28 ms, 1,204 ms. */
export function formatMs(ms: number): string {
  if (ms >= 100) return `${formatCount(ms)}\u00a0ms`
  return `${ms.toFixed(ms >= 10 ? 1 : 2)}\u00a0ms`
}

const UNITS = ['bytes', 'kB', 'MB', 'GB'] as const

/** Powers of 1024, as PostgreSQL's pg_size_pretty counts. */
export function formatBytes(bytes: number): string {
  let value = bytes
  let unit = 0
  while (value >= 1024 && unit < UNITS.length - 1) {
    value /= 1024
    unit++
  }
  const digits = unit > 0 && value < 10 ? 1 : 0
  return `${decimal(value, digits)}\u00a0${UNITS[unit]}`
}

export const formatTime = (at: number): string =>
  new Date(at).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' })

/** Today's times without the date. */
export function formatWhen(at: number, now: number): string {
  const date = new Date(at)
  if (date.toDateString() === new Date(now).toDateString()) return formatTime(at).slice(0, 5)
  return date.toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  })
}

export interface Change {
  readonly direction: 'better' | 'worse' | 'same'
  /** `68 × fewer`, `same`. */
  readonly text: string
}

/**
 * How a figure moved, where less is better: as a ratio, or in per cent where it is below 2. `words` are those for
 * less and more, e.g. `fewer` and `more`.
 */
export function describeChange(before: number, after: number, words: readonly [string, string]): Change {
  if (before === after) return { direction: 'same', text: 'same' }
  const less = after < before
  const direction = less ? 'better' : 'worse'
  const [large, small] = less ? [before, after] : [after, before]
  if (small === 0) return { direction, text: less ? 'down to 0' : 'up from 0' }
  const word = less ? words[0] : words[1]
  const ratio = large / small
  if (ratio < 1.995) {
    const percent = Math.round(Math.abs(after / before - 1) * 100)
    return percent === 0
      ? { direction: 'same', text: 'about the same' }
      : { direction, text: `${percent}\u00a0% ${word}` }
  }
  const shown = decimal(ratio, ratio < 10 ? 1 : 0)
  return { direction, text: `${shown}\u00a0× ${word}` }
}
