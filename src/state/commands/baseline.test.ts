import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { settled, testApp, type TestApp } from '../testing/app.ts'
import { measurementOf } from '../testing/fake-engine.ts'
import { LESSON } from '../testing/lesson.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

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
})

describe('what a verdict needs', () => {
  test('is told where the grader cannot be loaded, and is tried again when asked', async () => {
    let offline = true
    const whole = testApp()
    const app = testApp(undefined, {
      grader: () => (offline ? Promise.reject(new Error('chunk missing')) : whole.grader()),
    })
    await openLesson(app)
    await vi.runAllTimersAsync()
    const { baseline, gradingFailure, references } = app.store.getState().bench
    expect(baseline?.measurement.totals.buffers).toBe(563)
    expect(gradingFailure).toEqual({ kind: 'grader', message: 'chunk missing' })
    expect(references).toBeNull()
    offline = false
    const trying = app.commands.prepareGrading()
    expect(app.store.getState().bench.gradingFailure).toBeNull()
    await trying
    expect(app.store.getState().bench).toMatchObject({
      gradingFailure: null,
      requirements: ['At most 50 buffers'],
      limits: { buffers: 50 },
    })
    expect(app.store.getState().bench.references).toHaveLength(1)
    const asked = app.engine.measured.length
    await app.commands.prepareGrading()
    expect(app.engine.measured).toHaveLength(asked)
  })

  test('is told where the reference solution cannot be measured', async () => {
    const app = testApp()
    const error = { kind: 'crash', message: 'out of memory' } as const
    app.engine.errorOf = ({ changes }) => (changes === LESSON.solution.changes ? error : undefined)
    await openLesson(app)
    await vi.runAllTimersAsync()
    expect(app.store.getState().bench).toMatchObject({
      gradingFailure: { kind: 'references', error },
      requirements: [],
    })
  })

  test('waits until the baseline is there, and is not measured for another page', async () => {
    const app = testApp()
    app.engine.auto = false
    await openLesson(app)
    await app.commands.prepareGrading()
    expect(app.engine.measured).toHaveLength(1)
    app.engine.answer()
    await settled()
    await app.commands.navigate('#/free')
    await vi.runAllTimersAsync()
    expect(app.engine.measured).toHaveLength(1)
    await app.commands.prepareGrading()
    expect(app.store.getState().bench.gradingFailure).toBeNull()
  })

  test('is ended when the page is left, so that the next lesson does not wait for it', async () => {
    const app = testApp()
    await openLesson(app)
    app.engine.auto = false
    await vi.runAllTimersAsync()
    expect(app.engine.waiting).toHaveLength(1)
    await app.commands.navigate('#/free')
    expect(app.engine.stops).toBe(1)
    expect(app.engine.waiting).toEqual([])
    await settled()
    expect(app.store.getState().bench.gradingFailure).toBeNull()
  })
})
