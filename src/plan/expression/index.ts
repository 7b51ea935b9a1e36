/** Questions about expressions. */
import type { Expression } from './types.ts'

export { parseExpression } from './parse.ts'
export type { Expression } from './types.ts'

export type Column = Extract<Expression, { kind: 'column' }>

/** Direct parts of an expression. */
export function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'and':
    case 'or':
    case 'group':
      return expression.parts
    case 'not':
    case 'test':
    case 'cast':
      return [expression.part]
    case 'operator':
      return expression.left ? [expression.left, expression.right] : [expression.right]
    case 'call':
      return expression.args
    case 'column':
    case 'literal':
    case 'parameter':
      return []
  }
}

/** The expression and everything inside it. */
export function everyPart(expression: Expression): readonly Expression[] {
  return [expression, ...partsOf(expression).flatMap(everyPart)]
}

export const columnsOf = (expression: Expression): readonly Column[] =>
  everyPart(expression).filter((part) => part.kind === 'column')

/** Parts that must all hold. */
export const conjuncts = (expression: Expression): readonly Expression[] =>
  expression.kind === 'and' ? expression.parts : [expression]

/** True where the value is known before any row of the table is read. */
export const isConstant = (expression: Expression): boolean => columnsOf(expression).length === 0

/** Takes off casts. */
export const uncast = (expression: Expression): Expression =>
  expression.kind === 'cast' ? uncast(expression.part) : expression
