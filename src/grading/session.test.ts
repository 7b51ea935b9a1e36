import { describe, expect, test } from 'vitest'
import type { EngineError, EngineProgress, Job, Measurement, Outcome } from '../engine/contract/index.ts'
import { measurement, totals } from './testing/fixtures.ts'
import { gradingSession, type Grader, type GradingEvent, type SessionOptions } from './session.ts'
import type { Task } from './types.ts'

const TASK: Task = {
  id: 'lesson',
  dataset: 'entreprinder',
  scale: 0.5,
  setup: 'SETUP',
  before: { changes: '', query: 'SELECT before' },
  solution: { changes: 'INDEX', query: 'SELECT solution' },
  probes: [],
  derivedProbes: [],
  variants: [],
  state: [],
  checks: [{ kind: 'buffers' }],
  allows: [],
}

const ATTEMPT = { changes: 'MINE', query: 'SELECT mine' }
const STOPPED = { kind: 'stopped' }

const measurementOf = (job: Job): Measurement =>
  measurement({
    totals: totals({ buffers: job.query.length }),
    probes: (job.probes ?? []).map(({ name }) => ({ name, results: [] })),
  })

interface Waiting {
  readonly job: Job
  readonly anew: boolean
  readonly onProgress: (progress: EngineProgress) => void
  readonly settle: (outcome: Outcome<Measurement>) => void
}

/** A session whose measurements and grader answer when they are told to. */
function sessionUnder(options: Partial<SessionOptions> & { readonly grading?: Partial<Grader> } = {}) {
  const events: GradingEvent[] = []
  const waiting: Waiting[] = []
  const asked: string[] = []
  const loads: { resolve: (grader: Grader) => void; reject: (error: unknown) => void }[] = []
  const probed = (job: Job): Job => ({ ...job, probes: [{ name: 'probe', sql: 'SQL' }] })
  const jobOf = (texts: typeof ATTEMPT, { scale }: Measurement): Job =>
    probed({ dataset: 'entreprinder', scale, ...texts })
  const grader: Grader = {
    referenceJobs: (task, baseline) => [
      jobOf(task.solution, baseline),
      jobOf({ ...task.solution, query: 'SELECT uncut' }, baseline),
    ],
    attemptJob: (_, texts, baseline) => jobOf(texts, baseline),
    requirementsOf: (_, { references }) => ({
      titles: [`known from ${references.length}`],
      limits: { buffers: references.length },
    }),
    grade: (task, _, { before, references, attempt }) => ({
      lesson: task.id,
      passed: attempt.probes.length === (references[0]?.probes.length ?? -1),
      checks: [],
      before: before.totals,
      after: attempt.totals,
    }),
    ...options.grading,
  }
  const measure =
    (anew: boolean) =>
    (job: Job, onProgress: (progress: EngineProgress) => void): Promise<Outcome<Measurement>> =>
      new Promise((settle) => {
        asked.push(job.query)
        waiting.push({ job, anew, onProgress, settle })
      })
  const session = gradingSession(TASK, {
    measure: measure(false),
    measureAnew: measure(true),
    grader: () => new Promise((resolve, reject) => loads.push({ resolve, reject })),
    onEvent: (event) => events.push(event),
    ...options,
  })
  const next = (): Waiting => {
    const first = waiting.shift()
    if (!first) throw new Error('Nothing is being measured.')
    return first
  }
  return {
    session,
    events,
    asked,
    waiting,
    kinds: () => events.filter(({ kind }) => kind !== 'progress').map(({ kind }) => kind),
    next,
    answer: async (error?: EngineError): Promise<Job> => {
      const { job, settle } = next()
      settle(error ? { ok: false, error } : { ok: true, value: measurementOf(job) })
      await settled()
      return job
    },
    loads: () => loads.length,
    load: async (): Promise<void> => {
      loads.shift()?.resolve(grader)
      await settled()
    },
    failToLoad: async (): Promise<void> => {
      loads.shift()?.reject(new Error('offline'))
      await settled()
    },
  }
}

async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve()
}

const value = <T>(outcome: { readonly ok: true; readonly value: T } | { readonly ok: false }): T => {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome))
  return outcome.value
}

describe('the sequence', () => {
  test('is baseline, grader, attempt, references, verdict', async () => {
    const { session, events, kinds, asked, answer, load, loads } = sessionUnder()
    const graded = session.grade(ATTEMPT)
    await settled()
    expect(asked).toEqual(['SELECT before'])
    expect(loads()).toBe(0)
    const job = await answer()
    expect(job).toMatchObject({
      dataset: 'entreprinder',
      scale: 0.5,
      setup: 'SETUP',
      changes: '',
      catalog: true,
    })
    expect(asked).toHaveLength(1)
    await load()
    expect(asked).toEqual(['SELECT before', 'SELECT mine'])
    expect((await answer()).probes).toHaveLength(1)
    await load()
    expect(await answer()).toMatchObject({ changes: 'INDEX', query: 'SELECT solution' })
    expect(kinds()).toEqual(['baseline', 'attempt'])
    expect(await answer()).toMatchObject({ query: 'SELECT uncut' })
    const { grade, attempt } = value(await graded)
    expect(kinds()).toEqual(['baseline', 'attempt', 'requirements', 'references', 'verdict'])
    expect(grade).toMatchObject({ lesson: 'lesson', passed: true })
    expect(grade.before.buffers).toBe('SELECT before'.length)
    expect(attempt.totals.buffers).toBe('SELECT mine'.length)
    expect(events).toEqual([
      expect.objectContaining({ kind: 'baseline', texts: TASK.before, complete: true }),
      { kind: 'attempt', texts: ATTEMPT, measurement: attempt, complete: true },
      { kind: 'requirements', requirements: { titles: ['known from 2'], limits: { buffers: 2 } } },
      { kind: 'references', measurements: [expect.anything(), expect.anything()] },
      { kind: 'verdict', texts: ATTEMPT, grade },
    ])
  })

  test('measures baseline and references once, and each attempt anew', async () => {
    const { session, asked, answer, load, next } = sessionUnder()
    const both = [session.references(), session.references(), session.baseline()]
    await answer()
    await load()
    await answer()
    await answer()
    await Promise.all(both)
    for (let run = 0; run < 2; run++) {
      const graded = session.grade(ATTEMPT)
      await settled()
      await load()
      const { job, anew, settle } = next()
      expect(anew).toBe(true)
      settle({ ok: true, value: measurementOf(job) })
      expect((await graded).ok).toBe(true)
    }
    expect(asked).toEqual(['SELECT before', 'SELECT solution', 'SELECT uncut', 'SELECT mine', 'SELECT mine'])
    expect(value(await session.references())).toHaveLength(2)
    expect(value(await session.baseline()).totals.buffers).toBe('SELECT before'.length)
  })

  test('one measuring function does for both, and another scale holds for all', async () => {
    const scales: number[] = []
    const session = gradingSession(TASK, {
      measure: (job) => {
        scales.push(job.scale)
        return Promise.resolve({ ok: true, value: { ...measurementOf(job), scale: job.scale } })
      },
      grader: () =>
        Promise.resolve({
          referenceJobs: (_, { scale }) => [{ dataset: 'd', scale, changes: '', query: '' }],
          attemptJob: (_, texts, { scale }) => ({ dataset: 'd', scale, ...texts }),
          requirementsOf: () => ({ titles: [], limits: {} }),
          grade: (task, _, { before, attempt }) => ({
            lesson: task.id,
            passed: true,
            checks: [],
            before: before.totals,
            after: attempt.totals,
          }),
        }),
      scale: 1,
    })
    expect(value(await session.grade(ATTEMPT)).grade.passed).toBe(true)
    expect(scales).toEqual([1, 1, 1])
  })

  test('an undisturbed attempt is measured and compared without probes', async () => {
    const { session, answer, load } = sessionUnder()
    const graded = session.gradeUndisturbed(ATTEMPT)
    await answer()
    await load()
    expect((await answer()).probes).toEqual([])
    await load()
    expect((await answer()).probes).toHaveLength(1)
    await answer()
    expect(value(await graded).grade.passed).toBe(true)
  })
})

describe('what is known early', () => {
  const early = measurement({ totals: totals({ buffers: 7 }) })

  test('the figures of baseline and attempt come before the rest of them', async () => {
    const { session, events, waiting, answer, load } = sessionUnder()
    void session.grade(ATTEMPT)
    await settled()
    waiting[0]?.onProgress({ stage: 'measured', measurement: early })
    expect(events.at(-1)).toEqual({
      kind: 'baseline',
      texts: TASK.before,
      measurement: early,
      complete: false,
    })
    await answer()
    await load()
    waiting[0]?.onProgress({ stage: 'measured', measurement: early })
    expect(events.at(-1)).toEqual({ kind: 'attempt', texts: ATTEMPT, measurement: early, complete: false })
  })

  test('the requirements come before the probes of the reference solution are through', async () => {
    const { session, events, kinds, waiting, answer, load } = sessionUnder()
    void session.references()
    await answer()
    await load()
    waiting[0]?.onProgress({ stage: 'measured', measurement: early })
    expect(kinds()).toEqual(['baseline'])
    waiting[0]?.onProgress({ stage: 'undisturbed', measurement: early })
    expect(events.at(-1)).toEqual({
      kind: 'requirements',
      requirements: { titles: ['known from 1'], limits: { buffers: 1 } },
    })
    await answer()
    waiting[0]?.onProgress({ stage: 'undisturbed', measurement: early })
    expect(kinds()).toEqual(['baseline', 'requirements'])
  })

  test('progress says what is being measured', async () => {
    const { session, events, waiting, answer, load } = sessionUnder()
    const progress = { stage: 'start' } as const
    void session.grade(ATTEMPT)
    await settled()
    waiting[0]?.onProgress(progress)
    await answer()
    await load()
    waiting[0]?.onProgress(progress)
    await answer()
    await load()
    waiting[0]?.onProgress(progress)
    expect(events.filter(({ kind }) => kind === 'progress')).toEqual([
      { kind: 'progress', of: 'baseline', progress },
      { kind: 'progress', of: 'attempt', progress },
      { kind: 'progress', of: 'references', progress },
    ])
  })
})

describe('what fails', () => {
  const CRASH: EngineError = { kind: 'crash', message: 'out of memory' }

  test('at the baseline ends it there, and is tried again', async () => {
    const { session, kinds, answer, asked } = sessionUnder()
    const graded = session.grade(ATTEMPT)
    const references = session.references()
    await answer(CRASH)
    expect(await graded).toEqual({ ok: false, error: { kind: 'baseline', error: CRASH } })
    expect(await references).toEqual({ ok: false, error: { kind: 'baseline', error: CRASH } })
    expect(kinds()).toEqual([])
    const again = session.baseline()
    await answer()
    expect((await again).ok).toBe(true)
    expect(asked).toEqual(['SELECT before', 'SELECT before'])
  })

  test('at the attempt is told with the engine’s own error', async () => {
    const { session, kinds, answer, load } = sessionUnder()
    const graded = session.grade(ATTEMPT)
    await answer()
    await load()
    await answer(CRASH)
    expect(await graded).toEqual({ ok: false, error: { kind: 'attempt', error: CRASH } })
    expect(kinds()).toEqual(['baseline'])
  })

  test('at a reference leaves the attempt’s figures, and all references are measured again', async () => {
    const { session, kinds, answer, load, asked } = sessionUnder()
    const graded = session.grade(ATTEMPT)
    await answer()
    await load()
    await answer()
    await load()
    await answer()
    await answer(CRASH)
    expect(await graded).toEqual({ ok: false, error: { kind: 'references', error: CRASH } })
    expect(kinds()).toEqual(['baseline', 'attempt'])
    const again = session.references()
    await settled()
    await load()
    await answer()
    await answer()
    expect(value(await again)).toHaveLength(2)
    expect(asked.filter((query) => query === 'SELECT solution')).toHaveLength(2)
  })

  test('a grader that cannot be loaded leaves the attempt’s figures, and is loaded again', async () => {
    const { session, kinds, answer, load, failToLoad, asked } = sessionUnder()
    const graded = session.grade(ATTEMPT)
    await answer()
    await failToLoad()
    expect((await answer()).probes).toBeUndefined()
    expect(await graded).toEqual({ ok: false, error: { kind: 'grader', message: 'offline' } })
    expect(kinds()).toEqual(['baseline', 'attempt'])
    const references = session.references()
    await settled()
    await failToLoad()
    expect(await references).toEqual({ ok: false, error: { kind: 'grader', message: 'offline' } })
    const again = session.grade(ATTEMPT)
    await settled()
    await load()
    await answer()
    await load()
    await answer()
    await answer()
    expect((await again).ok).toBe(true)
    expect(asked.filter((query) => query === 'SELECT before')).toHaveLength(1)
  })

  test('a text that the parser refuses is left to the engine', async () => {
    const refuse = () => {
      throw new Error('syntax error')
    }
    const { session, answer, load } = sessionUnder({ grading: { attemptJob: refuse } })
    const graded = session.grade(ATTEMPT)
    await answer()
    await load()
    const said: EngineError = {
      kind: 'text',
      message: 'syntax error at or near "x"',
      span: { pane: 'query', start: 0, end: 1 },
    }
    expect(await answer(said)).toMatchObject({ ...ATTEMPT, setup: 'SETUP', scale: 0.5 })
    expect(await graded).toEqual({ ok: false, error: { kind: 'attempt', error: said } })
    // Where the engine takes it all the same, a verdict without what grading adds would be none.
    const other = session.grade(ATTEMPT)
    await settled()
    await load()
    await answer()
    expect(await other).toEqual({ ok: false, error: { kind: 'verdict', message: 'syntax error' } })
  })

  test.each<[string, Partial<Grader>]>([
    [
      'a verdict',
      {
        grade: () => {
          throw new Error('no such check')
        },
      },
    ],
    [
      'reference jobs',
      {
        referenceJobs: () => {
          throw new Error('no such check')
        },
      },
    ],
    [
      'requirements',
      {
        requirementsOf: () => {
          throw new Error('no such check')
        },
      },
    ],
  ])('a fault of %s is told as one', async (_, grading) => {
    const { session, answer, load, waiting } = sessionUnder({ grading })
    const graded = session.grade(ATTEMPT)
    await answer()
    await load()
    await answer()
    await load()
    while (waiting.length > 0) await answer()
    expect(await graded).toEqual({ ok: false, error: { kind: 'verdict', message: 'no such check' } })
  })

  test('a fault of the engine is told as internal', async () => {
    const session = gradingSession(TASK, {
      measure: () => Promise.reject(new Error('worker gone')),
      grader: () => Promise.reject(new Error('offline')),
    })
    const internal = { kind: 'internal', message: 'worker gone' }
    expect(await session.baseline()).toEqual({ ok: false, error: { kind: 'baseline', error: internal } })
    const odd = gradingSession(TASK, {
      // oxlint-disable-next-line prefer-promise-reject-errors -- what is thrown need not be an Error
      measure: () => Promise.reject('gone'),
      grader: () => Promise.reject(new Error('offline')),
    })
    expect(await odd.baseline()).toMatchObject({ error: { error: { message: 'gone' } } })
  })
})

describe('stopped', () => {
  test('during the baseline', async () => {
    const { session, kinds, next, waiting } = sessionUnder()
    const graded = session.grade(ATTEMPT)
    const references = session.references()
    await settled()
    session.stop()
    expect(await graded).toEqual({ ok: false, error: { kind: 'baseline', error: STOPPED } })
    expect(await references).toEqual({ ok: false, error: { kind: 'baseline', error: STOPPED } })
    const { job, settle, onProgress } = next()
    onProgress({ stage: 'measured', measurement: measurementOf(job) })
    settle({ ok: true, value: measurementOf(job) })
    await settled()
    expect(kinds()).toEqual([])
    expect(waiting).toEqual([])
  })

  test('while the grader is being loaded', async () => {
    const { session, kinds, answer, load, waiting } = sessionUnder()
    const graded = session.grade(ATTEMPT)
    const references = session.references()
    await answer()
    session.stop()
    expect(await graded).toEqual({ ok: false, error: { kind: 'attempt', error: STOPPED } })
    expect(await references).toEqual({ ok: false, error: { kind: 'references', error: STOPPED } })
    await load()
    await load()
    expect(waiting).toEqual([])
    expect(kinds()).toEqual(['baseline'])
  })

  test('during the attempt', async () => {
    const { session, events, kinds, answer, load, next } = sessionUnder()
    const graded = session.grade(ATTEMPT)
    await answer()
    await load()
    session.stop()
    expect(await graded).toEqual({ ok: false, error: { kind: 'attempt', error: STOPPED } })
    const count = events.length
    const { job, settle, onProgress } = next()
    onProgress({ stage: 'start' })
    settle({ ok: true, value: measurementOf(job) })
    await settled()
    expect(events).toHaveLength(count)
    expect(kinds()).toEqual(['baseline'])
  })

  test('during the references', async () => {
    const { session, kinds, answer, load, next } = sessionUnder()
    const graded = session.grade(ATTEMPT)
    await answer()
    await load()
    await answer()
    await load()
    session.stop()
    expect(await graded).toEqual({ ok: false, error: { kind: 'references', error: STOPPED } })
    const { job, settle } = next()
    settle({ ok: true, value: measurementOf(job) })
    await settled()
    expect(kinds()).toEqual(['baseline', 'attempt'])
  })

  test.each(['baseline', 'attempt', 'references'] as const)('in answer to the %s', async (kind) => {
    const seen: string[] = []
    const under = sessionUnder({
      onEvent: (event) => {
        seen.push(event.kind)
        if (event.kind === kind) under.session.stop()
      },
    })
    const { session, answer, load, waiting } = under
    const graded = session.grade(ATTEMPT)
    await answer()
    await load()
    while (waiting.length > 0) {
      await answer()
      await load()
    }
    const outcome = await graded
    expect(outcome).toMatchObject({ ok: false, error: { error: STOPPED } })
    expect(seen.at(-1)).toBe(kind)
  })

  test('what is asked for afterwards starts anew, in the same turn too', async () => {
    const { session, answer, asked, next } = sessionUnder()
    const first = session.baseline()
    await settled()
    session.stop()
    const second = session.baseline()
    expect(await first).toEqual({ ok: false, error: { kind: 'baseline', error: STOPPED } })
    const { job, settle } = next()
    settle({ ok: true, value: measurementOf(job) })
    await answer()
    expect(value(await second).totals.buffers).toBe('SELECT before'.length)
    expect(asked).toHaveLength(2)
    // And is known from then on.
    session.stop()
    expect((await session.baseline()).ok).toBe(true)
    expect(asked).toHaveLength(2)
  })
})
