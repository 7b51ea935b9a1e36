import { expect, test } from 'vitest'
import { FakeDatabase } from '../testing/fake-database.ts'
import { LOG_OFF, LOG_ON, NESTED_OFF, NESTED_ON, TIMING_OFF, TIMING_ON } from '../postgres/plan-log.ts'
import { inTransaction } from './in-transaction.ts'
import { withPlanLog, type LogDetail } from './with-plan-log.ts'

test.each<[LogDetail, string[], string[]]>([
  ['plain', [LOG_ON], [LOG_OFF]],
  ['nested', [LOG_ON, NESTED_ON], [NESTED_OFF, LOG_OFF]],
  ['timed', [LOG_ON, TIMING_ON], [TIMING_OFF, LOG_OFF]],
])('%s: on before, off after, and gives what the work gave', async (detail, on, off) => {
  const database = new FakeDatabase()
  expect(await withPlanLog(database, detail, async () => (await database.exec('SELECT 1'), 7))).toBe(7)
  expect(database.sent).toEqual([...on, 'SELECT 1', ...off])
})

test('around a transaction, it is off again after the rollback', async () => {
  const database = new FakeDatabase()
  await withPlanLog(database, 'plain', () => inTransaction(database, () => database.exec('SELECT 1')))
  expect(database.sent).toEqual([LOG_ON, 'BEGIN', 'SELECT 1', 'ROLLBACK', LOG_OFF])
})

test('in a failed transaction nothing more is sent', async () => {
  const database = new FakeDatabase((sql) =>
    sql === 'SELECT 1/0' ? { error: { code: '22012' } } : undefined,
  )
  await withPlanLog(database, 'plain', async () => {
    await database.exec('BEGIN')
    await database.exec('SELECT 1/0').catch(() => {})
  })
  expect(database.sent).toEqual([LOG_ON, 'BEGIN', 'SELECT 1/0'])
})
