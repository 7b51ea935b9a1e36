import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { settled, testApp, type TestApp } from '../testing/app.ts'
import { LESSON } from '../testing/lesson.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

async function openLesson(app: TestApp): Promise<void> {
  await app.commands.navigate('#/lesson/composite-top-n')
  await settled()
}

describe('an address', () => {
  test('a baseline that arrives after the page was left is not shown elsewhere', async () => {
    const app = testApp()
    app.engine.auto = false
    await openLesson(app)
    await app.commands.navigate('#/free')
    await settled()
    expect(app.engine.stops).toBe(1)
    expect(app.store.getState().document?.key).toBe('free')
    expect(app.store.getState().bench.baseline).toBeNull()
    expect(app.store.getState().bench.baselineFailure).toBeNull()
    expect(app.store.getState().bench.busy).toBeNull()
  })

  test.each([
    ['#/lesson/none', { kind: 'unknown-lesson', id: 'none' }],
    ['#/x/rubbish', { kind: 'broken-link', message: 'This link is damaged.' }],
    ['#/elsewhere', { kind: 'unknown-address' }],
  ])('%s tells what is wrong', async (hash, problem) => {
    const app = testApp()
    await app.commands.navigate(hash)
    expect(app.store.getState().problem).toEqual(problem)
    expect(app.store.getState().loading).toBe(false)
    await app.commands.navigate('#/lesson/composite-top-n')
    expect(app.store.getState().problem).toBeNull()
    expect(app.store.getState().document).not.toBeNull()
  })

  test('a lesson that cannot be loaded is told as such', async () => {
    const app = testApp(undefined, {
      course: { tracks: () => Promise.resolve([]), lesson: () => Promise.reject(new Error('offline')) },
    })
    await app.commands.navigate('#/lesson/composite-top-n')
    expect(app.store.getState().problem).toEqual({
      kind: 'lesson-load',
      id: 'composite-top-n',
      message: 'offline',
    })
  })
})

test('what could not be opened is tried again, and what is open is not', async () => {
  let offline = true
  const app = testApp(undefined, {
    course: {
      tracks: () => Promise.resolve([]),
      lesson: () => (offline ? Promise.reject(new Error('offline')) : Promise.resolve(LESSON)),
    },
  })
  const problem = { kind: 'lesson-load', id: LESSON.id, message: 'offline' }
  await openLesson(app)
  await app.commands.openAgain()
  expect(app.store.getState()).toMatchObject({ problem, document: null, loading: false })
  offline = false
  await app.commands.openAgain()
  expect(app.store.getState()).toMatchObject({ problem: null, document: { title: LESSON.title } })
  const { document } = app.store.getState()
  await app.commands.openAgain()
  await app.commands.navigate(`#/lesson/${LESSON.id}`)
  expect(app.store.getState().document).toBe(document)
})

test('a shared experiment whose lesson cannot be loaded is told as such', async () => {
  const app = testApp(undefined, {
    course: { tracks: () => Promise.resolve([]), lesson: () => Promise.reject(new Error('offline')) },
  })
  const shared = { dataset: 'entreprinder', scale: 0.5, changes: '', query: '', notes: '', lesson: 'gone' }
  await app.commands.navigate(`#/x/v1.${encodeURIComponent(JSON.stringify(shared))}`)
  expect(app.store.getState().problem).toEqual({ kind: 'lesson-load', id: 'gone', message: 'offline' })
})

test('a link whose reader cannot be loaded, and a list of lessons that cannot, are told', async () => {
  const app = testApp(undefined, {
    share: {
      encode: () => Promise.reject(new Error('no')),
      decode: () => Promise.reject(new Error('offline')),
    },
    course: { tracks: () => Promise.reject(new Error('offline')), lesson: () => Promise.resolve(undefined) },
  })
  await app.commands.navigate('#/x/v1.a')
  expect(app.store.getState()).toMatchObject({
    problem: { kind: 'load', message: 'offline' },
    tracks: null,
    notices: [{ id: 'tracks', tone: 'warning' }],
  })
})

test('of two addresses in a row the second one is opened', async () => {
  let answer: (lesson: typeof LESSON) => void = () => undefined
  const app = testApp(undefined, {
    course: { tracks: () => Promise.resolve([]), lesson: () => new Promise((resolve) => (answer = resolve)) },
  })
  const first = app.commands.navigate(`#/lesson/${LESSON.id}`)
  expect(app.store.getState()).toMatchObject({ loading: true, document: null })
  await app.commands.navigate('#/free')
  answer(LESSON)
  await first
  expect(app.store.getState()).toMatchObject({ loading: false, document: { key: 'free' } })
})

describe('Reset', () => {
  test('puts the lesson’s text back and the learner’s into the history, from where it returns', async () => {
    const app = testApp()
    await openLesson(app)
    app.commands.edit('changes', 'mine')
    app.commands.reset()
    expect(app.store.getState().text).toEqual(LESSON.before)
    const kept = app.store.getState().history.find(({ changes }) => changes === 'mine')
    expect(kept?.reason).toBe('reset')
    app.commands.restore(kept?.id ?? '')
    expect(app.store.getState().text.changes).toBe('mine')
  })
})
