/** A worker's end of the boundary: numbered calls in, results and progress out, one call at a time. */
import type { Call, FromWorker, WorkerApi } from './calls.ts'
import type { Outcome } from '../contract/index.ts'
import type { Session } from '../measuring/session.ts'
import { internal, loadFailure } from './outcomes.ts'

/**
 * Answers calls with the session that `start` makes. Returns the receiver of calls.
 * @param send hands a message to the page; it throws where the message cannot be copied
 */
export function serve(
  start: (...args: Parameters<WorkerApi['start']>) => Promise<Session>,
  send: (message: FromWorker) => void,
): (call: Call) => void {
  let session: Session | undefined
  let queue: Promise<unknown> = Promise.resolve()

  function tell(message: FromWorker): void {
    try {
      send(message)
    } catch (error) {
      // What cannot be copied must not keep the page waiting. Progress that is lost shows in the result.
      if ('result' in message) send({ id: message.id, result: internal(error) })
    }
  }

  async function answer(call: Call): Promise<Outcome<unknown>> {
    if (call.method === 'start') {
      try {
        session = await start(...call.args)
        return { ok: true, value: null }
      } catch (error) {
        return { ok: false, error: { kind: 'load', ...loadFailure(error) } }
      }
    }
    if (!session) return internal('The database was not started.')
    switch (call.method) {
      case 'measure':
        return session.measure(...call.args, (progress) => tell({ id: call.id, progress }))
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
    queue = queue.then(async () => tell({ id: call.id, result: await answer(call).catch(internal) }))
  }
}
