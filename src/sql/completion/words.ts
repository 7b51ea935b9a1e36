/** Key words by place, in the order in which they are offered. */

export const STATEMENT_WORDS: readonly string[] = [
  'SELECT',
  'WITH',
  'CREATE INDEX',
  'CREATE UNIQUE INDEX',
  'CREATE INDEX CONCURRENTLY',
  'INSERT INTO',
  'UPDATE',
  'DELETE FROM',
  'MERGE INTO',
  'ANALYZE',
  'VACUUM',
  'ALTER TABLE',
  'CREATE STATISTICS',
  'CREATE TABLE',
  'CREATE VIEW',
  'CREATE MATERIALIZED VIEW',
  'REFRESH MATERIALIZED VIEW',
  'DROP INDEX',
  'DROP TABLE',
  'CLUSTER',
  'REINDEX',
  'TRUNCATE',
  'EXPLAIN',
  'VALUES',
  'SET',
  'BEGIN',
  'COMMIT',
  'ROLLBACK',
]

/** What a query in brackets begins with. */
export const QUERY_WORDS: readonly string[] = ['SELECT', 'WITH', 'VALUES', 'TABLE']

export const JOINS: readonly string[] = [
  'JOIN',
  'LEFT JOIN',
  'CROSS JOIN',
  'LEFT JOIN LATERAL',
  'CROSS JOIN LATERAL',
  'INNER JOIN',
  'RIGHT JOIN',
  'FULL JOIN',
  'NATURAL JOIN',
]

/** Clauses of a SELECT in their order. */
const AFTER: readonly (readonly [clause: string, words: readonly string[]])[] = [
  ['select', ['FROM', 'WHERE']],
  ['from', ['WHERE']],
  ['where', ['GROUP BY']],
  ['group by', ['HAVING']],
  ['having', ['WINDOW']],
  ['window', ['ORDER BY']],
  ['order by', ['LIMIT', 'FETCH FIRST']],
  ['limit', ['OFFSET', 'FOR UPDATE', 'FOR UPDATE SKIP LOCKED']],
]

/** Clauses that may follow a clause of a query. */
export function clausesAfter(clause: string): readonly string[] {
  switch (clause) {
    case 'set':
      return ['WHERE', 'FROM', 'RETURNING']
    case 'values':
      return ['ON CONFLICT', 'RETURNING', 'ORDER BY', 'LIMIT', 'UNION ALL']
    case 'using':
      return ['WHERE', 'RETURNING', 'WHEN MATCHED THEN', 'WHEN NOT MATCHED THEN']
    case 'returning':
      return []
    case 'partition by':
      return ['ORDER BY']
    default: {
      const at = AFTER.findIndex(([name]) => name === (clause === 'offset' ? 'limit' : clause))
      const later = at < 0 ? [] : AFTER.slice(at).flatMap(([, words]) => words)
      return [...later, ...(at >= 0 && at < 6 ? ['UNION ALL', 'UNION', 'RETURNING'] : [])]
    }
  }
}

/** What a value may begin with. */
export const OPERAND_WORDS: readonly string[] = [
  'CASE',
  'NOT',
  'EXISTS',
  'NULL',
  'TRUE',
  'FALSE',
  'INTERVAL',
  'CAST',
  'ARRAY',
]

/** What may follow a value in a condition. */
export const CONDITION_WORDS: readonly string[] = [
  'AND',
  'OR',
  'IN',
  'IS NULL',
  'IS NOT NULL',
  'BETWEEN',
  'LIKE',
  'ILIKE',
  'NOT IN',
  'NOT LIKE',
  'IS DISTINCT FROM',
  'IS NOT DISTINCT FROM',
  '= ANY',
]

/** What may follow a value anywhere. */
export const VALUE_WORDS: readonly string[] = [
  'AS',
  'THEN',
  'WHEN',
  'ELSE',
  'END',
  'OVER',
  'FILTER (WHERE',
  'AT TIME ZONE',
  'COLLATE',
]

export const TYPES: readonly string[] = [
  'integer',
  'bigint',
  'text',
  'numeric',
  'boolean',
  'date',
  'timestamptz',
  'timestamp',
  'interval',
  'jsonb',
  'json',
  'uuid',
  'varchar',
  'char',
  'smallint',
  'real',
  'double precision',
  'bytea',
  'time',
  'inet',
  'tsvector',
  'tsquery',
  'int4range',
  'tstzrange',
  'daterange',
  'text[]',
  'integer[]',
  'regclass',
  'xid',
  'oid',
]
