/**
 * The rows that a request is about, so that a disturbance can be small and still meet them: of each SELECT the tables
 * in its FROM, the FROM and WHERE as they are written, and the columns that it sorts by.
 */
import { asNode, nameParts, walk, type Fields, type Node } from '../sql/ast.ts'
import { byteOffsets } from '../sql/offsets.ts'
import { isComment, scanTokens, type Token } from '../sql/parse.ts'
import { maskText } from '../sql/placeholders.ts'
import { integerOf, statementsOf } from './syntax.ts'

export interface SortKey {
  /** Table or alias that the column is qualified with. */
  readonly alias: string | undefined
  readonly column: string
  readonly descending: boolean
  readonly nullsFirst: boolean
}

/** One table of a SELECT. */
export interface Focus {
  readonly table: string
  readonly alias: string
  /** What stands before the SELECT, if there is a WITH clause. */
  readonly before: string
  /** From the word FROM up to the end of the WHERE clause. */
  readonly from: string
  /** Columns that the SELECT or its windows sort by, as far as they are plain columns. */
  readonly keys: readonly SortKey[]
  /** Whether the rows are sorted before any are left out. */
  readonly limit: number | undefined
  readonly offset: number
  /** It names tables of the query around it. */
  readonly dependent: boolean
}

/** What ends FROM and WHERE on their own level of parentheses. */
const END =
  /^(?:group|having|window|order|limit|offset|fetch|for|union|intersect|except|returning|conflict|;)$/i

interface Leveled extends Token {
  /** How many parentheses are open around it. */
  readonly level: number
}

function leveled(text: string): Leveled[] {
  let level = 0
  return (scanTokens(text, byteOffsets(text)) ?? [])
    .filter((token) => !isComment(token))
    .map((token) => {
      if (token.text === ')') level--
      const found = { ...token, level }
      if (token.text === '(') level++
      return found
    })
}

const says = (token: Leveled | undefined, word: string) => token?.text.toLowerCase() === word

/** The tables of every SELECT of a query that are tables and no CTEs; of one that has placeholders, none. */
export function focusesOf(query: string): readonly Focus[] {
  const covered = maskText(query)
  const holes = covered.ok ? covered.value.placeholders : []
  const source = covered.ok ? covered.value.masked : query
  const tokens = leveled(source)
  const unit = byteOffsets(source)
  return statementsOf(query).flatMap((statement) => {
    const found: Focus[] = []
    const ctes = new Set<string>()
    walk(statement.node, ({ name, fields }) => {
      if (name === 'CommonTableExpr') ctes.add(fields['ctename'] as string)
    })
    walk(statement.node, ({ name, fields }) => {
      if (name !== 'SelectStmt') return
      const ranges = rangesOf(fields['fromClause'] as readonly Node[] | undefined).filter(
        (range) => range.schemaname !== undefined || !ctes.has(range.relname ?? ''),
      )
      const first = ranges[0]
      const span = first && fromSpan(tokens, unit(first.location ?? 0))
      if (!span || holes.some((hole) => hole.start >= span.start && hole.end <= span.end)) return
      const rest = {
        before: withBefore(tokens, source, statement.start, span.start),
        from: source.slice(span.start, span.end),
        keys: sortKeys(fields),
        limit: integerOf(fields['limitCount']),
        offset: integerOf(fields['limitOffset']) ?? 0,
        dependent: namesOthers(fields, ctes),
      }
      for (const range of ranges)
        found.push({
          table: range.relname ?? '',
          alias: range.alias?.aliasname ?? range.relname ?? '',
          ...rest,
        })
    })
    return found
  })
}

type Range = NonNullable<ReturnType<typeof asNode<'RangeVar'>>>

/** Tables that a FROM clause names itself, not those of its subqueries. */
function rangesOf(from: readonly Node[] | undefined): Range[] {
  return (from ?? []).flatMap((node) => {
    const join = asNode(node, 'JoinExpr')
    if (join) return rangesOf([join.larg, join.rarg].filter((side) => side !== undefined))
    return asNode(node, 'RangeVar') ?? []
  })
}

/** Whether FROM or WHERE qualify a column with a table that is not their own. */
function namesOthers({ fromClause, whereClause }: Fields, ctes: ReadonlySet<string>): boolean {
  const known = new Set(ctes)
  const named: string[] = []
  for (const node of [...((fromClause ?? []) as Node[]), ...(whereClause ? [whereClause as Node] : [])])
    walk(node, ({ name, fields }) => {
      const alias = (fields['alias'] as { readonly aliasname?: string } | undefined)?.aliasname
      if (alias !== undefined) known.add(alias)
      if (name === 'RangeVar') known.add(fields['relname'] as string)
      if (name === 'ColumnRef') named.push(...nameParts(fields['fields'] as Node[]).slice(-2, -1))
    })
  return named.some((qualifier) => !known.has(qualifier))
}

/** The FROM and WHERE around the table at `offset`. */
function fromSpan(tokens: readonly Leveled[], offset: number) {
  const at = tokens.findIndex((token) => token.start === offset)
  let level = tokens[at]?.level ?? 0
  for (let index = at; index >= 0; index--) {
    const token = tokens[index] as Leveled
    if (token.level < level) level = token.level
    if (token.level > level || !says(token, 'from') || says(tokens[index - 1], 'distinct')) continue
    const last = tokens.findIndex((each, end) => end > index && endsAt(each, tokens[end + 1], level))
    return { start: token.start, end: tokens[last < 0 ? tokens.length - 1 : last - 1]?.end ?? 0 }
  }
  return undefined
}

const endsAt = (token: Leveled, next: Leveled | undefined, level: number) =>
  token.level < level ||
  (token.level === level && (END.test(token.text) || (says(token, 'on') && says(next, 'conflict'))))

/** The WITH clause of a statement, for what comes after it. */
function withBefore(tokens: readonly Leveled[], text: string, start: number, end: number): string {
  const first = tokens.findIndex((token) => token.start >= start)
  if (!says(tokens[first], 'with')) return ''
  const main = tokens.find((token, at) => at > first && token.level === 0 && says(token, 'select'))
  return main && main.start < end ? text.slice(start, main.start) : ''
}

function sortKeys(select: Fields): SortKey[] {
  const targets = new Map(
    ((select['targetList'] ?? []) as readonly Node[]).flatMap((node) => {
      const target = asNode(node, 'ResTarget')
      return target?.name !== undefined && target.val ? [[target.name, target.val] as const] : []
    }),
  )
  const windows: (readonly Node[])[] = []
  for (const node of [
    ...((select['targetList'] ?? []) as Node[]),
    ...((select['windowClause'] ?? []) as Node[]),
  ])
    walk(node, ({ name, fields }) => {
      if (name === 'WindowDef') windows.push((fields['orderClause'] ?? []) as Node[])
      return name !== 'SubLink'
    })
  return [(select['sortClause'] ?? []) as readonly Node[], ...windows].flat().flatMap((node) => {
    const sort = asNode(node, 'SortBy')
    const column = columnOf(sort?.node, targets)
    const descending = sort?.sortby_dir === 'SORTBY_DESC'
    return column
      ? [
          {
            ...column,
            descending,
            nullsFirst:
              sort?.sortby_nulls === 'SORTBY_NULLS_FIRST' ||
              (descending && sort?.sortby_nulls !== 'SORTBY_NULLS_LAST'),
          },
        ]
      : []
  })
}

/** A plain column, also by the name that the SELECT gives it. */
function columnOf(node: Node | undefined, targets: ReadonlyMap<string, Node>) {
  const parts = nameParts(asNode(node, 'ColumnRef')?.fields)
  const column = parts.at(-1)
  if (column === undefined) return undefined
  const named = parts.length === 1 ? asNode(targets.get(column), 'ColumnRef') : undefined
  const own = named ? nameParts(named.fields) : parts
  return own.length === 0 ? undefined : { alias: own.at(-2), column: own.at(-1) ?? column }
}
