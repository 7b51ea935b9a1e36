/**
 * Which index would answer a scan: columns compared for equality first, then the one that is sorted by or compared
 * for a range. https://www.postgresql.org/docs/18/indexes-multicolumn.html
 */
import { columnSide, plainColumn, predicatesOf, type Predicate } from './predicates.ts'
import { deparse, identifier, indexName } from './sql.ts'
import { limitSortAbove } from './index-worth.ts'
import type { IndexFacts, PlanContext } from './types.ts'
import type { PlanNode } from '../types.ts'

export interface IndexAdvice {
  /** Keys as SQL, in order. */
  readonly keys: readonly string[]
  readonly sql: string
  /** `(status, event_date)`. */
  readonly columns: string
}

/** More keys than this cost more at every write than they save at a read. */
const MOST_KEYS = 4

/** A filter that leaves fewer rows than this share is better narrowed by a range than ordered by an index. */
const SELECTIVE = 0.02

interface Key {
  readonly sql: string
  /** Name part for the index. */
  readonly name: string
}

const columnKey = (name: string): Key => ({ sql: identifier(name), name })

/** The key that answers a predicate: its column, or the expression where it is one. */
function keyOf(context: PlanContext, node: PlanNode, predicate: Predicate): Key | null {
  const table = context.table(node.relation)
  if (predicate.kind !== 'expression')
    return predicate.columns[0] === undefined ? null : columnKey(predicate.columns[0])
  const side = columnSide(node, predicate.expression)
  if (!side || side.kind !== 'call' || !isImmutable(side)) return null
  const args = side.args.map((arg) => {
    const plain = plainColumn(arg, table)
    return plain === null ? deparse(arg) : identifier(plain)
  })
  return {
    sql: `${identifier(side.name)}(${args.join(', ')})`,
    name: `${side.name}_${predicate.columns.join('_')}`,
  }
}

const IMMUTABLE: ReadonlySet<string> = new Set([
  'upper',
  'lower',
  'md5',
  'length',
  'abs',
  'btrim',
  'left',
  'right',
  'reverse',
])

/** Functions whose result depends on nothing but their arguments, as an index needs it. */
export const isImmutable = (call: { readonly name: string }): boolean => IMMUTABLE.has(call.name)

/** Sort keys of a Limit's Sort as index keys; null where one of them is no column of this table. */
function sortKeys(context: PlanContext, node: PlanNode): readonly Key[] | null {
  const above = limitSortAbove(context, node)
  if (!above?.sort.sort) return null
  const keys: Key[] = []
  for (const text of above.sort.sort.key) {
    const match =
      /^(?:(\w+|"(?:[^"]|"")+")\.)?(\w+|"(?:[^"]|"")+")(?: COLLATE (?:"[^"]+"\.)?"[^"]+")?((?: DESC)?(?: NULLS (?:FIRST|LAST))?)$/.exec(
        text,
      )
    const plain = (name: string): string => name.replace(/^"|"$/g, '').replaceAll('""', '"')
    if (!match || (match[1] !== undefined && plain(match[1]) !== node.alias)) return null
    const name = plain(match[2]!)
    keys.push({ sql: `${identifier(name)}${match[3]}`, name })
  }
  return keys
}

/** How many different values a column has; more come first among equality keys. Unknown counts as many. */
function distinct(context: PlanContext, node: PlanNode, name: string): number {
  const table = context.table(node.relation)
  const value = table?.columns.find((one) => one.name === name)?.distinct ?? null
  if (value === null) return 1000
  return value >= 0 ? value : -value * Math.max(1, table?.tuples ?? 1)
}

/** True where a valid index starts with these keys: the planner knows it and did not take it. */
export function isCovered(indexes: readonly IndexFacts[], keys: readonly string[]): boolean {
  const bare = (key: string): string => key.replace(/ (?:DESC|NULLS).*$/, '').replace(/::\w+|[()"]/g, '')
  return indexes.some(
    (index) =>
      index.method === 'btree' &&
      index.predicate === null &&
      keys.every((key, i) => index.keys[i] !== undefined && bare(index.keys[i].expression) === bare(key)),
  )
}

function advice(context: PlanContext, node: PlanNode, keys: readonly Key[]): IndexAdvice | null {
  const { relation } = node
  const unique = keys
    .filter((key, i) => keys.findIndex((one) => one.name === key.name) === i)
    .slice(0, MOST_KEYS)
  if (relation === null || unique.length === 0) return null
  const sql = unique.map((key) => key.sql)
  if (isCovered(context.indexesOf(relation), sql)) return null
  const name = identifier(
    indexName(
      relation,
      unique.map((key) => key.name),
    ),
  )
  const columns = `(${sql.join(', ')})`
  const table =
    node.schema !== null && node.schema !== 'public'
      ? `${identifier(node.schema)}.${identifier(relation)}`
      : identifier(relation)
  return { keys: sql, columns, sql: `CREATE INDEX ${name} ON ${table} ${columns};` }
}

/**
 * The index for a scan; null where none can be read off its conditions, or where one like it exists already.
 * `first` names columns that must lead, e.g. the column of a join.
 */
export function adviseIndex(
  context: PlanContext,
  node: PlanNode,
  first: readonly string[] = [],
): IndexAdvice | null {
  const predicates = predicatesOf(node, context.table(node.relation))
  if (!predicates) return null
  const keys = (kind: Predicate['kind']): readonly Key[] =>
    predicates
      .filter((one) => one.kind === kind)
      .toSorted(
        (a, b) =>
          Number(b.indexed) - Number(a.indexed) ||
          distinct(context, node, b.columns[0] ?? '') - distinct(context, node, a.columns[0] ?? ''),
      )
      .flatMap((one) => keyOf(context, node, one) ?? [])
  const equal = [
    ...first.map(columnKey),
    ...keys('equality'),
    ...predicates
      .filter(
        (one) =>
          one.kind === 'expression' && one.expression.kind === 'operator' && one.expression.operator === '=',
      )
      .flatMap((one) => keyOf(context, node, one) ?? []),
  ]
  const lists = keys('list')
  const ranges = keys('range')
  const sorts = sortKeys(context, node)
  const figures = context.figures(node)
  const left = figures.rowsRead > 0 ? figures.rows / figures.rowsRead : 1
  // A list gives several stretches of the index, each in order: together they are not.
  const sorted =
    sorts &&
    lists.length === 0 &&
    (ranges.length === 0 || ranges[0]?.name === sorts[0]?.name || left > SELECTIVE)
  if (sorted) return advice(context, node, [...equal, ...sorts])
  return advice(context, node, [...equal, ...lists, ...ranges.slice(0, 1)])
}
