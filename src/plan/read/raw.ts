/** Access to one object of EXPLAIN's JSON: typed reads that remember which keys were used. */

export type RawObject = Readonly<Record<string, unknown>>

export const isObject = (value: unknown): value is RawObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export class RawReader {
  readonly #raw: RawObject
  readonly #used = new Set<string>()

  constructor(raw: RawObject) {
    this.#raw = raw
  }

  has(key: string): boolean {
    return Object.hasOwn(this.#raw, key)
  }

  value(key: string): unknown {
    const value = this.#raw[key]
    if (value !== undefined) this.#used.add(key)
    return value
  }

  number(key: string): number | null {
    const value = this.value(key)
    if (typeof value === 'number') return value
    if (typeof value !== 'string' || value.trim() === '') return null
    const parsed = Number(value)
    return Number.isFinite(parsed) ? parsed : null
  }

  text(key: string): string | null {
    const value = this.value(key)
    if (typeof value === 'string') return value
    return typeof value === 'number' || typeof value === 'bigint' ? String(value) : null
  }

  flag(key: string): boolean | null {
    const value = this.value(key)
    return typeof value === 'boolean' ? value : null
  }

  list(key: string): readonly string[] {
    const value = this.value(key)
    if (Array.isArray(value)) return value.map(String)
    return typeof value === 'string' ? [value] : []
  }

  objects(key: string): readonly RawObject[] {
    const value = this.value(key)
    return Array.isArray(value) ? value.filter(isObject) : []
  }

  object(key: string): RawObject | null {
    const value = this.value(key)
    return isObject(value) ? value : null
  }

  /** Keys that nothing asked for, and their values. */
  rest(): RawObject {
    const rest: Record<string, unknown> = {}
    for (const key of Object.keys(this.#raw)) if (!this.#used.has(key)) rest[key] = this.#raw[key]
    return rest
  }
}
