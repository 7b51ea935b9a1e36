/** A storage that can be full or refuse, for tests; two apps may share one, as two tabs do. */
import type { KeyValueStorage } from '../ports.ts'

export class FakeStorage implements KeyValueStorage {
  readonly values = new Map<string, string>()
  /** Characters of keys and values that it holds. */
  room = Infinity
  /** Thrown by every write. */
  failure: Error | undefined
  /** Thrown by every read. */
  unreadable: Error | undefined
  writes = 0

  getItem(key: string): string | null {
    if (this.unreadable) throw this.unreadable
    return this.values.get(key) ?? null
  }

  setItem(key: string, value: string): void {
    if (this.failure) throw this.failure
    const used = this.used - (this.values.has(key) ? key.length + (this.values.get(key)?.length ?? 0) : 0)
    if (used + key.length + value.length > this.room) throw new DOMException('no room', 'QuotaExceededError')
    this.writes++
    this.values.set(key, value)
  }

  get used(): number {
    return [...this.values].reduce((sum, [key, value]) => sum + key.length + value.length, 0)
  }

  get length(): number {
    if (this.unreadable) throw this.unreadable
    return this.values.size
  }

  key(index: number): string | null {
    return [...this.values.keys()][index] ?? null
  }
}
