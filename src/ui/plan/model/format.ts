/** Numbers and words of the plan view. Figures of PostgreSQL stay exact as far as they are readable. */
import { decimal } from '../../../shared/decimal.ts'
import { formatBytes } from '../../primitives/format.ts'

/** A count with grouping; fractions (rows of one loop from PostgreSQL 18 on) keep two digits. */
export const count = (value: number): string => decimal(value, 2)

/** Rows over all loops: EXPLAIN rounds the rows of one loop, so a product of them is shown as a whole number. */
export const sum = (value: number): string => decimal(value)

/** A count that fits on a card: exact below ten million, then in millions. */
export function shortCount(value: number): string {
  if (Math.abs(value) < 1e7) return count(value)
  return Math.abs(value) < 1e10 ? `${decimal(value / 1e6, 1)} M` : `${decimal(value / 1e9, 1)} G`
}

/** `1 row`, `2 rows`. */
export const plural = (value: number, one: string, many = `${one}s`): string =>
  `${count(value)} ${value === 1 ? one : many}`

/** Memory and disk, which EXPLAIN counts in kB of 1,024 bytes. */
export const kb = (value: number): string => formatBytes(value * 1024)

/** Blocks of 8 kB and what they amount to: `1,204 (9.4 MB)`. */
export const blocks = (value: number): string => `${count(value)} (${kb(value * 8)})`

/** A part of the whole, 0 to 1. */
export function percent(share: number): string {
  const value = share * 100
  if (value > 0 && value < 0.1) return '< 0.1 %'
  return `${decimal(value, value < 9.95 ? 1 : 0)} %`
}

/** Estimated cost, in the planner's own unit. */
export const cost = (value: number): string => decimal(value, 2)

/** How many times more or fewer rows came than were estimated; null where the estimate was right within 1.5 times. */
export function factorWords(factor: number | null): string | null {
  if (factor === null || (factor < 1.5 && factor > 1 / 1.5)) return null
  const times = factor >= 1 ? factor : 1 / factor
  return `${decimal(times, times < 9.95 ? 1 : 0)} × ${factor >= 1 ? 'more' : 'fewer'}`
}

/** Cuts text at its end to `length` characters. */
export const elide = (text: string, length: number): string =>
  text.length <= length ? text : `${text.slice(0, Math.max(1, length - 1)).trimEnd()}…`
