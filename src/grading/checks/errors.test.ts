import { describe, expect, test } from 'vitest'
import { context, measurement } from '../testing/fixtures.ts'
import { evaluateCheck } from '../registry.ts'

/** A script's statements by tag; each fails with the SQLSTATE that is given, or does not. */
const check = (spec: object, ...codes: readonly (string | null)[]) =>
  evaluateCheck({ kind: 'errors', ...spec }, context(script(...codes)))

function script(...codes: readonly (string | null)[]) {
  const base = measurement()
  const [first] = base.statements
  if (!first) throw new Error('The fixture has a statement.')
  return {
    ...base,
    statements: codes.map((code, at) => ({
      ...first,
      text: `STATEMENT ${at}`,
      tag: `S${at}`,
      ...(code === null ? {} : { error: { severity: 'ERROR', code, message: `error ${code}` } }),
    })),
  }
}

describe('none may fail', () => {
  test('and none does', () => {
    expect(check({}, null, null)).toEqual({
      title: 'No statement fails',
      passed: true,
      message: 'No statement fails.',
      actual: 0,
      limit: 0,
    })
  })
  test('the first that does is named', () => {
    expect(check({}, null, '23505')).toEqual({
      title: 'No statement fails',
      passed: false,
      message: '1 statement fails; it is `S1`: error 23505.',
      actual: 1,
      limit: 0,
    })
    expect(check({}, '23505', '22012').message).toBe('2 statements fail; the first is `S0`: error 23505.')
  })
})

describe('as many as the lesson has', () => {
  test('the title says how many', () => {
    expect(check({ min: 1, max: 1 }, null).title).toBe('Exactly 1 statement fails')
    expect(check({ min: 2, max: 2 }, null).title).toBe('Exactly 2 statements fail')
    expect(check({ max: 1 }, null).title).toBe('At most 1 statement fails')
    expect(check({ min: 1, max: 2 }, null).title).toBe('At most 2 statements fail')
  })
  test('fewer: something was not sent', () => {
    const fewer = check({ min: 2, max: 2 }, null, '23505')
    expect(fewer).toMatchObject({ passed: false, actual: 1, limit: 2 })
    expect(fewer.message).toMatch(/^1 statement fails; it is `S1`.*Send everything/)
  })
  test('fewer, although everything was sent: nothing refuses it', () => {
    const solution = script(null, '23514', null)
    const verdict = (attempt: typeof solution) =>
      evaluateCheck({ kind: 'errors', min: 1, max: 1 }, { ...context(attempt), reference: solution }).message
    expect(verdict(script(null, null, null))).toBe(
      'No statement fails. `STATEMENT 1` should be refused and is stored: a constraint has to forbid it.',
    )
    expect(verdict(script(null))).toMatch(/Send everything/)
  })
  test('as many, or up to as many', () => {
    expect(check({ min: 1, max: 2 }, '23505').passed).toBe(true)
    expect(check({ min: 1, max: 2 }, '23505', '23505')).toMatchObject({ passed: true, actual: 2 })
    expect(check({ min: 1, max: 2 }, '23505', '23505', '23505').passed).toBe(false)
  })
})

test('between others that succeed, where the lesson has it there', () => {
  const spec = { min: 1, max: 1, between: 'INSERT' }
  const verdict = (...codes: readonly (string | null)[]) => {
    const attempt = script(...codes)
    return evaluateCheck(
      { kind: 'errors', ...spec },
      context({ ...attempt, statements: attempt.statements.map((each) => ({ ...each, tag: 'INSERT' })) }),
    )
  }
  expect(verdict(null, '23514', null).passed).toBe(true)
  expect(verdict(null, null, '23514')).toMatchObject({ passed: false, actual: 1 })
  expect(verdict('23514', null, null).message).toMatch(/leave the statements in their order/)
  // Others of the script are no lines of it.
  expect(check(spec, null, '23514', null).passed).toBe(false)
})

describe('with the error of the lesson', () => {
  const spec = { min: 1, max: 2, code: '23514' }
  test('all of that error', () => {
    expect(check(spec, '23514', null, '23514').passed).toBe(true)
  })
  test('one of another error is named', () => {
    const other = check(spec, '23514', '42601')
    expect(other).toMatchObject({ passed: false, actual: 2 })
    expect(other.message).toMatch(/^2 statements fail; one is `S1`: error 42601\. That is not the error/)
    expect(check(spec, '42601').message).toMatch(/^1 statement fails; it is `S0`: error 42601\. That is not/)
  })
  test('where too many fail, that is what is said', () => {
    expect(check(spec, '23514', '42601', '23514').message).toBe(
      '3 statements fail; the first is `S0`: error 23514.',
    )
  })
})
