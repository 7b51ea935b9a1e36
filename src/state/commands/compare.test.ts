import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { selectBefore } from '../selectors.ts'
import { settled, testApp, type TestApp } from '../testing/app.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const GOOD = 'CREATE INDEX good'

async function openLesson(app: TestApp): Promise<void> {
  await app.commands.navigate('#/lesson/composite-top-n')
  await settled()
}

async function runWith(app: TestApp, changes: string): Promise<void> {
  app.commands.edit('changes', changes)
  await app.commands.run()
}

const before = (app: TestApp) => selectBefore(app.store.getState())
const entryOf = (app: TestApp, changes: string): string =>
  app.store.getState().history.find((entry) => entry.changes === changes)?.id ?? 'none'

describe('any two Runs can be compared', () => {
  test('the last Run stays on the Before side, and the verdict is against the baseline all the same', async () => {
    const app = testApp()
    await openLesson(app)
    await runWith(app, GOOD)
    app.commands.pinAttempt()
    expect(before(app)?.text.changes).toBe(GOOD)
    await runWith(app, 'CREATE INDEX other')
    const { bench } = app.store.getState()
    expect(before(app)?.measurement.totals.buffers).toBe(21)
    expect(bench.attempt?.text.changes).toBe('CREATE INDEX other')
    expect(bench.attempt?.grade?.before.buffers).toBe(563)
    expect(bench.baseline?.measurement.totals.buffers).toBe(563)
    await app.commands.unpin()
    expect(before(app)?.measurement).toBe(bench.baseline?.measurement)
  })

  test('a text of the history is measured once and then remembered', async () => {
    const app = testApp()
    await openLesson(app)
    await runWith(app, GOOD)
    await runWith(app, 'CREATE INDEX other')
    const asked = app.engine.measured.length
    await app.commands.compareWith(entryOf(app, GOOD))
    expect(app.engine.measured.length).toBe(asked + 1)
    expect(before(app)?.text.changes).toBe(GOOD)
    expect(app.store.getState().bench.busy).toBeNull()
    expect(app.store.getState().view.resultTab).toBe('result')
    await app.commands.unpin()
    await app.commands.compareWith(entryOf(app, GOOD))
    expect(app.engine.measured.length).toBe(asked + 1)
    // When it was run, not when it was measured again.
    const entry = app.store.getState().history.find(({ changes }) => changes === GOOD)
    expect(app.store.getState().bench.pinned?.at).toBe(entry?.at)
  })

  test('the text of the last Run needs no measurement', async () => {
    const app = testApp()
    await openLesson(app)
    await runWith(app, GOOD)
    const asked = app.engine.measured.length
    await app.commands.compareWith(entryOf(app, GOOD))
    expect(app.engine.measured.length).toBe(asked)
    expect(before(app)?.measurement).toBe(app.store.getState().bench.attempt?.measurement)
  })

  test('a text that gives no measurement any more is told, and nothing changes', async () => {
    const app = testApp()
    await openLesson(app)
    await runWith(app, GOOD)
    await runWith(app, 'CREATE INDEX other')
    app.engine.errorOf = () => ({ kind: 'crash', message: 'out of memory' })
    await app.commands.compareWith(entryOf(app, GOOD))
    const { bench, notices } = app.store.getState()
    expect(bench.pinned).toBeNull()
    expect(bench.busy).toBeNull()
    expect(notices.map(({ id }) => id)).toContain('compare')
  })

  test('stopped while it is measured, nothing changes', async () => {
    const app = testApp()
    await openLesson(app)
    await runWith(app, GOOD)
    await runWith(app, 'CREATE INDEX other')
    app.engine.auto = false
    const comparing = app.commands.compareWith(entryOf(app, GOOD))
    await settled()
    expect(app.store.getState().bench.busy?.what).toBe('pinned')
    app.commands.stop()
    await comparing
    expect(app.store.getState().bench.pinned).toBeNull()
    expect(app.store.getState().bench.busy).toBeNull()
    expect(app.store.getState().notices).toEqual([])
  })

  test('Reset and another lesson compare with the baseline again', async () => {
    const app = testApp()
    await openLesson(app)
    await runWith(app, GOOD)
    app.commands.pinAttempt()
    app.commands.reset()
    expect(app.store.getState().bench.pinned).toBeNull()
    await runWith(app, GOOD)
    app.commands.pinAttempt()
    await app.commands.navigate('#/free')
    expect(app.store.getState().bench.pinned).toBeNull()
  })
})

describe('outside lessons', () => {
  test('what was pinned is compared with from then on, and nothing else is measured', async () => {
    const app = testApp()
    await app.commands.navigate('#/free')
    await app.commands.run()
    expect(before(app)).toBeNull()
    app.commands.pinAttempt()
    const asked = app.engine.measured.length
    app.commands.edit('query', 'SELECT other')
    await runWith(app, GOOD)
    expect(app.engine.measured.length).toBe(asked + 1)
    expect(before(app)?.text.query).not.toBe('SELECT other')
    expect(app.store.getState().bench.attempt?.text.query).toBe('SELECT other')
  })

  test('the way back measures the baseline of the query that was run last', async () => {
    const app = testApp()
    await app.commands.navigate('#/free')
    await app.commands.run()
    app.commands.pinAttempt()
    app.commands.edit('query', 'SELECT other')
    await runWith(app, GOOD)
    app.commands.edit('query', 'SELECT not run yet')
    await app.commands.unpin()
    expect(before(app)?.text).toEqual({ changes: '', query: 'SELECT other' })
    expect(app.store.getState().bench.busy).toBeNull()
  })

  test('without changes there is no baseline to go back to', async () => {
    const app = testApp()
    await app.commands.navigate('#/free')
    await app.commands.run()
    app.commands.pinAttempt()
    await app.commands.unpin()
    expect(before(app)).toBeNull()
  })
})
