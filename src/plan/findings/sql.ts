/** Writing SQL for the Changes pane. */
import { partsOf, type Expression } from '../expression/index.ts'
import { quotedIdentifier, quotedLiteral } from '../../shared/quote.ts'

const RESERVED: ReadonlySet<string> = new Set(
  'all and any array as asc both case cast check collate column constraint create current_date default desc distinct do else end except false for foreign from grant group having in initially intersect into leading limit not null offset on only or order placing primary references returning select some symmetric table then to trailing true union unique user using variadic when where window with'.split(
    ' ',
  ),
)

/** A name as SQL wants it: quoted only where it must be. */
export const identifier = (name: string): string =>
  /^[a-z_][a-z0-9_$]*$/.test(name) && !RESERVED.has(name) ? name : quotedIdentifier(name)

/** An expression as SQL, for an index key. Column names lose their table: an index has only one. */
export function deparse(expression: Expression): string {
  switch (expression.kind) {
    case 'column':
      return identifier(expression.name)
    case 'literal': {
      if (expression.value === null) return 'NULL'
      const number = expression.type === null && /^\d/.test(expression.value)
      const value = number ? expression.value : quotedLiteral(expression.value)
      return expression.type === null ? value : `${value}::${expression.type}`
    }
    case 'cast':
      return `(${deparse(expression.part)})::${expression.type}`
    case 'call':
      return `${identifier(expression.name)}(${expression.args.map(deparse).join(', ')})`
    case 'operator':
      return expression.left
        ? `(${deparse(expression.left)} ${expression.operator} ${deparse(expression.right)})`
        : `(${expression.operator}${deparse(expression.right)})`
    default:
      return partsOf(expression).map(deparse).join(' ')
  }
}

/** PostgreSQL cuts names at 63 bytes; so does this, keeping the end that says what it is. */
export function indexName(table: string, parts: readonly string[]): string {
  const columns = parts.map((part) => part.replace(/\W+/g, '_').replace(/^_+|_+$/g, '')).join('_')
  const room = 63 - '_idx'.length - columns.length - 1
  const start = room >= 8 ? table.slice(0, room) : table.slice(0, 8)
  return `${`${start}_${columns}`.slice(0, 59)}_idx`
}
