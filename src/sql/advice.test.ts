import { expect, test } from 'vitest'
import { errorAdvice, recursionAdvice } from './advice.ts'

test.each([
  ['0A000', 'indexes on virtual generated columns are not supported', 'add STORED'],
  ['0A000', 'unique constraints on virtual generated columns are not supported', 'add STORED'],
  ['0A000', 'primary keys on virtual generated columns are not supported', 'add STORED'],
  ['0A000', 'statistics creation on virtual generated columns is not supported', 'add STORED'],
  ['0A000', 'generation expression uses user-defined function', 'add STORED'],
  ['0A000', 'generation expression uses user-defined type', 'add STORED'],
  ['42P17', 'generation expression is not immutable', "to_tsvector('french'"],
  ['42P17', 'functions in index expression must be marked IMMUTABLE', "AT TIME ZONE 'UTC'"],
  ['42P17', 'functions in index predicate must be marked IMMUTABLE', "AT TIME ZONE 'UTC'"],
  [
    '42704',
    'operator class "gin_trgm_ops" does not exist for access method "gin"',
    'CREATE EXTENSION pg_trgm',
  ],
  [
    '42704',
    'operator class "gist_trgm_ops" does not exist for access method "gist"',
    'CREATE EXTENSION pg_trgm',
  ],
  [
    '42704',
    'data type character varying has no default operator class for access method "gin"',
    'gin_trgm_ops',
  ],
  ['42704', 'data type bigint has no default operator class for access method "gist"', 'btree_gist'],
  ['42703', 'column "“published”" does not exist', 'typographic quotes'],
  ['42703', 'column "‘x’" does not exist', 'typographic quotes'],
  ['42703', 'column "„x“" does not exist', 'typographic quotes'],
  ['42P01', 'relation "«auth_user»" does not exist', 'typographic quotes'],
  ['42883', 'function “count”(bigint) does not exist', 'typographic quotes'],
  ['42703', 'column "id\u200b" does not exist', 'invisible character'],
])('%s %s', (code, message, advice) => expect(errorAdvice({ code, message })).toContain(advice))

test.each([
  ['53400', 'temporary file size exceeds "temp_file_limit" (524288kB)'],
  ['53200', 'out of memory'],
  ['54001', 'stack depth limit exceeded'],
  ['22003', 'smallint out of range'],
])('%s in a recursive query: it has no end', (code, message) => {
  expect(errorAdvice({ code, message }, 'WITH RECURSIVE t AS (SELECT 1) TABLE t')).toContain(
    'until a round finds no new row',
  )
  expect(errorAdvice({ code, message }, 'SELECT 1')).toBeUndefined()
})

test('only a recursive query goes on for ever', () => {
  expect(recursionAdvice('SELECT 1;\nwith\n recursive t AS (SELECT 1) TABLE t')).toContain('depth < 20')
  expect(recursionAdvice('WITH recursive_t AS (SELECT 1) TABLE recursive_t')).toBeUndefined()
})

test('an error that speaks for itself needs no advice', () => {
  expect(errorAdvice({ code: '42703', message: 'column "titel" does not exist' })).toBeUndefined()
  expect(
    errorAdvice({ code: '22P02', message: 'invalid input syntax for type integer: "“1”"' }),
  ).toBeUndefined()
})
