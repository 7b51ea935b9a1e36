import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { selectReproduced, selectStale } from './selectors.ts'
import { settled, testApp, type TestApp } from './testing/app.ts'
import { measurementOf } from './testing/fake-engine.ts'
import { LESSON } from './testing/lesson.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const GOOD = 'CREATE INDEX good'

async function openLesson(app: TestApp): Promise<void> {
  await app.commands.navigate('#/lesson/composite-top-n')
  await settled()
}

describe('opening a lesson', () => {
  test('measures the baseline without a click, then the reference solution for the numbers in the text', async () => {
    const app = testApp()
    await openLesson(app)
    const { bench, document, text } = app.store.getState()
    expect(document?.title).toBe(LESSON.title)
    expect(text).toEqual(LESSON.before)
    expect(bench.baseline?.measurement.totals.buffers).toBe(563)
    expect(bench.busy).toBeNull()
    expect(bench.references).toBeNull()
    await vi.runAllTimersAsync()
    expect(app.store.getState().bench.references).toHaveLength(1)
    expect(app.store.getState().bench.limits).toEqual({ buffers: 50 })
    expect(app.store.getState().bench.requirements).toEqual(['At most 50 buffers'])
  })

  test('shows the figures as soon as they are measured, and keeps what is drawn when the rest arrives', async () => {
    const app = testApp()
    app.engine.auto = false
    await openLesson(app)
    const [waiting] = app.engine.waiting
    if (!waiting) throw new Error('Nothing is being measured.')
    const early = measurementOf(waiting.job)
    waiting.onProgress?.({ stage: 'measured', measurement: early })
    expect(app.store.getState().bench.baseline?.measurement).toBe(early)
    expect(app.store.getState().bench.busy).not.toBeNull()
    app.engine.answer()
    await settled()
    const { baseline, busy } = app.store.getState().bench
    expect(baseline?.measurement).not.toBe(early)
    expect(baseline?.measurement.statements).toBe(early.statements)
    expect(busy).toBeNull()
  })

  test('what the lesson asks for is told before the probes of the reference solution are through', async () => {
    const app = testApp()
    await openLesson(app)
    app.engine.auto = false
    await vi.runAllTimersAsync()
    const [waiting] = app.engine.waiting
    if (!waiting) throw new Error('The reference solution is not being measured.')
    expect(app.store.getState().bench.requirements).toEqual([])
    waiting.onProgress?.({ stage: 'undisturbed', measurement: measurementOf(waiting.job) })
    const { requirements, limits, references } = app.store.getState().bench
    expect(requirements).toEqual(['At most 50 buffers'])
    expect(limits).toEqual({ buffers: 50 })
    expect(references).toBeNull()
    app.engine.answer()
    await settled()
    expect(app.store.getState().bench.references).toHaveLength(1)
  })

  test('measures the baseline once, however often the lesson is opened', async () => {
    const app = testApp()
    await openLesson(app)
    await app.commands.navigate('#/')
    await openLesson(app)
    expect(app.engine.measured.filter(({ changes }) => changes === '')).toHaveLength(1)
    expect(app.store.getState().bench.baseline?.measurement.totals.buffers).toBe(563)
  })

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

  test('without a baseline, after a failed start, Run measures it first', async () => {
    const app = testApp()
    app.engine.errorOf = () => ({ kind: 'load', message: 'offline' })
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

  test('a shared link opens with the author’s text and says whether the figures are reproduced', async () => {
    const app = testApp()
    await openLesson(app)
    app.commands.edit('changes', GOOD)
    await app.commands.run()
    await app.commands.share()
    const { payload } = app.store.getState().share
    const reader = testApp()
    await reader.commands.navigate(`#/x/${payload}`)
    await settled()
    const state = reader.store.getState()
    expect(state.text.changes).toBe(GOOD)
    expect(state.bench.baseline?.measurement.totals.buffers).toBe(563)
    expect(selectReproduced(state)).toBe(true)
    reader.commands.edit('changes', '')
    await reader.commands.run()
    expect(selectReproduced(reader.store.getState())).toBeUndefined()
  })

  test('other figures than the author’s are told', async () => {
    const app = testApp()
    const totals = { buffers: 999, rowsRead: 1, rowsReturned: 1, statements: 1 }
    const shared = {
      dataset: 'entreprinder',
      scale: 0.5,
      changes: GOOD,
      query: 'SELECT 1',
      notes: '',
      totals,
    }
    await app.commands.navigate(`#/x/v1.${encodeURIComponent(JSON.stringify(shared))}`)
    await settled()
    expect(selectReproduced(app.store.getState())).toBe(false)
  })

  test('a text that was not measured is shared without figures', async () => {
    const app = testApp()
    await openLesson(app)
    app.commands.edit('changes', GOOD)
    await app.commands.share()
    expect(decodeURIComponent(app.store.getState().share.payload)).not.toContain('totals')
  })
})

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
})
