import { expect, test } from 'vitest'
import { KEYS, PROGRESS } from '../stored-shapes.ts'
import { encode, read } from '../persist.ts'
import { LESSON } from '../testing/lesson.ts'
import { settled, testApp, type TestApp } from '../testing/app.ts'

async function opened(app = testApp()): Promise<TestApp> {
  await app.commands.navigate(`#/lesson/${LESSON.id}`)
  await settled()
  return app
}

const progress = (app: TestApp) => app.store.getState().progress[LESSON.id]

test('a lesson that is opened is begun, and stays begun at its first time', async () => {
  const app = await opened()
  const first = progress(app)
  expect(first).toEqual({ openedAt: expect.any(Number), hints: 0, solutionSeen: false })
  await app.commands.navigate('#/')
  await opened(app)
  expect(progress(app)).toEqual(first)
})

test('the lesson’s own text tries nothing, another one does, and a right one passes for good', async () => {
  const app = await opened()
  await app.commands.run()
  expect(progress(app)?.tried).toBeUndefined()
  app.commands.edit('changes', 'CREATE INDEX good')
  await app.commands.run()
  const { tried, passedAt } = progress(app) ?? {}
  expect(tried).toBe(true)
  expect(passedAt).toBeGreaterThan(progress(app)?.openedAt ?? Infinity)
  app.commands.edit('changes', '')
  await app.commands.run()
  app.commands.edit('changes', 'CREATE INDEX good')
  await app.commands.run()
  expect(progress(app)).toMatchObject({ tried: true, passedAt })
})

test('what another page has reached is joined at the next step, and both are stored', async () => {
  const app = await opened()
  const openedAt = progress(app)?.openedAt ?? 0
  const theirs = {
    [LESSON.id]: { openedAt: openedAt - 5, hints: 2, solutionSeen: true },
    other: { openedAt: 3, hints: 0, solutionSeen: false },
  }
  app.storage.values.set(KEYS.progress, encode(PROGRESS, theirs))
  app.commands.unfoldHint()
  expect(app.store.getState().progress).toMatchObject({
    [LESSON.id]: { openedAt: openedAt - 5, hints: 2, solutionSeen: true },
    other: { openedAt: 3 },
  })
  expect(read(app.storage, KEYS.progress, PROGRESS)).toEqual({
    kind: 'value',
    value: app.store.getState().progress,
  })
})

test('progress that cannot be stored is on the page, and it says so', async () => {
  const app = testApp()
  app.storage.failure = new DOMException('no room', 'QuotaExceededError')
  await opened(app)
  expect(progress(app)?.hints).toBe(0)
  expect(app.store.getState().notices).toMatchObject([{ id: 'keeping', tone: 'warning' }])
  expect(app.store.getState().notices[0]?.text).toContain('your progress')
})
