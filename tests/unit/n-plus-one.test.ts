/** The finding 'same statement many times' over what an ORM's loop sends: statements that differ in their values. */
import { beforeAll, describe, expect, it } from 'vitest'
import { findings } from '../../src/plan/findings/index.ts'
import { parseTextPlan } from '../../src/plan/read/parse-text.ts'
import type { Plan } from '../../src/plan/types.ts'
import { fingerprint } from '../../src/sql/fingerprint.ts'
import { loadSqlParser } from '../../src/sql/parser-module.ts'

beforeAll(() => loadSqlParser())

function plan(title: string): Plan {
  const parsed = parseTextPlan(
    `${title}  (cost=0.29..8.30 rows=1 width=60) (actual rows=1.00 loops=1)\n  Buffers: shared hit=20`,
  )
  if (!parsed.ok) throw new Error(parsed.error.message)
  return parsed.value
}

const lookup = plan('Index Scan using auth_user_pkey on auth_user')

/** What the finding says of these statements, each sent once; null where there is none. */
function said(texts: readonly string[], plans = texts.map(() => lookup)): string | null {
  const statements = texts.map((text, at) => ({
    text,
    fingerprint: fingerprint(text),
    executions: 1,
    plan: plans[at] ?? null,
  }))
  return findings({ statements }).find((one) => one.id === 'n-plus-one')?.what ?? null
}

describe('the same statement', () => {
  it.each([
    [
      'other literals',
      ['SELECT * FROM t WHERE a = 1', 'SELECT * FROM t WHERE a = -7.5', "SELECT * FROM t WHERE a = 'x''y'"],
    ],
    [
      'other spellings of a string',
      [
        "SELECT * FROM t WHERE a = 'x'",
        "SELECT * FROM t WHERE a = E'\\'x'",
        'SELECT * FROM t WHERE a = $$x$$',
      ],
    ],
    [
      'IN lists of other lengths',
      [
        'SELECT * FROM t WHERE a IN (1)',
        'SELECT * FROM t WHERE a IN (1, 2, 3)',
        'SELECT * FROM t WHERE a IN (4,5)',
      ],
    ],
    [
      'comments',
      [
        'SELECT * FROM t WHERE a = 1 -- first',
        '/* second 1 */ SELECT * FROM t WHERE a = 2',
        'SELECT * FROM t /* a = 3 */ WHERE a = 3;',
      ],
    ],
    [
      'upper and lower case',
      ['SELECT * FROM t WHERE a = 1', 'select * from T where A = 2', 'Select * From "t" Where "a" = 3'],
    ],
    [
      'line breaks',
      ['SELECT *\nFROM t\n\tWHERE a = 1', 'SELECT * FROM t WHERE a=2', 'SELECT * FROM t WHERE\r\na = 3'],
    ],
    [
      'placeholders',
      ['SELECT * FROM t WHERE a = $1', 'SELECT * FROM t WHERE a = :id', 'SELECT * FROM t WHERE a = 5'],
    ],
    [
      'rows of an INSERT',
      ['INSERT INTO t VALUES (1, 2)', 'INSERT INTO t VALUES (3, 4)', 'INSERT INTO t VALUES (5, 6)'],
    ],
  ])('%s', (_, texts) => {
    expect(said(texts)).toBe('The same statement was sent 3 times.')
  })

  it.each([
    [
      'other tables',
      ['SELECT * FROM t1 WHERE a = 1', 'SELECT * FROM t2 WHERE a = 1', 'SELECT * FROM t3 WHERE a = 1'],
    ],
    [
      'other columns',
      ['SELECT * FROM t WHERE a = 1', 'SELECT * FROM t WHERE b = 1', 'SELECT * FROM t WHERE c = 1'],
    ],
    [
      'other quoted names',
      ['SELECT * FROM "T" WHERE a = 1', 'SELECT * FROM t WHERE a = 1', 'SELECT * FROM "t 1" WHERE a = 1'],
    ],
    [
      'other operators',
      ['SELECT * FROM t WHERE a = 1', 'SELECT * FROM t WHERE a < 1', 'SELECT * FROM t WHERE a <> 1'],
    ],
    [
      'two of one kind',
      ['SELECT * FROM t WHERE a = 1', 'SELECT * FROM t WHERE a = 2', 'SELECT * FROM t WHERE b = 2'],
    ],
  ])('not: %s', (_, texts) => {
    expect(said(texts)).toBeNull()
  })

  it('whatever plan each of them got', () => {
    const texts = [
      'SELECT * FROM t WHERE a = 1',
      'SELECT * FROM t WHERE a = 2',
      'SELECT * FROM t WHERE a = 3',
    ]
    expect(said(texts, [lookup, plan('Seq Scan on t'), lookup])).toBe('The same statement was sent 3 times.')
  })
})

describe('without SQL', () => {
  const statements = (plans: readonly Plan[], executions = 1) =>
    plans.map((one) => ({ text: null, executions, plan: one }))
  const what = (input: ReturnType<typeof statements>) =>
    findings({ statements: input }).find((one) => one.id === 'n-plus-one')?.what ?? null

  it('the shape of the plan stands for the statement', () => {
    expect(what(statements([lookup, lookup, lookup]))).toBe(
      'Statements with the same plan were sent 3 times.',
    )
    expect(what(statements([lookup, plan('Seq Scan on t'), plan('Seq Scan on u')]))).toBeNull()
  })

  it('one statement that ran often is the same', () => {
    expect(what(statements([lookup], 40))).toBe('The same statement was sent 40 times.')
  })

  it('BEGIN and COMMIT, which have no plan, are no loop', () => {
    const control = { text: 'COMMIT', fingerprint: fingerprint('COMMIT'), executions: 1, plan: null }
    expect(findings({ statements: [control, control, control] })).toEqual([])
  })
})
