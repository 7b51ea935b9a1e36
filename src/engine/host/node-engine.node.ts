/** The engine in Node: for the command line, the lessons' tests and scripts. */
import { Worker as Thread } from 'node:worker_threads'
import { CatalogMemo } from './catalog-memo.ts'
import type { DatasetRef, Engine, Job, Outcome } from '../contract/index.ts'
import { openNodeSession } from './node-session.node.ts'
import { WorkerHandle } from './worker-handle.ts'

export interface NodeEngineOptions extends DatasetRef {
  /**
   * Longest time for one call, ms. With it the database runs in a thread that is ended when the time is over (the
   * call gives `stopped`); without it in this thread, where a statement that never ends blocks Node.
   */
  readonly timeLimit?: number
}

/** An engine on a built snapshot. @throws if the snapshot has not been built */
export async function createNodeEngine(options: NodeEngineOptions): Promise<Engine> {
  const { timeLimit } = options
  const engine = timeLimit === undefined ? await inProcess(options) : inThread(options, timeLimit)
  const catalogs = new CatalogMemo()
  return {
    ...engine,
    async measure(job, onProgress) {
      const outcome = await engine.measure(catalogs.complete(job), onProgress)
      catalogs.learn(job, outcome)
      return outcome
    },
  }
}

async function inProcess(dataset: DatasetRef): Promise<Engine> {
  const { session, lab } = await openNodeSession(dataset)
  let last: Job | undefined
  return {
    measure(job, onProgress) {
      last = job
      return session.measure(job, onProgress)
    },
    console: (sql) => session.console(sql, last),
    catalog: () => session.catalog(last),
    bill: (job) => session.bill(job),
    stop() {},
    close: () => void lab.close(),
  }
}

/** A thread does not inherit the TypeScript loader of its parent, so it registers its own first. */
const BOOT = `import('tsx/esm/api').then(({ register }) => {
  register()
  return import(require('node:worker_threads').workerData)
})`

/** worker_threads' Worker with the few DOM methods that WorkerHandle uses. */
class ThreadAsWorker extends EventTarget {
  private readonly thread = new Thread(BOOT, {
    eval: true,
    workerData: new URL('./node-worker.node.ts', import.meta.url).href,
  })

  constructor() {
    super()
    this.thread.on('message', (data) => this.dispatchEvent(new MessageEvent('message', { data })))
    this.thread.on('error', (error) => {
      this.dispatchEvent(Object.assign(new Event('error'), { message: error.message }))
    })
  }

  postMessage(message: unknown): void {
    this.thread.postMessage(message)
  }

  terminate(): void {
    void this.thread.terminate()
  }
}

function inThread(dataset: DatasetRef, timeLimit: number): Engine {
  const spawn = () => new WorkerHandle(new ThreadAsWorker() as unknown as Worker, dataset)
  let handle = spawn()
  let last: Job | undefined
  async function call<T>(work: (worker: WorkerHandle) => Promise<Outcome<T>>): Promise<Outcome<T>> {
    if (!handle.alive) handle = spawn()
    const worker = handle
    const ready = await worker.ready
    if (!ready.ok) return ready
    const timer = setTimeout(() => worker.end({ kind: 'stopped' }), timeLimit)
    const outcome = await work(worker)
    clearTimeout(timer)
    return outcome
  }
  return {
    measure(job, onProgress) {
      last = job
      return call((worker) => worker.call('measure', [job], onProgress))
    },
    console: (sql) => call((worker) => worker.call('console', [sql, last])),
    catalog: () => call((worker) => worker.call('catalog', [last])),
    bill: (job) => call((worker) => worker.call('bill', [job])),
    stop: () => handle.end({ kind: 'stopped' }),
    close: () => handle.end({ kind: 'stopped' }),
  }
}
