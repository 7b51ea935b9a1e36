/** What the rows of a query come from: the parts of FROM, and the table that a statement writes or defines. */
import { RESERVED, TYPE_FUNCTION_WORDS } from '../names.ts'
import { isGroup, isSign, nameIn, wordOf, type Group, type Item } from './groups.ts'
import type { Clause, Query } from './clauses.ts'

export interface Source {
  /** What its columns are qualified with; null for a subquery without an alias. */
  readonly alias: string | null
  /** The name as written, of a table, a common table expression or a function; empty for a subquery. */
  readonly name: readonly string[]
  readonly kind: 'table' | 'function' | 'query'
  /** The subquery, or the function's arguments. */
  readonly body: Group | null
  /** `AS alias (column, …)`. */
  readonly columns: readonly string[] | null
  readonly lateral: boolean
  /** It came by JOIN, so that a condition belongs to it. */
  readonly joined: boolean
  /** The condition is there already. */
  readonly conditioned: boolean
  /** UTF-16 offsets, alias included. */
  readonly start: number
  readonly end: number
}

export const JOIN_WORDS: ReadonlySet<string> = new Set([
  'JOIN',
  'INNER',
  'LEFT',
  'RIGHT',
  'FULL',
  'OUTER',
  'CROSS',
  'NATURAL',
])

/** A join's word; `left(…)` and `right(…)` are functions. */
function isJoinWord(items: readonly Item[], at: number): boolean {
  const word = wordOf(items[at])
  return JOIN_WORDS.has(word) && !((word === 'LEFT' || word === 'RIGHT') && isGroup(items[at + 1]))
}

/** Whether an item may be an alias without AS. */
export function isAlias(item: Item | undefined): boolean {
  if (item?.kind === 'quoted') return true
  const word = wordOf(item).toLowerCase()
  return word !== '' && word !== 'set' && !RESERVED.has(word) && !TYPE_FUNCTION_WORDS.has(word)
}

interface Reading {
  readonly items: readonly Item[]
  at: number
}

/** Sources of a FROM clause, of USING in DELETE and MERGE, or of the brackets around a join. */
export function sourcesOf(items: readonly Item[]): Source[] {
  const found: Source[] = []
  const reading: Reading = { items, at: 0 }
  let wanted = true
  let joined = false
  while (reading.at < items.length) {
    const item = items[reading.at]
    const last = found.at(-1)
    if (isSign(item, ',') || isJoinWord(items, reading.at)) {
      wanted = true
      joined = !isSign(item, ',')
      reading.at++
    } else if (last && !wanted && ['ON', 'USING'].includes(wordOf(item))) {
      found[found.length - 1] = { ...last, conditioned: reading.at + 1 < items.length }
      reading.at++
    } else if (wanted) {
      const from = reading.at
      found.push(...sourceAt(reading, joined))
      wanted = false
      if (reading.at === from) reading.at++
    } else reading.at++
  }
  return found
}

/** The source that begins here; several where a join stands in brackets. */
function sourceAt(reading: Reading, joined: boolean): Source[] {
  const { items } = reading
  const start = items[reading.at]?.start ?? 0
  let lateral = false
  for (let word = wordOf(items[reading.at]); word === 'LATERAL' || word === 'ONLY' || word === 'ROWS';) {
    lateral ||= word === 'LATERAL'
    reading.at++
    word = wordOf(items[reading.at])
  }
  const first = items[reading.at]
  if (isGroup(first)) {
    reading.at++
    const inner = wordOf(first.items[0])
    const isQuery = ['SELECT', 'VALUES', 'WITH', 'TABLE', ''].includes(inner)
    const given = aliasAt(reading)
    if (isQuery || given.alias !== null)
      return [
        {
          ...given,
          name: [],
          kind: 'query',
          body: first,
          lateral,
          joined,
          conditioned: false,
          start,
          end: endOf(reading),
        },
      ]
    return sourcesOf(first.items)
  }
  const name = dottedName(reading)
  if (name.length === 0) return []
  const call = items[reading.at]
  const isCall = isGroup(call)
  if (isCall) reading.at++
  const given = aliasAt(reading)
  const alias = given.alias ?? name.at(-1) ?? null
  const body = isCall ? call : null
  const kind = isCall ? 'function' : 'table'
  return [
    {
      ...given,
      alias,
      name,
      kind,
      body,
      lateral: lateral || isCall,
      joined,
      conditioned: false,
      start,
      end: endOf(reading),
    },
  ]
}

const endOf = ({ items, at }: Reading): number => {
  const last = items[at - 1]
  return isGroup(last) ? last.end + 1 : (last?.end ?? 0)
}

/** `schema.table`; what stands behind a last dot is still to come. */
function dottedName(reading: Reading): string[] {
  const { items } = reading
  const parts: string[] = []
  while (isAlias(items[reading.at]) || (parts.length > 0 && nameIn(items[reading.at]) !== undefined)) {
    parts.push(nameIn(items[reading.at]) as string)
    reading.at++
    if (!isSign(items[reading.at], '.')) break
    reading.at++
  }
  return parts
}

function aliasAt(reading: Reading): Pick<Source, 'alias' | 'columns'> {
  const { items } = reading
  if (isSign(items[reading.at], '*')) reading.at++
  if (wordOf(items[reading.at]) === 'WITH' && wordOf(items[reading.at + 1]) === 'ORDINALITY') reading.at += 2
  const marked = wordOf(items[reading.at]) === 'AS'
  if (marked) reading.at++
  const item = items[reading.at]
  if (!isAlias(item)) {
    // AS (column type, …) of a function that returns records.
    const definition = marked && isGroup(item) ? columnNames(item) : null
    if (definition) reading.at++
    return { alias: null, columns: definition }
  }
  reading.at++
  const list = items[reading.at]
  if (!isGroup(list) || list.bracket !== '(') return { alias: nameIn(item) ?? null, columns: null }
  reading.at++
  return { alias: nameIn(item) ?? null, columns: columnNames(list) }
}

/** First name of each part of a column list. */
function columnNames(list: Group): string[] {
  const names: string[] = []
  let first = true
  for (const item of list.items) {
    if (isSign(item, ',')) first = true
    else if (first) {
      first = false
      const name = nameIn(item)
      if (name !== undefined) names.push(name)
    }
  }
  return names
}

/** What a query's clauses read from, in the order of the text. */
export const sourcesIn = ({ clauses }: Query): Source[] =>
  clauses.flatMap((clause) =>
    clause.name === 'from' || clause.name === 'using' ? sourcesOf(clause.items) : [],
  )

/** The table that a query writes or that a command is about. */
export function targetOf({ clauses }: Query): Source | undefined {
  for (const clause of clauses) {
    if (['insert', 'update', 'delete', 'merge'].includes(clause.name)) {
      const [first, second] = clause.items
      // The list of columns of an INSERT is no call.
      if (clause.name === 'insert') return insertTarget(clause)
      return first || second ? sourcesOf(clause.items)[0] : undefined
    }
    if (clause.name === 'command') return commandTarget(clause.items)
  }
  return undefined
}

function insertTarget({ items }: Clause): Source | undefined {
  const list = items.findIndex((item) => isGroup(item))
  return sourcesOf(list < 0 ? items : items.slice(0, list))[0]
}

/** Words of a command behind which its table stands. */
const TARGET_WORDS = new Set([
  'ON',
  'TABLE',
  'ANALYZE',
  'ANALYSE',
  'VACUUM',
  'FROM',
  'TRUNCATE',
  'CLUSTER',
  'COPY',
  'VIEW',
])
const BETWEEN = new Set(['IF', 'NOT', 'EXISTS', 'ONLY', 'CONCURRENTLY', 'VERBOSE', 'FULL', 'FREEZE', 'TABLE'])

function commandTarget(items: readonly Item[]): Source | undefined {
  // CREATE STATISTICS … ON a, b FROM table; CREATE INDEX name ON table.
  const words = items.map(wordOf)
  const statistics = words[1] === 'STATISTICS'
  const at = words.findIndex((word) => (statistics ? word === 'FROM' : TARGET_WORDS.has(word)))
  if (at < 0) return undefined
  let from = at + 1
  while (BETWEEN.has(words[from] ?? '') || (isGroup(items[from]) && from === at + 1)) from++
  const until = items.findIndex((item, index) => index > from && isGroup(item))
  const name = items.slice(from, until < 0 ? undefined : until)
  // Only the name: what follows it is no alias.
  const parts = name.findIndex(
    (item, index) => index > 0 && !isSign(item, '.') && !isSign(name[index - 1], '.'),
  )
  return sourcesOf(parts < 0 ? name : name.slice(0, parts))[0]
}
