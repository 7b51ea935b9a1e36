import { beforeAll, describe, expect, test } from 'vitest'
import type { Permission } from '../../shared/check-spec.ts'
import { loadSqlParser } from '../../sql/parser-module.ts'
import { changed, context, index, measurement, relation, task, totals } from '../testing/fixtures.ts'
import { syntaxOf } from '../syntax.ts'
import { brokenGuards } from './index.ts'
import { guardKinds } from './kinds.ts'

beforeAll(() => loadSqlParser())

const broken = (changes: string, allows: readonly Permission[] = [], query = 'SELECT 1') =>
  brokenGuards(context(measurement(), { task: task({ allows }), syntax: syntaxOf({ changes, query }) }))
const kinds = (...given: Parameters<typeof broken>) => broken(...given).map(({ kind }) => kind)

test('nothing broken, nothing listed', () => {
  expect(broken('CREATE INDEX ON t (a); ANALYZE t')).toEqual([])
})

test('in a fixed order, each with what breaks it', () => {
  expect(broken('DROP TABLE t; SET enable_sort = off; DELETE FROM t; UPDATE t SET a = 1')).toEqual([
    {
      kind: 'base-data',
      title: 'The data stays as it is',
      violations: [
        { message: expect.stringMatching(/^`DELETE FROM t`/) as string },
        { message: expect.stringMatching(/^`UPDATE t/) as string },
      ],
    },
    {
      kind: 'settings',
      title: 'No settings',
      violations: [{ message: expect.stringMatching(/^`SET enable_sort/) as string }],
    },
    {
      kind: 'dropped',
      title: 'Nothing is dropped that others need',
      violations: [{ message: expect.stringMatching(/^`DROP TABLE t`/) as string }],
    },
  ])
})

describe('what a lesson opens', () => {
  test('is open, and nothing else', () => {
    expect(kinds('SET enable_sort = off; DROP TABLE t', ['settings'])).toEqual(['dropped'])
    expect(kinds('ALTER SYSTEM SET enable_sort = off', ['settings'])).toEqual(['settings'])
  })
  test.each<Permission>(['new-column', 'alter-column', 'data-change'])(
    '%s opens rewriting with it',
    (open) => {
      expect(kinds('VACUUM FULL t')).toEqual(['base-data'])
      expect(kinds('VACUUM FULL t', [open])).toEqual([])
    },
  )
  test('rewriting opens none of them', () => {
    expect(kinds('DELETE FROM t', ['rewrite'])).toEqual(['base-data'])
  })
})

test('requests, catalogs, statistics and figures are looked at, too', () => {
  expect(kinds('', [], 'DELETE FROM t')).toEqual(['base-data'])
  expect(
    brokenGuards(
      context(
        changed(
          {
            relations: [relation('message', { tuples: 1e9 }), relation('kept')],
            indexes: ['a', 'b'].map((name) => index(name, 'message', [name])),
          },
          {},
        ),
      ),
    ).map(({ kind }) => kind),
  ).toEqual(['kept-results', 'tampering', 'too-many-indexes'])
  expect(
    brokenGuards(context(measurement({ totals: totals({ planningBuffers: 1001 }) }))).map(({ kind }) => kind),
  ).toEqual(['planning'])
})

test('every rule has a title of its own', () => {
  expect(guardKinds()).toHaveLength(13)
})
