import { beforeAll, expect, test } from 'vitest'
import type { Measurement, PgError } from '../../engine/contract/index.ts'
import type { CheckSpec } from '../../shared/check-spec.ts'
import { loadSqlParser } from '../../sql/parser-module.ts'
import { catalog, index, measurement, relation, task, totals } from '../testing/fixtures.ts'
import { evaluateCheck } from '../registry.ts'
import { syntaxOf } from '../syntax.ts'
import type { PaneText } from '../../experiment/types.ts'

beforeAll(() => loadSqlParser())

const FAILED: PgError = { severity: 'ERROR', code: '23505', message: 'duplicate key value' }

/** A measurement of so many statements, with their buffers; a null one failed. */
function script(figures: readonly (number | null)[], more: Partial<Measurement> = {}): Measurement {
  const base = measurement(more)
  const [first] = base.statements
  if (!first) throw new Error('The fixture has a statement.')
  return {
    ...base,
    statements: figures.map((buffers) => ({
      ...first,
      totals: totals({ buffers: buffers ?? 0 }),
      ...(buffers === null ? { error: FAILED } : {}),
    })),
  }
}

const check = (spec: CheckSpec, attempt: Measurement, texts: PaneText = { changes: '', query: '' }) =>
  evaluateCheck(spec, {
    task: task({ checks: [spec], before: texts, solution: texts }),
    texts,
    syntax: syntaxOf(texts),
    before: attempt,
    reference: attempt,
    attempt,
  })

test('errors: none, or exactly as many as the lesson has', () => {
  expect(check({ kind: 'errors' }, script([1, 2])).passed).toBe(true)
  expect(check({ kind: 'errors' }, script([1, null]))).toMatchObject({ passed: false, actual: 1, limit: 0 })
  const one = { kind: 'errors', min: 1, max: 1 }
  expect(check(one, script([1, null, 3])).passed).toBe(true)
  expect(check(one, script([null, null])).passed).toBe(false)
  expect(check(one, script([1]))).toMatchObject({ passed: false, actual: 0 })
  expect(check({ ...one, code: '23505' }, script([1, null, 3])).passed).toBe(true)
  const other = check({ ...one, code: '23514' }, script([1, null, 3]))
  expect(other).toMatchObject({ passed: false, message: expect.stringMatching(/not the error/) as string })
})

test('blocking: counts what runs under a lock, to the end of its transaction', () => {
  const held = (query: string, figures: readonly number[]) =>
    check({ kind: 'blocking', max: 0 }, script(figures), { changes: '', query }).actual
  expect(held('ALTER TABLE t ADD CHECK (a > 0);', [100])).toBe(100)
  expect(
    held('ALTER TABLE t ADD CHECK (a > 0) NOT VALID; ALTER TABLE t VALIDATE CONSTRAINT c;', [1, 100]),
  ).toBe(1)
  expect(
    held(
      'BEGIN; ALTER TABLE t ADD CHECK (a > 0) NOT VALID; ALTER TABLE t VALIDATE CONSTRAINT c; COMMIT; SELECT 1',
      [0, 1, 100, 0, 7],
    ),
  ).toBe(101)
  expect(held('CREATE INDEX ON t (a)', [50])).toBe(50)
  expect(held('CREATE INDEX CONCURRENTLY ON t (a)', [50])).toBe(0)
  expect(held('VACUUM t; UPDATE t SET a = 1; ANALYZE t', [9, 9, 9])).toBe(0)
  expect(held('VACUUM FULL t', [9])).toBe(9)
  expect(held('ALTER TABLE t ALTER a SET STATISTICS 500, ALTER b SET NOT NULL', [9])).toBe(9)
})

test('blocking: a lock in the changes is not measured, so it is refused', () => {
  const hidden = { changes: 'ALTER TABLE t ALTER a SET NOT NULL', query: 'SELECT 1' }
  expect(check({ kind: 'blocking', max: 10 }, script([1]), hidden)).toMatchObject({
    passed: false,
    actual: 0,
  })
  const quiet = { changes: 'CREATE INDEX CONCURRENTLY ON t (a)', query: 'SELECT 1' }
  expect(check({ kind: 'blocking', max: 10 }, script([1]), quiet).passed).toBe(true)
})

test('no-rewrite: the table keeps its file', () => {
  const spec = { kind: 'no-rewrite', table: 'message' }
  expect(check(spec, measurement()).passed).toBe(true)
  const after = catalog({ relations: [relation('message', { filenode: 1 })] })
  expect(check(spec, measurement({ catalog: { before: catalog(), after } })).passed).toBe(false)
})

test('constraint: a partial unique index counts only where its condition is asked for', () => {
  const unique = (predicate: string | null) => {
    const definition = `CREATE UNIQUE INDEX u ON public.message (event_id, guest)${predicate === null ? '' : ` WHERE ${predicate}`}`
    const own = index('u', 'message', ['event_id', 'guest'], { unique: true, predicate, definition })
    return measurement({ catalog: { before: catalog(), after: catalog({ indexes: [own] }) } })
  }
  const spec = { kind: 'constraint', table: 'message', type: 'unique', mentions: ['event_id', 'guest'] }
  expect(check(spec, unique(null)).passed).toBe(true)
  expect(check(spec, unique('(status = 1)')).passed).toBe(false)
  expect(check({ ...spec, mentions: ['event_id', 'status'] }, unique('(status = 1)')).passed).toBe(true)
})
