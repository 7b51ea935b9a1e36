/** What surrounds a place in a text: the query and clause that it is in, and the sources whose columns are in sight. */
import type { Schema } from '../schema.ts'
import { levelOf, type Clause, type Level, type Query } from './clauses.ts'
import { columnsOf, withCtes, type Names, type OutputColumn } from './columns.ts'
import { groupsAround, isGroup, isSign, wordOf, type Group, type Item } from './groups.ts'
import { sourcesIn, targetOf, type Source } from './sources.ts'

export interface VisibleSource {
  readonly source: Source
  /** null where they cannot be told. */
  readonly columns: readonly OutputColumn[] | null
  /** What its name means. */
  readonly names: Names
  /** 0 in the query of the place itself, 1 in the one around it … */
  readonly distance: number
}

export interface Surroundings {
  readonly statement: Group
  /** The brackets that the place is in, or the statement. */
  readonly group: Group
  /** Items around `group`, and where it stands among them; empty for the statement. */
  readonly around: readonly Item[]
  /** The level that `clause` belongs to, and the group that it is. */
  readonly level: Level
  readonly levelGroup: Group
  readonly query: Query | undefined
  readonly clause: Clause | undefined
  /** The place is in the list of common table expressions. */
  readonly inWith: boolean
  readonly names: Names
  /** Nearest first. */
  readonly visible: readonly VisibleSource[]
}

/** Looks around `offset` in a text's statements. Of a word that is still being written, pass where it begins. */
export function surroundingsOf(statements: readonly Group[], offset: number, schema: Schema): Surroundings {
  const statement = statements.findLast(({ start }) => start <= offset) ?? (statements[0] as Group)
  const chain = groupsAround(statement, offset)
  let names: Names = { schema, ctes: [] }
  let visible: VisibleSource[] = []
  let found: Pick<Surroundings, 'level' | 'levelGroup' | 'query' | 'clause' | 'inWith'> | undefined
  for (const [depth, group] of chain.entries()) {
    const parent = chain[depth - 1]
    const level = levelOf(group, callerOf(parent, group))
    const isLevel = level.with !== null || level.queries.some(({ clauses }) => clauses.length > 0)
    if (depth > 0 && !isLevel) continue
    const list = level.with
    const child = chain[depth + 1]
    if (
      list &&
      list.start <= offset &&
      offset <= list.end &&
      list.items.some((item) => item === child || !child)
    ) {
      const before = level.ctes.filter(({ body }) => body && body.end < offset)
      const own = level.recursive ? level.ctes.filter(({ body }) => body === child) : []
      names = withCtes(names, [...before, ...own], level.recursive)
      found = { level, levelGroup: group, query: undefined, clause: undefined, inWith: true }
      continue
    }
    names = withCtes(names, level.ctes, level.recursive)
    const query = level.queries.findLast(({ start }) => start <= offset) ?? level.queries[0]
    const clause = query?.clauses.findLast(({ start }) => start <= offset)
    found = { level, levelGroup: group, query, clause, inWith: false }
    const here = names
    const sources = query ? seenFrom(query, clause, child, offset) : []
    visible = [
      ...sources.map((source) => ({ source, columns: columnsOf(source, here), names: here, distance: 0 })),
      ...visible.map((each) => ({ ...each, distance: each.distance + 1 })),
    ]
  }
  const group = chain.at(-1) as Group
  const level = levelOf(statement)
  return {
    statement,
    group,
    around: chain.at(-2)?.items ?? [],
    ...(found ?? { level, levelGroup: statement, query: undefined, clause: undefined, inWith: false }),
    names,
    visible,
  }
}

/** The word before a bracket, e.g. the function that is called. */
export function callerOf(parent: Group | undefined, group: Group): string {
  const at = parent?.items.indexOf(group) ?? -1
  return at > 0 ? wordOf(parent?.items[at - 1]) : ''
}

/** Sources of a query that can be named at `offset`, which may be in the brackets `child` of the query. */
function seenFrom(
  query: Query,
  clause: Clause | undefined,
  child: Group | undefined,
  offset: number,
): Source[] {
  const target = targetOf(query)
  const sources = sourcesIn(query)
  const own = target ? [target, ...sources] : sources
  if (clause?.name !== 'from' && clause?.name !== 'using') return own
  const holder = child && sources.find(({ body }) => body === child)
  if (!holder) return own.filter(({ start }) => start <= offset)
  // Only a lateral subquery and a function see what stands before them in FROM.
  return holder.lateral ? own.filter(({ start }) => start < holder.start) : []
}

/** Items of `group` that end before `offset`. */
export const itemsBefore = (group: Group, offset: number): Item[] =>
  group.items.filter((item) => (isGroup(item) ? item.end < offset : item.end <= offset))

/** Whether a list of items ends in a dot or a name and a dot; the names before the dots. */
export function qualifierBefore(items: readonly Item[]): {
  readonly names: readonly Item[]
  readonly rest: Item[]
} {
  const names: Item[] = []
  const rest = [...items]
  while (isSign(rest.at(-1), '.')) {
    const name = rest.at(-2)
    if (name?.kind !== 'word' && name?.kind !== 'quoted') break
    names.unshift(name)
    rest.length -= 2
  }
  return { names, rest }
}
