/** Binds the row of one statement to the `:column` placeholders of the next. */
import { err, ok, type Result } from '../shared/result.ts'
import { checkText, explainFailure } from './split.ts'
import { describeSqlError, type SqlError, type SqlErrorText } from './errors.ts'
import { sqlLiteral } from './literal.ts'
import { maskText, type Placeholder } from './placeholders.ts'

export interface BindColumn {
  readonly name: string
  readonly typeOid: number
}

/** Offsets are UTF-16, into the statement's text with its placeholders. */
export type BindError =
  | SqlError
  | {
      readonly kind: 'unknown-column'
      readonly name: string
      readonly available: readonly string[]
      readonly offset: number
    }
  /** Several columns of the row have this name. */
  | { readonly kind: 'ambiguous-column'; readonly name: string; readonly offset: number }

/** A statement's text, cut at its placeholders. Make it once and bind it to every row. */
export interface BindTemplate {
  readonly text: string
  readonly placeholders: readonly Placeholder[]
}

/** A literal in a bound text and the placeholder it stands for. */
interface BoundPart {
  readonly boundStart: number
  readonly boundEnd: number
  readonly start: number
  readonly end: number
}

export interface BoundStatement {
  readonly text: string
  readonly parts: readonly BoundPart[]
}

/** Finds the placeholders of a statement. */
export function bindTemplate(text: string): Result<BindTemplate, SqlError> {
  const unreadable = checkText(text)
  if (unreadable) return err(unreadable)
  const masked = maskText(text)
  if (!masked.ok) return err(explainFailure(text, masked.error, 'allowed'))
  return ok({ text, placeholders: masked.value.placeholders })
}

/** A binder for rows with these columns; fails where a placeholder names none, or several, of them. */
export function binder(
  template: BindTemplate,
  columns: readonly BindColumn[],
): Result<(values: readonly (string | null)[]) => BoundStatement, BindError> {
  const { text, placeholders } = template
  const slots: { placeholder: Placeholder; index: number; typeOid: number }[] = []
  for (const placeholder of placeholders) {
    const { name, start } = placeholder
    const index = columns.findIndex((column) => column.name === name)
    const column = columns[index]
    if (!column)
      return err({ kind: 'unknown-column', name, available: columns.map((each) => each.name), offset: start })
    if (columns.findLastIndex((each) => each.name === name) !== index) {
      return err({ kind: 'ambiguous-column', name, offset: start })
    }
    slots.push({ placeholder, index, typeOid: column.typeOid })
  }
  return ok((values) => {
    const parts: BoundPart[] = []
    let bound = ''
    let from = 0
    for (const { placeholder, index, typeOid } of slots) {
      const { start, end } = placeholder
      bound += text.slice(from, start)
      const boundStart = bound.length
      bound += fit(sqlLiteral(values[index] ?? null, typeOid), placeholder, text[start - 1])
      parts.push({ boundStart, boundEnd: bound.length, start, end })
      from = end
    }
    return { text: bound + text.slice(from), parts }
  })
}

/** Keeps a literal apart from a word before it, and a minus sign from a cast behind it, which binds tighter. */
function fit(literal: string, { cast }: Placeholder, before = ' '): string {
  if (cast && literal.startsWith(' -')) return ` (${literal.trim()})`
  return /[\w$\x80-\uffff]/.test(before) && !literal.startsWith(' ') ? ` ${literal}` : literal
}

/** Where an offset of the bound text lies in the statement as written; inside a literal, its placeholder's start. */
export function sourceOffset({ parts }: BoundStatement, offset: number): number {
  let shift = 0
  for (const { boundStart, boundEnd, start, end } of parts) {
    if (offset < boundStart) break
    if (offset < boundEnd) return start
    shift = end - boundEnd
  }
  return offset + shift
}

/** Words an error of binding. */
export function describeBindError(error: BindError): SqlErrorText {
  if (error.kind === 'unknown-column') {
    const { name, available } = error
    return { message: `The row before has no column ${name}.`, hint: `It has: ${available.join(', ')}.` }
  }
  if (error.kind === 'ambiguous-column') {
    const message = `The row before has several columns named ${error.name}.`
    return { message, hint: 'Give one of them another name with AS.' }
  }
  return describeSqlError(error)
}
