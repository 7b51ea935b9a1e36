import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { settled, testApp, type TestApp } from '../testing/app.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const GOOD = 'CREATE INDEX good'

async function openLesson(app: TestApp): Promise<void> {
  await app.commands.navigate('#/lesson/composite-top-n')
  await settled()
}

describe('console', () => {
  test('means the database of the baseline, and after a Run that of the Run', async () => {
    const app = testApp()
    await openLesson(app)
    await vi.runAllTimersAsync()
    await app.commands.runConsole('SELECT 1')
    app.commands.edit('changes', GOOD)
    await app.commands.runConsole('SELECT 2')
    await app.commands.run()
    await app.commands.runConsole('SELECT 3')
    const asked = app.engine.looked.map(({ base, sql }) => [sql, base.changes])
    expect(asked).toEqual([
      ['SELECT 1', ''],
      ['SELECT 2', ''],
      ['SELECT 3', GOOD],
    ])
  })

  test('Reset undoes what it changed', async () => {
    const app = testApp()
    await openLesson(app)
    await app.commands.runConsole('UPDATE t')
    app.commands.reset()
    expect(app.engine.resets).toBe(1)
    expect(app.store.getState().console.dirty).toBe(false)
  })

  test('what it changes is marked until the next Run', async () => {
    const app = testApp()
    await openLesson(app)
    await app.commands.runConsole('SELECT 1')
    expect(app.store.getState().console.dirty).toBe(false)
    await app.commands.runConsole('UPDATE t')
    expect(app.store.getState().console.dirty).toBe(true)
    await app.commands.run()
    expect(app.store.getState().console.dirty).toBe(false)
  })

  test('what is typed and not sent outlives a Run and another document', async () => {
    const app = testApp()
    await openLesson(app)
    app.commands.typeConsole('SELECT unsent')
    await app.commands.runConsole('SELECT 1')
    await app.commands.run()
    app.commands.clearConsole()
    await app.commands.navigate('#/free')
    expect(app.store.getState().console).toMatchObject({ input: 'SELECT unsent', entries: [] })
  })
})
