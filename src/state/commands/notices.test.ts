import { expect, test } from 'vitest'
import type { Notice, NoticeAction } from '../app-state.ts'
import { settled, testApp, type TestApp } from '../testing/app.ts'
import { LESSON } from '../testing/lesson.ts'

async function opened(): Promise<TestApp> {
  const app = testApp()
  await app.commands.navigate(`#/lesson/${LESSON.id}`)
  await settled()
  app.commands.edit('changes', 'mine')
  return app
}

const state = (app: TestApp) => app.store.getState()
const ids = (app: TestApp) => state(app).notices.map(({ id }) => id)

const THEIRS = { changes: 'theirs', query: 'SELECT theirs' }
const useText = (document: string): NoticeAction => ({ kind: 'use-text', document, text: THEIRS })
const notice = (id: string, text = id): Notice => ({ id, tone: 'info', text })

test('a notice stands until it is dismissed, and one of the same name takes its place', async () => {
  const app = await opened()
  app.commands.notify(notice('a'))
  app.commands.notify(notice('b'))
  app.commands.notify(notice('a', 'anew'))
  expect(ids(app).toSorted()).toEqual(['a', 'b'])
  expect(state(app).notices.find(({ id }) => id === 'a')?.text).toBe('anew')
  app.commands.dismissNotice('a')
  expect(ids(app)).toEqual(['b'])
  app.commands.dismissNotice('none')
  expect(ids(app)).toEqual(['b'])
})

test('the other tab’s text comes into the panes, the own one into the history', async () => {
  const app = await opened()
  app.commands.notify(notice('other-tab'))
  app.commands.notify(notice('b'))
  app.commands.actOnNotice('other-tab', useText(`lesson:${LESSON.id}`))
  expect(ids(app)).toEqual(['b'])
  expect(state(app).text).toEqual(THEIRS)
  expect(state(app).history).toMatchObject([{ reason: 'other-tab', changes: 'mine' }])
})

test('a text of another document stays out of the panes', async () => {
  const app = await opened()
  app.commands.notify(notice('other-tab'))
  app.commands.actOnNotice('other-tab', useText('free'))
  expect(state(app)).toMatchObject({ notices: [], text: { changes: 'mine' }, history: [] })
})

test.each(['export', 'reload'] as const)('%s is the interface’s business', async (kind) => {
  const app = await opened()
  app.commands.notify(notice('a'))
  app.commands.actOnNotice('a', { kind })
  expect(state(app)).toMatchObject({ notices: [], text: { changes: 'mine' }, history: [] })
})

test('another document takes the offer of the other tab away, and not what says that something is not kept', async () => {
  const app = await opened()
  app.storage.failure = new DOMException('no room', 'QuotaExceededError')
  app.commands.notify({
    ...notice('other-tab'),
    action: { label: 'Use', command: useText(`lesson:${LESSON.id}`) },
  })
  app.commands.flush()
  await app.commands.navigate('#/free')
  expect(ids(app)).toEqual(['keeping'])
  app.storage.failure = undefined
  app.commands.flush()
  await app.commands.navigate(`#/lesson/${LESSON.id}`)
  expect(ids(app)).toEqual([])
})
