import { beforeAll, describe, expect, test } from 'vitest'
import type { Measurement } from '../../engine/contract/index.ts'
import { loadSqlParser } from '../../sql/parser-module.ts'
import { context, measurement, task, totals } from '../testing/fixtures.ts'
import { evaluateCheck } from '../registry.ts'
import { statementsOf, syntaxOf } from '../syntax.ts'
import { blocks } from './blocking.ts'

beforeAll(() => loadSqlParser())

/** https://www.postgresql.org/docs/18/explicit-locking.html#LOCKING-TABLES */
describe('statements that make others wait', () => {
  const blocking = (text: string) => statementsOf(text).map(({ node }) => blocks(node))

  test.each([
    'CREATE INDEX ON t (a)',
    'CREATE TRIGGER r BEFORE INSERT ON t EXECUTE FUNCTION f()',
    'DROP INDEX i',
    'DROP TABLE t',
    'TRUNCATE t',
    'LOCK TABLE t',
    'CLUSTER t USING i',
    'VACUUM FULL t',
    'VACUUM (ANALYZE, FULL) t',
    'REINDEX TABLE t',
    'REFRESH MATERIALIZED VIEW v',
    'ALTER TABLE t RENAME TO u',
    'ALTER TABLE t ADD COLUMN b int',
    'ALTER TABLE t ADD CHECK (a > 0) NOT VALID',
    'ALTER TABLE t ALTER a TYPE bigint',
    'ALTER TABLE t ALTER a SET NOT NULL',
    'ALTER TABLE t VALIDATE CONSTRAINT c, ALTER a SET NOT NULL',
  ])('%s', (text) => {
    expect(blocking(text)).toEqual([true])
  })
  test.each([
    'CREATE INDEX CONCURRENTLY ON t (a)',
    'DROP INDEX CONCURRENTLY i',
    'VACUUM t',
    'VACUUM (ANALYZE) t',
    'ANALYZE t',
    'REINDEX TABLE CONCURRENTLY t',
    'REFRESH MATERIALIZED VIEW CONCURRENTLY v',
    'ALTER TABLE t VALIDATE CONSTRAINT c',
    'ALTER TABLE t ALTER a SET STATISTICS 500',
    'ALTER TABLE t ALTER a SET (n_distinct = 5)',
    'ALTER TABLE t ALTER a RESET (n_distinct)',
    'ALTER TABLE t SET (fillfactor = 70)',
    'ALTER TABLE t CLUSTER ON i',
    'ALTER TABLE t SET WITHOUT CLUSTER',
    'ALTER TABLE t ATTACH PARTITION p FOR VALUES IN (1)',
    'UPDATE t SET a = 1',
    'SELECT 1',
    'BEGIN',
    'CREATE TABLE t (a int)',
  ])('not %s', (text) => {
    expect(blocking(text)).toEqual([false])
  })
})

/** A measurement of a script whose statements touch so many blocks. */
function script(figures: readonly number[]): Measurement {
  const base = measurement()
  const [first] = base.statements
  if (!first) throw new Error('The fixture has a statement.')
  return { ...base, statements: figures.map((buffers) => ({ ...first, totals: totals({ buffers }) })) }
}

interface Sides {
  readonly before?: readonly [string, readonly number[]]
  readonly solution?: readonly [string, readonly number[]]
}

function check(max: unknown, query: string, figures: readonly number[], sides: Sides = {}, changes = '') {
  const [beforeQuery, beforeFigures] = sides.before ?? ['SELECT 1', [0]]
  const [solutionQuery, solutionFigures] = sides.solution ?? ['SELECT 1', [0]]
  const texts = { changes, query }
  return evaluateCheck(
    { kind: 'blocking', max },
    context(script(figures), {
      texts,
      syntax: syntaxOf(texts),
      task: task({
        before: { changes: '', query: beforeQuery },
        solution: { changes: '', query: solutionQuery },
      }),
      before: script(beforeFigures),
      reference: script(solutionFigures),
    }),
  )
}

const LOCK = 'ALTER TABLE t ADD CHECK (a > 0) NOT VALID'
const WORK = 'UPDATE t SET a = 1'

describe('blocks touched while others wait', () => {
  const held = (query: string, ...figures: number[]) => check(0, query, figures).actual

  test('a lock outside a transaction ends with its statement', () => {
    expect(held(`${WORK}; ${LOCK}; ${WORK}`, 1, 20, 300)).toBe(20)
  })
  test.each(['BEGIN', 'START TRANSACTION'])('%s … COMMIT: from the lock to its end', (begin) => {
    expect(held(`${begin}; ${WORK}; ${LOCK}; ${WORK}; COMMIT; ${WORK}`, 0, 1, 20, 300, 0, 4000)).toBe(320)
  })
  test('ROLLBACK ends it as well, and the next transaction starts without', () => {
    expect(held(`BEGIN; ${LOCK}; ROLLBACK; BEGIN; ${WORK}; COMMIT`, 0, 20, 0, 0, 300, 0)).toBe(20)
  })
  test('COMMIT AND CHAIN begins the next transaction', () => {
    expect(held(`BEGIN; COMMIT AND CHAIN; ${LOCK}; ${WORK}; COMMIT; ${WORK}`, 0, 0, 20, 300, 0, 4000)).toBe(
      320,
    )
    expect(
      held(
        `BEGIN; ${LOCK}; ROLLBACK AND CHAIN; ${WORK}; ${LOCK}; ${WORK}; COMMIT`,
        0,
        20,
        0,
        300,
        20,
        300,
        0,
      ),
    ).toBe(340)
  })
  test('a savepoint ends nothing', () => {
    expect(held(`BEGIN; ${LOCK}; SAVEPOINT s; ${WORK}; COMMIT`, 0, 20, 0, 300, 0)).toBe(320)
  })
  test('two locks in two statements of their own', () => {
    expect(held(`${LOCK}; ${WORK}; ${LOCK}`, 10, 200, 3000)).toBe(3010)
  })
})

describe('the verdict', () => {
  test('a number, or what the solution holds', () => {
    const passed = check(320, `BEGIN; ${LOCK}; ${WORK}; COMMIT`, [0, 20, 300, 0])
    expect(passed).toEqual({
      title: 'At most 320 buffers while others wait',
      passed: true,
      message: '320 buffers under a lock that makes others wait.',
      actual: 320,
      limit: 320,
    })
    const failed = check(319, `BEGIN; ${LOCK}; ${WORK}; COMMIT`, [0, 20, 300, 0])
    expect(failed).toMatchObject({ passed: false, actual: 320, limit: 319 })
    expect(failed.message).toMatch(/^320 buffers under a lock .*, at most 319\. /)
    const sides: Sides = { before: [LOCK, [3000]], solution: [LOCK, [50]] }
    expect(check('auto', LOCK, [300], sides)).toMatchObject({ passed: true, limit: 300 })
    expect(check('auto', LOCK, [301], sides)).toMatchObject({ passed: false, limit: 300 })
  })
  test('a number holds at the lesson’s own scale', () => {
    const larger = { ...script([70]), scale: 1 }
    const texts = { changes: '', query: LOCK }
    const verdict = evaluateCheck(
      { kind: 'blocking', max: 60 },
      context(larger, {
        texts,
        task: task({ before: texts, solution: texts }),
        before: larger,
        reference: larger,
      }),
    )
    expect(verdict).toMatchObject({ passed: true, limit: 150 })
  })
  test('a lock in the changes is refused by name, whatever was measured', () => {
    const hidden = check(1000, 'SELECT 1', [1], {}, `ANALYZE t; ${LOCK}`)
    expect(hidden).toMatchObject({ passed: false, actual: 0, limit: 1000 })
    expect(hidden.message).toMatch(
      /^`ALTER TABLE t ADD CHECK \(a > 0\) NOT VALID` locks the table in the changes/,
    )
  })
})
