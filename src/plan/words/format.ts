/** Numbers and small phrases for sentences about plans, in English. */
import { decimal } from '../../shared/decimal.ts'

/** `1,204`; below 10 one decimal is kept: `0.5`. */
export const count = (value: number): string => decimal(value, Math.abs(value) < 10 ? 1 : 0)

/** `1 buffer`, `1,204 buffers`. */
export const counted = (value: number, noun: string): string =>
  `${count(value)} ${noun}${value === 1 ? '' : 's'}`

/** `once`, `twice`, `1,000 times`. */
export const times = (value: number): string =>
  value === 1 ? 'once' : value === 2 ? 'twice' : `${count(value)} times`

/** `68 ×`: how many times more; 2 digits below 10. */
export const ratio = (value: number): string => `${decimal(value, value < 10 ? 1 : 0)} ×`

/** `95 %`. */
export const percent = (share: number): string =>
  `${share > 0.99 && share < 1 ? decimal(Math.floor(share * 1000) / 10, 1) : decimal(share * 100)} %`

/** `a`, `a and b`, `a, b and c`. */
export function list(items: readonly string[]): string {
  if (items.length < 2) return items.join('')
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`
}

/** `4 MB` from kB. */
export const kilobytes = (value: number): string =>
  value < 1024
    ? `${count(value)} kB`
    : value < 1024 * 1024
      ? `${decimal(value / 1024, 1)} MB`
      : `${decimal(value / 1024 / 1024, 1)} GB`
