import { describe, expect, test } from 'vitest'
import { FakeStorage, settled, testApp, type TestApp } from './test-app.ts'

async function solved(storage?: FakeStorage): Promise<TestApp> {
  const app = testApp(storage)
  await app.commands.navigate('#/lesson/composite-top-n')
  await settled()
  app.commands.edit('changes', 'CREATE INDEX mine')
  await app.commands.run()
  await settled()
  app.commands.flush()
  return app
}

const outcome = (app: TestApp, text: string) => app.commands.importProgress(text)

describe('progress as a file', () => {
  test('carries progress, text and history to another browser', async () => {
    const file = (await solved()).commands.exportProgress()
    const other = testApp()
    expect(outcome(other, file)).toEqual({ ok: true, lessons: 1 })
    expect(other.store.getState().progress['composite-top-n']?.passedAt).toBeTypeOf('number')
    expect(other.store.getState().history.some((entry) => entry.changes === 'CREATE INDEX mine')).toBe(true)
    await other.commands.navigate('#/lesson/composite-top-n')
    expect(other.store.getState().text.changes).toBe('CREATE INDEX mine')
    const reloaded = testApp(other.storage)
    expect(reloaded.store.getState().progress['composite-top-n']?.passedAt).toBeTypeOf('number')
  })

  test('overwrites no text: the file’s goes into the history', async () => {
    const file = (await solved()).commands.exportProgress()
    const other = testApp()
    await other.commands.navigate('#/lesson/composite-top-n')
    other.commands.edit('changes', 'CREATE INDEX theirs')
    other.commands.flush()
    outcome(other, file)
    await other.commands.navigate('#/free')
    await other.commands.navigate('#/lesson/composite-top-n')
    expect(other.store.getState().text.changes).toBe('CREATE INDEX theirs')
    expect(other.store.getState().history.some((entry) => entry.changes === 'CREATE INDEX mine')).toBe(true)
  })

  test('twice is as once, and nothing that was reached here is lost', async () => {
    const app = await solved()
    const file = app.commands.exportProgress()
    app.commands.unfoldHint()
    const before = app.store.getState()
    outcome(app, file)
    outcome(app, file)
    expect(app.store.getState().progress).toEqual(before.progress)
    expect(app.store.getState().history).toEqual(before.history)
  })

  test.each(['', 'null', '{}', '{"v":1,"data":{}}', '{"v":99,"data":{}}', 'PK\u0003\u0004'])(
    'refuses %j and changes nothing',
    async (text) => {
      const app = await solved()
      const before = app.store.getState()
      expect(outcome(app, text)).toMatchObject({ ok: false })
      expect(app.store.getState()).toEqual(before)
    },
  )
})
