/** The engine in Node: for the command line, the lessons' tests and scripts. */
import { Worker as Thread } from 'node:worker_threads'
import { CallQueue } from './call-queue.ts'
import type { DatasetRef, Engine, Outcome } from '../contract/index.ts'
import { createLabEngine } from './lab-engine.ts'
import { openSnapshotLab } from './node-lab.node.ts'
import { remembering } from './remembering.ts'
import { PGLITE_HERE, PGLITE_WORKER } from '../pglite/traits.ts'
import { WorkerHandle } from './worker-handle.ts'

export interface NodeEngineOptions extends DatasetRef {
  /**
   * Longest time for one call, ms. With it the database runs in a thread that is ended when the time is over (the
   * call gives `stopped`); without it in this thread, where a statement that never ends blocks Node.
   */
  readonly timeLimit?: number
}

/** An engine on a built snapshot. @throws if the snapshot has not been built */
export async function createNodeEngine({ dataset, scale, timeLimit }: NodeEngineOptions): Promise<Engine> {
  const ref = { dataset, scale }
  if (timeLimit !== undefined) return threadEngine(ref, timeLimit)
  return createLabEngine({ dataset: ref, traits: PGLITE_HERE, lab: await openSnapshotLab(ref) })
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

/** One thread, replaced when a call has used up its time. */
function threadEngine(dataset: DatasetRef, timeLimit: number): Engine {
  const queue = new CallQueue()
  const spawn = () => new WorkerHandle(new ThreadAsWorker() as unknown as Worker, dataset)
  let handle = spawn()
  const call = <T>(work: (worker: WorkerHandle) => Promise<Outcome<T>>): Promise<Outcome<T>> =>
    queue.run(async () => {
      if (!handle.alive) handle = spawn()
      const worker = handle
      const ready = await worker.ready
      if (!ready.ok) return ready
      const timer = setTimeout(() => worker.end({ kind: 'stopped' }), timeLimit)
      const outcome = await work(worker)
      clearTimeout(timer)
      return outcome
    })
  return remembering({
    dataset,
    traits: PGLITE_WORKER,
    get busy() {
      return queue.busy
    },
    measure: (job, before, onProgress) => call((worker) => worker.call('measure', [job, before], onProgress)),
    console: (...args) => call((worker) => worker.call('console', args)),
    catalog: (...args) => call((worker) => worker.call('catalog', args)),
    bill: (...args) => call((worker) => worker.call('bill', args)),
    reset: () => void call((worker) => worker.call('reset', [])),
    stop() {
      queue.stop()
      handle.end({ kind: 'stopped' })
    },
    close() {
      queue.close()
      handle.end({ kind: 'stopped' })
      return Promise.resolve()
    },
  })
}
