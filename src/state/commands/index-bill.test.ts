import { describe, expect, test } from 'vitest'
import type { EngineError } from '../../engine/contract/index.ts'
import { changed, index, measurement } from '../../grading/testing/fixtures.ts'
import { patch, type CommandContext } from '../command-context.ts'
import { newIndexes } from '../new-indexes.ts'
import { settled, testApp, type TestApp } from '../testing/app.ts'

const FAILED: EngineError = { kind: 'crash', message: 'out of memory' }

const OLD = index('old', 'message', ['id'])

/** A Run whose changes added an index to `table`. */
const withIndex = (table = 'message') =>
  changed({ indexes: [OLD, index('added', table, ['sent_at'])] }, { indexes: [OLD] })

async function ran(): Promise<TestApp> {
  const app = testApp()
  await app.commands.navigate('#/free')
  app.commands.edit('changes', 'CREATE INDEX')
  await app.commands.run()
  await settled()
  const { attempt } = app.store.getState().bench
  if (!attempt) throw new Error('Nothing was measured.')
  patch({ store: app.store } as CommandContext, 'bench', {
    attempt: { ...attempt, measurement: withIndex() },
  })
  return app
}

test('new indexes are those on tables that were there before', () => {
  expect(newIndexes(withIndex()).map(({ name }) => name)).toEqual(['added'])
  expect(newIndexes(withIndex('made by the changes'))).toEqual([])
  const { catalog: _, ...without } = measurement()
  expect(newIndexes(without)).toEqual([])
})

describe('the index bill', () => {
  test('is measured once', async () => {
    const app = await ran()
    const billing = app.commands.billIndexes()
    expect(app.store.getState().bill.status).toBe('working')
    await app.commands.billIndexes()
    await billing
    await app.commands.billIndexes()
    expect(app.engine.billed.map(({ changes }) => changes)).toEqual(['CREATE INDEX'])
    expect(app.store.getState().bill).toMatchObject({ status: 'ready', bills: [], error: null })
  })

  test('is tried again after a failure', async () => {
    const app = await ran()
    app.engine.bills = { ok: false, error: FAILED }
    await app.commands.billIndexes()
    expect(app.store.getState().bill).toMatchObject({ status: 'failed', error: FAILED })
    app.engine.bills = { ok: true, value: [] }
    await app.commands.billIndexes()
    expect(app.store.getState().bill).toMatchObject({ status: 'ready', error: null })
    expect(app.engine.billed).toHaveLength(2)
  })

  test('that was stopped is none, and is measured when it is asked for again', async () => {
    const app = await ran()
    app.engine.bills = { ok: false, error: { kind: 'stopped' } }
    await app.commands.billIndexes()
    expect(app.store.getState().bill).toMatchObject({ status: 'none', error: null })
    await app.commands.billIndexes()
    expect(app.engine.billed).toHaveLength(2)
  })

  test('of a page that was left is shown nowhere', async () => {
    const app = await ran()
    const billing = app.commands.billIndexes()
    await app.commands.navigate('#/lesson/composite-top-n')
    await billing
    expect(app.store.getState().bill).toMatchObject({ status: 'none', of: null })
  })

  test('is not measured without new indexes, nor without a Run', async () => {
    const app = testApp()
    await app.commands.billIndexes()
    await app.commands.navigate('#/free')
    await app.commands.billIndexes()
    await app.commands.run()
    await app.commands.billIndexes()
    expect(app.engine.billed).toEqual([])
    expect(app.store.getState().bill.status).toBe('none')
  })
})
