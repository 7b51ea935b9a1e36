import { beforeAll, describe, expect, it } from 'vitest'
import { loadSqlParser } from '../../sql/parser-module.ts'
import type { Job } from '../contract/index.ts'
import { FakeLab, type Answer } from '../testing/fake-database.ts'
import { Session } from './session.ts'

beforeAll(loadSqlParser)

const SETUP = 'CREATE TABLE t (a int)'
const CHANGES = 'CREATE INDEX i ON t (a)'
const JOB: Job = { dataset: 'd', scale: 1, setup: SETUP, changes: CHANGES, query: 'SELECT a FROM t' }

/** A session whose databases answer by `answers`, which may be changed while it lives. */
function setUp(given: Record<string, Answer> = {}) {
  const answers: Record<string, Answer> = { [JOB.query]: { executions: [{}] }, ...given }
  const lab = new FakeLab((sql) => answers[sql])
  const session = new Session(lab)
  const measure = (job: Job) => session.measure(job, undefined, () => {})
  /** What the open database has been sent, but for the playground's own settings. */
  const sent = () => (lab.given.at(-1)?.sent ?? []).filter((sql) => !sql.includes('auto_explain'))
  return { lab, session, measure, sent, answers }
}

describe('which job the database stands at', () => {
  it('the console finds the database that the measurement left', async () => {
    const { lab, session, measure, sent } = setUp()
    expect(await measure(JOB)).toMatchObject({ ok: true })
    expect(await session.console(JOB, 'SELECT 2')).toMatchObject({ ok: true })
    expect(lab.given).toHaveLength(1)
    expect(sent().slice(0, 2)).toEqual([SETUP, CHANGES])
    expect(sent().at(-1)).toBe('SELECT 2')
  })

  it('another query on the same changes stands at the same place', async () => {
    const { lab, session, measure } = setUp()
    await measure(JOB)
    await session.console({ ...JOB, query: 'SELECT 3', timingRuns: 1 }, 'SELECT 2')
    expect(lab.given).toHaveLength(1)
  })

  it.each([
    ['other changes', { changes: 'CREATE INDEX j ON t (a)' }, [SETUP, 'CREATE INDEX j ON t (a)']],
    ['another setup', { setup: 'SELECT 9' }, ['SELECT 9', CHANGES]],
    ['no changes', { changes: '' }, [SETUP]],
  ])('%s: the database is brought there first', async (_name, other, applied) => {
    const { lab, session, measure, sent } = setUp()
    await measure(JOB)
    await session.console({ ...JOB, ...other }, 'SELECT 2')
    expect(lab.given).toHaveLength(2)
    expect(sent()).toEqual([...applied, 'SELECT 2'])
  })

  it('what the console did stays until reset', async () => {
    const { lab, session, sent } = setUp()
    await session.console(JOB, 'DELETE FROM t')
    await session.console(JOB, 'SELECT 2')
    expect(sent()).toEqual([SETUP, CHANGES, 'DELETE FROM t', 'SELECT 2'])
    expect(await session.reset()).toEqual({ ok: true, value: null })
    await session.console(JOB, 'SELECT 3')
    expect(lab.given).toHaveLength(2)
    expect(sent()).toEqual([SETUP, CHANGES, 'SELECT 3'])
  })

  it('after a crash of the catalog the console has the changes again', async () => {
    const { session, measure, sent, answers } = setUp()
    await measure(JOB)
    answers['SHOW search_path'] = { crash: 'gone' }
    expect(await session.catalog(JOB)).toEqual({ ok: false, error: { kind: 'crash', message: 'gone' } })
    delete answers['SHOW search_path']
    await session.console(JOB, 'SELECT 2')
    expect(sent()).toEqual([SETUP, CHANGES, 'SELECT 2'])
  })

  it('after a crash in the console the next statement has the changes again', async () => {
    const { session, sent } = setUp({ 'SELECT boom()': { crash: 'gone' } })
    expect(await session.console(JOB, 'SELECT boom()')).toEqual({
      ok: false,
      error: { kind: 'crash', message: 'gone' },
    })
    await session.console(JOB, 'SELECT 2')
    expect(sent()).toEqual([SETUP, CHANGES, 'SELECT 2'])
  })

  it('a catalog that cannot be read means a database that is not used again', async () => {
    const { session, sent, answers } = setUp({
      'SHOW search_path': { error: { message: 'no such function' } },
    })
    expect(await session.catalog(JOB)).toMatchObject({
      ok: false,
      error: { kind: 'crash', message: expect.stringContaining('(no such function)') },
    })
    delete answers['SHOW search_path']
    await session.console(JOB, 'SELECT 2')
    expect(sent()).toEqual([SETUP, CHANGES, 'SELECT 2'])
  })

  it('a request that commits leaves a database that nobody looks at', async () => {
    const { session, measure, sent } = setUp({ 'DELETE FROM t': { executions: [{}] } })
    const measured = await measure({ ...JOB, query: 'BEGIN; DELETE FROM t; COMMIT' })
    expect(measured).toMatchObject({ ok: true })
    await session.console(JOB, 'SELECT 2')
    expect(sent()).toEqual([SETUP, CHANGES, 'SELECT 2'])
  })

  it('a measurement that fails leaves a database that nobody looks at', async () => {
    const { session, measure, sent } = setUp({ 'SELECT a FROM t': { error: { code: '42703' } } })
    expect(await measure(JOB)).toMatchObject({
      ok: false,
      error: { kind: 'postgres', error: { code: '42703' } },
    })
    await session.console(JOB, 'SELECT 2')
    expect(sent()).toEqual([SETUP, CHANGES, 'SELECT 2'])
  })

  it('changes that cannot be applied are told, and the next base is looked at all the same', async () => {
    const { session, sent } = setUp({ [CHANGES]: { error: { code: '42P01', message: 'no t' } } })
    expect(await session.console(JOB, 'SELECT 2')).toMatchObject({
      ok: false,
      error: { kind: 'postgres', span: { pane: 'changes' }, error: { code: '42P01' } },
    })
    expect(await session.console({ ...JOB, changes: '' }, 'SELECT 2')).toMatchObject({ ok: true })
    expect(sent()).toEqual([SETUP, 'SELECT 2'])
  })

  it('changes that cannot be read are told before anything is opened', async () => {
    const { lab, session } = setUp()
    expect(await session.console({ ...JOB, changes: 'CREATE IDEX' }, 'SELECT 2')).toMatchObject({
      ok: false,
      error: { kind: 'text', span: { pane: 'changes' } },
    })
    expect(lab.given).toEqual([])
  })

  it('the bill leaves no database to look at', async () => {
    const { session, sent } = setUp()
    await session.console(JOB, 'DELETE FROM t')
    expect(await session.bill(JOB)).toEqual({ ok: true, value: [] })
    await session.console(JOB, 'SELECT 2')
    expect(sent()).toEqual([SETUP, CHANGES, 'SELECT 2'])
  })
})
