/** Numbers in messages. */
import { decimal } from '../shared/decimal.ts'

/** `12,345`, `1.5`. */
export const count = (value: number): string => decimal(value, 1)

/** `1 buffer`, `2 buffers`. */
export const plural = (value: number, one: string, many = `${one}s`): string =>
  `${count(value)} ${value === 1 ? one : many}`

/** Names joined for a sentence. */
export const list = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`

/** Name or names within backticks. */
export const code = (text: string): string => `\`${text}\``
