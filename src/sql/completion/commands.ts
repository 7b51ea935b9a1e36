/** What may stand at a place of a command: CREATE, ALTER, DROP and the like. */
import { isGroup, isSign, wordOf, type Item } from '../outline/groups.ts'
import { isAlias } from '../outline/sources.ts'
import { inExpression, NOTHING, table, words, type Expectation } from './expected.ts'

/** Commands' words behind which a table stands. */
const BEFORE_TABLE = new Set(
  `ON TABLE ANALYZE ANALYSE VACUUM FROM TRUNCATE CLUSTER COPY VIEW REFERENCES ONLY INHERITS VERBOSE LIKE OF ATTACH`.split(
    /\s+/,
  ),
)

export function inCommand(before: readonly Item[]): Expectation {
  const list = before.map(wordOf)
  const [first = '', second = ''] = list
  const word = list.at(-1) ?? ''
  const previous = before.at(-1)
  if (list.length === 1 && Object.hasOwn(OBJECTS, first)) {
    const objects = OBJECTS[first] as readonly string[]
    if (!BEFORE_TABLE.has(first)) return words(...objects)
  }
  if (first === 'EXPLAIN' && list.length <= 2) return { kind: 'statement', nested: false }
  const creates =
    first === 'CREATE' &&
    !['INDEX', 'TRIGGER', 'STATISTICS', 'POLICY', 'RULE'].some((each) => list.includes(each))
  if (word === 'INDEX' || (word === 'CONCURRENTLY' && first !== 'CREATE' && list.includes('INDEX')))
    return first === 'CREATE' ? words('ON', 'CONCURRENTLY', 'IF NOT EXISTS') : { kind: 'index' }
  if (word === 'EXISTS')
    return list.includes('INDEX') && first === 'DROP'
      ? { kind: 'index' }
      : first === 'CREATE'
        ? NOTHING
        : table()
  if (word === 'USING')
    return first === 'CLUSTER' ? { kind: 'index' } : words('btree', 'gin', 'gist', 'brin', 'hash', 'spgist')
  if (first === 'CREATE' && second === 'STATISTICS') return statistics(list, word, previous)
  // VACUUM (options).
  if (isGroup(previous) && list.length === 2 && BEFORE_TABLE.has(first)) return table()
  if (isSign(previous, ','))
    return ['DROP', 'TRUNCATE', 'ANALYZE', 'VACUUM'].includes(first) ? table() : NOTHING
  if (BEFORE_TABLE.has(word)) return creates && ['TABLE', 'VIEW', 'ON'].includes(word) ? NOTHING : table()
  if (first === 'ALTER' && second === 'TABLE') return inAlterTable(list, word)
  if (first === 'CREATE' && list.includes('INDEX')) return inCreateIndex(list, previous)
  return NOTHING
}

const OBJECTS: Readonly<Record<string, readonly string[]>> = {
  CREATE: [
    'INDEX',
    'UNIQUE INDEX',
    'INDEX CONCURRENTLY',
    'STATISTICS',
    'TABLE',
    'VIEW',
    'MATERIALIZED VIEW',
    'EXTENSION',
    'FUNCTION',
    'TRIGGER',
    'OR REPLACE',
  ],
  ALTER: ['TABLE', 'INDEX', 'STATISTICS', 'MATERIALIZED VIEW', 'VIEW'],
  DROP: ['INDEX', 'TABLE', 'VIEW', 'MATERIALIZED VIEW', 'STATISTICS', 'FUNCTION', 'TRIGGER'],
  REINDEX: ['INDEX', 'TABLE'],
  REFRESH: ['MATERIALIZED VIEW'],
}

function statistics(list: readonly string[], word: string, previous: Item | undefined): Expectation {
  if (list.includes('FROM')) return word === 'FROM' ? table() : NOTHING
  if (list.includes('ON'))
    return isSign(previous, ',') || word === 'ON'
      ? { kind: 'target-column', expressions: true }
      : words('FROM')
  return isGroup(previous) ? words('ON') : words('ON', '(ndistinct)', '(dependencies)', '(mcv)')
}

function inCreateIndex(list: readonly string[], previous: Item | undefined): Expectation {
  if (!list.includes('ON')) return words('ON')
  if (!isGroup(previous)) return list.at(-2) === 'ON' ? words('USING') : NOTHING
  return words('INCLUDE', 'WHERE', 'NULLS NOT DISTINCT', 'WITH (fillfactor = 90)')
}

function inAlterTable(list: readonly string[], word: string): Expectation {
  if (word === 'COLUMN' || (word === 'ALTER' && list.length > 3))
    return list.includes('ADD') ? NOTHING : { kind: 'target-column', expressions: false }
  if (word === 'ADD') return words('COLUMN', 'CONSTRAINT', 'PRIMARY KEY', 'FOREIGN KEY', 'CHECK', 'UNIQUE')
  if (word === 'DROP') return words('COLUMN', 'CONSTRAINT')
  if (word === 'RENAME') return words('COLUMN', 'TO')
  if (word === 'SET') return words('NOT NULL', 'DEFAULT', 'STATISTICS', 'DATA TYPE', '(fillfactor = 90)')
  if (word === 'TYPE') return { kind: 'type' }
  if (list.length === 3)
    return words(
      'ADD',
      'ALTER COLUMN',
      'DROP COLUMN',
      'RENAME',
      'SET',
      'VALIDATE CONSTRAINT',
      'ATTACH PARTITION',
      'DETACH PARTITION',
    )
  if (list.includes('ADD') && list.length === list.lastIndexOf('COLUMN') + 2) return { kind: 'type' }
  return list.at(-2) === 'COLUMN'
    ? words('TYPE', 'SET NOT NULL', 'SET DEFAULT', 'SET STATISTICS', 'DROP NOT NULL', 'TO')
    : NOTHING
}

export function inCommandBrackets(outside: readonly Item[], before: readonly Item[]): Expectation {
  const list = outside.map(wordOf)
  const [first = '', second = ''] = list
  const previous = before.at(-1)
  const start = before.length === 0 || isSign(previous, ',')
  if (wordOf(previous) === 'REFERENCES') return table()
  if (first === 'EXPLAIN')
    return start
      ? words('ANALYZE', 'BUFFERS', 'WAL', 'VERBOSE', 'SETTINGS', 'TIMING OFF', 'FORMAT JSON')
      : NOTHING
  if (first === 'CREATE' && second === 'TABLE')
    return isAlias(previous) && isStartOfPart(before) ? { kind: 'type' } : NOTHING
  if (list.at(-1) === 'WITH') return words('fillfactor', 'fastupdate', 'deduplicate_items', 'autosummarize')
  if (start) return { kind: 'target-column', expressions: list.includes('INDEX') || list.at(-1) === 'CHECK' }
  if (list.includes('INDEX') && !isSign(previous, ',')) {
    return isGroup(previous) || previous?.kind === 'word' || previous?.kind === 'quoted'
      ? words(
          'DESC',
          'ASC',
          'NULLS FIRST',
          'NULLS LAST',
          'text_pattern_ops',
          'varchar_pattern_ops',
          'gin_trgm_ops',
          'jsonb_path_ops',
        )
      : { kind: 'target-column', expressions: true }
  }
  return inExpression('where', before, true)
}

/** Whether the last item is the first of its part between commas. */
const isStartOfPart = (items: readonly Item[]) => items.length === 1 || isSign(items.at(-2), ',')
