/** What may stand at a place, told from what stands before it. */
import { isGroup, isSign, wordOf, type Item } from '../outline/groups.ts'
import { isAlias, JOIN_WORDS, sourcesOf } from '../outline/sources.ts'
import { callerOf, itemsBefore, qualifierBefore, type Surroundings } from '../outline/surroundings.ts'
import { nameOf } from '../lexer.ts'
import { inCommand, inCommandBrackets } from './commands.ts'
import { inExpression, NOTHING, words, type Expectation } from './expected.ts'

/** Words behind which only certain words make sense. */
const FOLLOWED_BY: Readonly<Record<string, readonly string[]>> = {
  GROUP: ['BY'],
  ORDER: ['BY'],
  PARTITION: ['BY'],
  IS: ['NULL', 'NOT NULL', 'DISTINCT FROM', 'NOT DISTINCT FROM', 'TRUE', 'FALSE'],
  NULLS: ['FIRST', 'LAST'],
  INNER: ['JOIN'],
  OUTER: ['JOIN'],
  CROSS: ['JOIN'],
  NATURAL: ['JOIN', 'LEFT JOIN'],
  INSERT: ['INTO'],
  DELETE: ['FROM'],
  MERGE: ['INTO'],
  UNION: ['ALL', 'SELECT'],
  INTERSECT: ['SELECT', 'ALL'],
  EXCEPT: ['SELECT', 'ALL'],
  CONFLICT: ['DO NOTHING', 'DO UPDATE SET', 'ON CONSTRAINT'],
  DO: ['NOTHING', 'UPDATE SET'],
  FETCH: ['FIRST'],
  WITHIN: ['GROUP'],
}

/** What the place asks for: `from` is where the word that is being written begins. */
export function expectationAt(place: Surroundings, from: number): Expectation {
  const { group } = place
  const { names, rest } = qualifierBefore(itemsBefore(group, from))
  const previous = rest.at(-1)
  const word = wordOf(previous)
  if (names.length > 0)
    return { kind: 'member', qualifier: names.map((name) => (isGroup(name) ? '' : nameOf(name))) }
  if (isSign(previous, '::')) return { kind: 'type' }
  if (word === 'AS')
    return callerOf({ ...group, items: place.around }, group) === 'CAST' ? { kind: 'type' } : NOTHING
  const follow = Object.hasOwn(FOLLOWED_BY, word) ? FOLLOWED_BY[word] : undefined
  if (follow && !(word === 'DO' && rest.length === 1)) return words(...follow)
  if (place.inWith) return inWithList(place, rest)
  const inLevel = group === place.levelGroup
  return inLevel ? inClause(place, rest, from) : inBrackets(place, rest, from)
}

function inWithList({ group, levelGroup }: Surroundings, before: readonly Item[]): Expectation {
  // In the brackets of a common table expression that are still empty.
  if (group !== levelGroup) return before.length === 0 ? { kind: 'statement', nested: true } : NOTHING
  const previous = before.at(-1)
  if (isGroup(previous)) return { kind: 'statement', nested: false }
  return isAlias(previous) ? words('AS') : NOTHING
}

function inClause(place: Surroundings, before: readonly Item[], from: number): Expectation {
  const { clause, query } = place
  if (!clause || !query || before.length === 0)
    return { kind: 'statement', nested: place.group.bracket !== '' }
  const items = before.filter((item) => item.start >= clause.start)
  const previous = items.at(-1)
  switch (clause.name) {
    case 'command':
      return inCommand(before)
    case 'from':
    case 'using':
      return inFrom(items, from)
    case 'insert':
      if (!previous) return { kind: 'source', joined: false, queries: false }
      return words('VALUES', 'SELECT', 'DEFAULT VALUES', 'OVERRIDING SYSTEM VALUE')
    case 'update':
    case 'merge':
      if (!previous) return { kind: 'source', joined: false, queries: false }
      return words(clause.name === 'update' ? 'SET' : 'USING')
    case 'delete':
      if (!previous) return { kind: 'source', joined: false, queries: false }
      return words('WHERE', 'USING', 'RETURNING')
    case 'set':
      return !previous || isSign(previous, ',')
        ? { kind: 'target-column', expressions: false }
        : inExpression(clause.name, items)
    case 'on conflict':
      return isGroup(previous) ? words('DO NOTHING', 'DO UPDATE SET', 'WHERE') : NOTHING
    case 'when':
      return words(
        'MATCHED THEN',
        'NOT MATCHED THEN',
        'NOT MATCHED BY SOURCE THEN',
        'UPDATE SET',
        'INSERT',
        'DELETE',
        'DO NOTHING',
      )
    case 'for':
      return words('SKIP LOCKED', 'NOWAIT', 'OF')
    case 'values':
      return isGroup(previous) ? { kind: 'operator', clause: clause.name, nested: false } : NOTHING
    case 'limit':
    case 'offset':
      return previous ? { kind: 'operator', clause: clause.name, nested: false } : NOTHING
    case 'window':
      return NOTHING
    default:
      return inExpression(clause.name, items)
  }
}

function inFrom(items: readonly Item[], from: number): Expectation {
  const previous = items.at(-1)
  const word = wordOf(previous)
  if (!previous || isSign(previous, ',') || word === 'JOIN' || word === 'LATERAL' || word === 'ONLY')
    return { kind: 'source', joined: word === 'JOIN', queries: true }
  if (['LEFT', 'RIGHT', 'FULL'].includes(word)) return words('JOIN', 'OUTER JOIN', 'JOIN LATERAL')
  const source = sourcesOf(items).findLast(({ start }) => start < from)
  if (word === 'ON') return { kind: 'operand', clause: 'from', nested: false, condition: source }
  if (word === 'USING') return NOTHING
  const lastJoin = items.findLastIndex((item) => isSign(item, ',') || JOIN_WORDS.has(wordOf(item)))
  const inCondition = items.slice(lastJoin + 1).some((item) => wordOf(item) === 'ON')
  if (!inCondition) return { kind: 'after-source', source }
  const expected = inExpression('from', items)
  return expected.kind === 'operand' && word === 'AND' ? { ...expected, condition: source } : expected
}

/** In brackets that are no query: arguments, lists, conditions. */
function inBrackets(place: Surroundings, before: readonly Item[], from: number): Expectation {
  const { group, around, clause, query } = place
  const at = around.indexOf(group)
  const outside = around[at - 1]
  const word = wordOf(outside)
  const empty = before.length === 0
  const name = clause?.name
  if (group.bracket === '[') return inExpression(name ?? 'where', before, true)
  if (word === 'OVER' || (name === 'window' && word === 'AS')) return words('PARTITION BY', 'ORDER BY')
  if (word === 'FILTER') return empty ? words('WHERE') : inExpression('where', before, true)
  if (name === 'insert' || name === 'on conflict' || (name === 'when' && word === 'INSERT'))
    return columnList(before)
  if (word === 'USING' && name === 'from') {
    const source = query && sourcesOf(clause?.items ?? []).findLast(({ start }) => start < from)
    return empty || isSign(before.at(-1), ',') ? { kind: 'common-column', source } : NOTHING
  }
  if (name === 'command' && group !== place.statement) return inCommandBrackets(around.slice(0, at), before)
  if (name === 'from' && isSourcePosition(outside)) {
    if (empty) return { kind: 'source', joined: false, queries: true }
    return inFrom(before, from)
  }
  if (empty && ['EXISTS', 'IN', 'ANY', 'ALL', 'SOME', 'ARRAY'].includes(word) && word !== 'IN')
    return { kind: 'statement', nested: true }
  const expected = inExpression(name ?? 'where', before, true)
  return expected
}

const isSourcePosition = (outside: Item | undefined) =>
  !outside || isSign(outside, ',') || ['JOIN', 'LATERAL', 'FROM', 'ONLY'].includes(wordOf(outside))

const columnList = (before: readonly Item[]): Expectation =>
  before.length === 0 || isSign(before.at(-1), ',') ? { kind: 'target-column', expressions: false } : NOTHING
