import { describe, expect, test } from 'vitest'
import { encode } from '../persist.ts'
import { DRAFT, KEYS, PREFERENCES } from '../stored-shapes.ts'
import { settled, testApp, type TestApp } from '../testing/app.ts'
import { LESSON } from '../testing/lesson.ts'

const DOCUMENT = `lesson:${LESSON.id}`
const KEY = KEYS.draft(DOCUMENT)

async function opened(): Promise<TestApp> {
  const app = testApp()
  await app.commands.navigate(`#/lesson/${LESSON.id}`)
  await settled()
  return app
}

const state = (app: TestApp) => app.store.getState()
const draft = (changes: string, revision = 'theirs') =>
  encode(DRAFT, { changes, query: LESSON.before.query, savedAt: 1, revision })

describe('a text of another tab', () => {
  test('is offered, and the own one goes into the history: its only place may have been written over', async () => {
    const app = await opened()
    app.commands.edit('changes', 'mine')
    app.commands.storageChanged(KEY, draft('theirs'))
    expect(state(app).text.changes).toBe('mine')
    expect(state(app).history).toMatchObject([{ document: DOCUMENT, reason: 'other-tab', changes: 'mine' }])
    expect(state(app).notices).toMatchObject([
      {
        id: 'other-tab',
        tone: 'info',
        action: {
          command: {
            kind: 'use-text',
            document: DOCUMENT,
            text: { changes: 'theirs', query: LESSON.before.query },
          },
        },
      },
    ])
  })

  test('is offered where the own one is the lesson’s, which need not be kept', async () => {
    const app = await opened()
    app.commands.storageChanged(KEY, draft('theirs'))
    expect(state(app).notices).toHaveLength(1)
    expect(state(app).history).toEqual([])
  })

  test('that has become the same as the own one takes the offer back', async () => {
    const app = await opened()
    app.commands.edit('changes', 'mine')
    app.commands.storageChanged(KEY, draft('theirs'))
    app.commands.storageChanged(KEY, draft('mine', 'later'))
    expect(state(app).notices).toEqual([])
  })

  test('the latest of several is what is offered', async () => {
    const app = await opened()
    app.commands.storageChanged(KEY, draft('theirs'))
    app.commands.storageChanged(KEY, draft('theirs, later', 'later'))
    expect(state(app).notices).toHaveLength(1)
    expect(state(app).notices[0]?.action?.command).toMatchObject({ text: { changes: 'theirs, later' } })
  })

  test('of another document, unreadable, or what this page wrote itself, is no news', async () => {
    const app = await opened()
    app.commands.storageChanged(KEYS.draft('free'), draft('theirs'))
    app.commands.storageChanged(KEY, '{')
    app.commands.storageChanged('planground.unknown', draft('theirs'))
    app.commands.edit('changes', 'mine')
    app.commands.flush()
    const own = app.storage.getItem(KEY)
    app.commands.edit('changes', 'mine, later')
    app.commands.storageChanged(KEY, own)
    expect(state(app)).toMatchObject({ notices: [], history: [] })
  })

  test('is nobody’s business where no document is open', async () => {
    const app = testApp()
    await app.commands.navigate('#/')
    app.commands.storageChanged(KEY, draft('theirs'))
    expect(state(app).notices).toEqual([])
  })
})

describe('preferences of another tab', () => {
  test('give this one their theme and leave its sizes', async () => {
    const app = await opened()
    app.commands.setLayout('columns', { lesson: 20 })
    const theirs = { theme: 'dark', layout: { columns: { lesson: 80 } } } as const
    app.commands.storageChanged(KEYS.preferences, encode(PREFERENCES, theirs))
    expect(state(app).preferences).toEqual({ theme: 'dark', layout: { columns: { lesson: 20 } } })
  })

  test('that cannot be read change nothing', async () => {
    const app = await opened()
    const before = state(app).preferences
    app.commands.storageChanged(KEYS.preferences, '{"v":1,"data":{"theme":"pink"}}')
    expect(state(app).preferences).toEqual(before)
  })
})
