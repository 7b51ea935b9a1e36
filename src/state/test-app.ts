/** A store over a fake engine, a fake storage and one lesson, for tests that replay commands. */
import type {
  Engine,
  EngineError,
  EngineProgress,
  Job,
  Measurement,
  Outcome,
  Row,
} from '../engine/contract/index.ts'
import { measurement, rowSet, totals } from '../grading/fixtures.ts'
import type { CheckResult } from '../grading/types.ts'
import type { Lesson, Track } from '../lesson/types.ts'
import { createAppStore, type App } from './create-app-store.ts'
import type { Deps, KeyValueStorage, SharedExperiment } from './ports.ts'

export const LESSON: Lesson = {
  id: 'composite-top-n',
  title: 'Filter, ORDER BY and LIMIT in one index',
  track: 'indexes',
  order: 20,
  platform: 'crush_lu',
  goal: 'At most {{limit.buffers}} buffers.',
  dataset: 'entreprinder',
  scale: 0.5,
  topics: ['indexing'],
  story: 'A story.',
  explanation: 'Why.',
  whenNot: 'When not.',
  takeaway: 'One line.',
  versionDifferences: [],
  hints: [{ text: 'First.' }, { text: 'Second.' }],
  quiz: [],
  checks: [{ kind: 'buffers', max: 50 }],
  allows: [],
  variants: [],
  derivedProbes: [],
  state: [],
  baselineIsWrong: false,
  setup: '',
  before: { changes: '', query: 'SELECT slow' },
  solution: { changes: 'CREATE INDEX good', query: 'SELECT slow' },
  probes: [],
  accept: [],
  reject: [],
}

export const TRACKS: readonly Track[] = [
  { id: 'indexes', order: 20, title: 'Indexes', summary: '', lessons: [LESSON] },
]

interface Waiting {
  readonly job: Job
  readonly settle: (outcome: Outcome<Measurement>) => void
  readonly onProgress: ((progress: EngineProgress) => void) | undefined
}

/** Measures when it is told to; 563 buffers without changes, 21 with. */
export class FakeEngine implements Engine {
  readonly waiting: Waiting[] = []
  readonly measured: Job[] = []
  readonly consoleSql: string[] = []
  stops = 0
  /** Answers at once, unless set to false. */
  auto = true
  /** What a job gives in place of a measurement. */
  errorOf: (job: Job) => EngineError | undefined = () => undefined

  measure(job: Job, onProgress?: (progress: EngineProgress) => void): Promise<Outcome<Measurement>> {
    this.measured.push(job)
    return new Promise((settle) => {
      this.waiting.push({ job, settle, onProgress })
      if (this.auto) this.answer()
    })
  }

  /** Answers what waits longest. */
  answer(): void {
    const next = this.waiting.shift()
    if (!next) throw new Error('Nothing waits.')
    const error = this.errorOf(next.job)
    next.settle(error ? { ok: false, error } : { ok: true, value: measurementOf(next.job) })
  }

  console(sql: string) {
    this.consoleSql.push(sql)
    const tag = sql.split(' ')[0] ?? ''
    const span = { pane: 'console', start: 0, end: sql.length } as const
    return Promise.resolve({
      ok: true as const,
      value: [{ span, tag, commandTag: tag, result: null, notices: [], ms: 1 }],
    })
  }

  catalog() {
    const { catalog } = measurement()
    if (!catalog) throw new Error('The fixture has no catalog.')
    return Promise.resolve({ ok: true as const, value: catalog.after })
  }

  bill() {
    return Promise.resolve({ ok: true as const, value: [] })
  }

  stop(): void {
    this.stops++
    for (const { settle } of this.waiting.splice(0)) settle({ ok: false, error: { kind: 'stopped' } })
  }

  close(): void {}
}

export function measurementOf(job: Job): Measurement {
  const rows: readonly Row[] = [['1']]
  const buffers = job.changes === '' ? 563 : 21
  return measurement({
    totals: totals({ buffers, rowsRead: buffers, rowsReturned: 1, statements: 1, executionTime: 1 }),
    result: rowSet(['id int4'], rows),
  })
}

/** A storage that can be full or refuse. */
export class FakeStorage implements KeyValueStorage {
  readonly values = new Map<string, string>()
  failure: Error | undefined

  getItem(key: string): string | null {
    return this.values.get(key) ?? null
  }

  setItem(key: string, value: string): void {
    if (this.failure) throw this.failure
    this.values.set(key, value)
  }

  removeItem(key: string): void {
    this.values.delete(key)
  }
}

export interface TestApp extends App {
  readonly engine: FakeEngine
  readonly storage: FakeStorage
}

const CHECK = { kind: 'buffers', title: 'At most 50 buffers', limit: 50 } as const

/** `storage` may be shared by two apps, as two tabs share one. */
export function testApp(storage = new FakeStorage(), more: Partial<Deps> = {}): TestApp {
  const engine = new FakeEngine()
  let clock = 1_000_000
  let ids = 0
  const prefix = Math.random().toString(36).slice(2, 8)
  const app = createAppStore({
    engine: () => engine,
    defaultDataset: { dataset: 'entreprinder', scale: 0.5 },
    course: {
      tracks: () => Promise.resolve(TRACKS),
      lesson: (id) => Promise.resolve(id === LESSON.id ? LESSON : undefined),
    },
    grader: () =>
      Promise.resolve({
        referenceJobs: ({ solution }) => [jobOf(solution)],
        attemptJob: (_, attempt) => ({ ...jobOf(attempt), probes: [{ name: 'probe', sql: 'SELECT 1' }] }),
        limitsOf: () => ({ buffers: 50 }),
        grade: (task, _, { before, attempt }) => {
          const actual = attempt.totals.buffers
          const check: CheckResult = { ...CHECK, passed: actual <= 50, message: `${actual} buffers`, actual }
          return {
            lesson: task.id,
            passed: check.passed,
            checks: [check],
            before: before.totals,
            after: attempt.totals,
          }
        },
      }),
    share: {
      encode: (experiment) => Promise.resolve(`v1.${encodeURIComponent(JSON.stringify(experiment))}`),
      decode: (payload) =>
        Promise.resolve(
          payload.startsWith('v1.')
            ? { ok: true, value: JSON.parse(decodeURIComponent(payload.slice(3))) as SharedExperiment }
            : { ok: false, error: 'This link is damaged.' },
        ),
    },
    files: {
      print: ({ changes, query }) => Promise.resolve(`-- @changes\n${changes}\n-- @query\n${query}`),
      parse: (text) => {
        const [, changes, query] = /^-- @changes\n(.*)\n-- @query\n(.*)$/s.exec(text) ?? []
        return Promise.resolve(
          changes === undefined || query === undefined ? undefined : { ok: true, value: { changes, query } },
        )
      },
    },
    storage,
    now: () => (clock += 1000),
    newId: () => `${prefix}-${++ids}`,
    ...more,
  })
  return { ...app, engine, storage }
}

function jobOf(text: { readonly changes: string; readonly query: string }): Job {
  return { dataset: 'entreprinder', scale: 0.5, ...text }
}

/** Lets promises that are settled run on. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 30; turn++) await Promise.resolve()
}
