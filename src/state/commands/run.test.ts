import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { selectStale } from '../selectors.ts'
import { settled, testApp, type TestApp } from '../testing/app.ts'
import { LESSON } from '../testing/lesson.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const GOOD = 'CREATE INDEX good'

async function openLesson(app: TestApp): Promise<void> {
  await app.commands.navigate('#/lesson/composite-top-n')
  await settled()
}

describe('a lesson that was passed', () => {
  const reopened = async (app: TestApp): Promise<TestApp> => {
    const again = testApp(app.storage)
    await openLesson(again)
    return again
  }

  test('shows its result again when it is opened with the text that passed', async () => {
    const app = testApp()
    await openLesson(app)
    app.commands.edit('changes', GOOD)
    await app.commands.run()
    app.commands.flush()
    const again = await reopened(app)
    await vi.waitFor(() => expect(again.store.getState().bench.attempt?.grade?.passed).toBe(true))
    const { view, history } = again.store.getState()
    expect(view.narrowTab).toBe('lesson')
    expect(history).toHaveLength(app.store.getState().history.length)
  })

  test('runs nothing by itself where the text is another', async () => {
    const app = testApp()
    await openLesson(app)
    app.commands.edit('changes', GOOD)
    await app.commands.run()
    app.commands.edit('changes', `${GOOD} ON t`)
    app.commands.flush()
    expect((await reopened(app)).store.getState().bench.attempt).toBeNull()
  })
})

describe('Run', () => {
  test('grades the text, keeps it in the history and marks the lesson as passed', async () => {
    const app = testApp()
    await openLesson(app)
    app.commands.edit('changes', GOOD)
    await app.commands.run()
    const { bench, history, progress } = app.store.getState()
    expect(bench.attempt?.text.changes).toBe(GOOD)
    expect(bench.attempt?.grade?.passed).toBe(true)
    expect(bench.busy).toBeNull()
    expect(app.engine.measured.at(-1)?.changes).toBe(GOOD)
    expect(history[0]).toMatchObject({ reason: 'run', changes: GOOD, buffers: 21, passed: true })
    expect(progress[LESSON.id]?.passedAt).toBeGreaterThan(0)
  })

  test('is a run each time, also of the same text', async () => {
    const app = testApp()
    await openLesson(app)
    app.commands.edit('changes', GOOD)
    await app.commands.run()
    const before = app.engine.measured.length
    await app.commands.run()
    expect(app.engine.measured.length).toBe(before + 1)
    expect(app.store.getState().history.filter(({ changes }) => changes === GOOD)).toHaveLength(1)
  })

  test('marks the figures as stale once the text differs, and not before', async () => {
    const app = testApp()
    await openLesson(app)
    expect(selectStale(app.store.getState())).toBe(false)
    app.commands.edit('changes', GOOD)
    expect(selectStale(app.store.getState())).toBe(false)
    await app.commands.run()
    expect(selectStale(app.store.getState())).toBe(false)
    app.commands.edit('changes', `${GOOD} `)
    expect(selectStale(app.store.getState())).toBe(true)
    app.commands.edit('changes', GOOD)
    expect(selectStale(app.store.getState())).toBe(false)
  })

  test('an error keeps the earlier figures and tells which text failed', async () => {
    const app = testApp()
    await openLesson(app)
    app.commands.edit('changes', GOOD)
    await app.commands.run()
    const span = { pane: 'changes', start: 0, end: 3 } as const
    app.engine.errorOf = ({ changes }) =>
      changes === 'bad' ? { kind: 'text', span, message: 'syntax error' } : undefined
    app.commands.edit('changes', 'bad')
    await app.commands.run()
    const { bench } = app.store.getState()
    expect(bench.failure?.error).toEqual({ kind: 'text', span, message: 'syntax error' })
    expect(bench.failure?.text.changes).toBe('bad')
    expect(bench.attempt?.text.changes).toBe(GOOD)
    expect(bench.busy).toBeNull()
    app.commands.edit('changes', GOOD)
    await app.commands.run()
    expect(app.store.getState().bench.failure).toBeNull()
  })

  test('a second Run while one is under way does nothing', async () => {
    const app = testApp()
    await openLesson(app)
    app.engine.auto = false
    const first = app.commands.run()
    await settled()
    const asked = app.engine.measured.length
    await app.commands.run()
    expect(app.engine.measured.length).toBe(asked)
    app.engine.auto = true
    app.engine.answer()
    await first
    expect(app.store.getState().bench.attempt?.grade).toBeDefined()
  })

  test('Run pressed again for another text, while the verdict is still being made, runs that one next', async () => {
    const app = testApp()
    await openLesson(app)
    app.engine.auto = false
    const first = app.commands.run()
    await settled()
    app.commands.edit('changes', GOOD)
    await app.commands.run()
    app.engine.auto = true
    app.engine.answer()
    await first
    const { attempt, busy } = app.store.getState().bench
    expect(attempt?.text.changes).toBe(GOOD)
    expect(attempt?.grade?.passed).toBe(true)
    expect(busy).toBeNull()
  })

  test('Stop also forgets the Run that was to come next', async () => {
    const app = testApp()
    await openLesson(app)
    app.engine.auto = false
    const first = app.commands.run()
    await settled()
    app.commands.edit('changes', GOOD)
    await app.commands.run()
    app.commands.stop()
    await first
    expect(app.store.getState().bench.busy).toBeNull()
    expect(app.engine.measured.every(({ changes }) => changes !== GOOD)).toBe(true)
  })

  test('Run pressed while the baseline is still being measured waits for it and is graded', async () => {
    const app = testApp()
    app.engine.auto = false
    await openLesson(app)
    app.commands.edit('changes', GOOD)
    const running = app.commands.run()
    await settled()
    app.engine.answer()
    await settled()
    expect(app.store.getState().bench.busy?.what).toBe('attempt')
    app.engine.auto = true
    app.engine.answer()
    await running
    expect(app.store.getState().bench.attempt?.grade?.passed).toBe(true)
    expect(app.store.getState().bench.busy).toBeNull()
  })

  test('Run pressed while the baseline’s data is on its way says how much of it has come', async () => {
    const app = testApp()
    app.engine.auto = false
    await openLesson(app)
    const download = (loaded: number) => ({ stage: 'download', loaded, total: 9 }) as const
    app.engine.waiting[0]?.onProgress(download(4))
    void app.commands.run()
    await settled()
    expect(app.store.getState().bench.busy).toMatchObject({ what: 'attempt', progress: download(4) })
    app.engine.waiting[0]?.onProgress(download(5))
    expect(app.store.getState().bench.busy).toMatchObject({ what: 'attempt', progress: download(5) })
  })

  test('without a baseline, after a failed start, Run measures it first', async () => {
    const app = testApp()
    app.engine.errorOf = () => ({ kind: 'load', reason: 'offline', message: 'offline' })
    await openLesson(app)
    expect(app.store.getState().bench.baselineFailure?.error.kind).toBe('load')
    app.engine.errorOf = () => undefined
    await app.commands.run()
    expect(app.store.getState().bench.baseline).not.toBeNull()
    expect(app.store.getState().bench.baselineFailure).toBeNull()
    expect(app.store.getState().bench.attempt?.grade?.passed).toBe(false)
  })

  test('a fault of the grader is told and leaves the page usable', async () => {
    const app = testApp(undefined, { grader: () => Promise.reject(new Error('chunk missing')) })
    await openLesson(app)
    await app.commands.run()
    const { attempt, failure, gradingFailure } = app.store.getState().bench
    expect(gradingFailure).toEqual({ kind: 'grader', message: 'chunk missing' })
    expect(attempt?.measurement.totals.buffers).toBe(563)
    expect(failure).toBeNull()
    expect(app.store.getState().bench.busy).toBeNull()
  })
})

describe('Stop', () => {
  test('ends the Run and keeps the text', async () => {
    const app = testApp()
    await openLesson(app)
    app.commands.edit('query', 'SELECT endless')
    app.engine.auto = false
    const running = app.commands.run()
    await settled()
    expect(app.store.getState().bench.busy?.what).toBe('attempt')
    app.commands.stop()
    await running
    const { bench, text } = app.store.getState()
    expect(bench.failure?.error).toEqual({ kind: 'stopped' })
    expect(bench.busy).toBeNull()
    expect(text.query).toBe('SELECT endless')
  })

  test('does nothing where nothing runs', async () => {
    const app = testApp()
    await openLesson(app)
    app.commands.stop()
    expect(app.engine.stops).toBe(0)
  })
})

describe('experiments outside lessons', () => {
  test('a query with changes is compared with itself without them', async () => {
    const app = testApp()
    await app.commands.navigate('#/free')
    app.commands.edit('changes', GOOD)
    await app.commands.run()
    const { bench, text } = app.store.getState()
    expect(bench.attempt?.measurement.totals.buffers).toBe(21)
    expect(bench.baseline?.measurement.totals.buffers).toBe(563)
    expect(bench.baseline?.text).toEqual({ changes: '', query: text.query })
  })
})

describe('Stop at each stage of a Run in a lesson', () => {
  test('during the baseline: no figures, and the next Run measures it', async () => {
    const app = testApp()
    app.engine.auto = false
    await openLesson(app)
    app.commands.edit('changes', GOOD)
    const running = app.commands.run()
    await settled()
    app.commands.stop()
    await running
    const { bench } = app.store.getState()
    expect(bench).toMatchObject({ busy: null, baseline: null, attempt: null })
    expect(bench.failure?.error).toEqual({ kind: 'stopped' })
    expect(bench.baselineFailure?.error).toEqual({ kind: 'stopped' })
    app.engine.auto = true
    await app.commands.run()
    expect(app.store.getState().bench.attempt?.grade?.passed).toBe(true)
    expect(app.store.getState().bench).toMatchObject({ failure: null, baselineFailure: null })
  })

  test('while the grader is being loaded: at once, and nothing is measured afterwards', async () => {
    let load = (): void => undefined
    const whole = testApp()
    const app = testApp(undefined, {
      grader: () => new Promise((resolve) => (load = () => void whole.grader().then(resolve))),
    })
    await openLesson(app)
    const asked = app.engine.measured.length
    const running = app.commands.run()
    await settled()
    app.commands.stop()
    await running
    expect(app.store.getState().bench.failure?.error).toEqual({ kind: 'stopped' })
    load()
    await settled()
    expect(app.engine.measured).toHaveLength(asked)
    expect(app.store.getState().bench).toMatchObject({ busy: null, attempt: null })
  })

  test('while the verdict is being made: the figures stay, and the Run that was to come next is forgotten', async () => {
    const app = testApp()
    await openLesson(app)
    app.engine.auto = false
    app.commands.edit('changes', GOOD)
    const running = app.commands.run()
    await settled()
    app.engine.answer()
    await settled()
    expect(app.store.getState().bench.busy?.stage).toBe('grading')
    app.commands.edit('changes', 'CREATE INDEX next')
    await app.commands.run()
    app.commands.stop()
    await running
    const { bench, progress } = app.store.getState()
    expect(bench).toMatchObject({
      busy: null,
      failure: null,
      gradingFailure: { kind: 'references', error: { kind: 'stopped' } },
    })
    expect(bench.attempt?.measurement.totals.buffers).toBe(21)
    expect(bench.attempt?.grade).toBeUndefined()
    expect(progress[LESSON.id]?.passedAt).toBeUndefined()
    expect(app.engine.measured.some(({ changes }) => changes === 'CREATE INDEX next')).toBe(false)
    // The numbers of the lesson's text are measured all the same, when the page is at rest.
    app.engine.auto = true
    await vi.runAllTimersAsync()
    expect(app.store.getState().bench.references).toHaveLength(1)
  })
})

test.each([0, 1])('a page that is left after %d answers shows nothing of the Run', async (answers) => {
  const app = testApp()
  await openLesson(app)
  app.engine.auto = false
  app.commands.edit('changes', GOOD)
  const running = app.commands.run()
  await settled()
  for (let answer = 0; answer < answers; answer++) {
    app.engine.answer()
    await settled()
  }
  await app.commands.navigate('#/free')
  await running
  await settled()
  expect(app.store.getState().bench).toMatchObject({
    busy: null,
    attempt: null,
    failure: null,
    gradingFailure: null,
    references: null,
  })
  expect(app.engine.waiting).toEqual([])
  expect(app.store.getState().progress[LESSON.id]?.passedAt).toBeUndefined()
})
