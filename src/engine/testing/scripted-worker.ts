/** Stands in for a browser's Worker: answers calls by a script, and falls silent once terminated. */
import type { Outcome } from '../contract/index.ts'
import type { Call, FromWorker } from '../host/calls.ts'

export type Answers = (call: Call) => Outcome<unknown> | 'never'

export class ScriptedWorker extends EventTarget {
  terminated = false
  readonly calls: Call[] = []
  private readonly answers: Answers

  constructor(answers: Answers) {
    super()
    this.answers = answers
  }

  postMessage(message: Call, ports: readonly MessagePort[] = []): void {
    // As a browser's does: what cannot be copied is refused.
    structuredClone(message, { transfer: [...ports] })
    this.calls.push(message)
    queueMicrotask(() => {
      const result = this.answers(message)
      if (result !== 'never') this.say({ id: message.id, result })
    })
  }

  /** Says something of its own accord. */
  say(message: FromWorker): void {
    if (!this.terminated) this.dispatchEvent(new MessageEvent<FromWorker>('message', { data: message }))
  }

  fail(type: 'error' | 'messageerror', message = ''): void {
    this.dispatchEvent(Object.assign(new Event(type), { message }))
  }

  terminate(): void {
    this.terminated = true
  }
}

export const asWorker = (worker: ScriptedWorker): Worker => worker as unknown as Worker
