/**
 * Loads and unpacks what databases are started from, away from the page: drawing the interface and starting
 * PostgreSQL then wait for each other no more than the processor makes them.
 */
import { Assets } from './assets.ts'
import type { FromLoader, FromPort, ToLoader } from './calls.ts'
import { loadFailure } from './outcomes.ts'

declare const self: DedicatedWorkerGlobalScope

/** Workers that still wait for parts. */
const ports = new Set<MessagePort>()
let assets: Assets | undefined

const send = (port: MessagePort, message: FromPort): void => port.postMessage(message)
const answer = (message: FromLoader): void => self.postMessage(message)

async function connect(port: MessagePort): Promise<void> {
  try {
    if (!assets) throw new Error('The loader was not told what to load.')
    const start = await assets.start()
    send(port, { start })
    if (!assets.complete) ports.add(port)
  } catch (error) {
    send(port, { failure: loadFailure(error) })
  }
}

self.addEventListener('message', ({ data }: MessageEvent<ToLoader>) => {
  if ('init' in data) {
    assets = new Assets(data.init, (part, blob) => {
      for (const port of ports) send(port, { part, blob })
      if (assets?.complete) ports.clear()
    })
  } else if ('connect' in data) {
    void connect(data.connect)
  } else if ('prefetch' in data) {
    const { id } = data
    // What cannot be fetched ahead is fetched, or fails, where it is needed.
    void Promise.resolve(assets?.prefetch(data.prefetch, (progress) => answer({ id, progress })))
      .catch(() => {})
      .then(() => answer({ id }))
  } else {
    // What does not arrive in the background is told where it is needed.
    void assets?.loadRest().catch(() => {})
  }
})
