/** A worker's end of the boundary: numbered calls in, results and progress out, one call at a time. */
import type { Call, FromWorker, WorkerApi } from './calls.ts'
import type { Outcome } from '../contract/index.ts'
import { toEngineError, type Session } from '../measuring/session.ts'

/** Answers calls with the session that `start` makes. Returns the receiver of calls. */
export function serve(
  start: (...args: Parameters<WorkerApi['start']>) => Promise<Session>,
  send: (message: FromWorker) => void,
): (call: Call) => void {
  let session: Session | undefined
  let queue: Promise<unknown> = Promise.resolve()

  async function answer(call: Call): Promise<Outcome<unknown>> {
    if (call.method === 'start') {
      try {
        session = await start(...call.args)
        return { ok: true, value: null }
      } catch (error) {
        const cause = toEngineError(error)
        return {
          ok: false,
          error: { kind: 'load', message: 'message' in cause ? cause.message : cause.kind },
        }
      }
    }
    if (!session) return { ok: false, error: { kind: 'internal', message: 'The database was not started.' } }
    switch (call.method) {
      case 'measure':
        return session.measure(...call.args, (progress) => send({ id: call.id, progress }))
      case 'console':
        return session.console(...call.args)
      case 'catalog':
        return session.catalog(...call.args)
      case 'bill':
        return session.bill(...call.args)
      case 'reset':
        return session.reset()
    }
  }

  return (call) => {
    queue = queue.then(async () => send({ id: call.id, result: await answer(call) }))
  }
}
