/** What the check of names finds, and in which terms. */
import type { NamedRows } from './scope.ts'

/** A name that nothing has. `start` is its UTF-16 offset in the whole text. */
export type NameProblem =
  | {
      readonly kind: 'table'
      readonly name: string
      readonly start: number
      readonly candidates: readonly string[]
    }
  | {
      readonly kind: 'column'
      readonly name: string
      /** Where it was looked for; undefined: in everything that is read. */
      readonly of: NamedRows | undefined
      readonly start: number
      readonly candidates: readonly string[]
    }
  | {
      readonly kind: 'qualifier'
      readonly name: string
      readonly start: number
      readonly candidates: readonly string[]
    }

/** From a parse tree's places, in bytes, to UTF-16 offsets. */
export interface Places {
  of(byte: number): number
  /** Where `name` stands behind `byte`: for nodes that do not tell their place. */
  find(name: string, byte: number): number
}
