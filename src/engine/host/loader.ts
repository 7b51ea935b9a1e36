/** The page's end of the loader. */
import type { AssetOptions, FromLoader, ToLoader } from './calls.ts'
import type { LoadFailure, OnProgress } from '../contract/index.ts'

interface Waiting {
  readonly resolve: () => void
  readonly onProgress: OnProgress
}

export class Loader {
  private readonly worker: Worker
  private readonly waiting = new Map<number, Waiting>()
  private next = 1

  /** @param onFailure called when the loader itself cannot be loaded; it is of no use then */
  constructor(options: AssetOptions, onFailure: (failure: LoadFailure) => void) {
    this.worker = new Worker(new URL('./loader.worker.ts', import.meta.url), {
      type: 'module',
      name: 'loader',
    })
    this.worker.addEventListener('message', (event: MessageEvent<FromLoader>) => this.receive(event.data))
    this.worker.addEventListener('error', (event) => {
      for (const { resolve } of this.waiting.values()) resolve()
      this.waiting.clear()
      // A script that does not arrive has no message; one that fails has.
      onFailure(
        event.message
          ? { reason: 'start', message: event.message }
          : { reason: 'code', message: 'PostgreSQL could not be loaded: its loader did not arrive.' },
      )
    })
    this.send({ init: options })
  }

  /** A port on which a database worker gets what it starts from. */
  connect(): MessagePort {
    const { port1, port2 } = new MessageChannel()
    this.send({ connect: port1 }, [port1])
    return port2
  }

  /** Loads the parts that `text` needs; always resolves. */
  prefetch(text: string, onProgress: OnProgress): Promise<void> {
    const id = this.next++
    return new Promise((resolve) => {
      this.waiting.set(id, { resolve, onProgress })
      this.send({ prefetch: text, id })
    })
  }

  /** Loads everything else in the background. */
  loadRest(): void {
    this.send({ rest: true })
  }

  end(): void {
    this.worker.terminate()
    for (const { resolve } of this.waiting.values()) resolve()
    this.waiting.clear()
  }

  private send(message: ToLoader, transfer: Transferable[] = []): void {
    this.worker.postMessage(message, transfer)
  }

  private receive({ id, progress }: FromLoader): void {
    const waiting = this.waiting.get(id)
    if (progress) {
      waiting?.onProgress(progress)
      return
    }
    this.waiting.delete(id)
    waiting?.resolve()
  }
}
