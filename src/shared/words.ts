/** Numbers and lists as words of English sentences. A number's unit follows after an ordinary space. */
import { decimal } from './decimal.ts'

/** `1,204`; below 10 one decimal is kept: `0.5`. */
export const count = (value: number): string => decimal(value, Math.abs(value) < 10 ? 1 : 0)

/** A figure as it was printed, with at most two decimals: rows of one loop, costs. */
export const exact = (value: number): string => decimal(value, 2)

/** `1 buffer`, `1,204 buffers`, `2 heap fetches`. */
export const counted = (value: number, one: string, many = `${one}s`): string =>
  `${count(value)} ${value === 1 ? one : many}`

/** `once`, `twice`, `1,000 times`. */
export const times = (value: number): string =>
  value === 1 ? 'once' : value === 2 ? 'twice' : `${count(value)} times`

/** How many times more: `68 ×`. */
export const ratio = (value: number): string => `${count(value)} ×`

/** A part of the whole, 0 to 1: `95 %`. Neither nothing nor everything is said of what is only nearly so. */
export function percent(share: number): string {
  const value = share * 100
  if (value > 0 && value < 0.1) return '< 0.1 %'
  return `${value > 99 && value < 100 ? decimal(Math.floor(value * 10) / 10, 1) : count(value)} %`
}

const SIZES = ['kB', 'MB', 'GB', 'TB'] as const

/** `4 MB`, in powers of 1,024 as PostgreSQL's pg_size_pretty() counts; one decimal below 10. */
export function bytes(value: number): string {
  let size = value
  let unit = 'byte'
  for (const larger of SIZES) {
    // What would round to 1,024 is one of the next unit.
    if (Math.abs(size) < 1023.5) break
    size /= 1024
    unit = larger
  }
  return unit === 'byte' ? counted(Math.round(size), unit) : `${count(size)} ${unit}`
}

/** `4 MB` from kB of 1,024 bytes, in which EXPLAIN gives memory and disk. */
export const kilobytes = (value: number): string => bytes(value * 1024)

/** Three significant digits below 100: `0.04 ms`, `3.28 ms`, `27.4 ms`, `1,204 ms`. */
export const milliseconds = (value: number): string =>
  `${value >= 99.95 ? decimal(value) : value.toFixed(value >= 9.995 ? 1 : 2)} ms`

/** `a`, `a and b`, `a, b and c`. */
export const list = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`

/** Name or names within backticks, which messages show monospaced. */
export const code = (text: string): string => `\`${text}\``
