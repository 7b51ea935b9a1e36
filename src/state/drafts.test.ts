import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { KEYS } from './stored-shapes.ts'
import { settled, testApp, type TestApp } from './testing/app.ts'
import { FakeStorage } from './testing/fake-storage.ts'
import { LESSON } from './testing/lesson.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const KEY = KEYS.draft('lesson:composite-top-n')

async function opened(storage?: FakeStorage): Promise<TestApp> {
  const app = testApp(storage)
  await app.commands.navigate('#/lesson/composite-top-n')
  await settled()
  return app
}

describe('a text', () => {
  test('is kept a moment after typing and is there after a reload', async () => {
    const app = await opened()
    app.commands.edit('changes', 'mine')
    expect(app.store.getState().saving).toBe('pending')
    vi.advanceTimersByTime(1000)
    expect(app.store.getState().saving).toBe('saved')
    expect((await opened(app.storage)).store.getState().text.changes).toBe('mine')
  })

  test('is kept at once when the page goes', async () => {
    const app = await opened()
    app.commands.edit('changes', 'mine')
    app.commands.flush()
    expect((await opened(app.storage)).store.getState().text.changes).toBe('mine')
  })

  test('is kept when another lesson is opened', async () => {
    const app = await opened()
    app.commands.edit('changes', 'mine')
    await app.commands.navigate('#/free')
    await app.commands.navigate('#/lesson/composite-top-n')
    expect(app.store.getState().text.changes).toBe('mine')
  })

  test('that cannot be kept is not lost silently', async () => {
    const app = await opened()
    app.storage.failure = new DOMException('no room', 'QuotaExceededError')
    app.commands.edit('changes', 'mine')
    app.commands.flush()
    const { saving, notices, text } = app.store.getState()
    expect(saving).toBe('failed')
    expect(text.changes).toBe('mine')
    expect(notices[0]?.text).toMatch(/full/)
    expect(notices[0]?.action?.command.kind).toBe('export')
    app.storage.failure = undefined
    app.commands.edit('changes', 'mine again')
    app.commands.flush()
    expect(app.store.getState().saving).toBe('saved')
  })

  test('works without any storage', async () => {
    const app = testApp(undefined, { storage: undefined })
    await app.commands.navigate('#/lesson/composite-top-n')
    app.commands.edit('changes', 'mine')
    app.commands.flush()
    expect(app.store.getState().notices[0]?.text).toMatch(/stores nothing/)
    expect(app.store.getState().text.changes).toBe('mine')
  })
})

describe('two tabs', () => {
  test('the text of the one that saved first is kept when the other overwrites it', async () => {
    const one = await opened()
    const two = await opened(one.storage)
    one.commands.edit('changes', 'of one')
    one.commands.flush()
    two.commands.edit('changes', 'of two')
    two.commands.flush()
    const kept = two.store.getState().history.find(({ reason }) => reason === 'other-tab')
    expect(kept?.changes).toBe('of one')
    expect(two.store.getState().text.changes).toBe('of two')
  })

  test('the other is told, and may take the text over', async () => {
    const one = await opened()
    const two = await opened(one.storage)
    two.commands.edit('changes', 'of two')
    one.commands.edit('changes', 'of one')
    one.commands.flush()
    two.commands.storageChanged(KEY, one.storage.getItem(KEY))
    const [notice] = two.store.getState().notices
    expect(notice?.action?.command.kind).toBe('use-text')
    expect(two.store.getState().text.changes).toBe('of two')
    if (notice?.action) two.commands.actOnNotice(notice.id, notice.action.command)
    expect(two.store.getState().text.changes).toBe('of one')
    expect(two.store.getState().notices).toEqual([])
    expect(two.store.getState().history.some(({ changes }) => changes === 'of two')).toBe(true)
  })

  test('a text that both have is no conflict', async () => {
    const one = await opened()
    const two = await opened(one.storage)
    one.commands.edit('changes', 'same')
    one.commands.flush()
    two.commands.edit('changes', 'same')
    two.commands.storageChanged(KEY, one.storage.getItem(KEY))
    two.commands.flush()
    expect(two.store.getState().notices).toEqual([])
    expect(two.store.getState().history.filter(({ reason }) => reason === 'other-tab')).toEqual([])
  })

  test('history and progress of both are joined', async () => {
    const one = await opened()
    const two = await opened(one.storage)
    one.commands.edit('changes', 'CREATE INDEX')
    await one.commands.run()
    two.commands.storageChanged(KEYS.history, one.storage.getItem(KEYS.history))
    two.commands.storageChanged(KEYS.progress, one.storage.getItem(KEYS.progress))
    expect(two.store.getState().history.some(({ changes }) => changes === 'CREATE INDEX')).toBe(true)
    expect(two.store.getState().progress[LESSON.id]?.passedAt).toBeGreaterThan(0)
  })
})

describe('what is stored', () => {
  test.each([
    '',
    '{',
    'null',
    '[]',
    '{"v":1}',
    '{"v":1,"data":{"changes":1}}',
    '{"v":99,"data":{}}',
    '{"v":0,"data":{}}',
  ])('unreadable %s is set aside and replaced by the lesson’s text', async (stored) => {
    const storage = new FakeStorage()
    storage.values.set(KEY, stored)
    storage.values.set(KEYS.preferences, stored)
    storage.values.set(KEYS.history, stored)
    const app = await opened(storage)
    expect(app.store.getState().text).toEqual(LESSON.before)
    expect(storage.values.get(`${KEY}.unreadable`)).toBe(stored)
    expect(app.store.getState().preferences.theme).toBe('system')
  })

  test('theme and sizes survive', async () => {
    const app = await opened()
    app.commands.setTheme('dark')
    app.commands.setLayout('columns', { lesson: 20, editor: 30, result: 50 })
    const again = await opened(app.storage)
    expect(again.store.getState().preferences).toEqual({
      theme: 'dark',
      layout: { columns: { lesson: 20, editor: 30, result: 50 } },
    })
  })

  test('hints that were unfolded stay unfolded, and there are no more than the lesson has', async () => {
    const app = await opened()
    for (let press = 0; press < 5; press++) app.commands.unfoldHint()
    expect((await opened(app.storage)).store.getState().progress[LESSON.id]?.hints).toBe(2)
  })
})

describe('files', () => {
  test('an experiment fills both panes, the old text is in the history', async () => {
    const app = await opened()
    await app.commands.openFile('a.sql', '-- @changes\nCREATE INDEX x\n-- @query\nSELECT 2', 'query')
    expect(app.store.getState().text).toEqual({ changes: 'CREATE INDEX x', query: 'SELECT 2' })
    expect(app.store.getState().history[0]).toMatchObject({ reason: 'open', ...LESSON.before })
  })

  test('plain SQL goes into the pane it was dropped on', async () => {
    const app = await opened()
    await app.commands.openFile('a.sql', 'CREATE INDEX y', 'changes')
    expect(app.store.getState().text).toEqual({ changes: 'CREATE INDEX y', query: LESSON.before.query })
  })
})
