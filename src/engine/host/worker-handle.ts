/** The page's end of one worker: numbered calls that always settle, also when the worker is terminated. */
import type { Call, CallResult, FromWorker, WorkerApi } from './calls.ts'
import type { EngineError, OnProgress, Outcome } from '../contract/index.ts'
import { internal } from './outcomes.ts'

interface Pending {
  readonly resolve: (outcome: Outcome<unknown>) => void
  readonly onProgress: OnProgress | undefined
}

export class WorkerHandle {
  private readonly worker: Worker
  private readonly pending = new Map<number, Pending>()
  private next = 1
  private ended: EngineError | undefined
  /** Settles when the database answers its first query. */
  readonly ready: Promise<Outcome<null>>
  /** A call other than `start` has been sent: the database may no longer be the snapshot. */
  used = false

  constructor(worker: Worker, ...start: Parameters<WorkerApi['start']>) {
    this.worker = worker
    worker.addEventListener('message', (event: MessageEvent<FromWorker>) => this.receive(event.data))
    worker.addEventListener('error', (event) => {
      // A script that does not arrive has no message; one that fails has.
      this.end(
        event.message
          ? { kind: 'crash', message: event.message }
          : {
              kind: 'load',
              reason: 'code',
              message: 'PostgreSQL could not be loaded: its worker did not arrive.',
            },
      )
    })
    worker.addEventListener('messageerror', () => {
      this.end({ kind: 'crash', message: 'The database worker sent what cannot be read.' })
    })
    this.ready = this.send('start', start, undefined)
    // A worker that could not start is of no use to a later attempt.
    void this.ready.then((outcome) => {
      if (!outcome.ok) this.end(outcome.error)
    })
  }

  async call<M extends Exclude<keyof WorkerApi, 'start'>>(
    method: M,
    args: Parameters<WorkerApi[M]>,
    onProgress?: OnProgress,
  ): Promise<CallResult<M> | { readonly ok: false; readonly error: EngineError }> {
    this.used = true
    const ready = await this.ready
    if (!ready.ok) return ready
    return this.send(method, args, onProgress)
  }

  /** Ends the worker now; whatever was pending settles with `error`. */
  end(error: EngineError): void {
    if (this.ended) return
    this.ended = error
    this.worker.terminate()
    for (const { resolve } of this.pending.values()) resolve({ ok: false, error })
    this.pending.clear()
  }

  get alive(): boolean {
    return this.ended === undefined
  }

  private send<M extends keyof WorkerApi>(
    method: M,
    args: Parameters<WorkerApi[M]>,
    onProgress: OnProgress | undefined,
  ): Promise<CallResult<M>> {
    if (this.ended) return Promise.resolve({ ok: false, error: this.ended } as CallResult<M>)
    const id = this.next++
    return new Promise((resolve) => {
      this.pending.set(id, { resolve: (outcome) => resolve(outcome as CallResult<M>), onProgress })
      const ports = args.filter((argument) => argument instanceof MessagePort)
      try {
        this.worker.postMessage({ id, method, args } as Call, ports)
      } catch (error) {
        // What cannot be copied was never sent, so nobody will answer.
        this.pending.delete(id)
        resolve(internal(error) as CallResult<M>)
      }
    })
  }

  private receive(message: FromWorker): void {
    const pending = this.pending.get(message.id)
    if (!pending) return
    if ('progress' in message) {
      pending.onProgress?.(message.progress)
      return
    }
    this.pending.delete(message.id)
    pending.resolve(message.result)
  }
}
