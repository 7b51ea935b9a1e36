/** An engine that measures when it is told to, for tests. */
import type {
  Engine,
  EngineError,
  EngineProgress,
  Job,
  Measurement,
  Outcome,
  Row,
} from '../../engine/contract/index.ts'
import { measurement, rowSet, totals } from '../../grading/fixtures.ts'

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
