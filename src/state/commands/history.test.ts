import { describe, expect, test } from 'vitest'
import { HISTORY, KEYS } from '../stored-shapes.ts'
import { encode, read } from '../persist.ts'
import { settled, testApp, type TestApp } from '../testing/app.ts'
import { entry } from '../testing/entry.ts'

const DOCUMENT = 'lesson:composite-top-n'

async function opened(): Promise<TestApp> {
  const app = testApp()
  await app.commands.navigate('#/lesson/composite-top-n')
  await settled()
  return app
}

const state = (app: TestApp) => app.store.getState()
const storedOf = (app: TestApp) => {
  const stored = read(app.storage, KEYS.history, HISTORY)
  return stored.kind === 'value' ? stored.value : []
}

describe('a Run', () => {
  test('puts the text into the history, with its document and its time, and notes what it gave', async () => {
    const app = await opened()
    app.commands.edit('changes', 'CREATE INDEX good')
    await app.commands.run()
    const [newest] = state(app).history
    expect(newest).toMatchObject({
      document: DOCUMENT,
      reason: 'run',
      changes: 'CREATE INDEX good',
      query: 'SELECT slow',
      buffers: 21,
      passed: true,
    })
    expect(newest?.at).toBeGreaterThan(1_000_000)
    expect(storedOf(app)).toEqual(state(app).history)
  })

  test('is kept before it is measured: a page that goes meanwhile has it', async () => {
    const app = await opened()
    app.engine.auto = false
    app.commands.edit('changes', 'CREATE INDEX other')
    void app.commands.run()
    expect(storedOf(app)).toMatchObject([{ reason: 'run', changes: 'CREATE INDEX other' }])
    expect(storedOf(app)[0]?.buffers).toBeUndefined()
  })

  test('of the same text once more is no further entry', async () => {
    const app = await opened()
    app.commands.edit('changes', 'CREATE INDEX good')
    await app.commands.run()
    await app.commands.run()
    expect(state(app).history).toHaveLength(1)
  })

  test('joins what another page has stored meanwhile', async () => {
    const app = await opened()
    app.storage.values.set(KEYS.history, encode(HISTORY, [entry(1, 'of two', { document: DOCUMENT })]))
    app.commands.edit('changes', 'of one')
    await app.commands.run()
    expect(state(app).history.map(({ changes }) => changes)).toEqual(['of one', 'of two'])
    expect(storedOf(app)).toEqual(state(app).history)
  })
})

test('the history is there where the storage refuses it', async () => {
  const app = await opened()
  app.storage.failure = new DOMException('no', 'SecurityError')
  app.commands.edit('changes', 'mine')
  await app.commands.run()
  expect(state(app).history).toMatchObject([{ changes: 'mine', buffers: 21 }])
  expect(storedOf(app)).toEqual([])
  expect(state(app).notices.map(({ id }) => id)).toEqual(['keeping'])
})

test('another page’s text that the history holds already is not put there twice', async () => {
  const app = await opened()
  app.commands.edit('changes', 'of one')
  await app.commands.run()
  app.commands.flush()
  const two = testApp(app.storage)
  await two.commands.navigate('#/lesson/composite-top-n')
  app.commands.edit('changes', 'of one, later')
  app.commands.flush()
  app.commands.edit('changes', 'of one')
  app.commands.flush()
  two.commands.edit('changes', 'of two')
  two.commands.flush()
  expect(state(two).history.filter(({ changes }) => changes === 'of one')).toHaveLength(1)
})
