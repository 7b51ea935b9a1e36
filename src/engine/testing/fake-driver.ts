/** A driver whose measurements are settled by the test. */
import type { Catalog, Job, Measurement, OnProgress, Outcome } from '../contract/index.ts'
import type { Driver } from '../host/driver.ts'

interface Asked {
  readonly job: Job
  readonly catalogBefore: Catalog | undefined
  readonly tell: OnProgress
  readonly settle: (outcome: Outcome<Measurement>) => void
}

export class FakeDriver implements Driver {
  readonly dataset = { dataset: 'd', scale: 1 }
  readonly traits = { version: 18, repeatable: true, interruptible: true }
  busy = false
  readonly asked: Asked[] = []
  /** Names of the other calls, in order. */
  readonly calls: string[] = []

  measure(job: Job, catalogBefore: Catalog | undefined, tell: OnProgress): Promise<Outcome<Measurement>> {
    return new Promise((settle) => this.asked.push({ job, catalogBefore, tell, settle }))
  }

  console(_base: Job, sql: string) {
    this.calls.push(`console ${sql}`)
    return Promise.resolve({ ok: true as const, value: [] })
  }

  catalog() {
    this.calls.push('catalog')
    return Promise.resolve({ ok: false as const, error: { kind: 'stopped' as const } })
  }

  bill() {
    this.calls.push('bill')
    return Promise.resolve({ ok: true as const, value: [] })
  }

  reset(): void {
    this.calls.push('reset')
  }

  stop(): void {
    this.calls.push('stop')
    for (const { settle } of this.asked) settle({ ok: false, error: { kind: 'stopped' } })
  }

  close(): Promise<void> {
    this.calls.push('close')
    return Promise.resolve()
  }
}
