/** An engine that measures when it is told to, for tests. */
import type {
  DatasetRef,
  EngineError,
  IndexBill,
  Job,
  Measurement,
  OnProgress,
  Outcome,
  Row,
} from '../../engine/contract/index.ts'
import type { Driver } from '../../engine/host/driver.ts'
import { measurement, rowSet, totals } from '../../grading/testing/fixtures.ts'

interface Waiting {
  readonly job: Job
  readonly settle: (outcome: Outcome<Measurement>) => void
  readonly onProgress: OnProgress
}

/** Measures when it is told to; 563 buffers without changes, 21 with. */
export class FakeEngine implements Driver {
  readonly dataset: DatasetRef
  readonly traits = { version: 18, repeatable: true, interruptible: true }
  readonly waiting: Waiting[] = []
  readonly measured: Job[] = []
  /** What the console was asked, and of which job's database. */
  readonly looked: { readonly base: Job; readonly sql: string }[] = []
  readonly billed: Job[] = []
  bills: Outcome<readonly IndexBill[]> = { ok: true, value: [] }
  stops = 0
  resets = 0
  /** Answers at once, unless set to false. */
  auto = true
  /** What a job gives in place of a measurement. */
  errorOf: (job: Job) => EngineError | undefined = () => undefined

  constructor(dataset: DatasetRef) {
    this.dataset = { dataset: dataset.dataset, scale: dataset.scale }
  }

  get busy(): boolean {
    return this.waiting.length > 0
  }

  measure(job: Job, _before: unknown, onProgress: OnProgress): Promise<Outcome<Measurement>> {
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

  console(base: Job, sql: string) {
    this.looked.push({ base, sql })
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

  bill(job: Job): Promise<Outcome<readonly IndexBill[]>> {
    this.billed.push(job)
    return Promise.resolve(this.bills)
  }

  stop(): void {
    this.stops++
    for (const { settle } of this.waiting.splice(0)) settle({ ok: false, error: { kind: 'stopped' } })
  }

  reset(): void {
    this.resets++
  }

  close(): Promise<void> {
    return Promise.resolve()
  }
}

export function measurementOf(job: Job): Measurement {
  const rows: readonly Row[] = [['1']]
  const buffers = job.changes === '' ? 563 : 21
  return measurement({
    totals: totals({ buffers, rowsRead: buffers, rowsReturned: 1, statements: 1, executionTime: 1 }),
    result: rowSet(['id int4'], rows),
  })
}
