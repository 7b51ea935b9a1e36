/** Figures as the interface shows them: a number and its unit stay on one line. */
import { bytes, counted, milliseconds, percent, ratio } from '../../shared/words.ts'

const unbroken = (text: string): string => text.replaceAll(' ', '\u00a0')

export const formatCounted = (...words: Parameters<typeof counted>): string => unbroken(counted(...words))
export const formatMs = (ms: number): string => unbroken(milliseconds(ms))
export const formatBytes = (value: number): string => unbroken(bytes(value))

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

/** A day, with its year where it is not this one. */
export function formatDay(at: number): string {
  const date = new Date(at)
  const sameYear = date.getFullYear() === new Date().getFullYear()
  return date.toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    ...(sameYear ? {} : { year: 'numeric' }),
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
  const times = large / small
  if (times < 1.995) {
    const part = Math.abs(after / before - 1)
    return part < 0.005
      ? { direction: 'same', text: 'about the same' }
      : { direction, text: `${unbroken(percent(part))} ${word}` }
  }
  return { direction, text: `${unbroken(ratio(times))} ${word}` }
}
