/** Cuts one level of a statement, what stands in no further brackets, into its queries and their clauses. */
import { isGroup, isSign, nameIn, wordOf, type Group, type Item } from './groups.ts'

export type ClauseName =
  | 'select'
  | 'from'
  | 'where'
  | 'group by'
  | 'having'
  | 'window'
  | 'partition by'
  | 'order by'
  | 'limit'
  | 'offset'
  | 'for'
  | 'values'
  | 'insert'
  | 'on conflict'
  | 'update'
  | 'set'
  | 'delete'
  | 'using'
  | 'merge'
  | 'when'
  | 'returning'
  /** The beginning of any other statement. */
  | 'command'

export interface Clause {
  readonly name: ClauseName
  /** UTF-16 offset behind its key words. */
  readonly start: number
  /** Where the next clause begins, or the level ends. */
  readonly end: number
  readonly items: readonly Item[]
}

/** A SELECT, INSERT … or other statement of one level; UNION joins several. */
export interface Query {
  readonly start: number
  readonly end: number
  readonly clauses: readonly Clause[]
}

export interface Cte {
  readonly name: string
  readonly columns: readonly string[] | null
  readonly body: Group | null
}

export interface Level {
  readonly ctes: readonly Cte[]
  readonly recursive: boolean
  /** The list of common table expressions, if there is one: its key word's end and the end of its last part. */
  readonly with: { readonly start: number; readonly end: number; readonly items: readonly Item[] } | null
  readonly queries: readonly Query[]
}

/** What WITH means where it is no list of common table expressions. */
const OTHER_WITH = new Set(['ORDINALITY', 'TIES', 'TIME', 'CHECK', 'DATA', 'NO', 'CASCADED', 'LOCAL'])
/** Functions whose arguments hold a FROM. */
const FROM_FUNCTIONS = new Set(['EXTRACT', 'SUBSTRING', 'TRIM', 'OVERLAY', 'POSITION'])

/**
 * The level's queries. `caller` is the word before the level's bracket: in `extract(year FROM x)` there is no FROM
 * clause.
 */
export function levelOf(group: Group, caller = ''): Level {
  const { items } = group
  let at = 0
  // EXPLAIN (…) and the head of a CREATE … AS stand before.
  const head = withStart(items)
  let ctes: Cte[] = []
  let list: Level['with'] = null
  let recursive = false
  const first: Item[] = []
  if (head >= 0) {
    first.push(...items.slice(0, head))
    at = head + 1
    recursive = wordOf(items[at]) === 'RECURSIVE'
    if (recursive) at++
    const from = at
    ;({ ctes, at } = commonTableExpressions(items, at))
    const start = items[from - 1]?.end ?? group.start
    list = { start, end: items[at]?.start ?? group.end, items: items.slice(from, at) }
  }
  const rest = [...first, ...items.slice(at)]
  return { ctes, recursive, with: list, queries: queriesOf(rest, group, caller) }
}

function withStart(items: readonly Item[]): number {
  const at = items.findIndex(
    (item, index) =>
      wordOf(item) === 'WITH' && !isGroup(items[index + 1]) && !OTHER_WITH.has(wordOf(items[index + 1])),
  )
  const before = items.slice(0, Math.max(0, at))
  const inQuery = before.some((item) => ['SELECT', 'VALUES', 'FROM'].includes(wordOf(item)))
  return inQuery ? -1 : at
}

function commonTableExpressions(items: readonly Item[], from: number): { ctes: Cte[]; at: number } {
  const ctes: Cte[] = []
  let at = from
  for (;;) {
    const name = nameIn(items[at])
    if (name === undefined || STARTS.has(wordOf(items[at]))) break
    at++
    const columns = items[at]
    let names: string[] | null = null
    if (isGroup(columns)) {
      names = columns.items.flatMap((item) => nameIn(item) ?? [])
      at++
    }
    while (['AS', 'NOT', 'MATERIALIZED'].includes(wordOf(items[at]))) at++
    const body = items[at]
    ctes.push({ name, columns: names, body: isGroup(body) ? body : null })
    if (isGroup(body)) at++
    // SEARCH and CYCLE clauses.
    while (
      at < items.length &&
      !isSign(items[at], ',') &&
      !STARTS.has(wordOf(items[at])) &&
      !isGroup(items[at])
    )
      at++
    if (!isSign(items[at], ',')) break
    at++
  }
  return { ctes, at }
}

const STARTS = new Set(['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'MERGE', 'VALUES', 'TABLE', 'FROM'])
const SET_OPERATIONS = new Set(['UNION', 'INTERSECT', 'EXCEPT'])

function queriesOf(items: readonly Item[], group: Group, caller: string): Query[] {
  const queries: Query[] = []
  let clauses: Clause[] = []
  let current: { name: ClauseName; start: number; items: Item[] } | undefined
  let start = group.start
  const endClause = (end: number) => {
    if (current) clauses.push({ ...current, end })
    current = undefined
  }
  const endQuery = (end: number) => {
    endClause(end)
    queries.push({ start, end, clauses })
    clauses = []
  }
  for (let at = 0; at < items.length; at++) {
    const item = items[at] as Item
    const word = wordOf(item)
    if (SET_OPERATIONS.has(word)) {
      endQuery(item.start)
      while (['ALL', 'DISTINCT'].includes(wordOf(items[at + 1]))) at++
      start = (items[at] as Item).end
      continue
    }
    const found = word === '' ? undefined : clauseAt(items, at, current?.name, clauses, caller)
    if (!found) {
      if (!current && item.kind === 'word' && group.bracket === '' && clauses.length === 0)
        current = { name: 'command', start: group.start, items: [] }
      current?.items.push(item)
      continue
    }
    endClause(item.start)
    at += found.words - 1
    current = { name: found.name, start: (items[at] as Item).end, items: [] }
  }
  endQuery(group.end)
  return queries
}

interface Found {
  readonly name: ClauseName
  /** How many items its key words are. */
  readonly words: number
}

/** The clause that begins with the word at `at`. */
function clauseAt(
  items: readonly Item[],
  at: number,
  current: ClauseName | undefined,
  before: readonly Clause[],
  caller: string,
): Found | undefined {
  const word = wordOf(items[at])
  const next = wordOf(items[at + 1])
  const previous = wordOf(items[at - 1])
  const has = (name: ClauseName) => current === name || before.some((clause) => clause.name === name)
  const one = (name: ClauseName): Found => ({ name, words: 1 })
  const pair = (name: ClauseName, second: string): Found | undefined =>
    next === second ? { name, words: 2 } : undefined
  if (current === 'command') {
    // CREATE INDEX … WHERE; CREATE VIEW … AS SELECT; a rule or trigger names INSERT and UPDATE without being one.
    if (word === 'SELECT') return one('select')
    if (word === 'WHERE' || (word === 'VALUES' && previous !== 'FOR'))
      return one(word === 'WHERE' ? 'where' : 'values')
    if (!['EXPLAIN', 'ANALYZE', 'VERBOSE', 'AS', 'DO'].includes(previous) && !isGroup(items[at - 1]))
      return undefined
  }
  switch (word) {
    case 'SELECT':
      return one('select')
    case 'FROM':
      if (isDistinctFrom(items, at)) return undefined
      if (has('delete') && !has('using')) return undefined
      return current === 'select' ||
        current === 'set' ||
        (current === undefined && !FROM_FUNCTIONS.has(caller))
        ? one('from')
        : undefined
    case 'WHERE':
    case 'HAVING':
    case 'WINDOW':
    case 'LIMIT':
    case 'OFFSET':
    case 'RETURNING':
      return one(word.toLowerCase() as ClauseName)
    case 'FETCH':
      return current === 'command' ? undefined : one('limit')
    case 'VALUES':
      return one('values')
    case 'GROUP':
      return previous === 'WITHIN' ? undefined : pair('group by', 'BY')
    case 'ORDER':
      return pair('order by', 'BY')
    case 'PARTITION':
      return pair('partition by', 'BY')
    case 'FOR':
      return has('select') && ['UPDATE', 'SHARE', 'NO', 'KEY'].includes(next)
        ? { name: 'for', words: 2 }
        : undefined
    case 'INSERT':
      return pair('insert', 'INTO')
    case 'DELETE':
      return pair('delete', 'FROM')
    case 'MERGE':
      return pair('merge', 'INTO')
    case 'UPDATE':
      return previous === 'FOR' || previous === 'ON' || previous === 'THEN' || previous === 'KEY'
        ? undefined
        : previous === 'DO'
          ? { name: 'set', words: next === 'SET' ? 2 : 1 }
          : one('update')
    case 'SET':
      return current === 'update' || current === 'merge' || current === 'when' ? one('set') : undefined
    case 'USING':
      return current === 'delete' || current === 'merge' ? one('using') : undefined
    case 'ON':
      return has('insert') && next === 'CONFLICT' ? { name: 'on conflict', words: 2 } : undefined
    case 'WHEN':
      return has('merge') ? one('when') : undefined
    default:
      return undefined
  }
}

const isDistinctFrom = (items: readonly Item[], at: number): boolean =>
  wordOf(items[at - 1]) === 'DISTINCT' && ['IS', 'NOT'].includes(wordOf(items[at - 2]))
