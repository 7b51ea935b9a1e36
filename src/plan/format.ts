/** Numbers and small phrases for sentences about plans, in English. */

const WHOLE = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 })
const SHORT = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 })

/** `1,204`; below 10 one decimal is kept: `0.5`. */
export const count = (value: number): string => (Math.abs(value) < 10 ? SHORT : WHOLE).format(value)

/** `1 buffer`, `1,204 buffers`. */
export const counted = (value: number, noun: string): string =>
  `${count(value)} ${noun}${value === 1 ? '' : 's'}`

/** `once`, `twice`, `1,000 times`. */
export const times = (value: number): string =>
  value === 1 ? 'once' : value === 2 ? 'twice' : `${count(value)} times`

/** `68 ×`: how many times more; 2 digits below 10. */
export const ratio = (value: number): string => `${value < 10 ? SHORT.format(value) : WHOLE.format(value)} ×`

/** `95 %`. */
export const percent = (share: number): string =>
  `${share > 0.99 && share < 1 ? SHORT.format(Math.floor(share * 1000) / 10) : WHOLE.format(share * 100)} %`

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
      ? `${SHORT.format(value / 1024)} MB`
      : `${SHORT.format(value / 1024 / 1024)} GB`
