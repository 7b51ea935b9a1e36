/** Texts cut or shortened to the room that a card or a bar has. */
import { decimal } from '../../../shared/decimal.ts'
import { exact } from '../../../shared/words.ts'

/** A count that fits on a card: exact below ten million, then in millions. */
export function shortCount(value: number): string {
  if (Math.abs(value) < 1e7) return exact(value)
  return Math.abs(value) < 1e10 ? `${decimal(value / 1e6, 1)} M` : `${decimal(value / 1e9, 1)} G`
}

/** Cuts text at its end to `length` characters. */
export const elide = (text: string, length: number): string =>
  text.length <= length ? text : `${text.slice(0, Math.max(1, length - 1)).trimEnd()}…`
