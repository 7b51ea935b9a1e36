/** The worker: one session on the snapshot that `start` hands over, answering numbered calls one at a time. */
import type { Call, FromWorker, StartOptions, ToWorker } from './calls.ts'
import type { EngineProgress, Outcome } from './protocol.ts'
import { loadSqlParser } from '../sql/parser-module.ts'
import { SnapshotLab } from './open-instance.ts'
import { Session, toEngineError } from './session.ts'
import { BrowserSource } from './snapshot/browser-source.ts'

declare const self: DedicatedWorkerGlobalScope

const parser = loadSqlParser()
let source: BrowserSource | undefined
let session: Session | undefined

async function start(options: StartOptions): Promise<Outcome<null>> {
  try {
    source = new BrowserSource(options.manifest, options.snapshotUrl, options.parts)
    const lab = new SnapshotLab({
      manifest: options.manifest,
      source,
      module: options.module,
      fsBundle: options.fsBundle,
    })
    await Promise.all([lab.prepare(), parser])
    session = new Session(lab)
    return { ok: true, value: null }
  } catch (error) {
    const cause = toEngineError(error)
    const message = 'message' in cause ? cause.message : cause.kind
    return { ok: false, error: { kind: 'load', message } }
  }
}

function answer(call: Call): Promise<Outcome<unknown>> {
  if (call.method === 'start') return start(...call.args)
  if (!session) return Promise.resolve({ ok: false, error: { kind: 'internal', message: 'not started' } })
  switch (call.method) {
    case 'measure':
      return session.measure(call.args[0], (progress: EngineProgress) => send({ id: call.id, progress }))
    case 'console':
      return session.console(...call.args)
    case 'catalog':
      return session.catalog(...call.args)
  }
}

const send = (message: FromWorker) => self.postMessage(message)

let queue: Promise<unknown> = Promise.resolve()

self.addEventListener('message', (event: MessageEvent<ToWorker>) => {
  const message = event.data
  if ('part' in message) {
    source?.add(message.part, message.blob)
    return
  }
  queue = queue.then(async () => send({ id: message.id, result: await answer(message) }))
})
