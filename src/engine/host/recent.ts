/** A map that keeps what was used last. */
export class Recent<V> {
  private readonly values = new Map<string, V>()
  private readonly limit: number

  constructor(limit: number) {
    this.limit = limit
  }

  get(key: string): V | undefined {
    const value = this.values.get(key)
    if (value !== undefined) this.put(key, value)
    return value
  }

  set(key: string, value: V): void {
    this.put(key, value)
    for (const oldest of this.values.keys()) {
      if (this.values.size <= this.limit) break
      this.values.delete(oldest)
    }
  }

  private put(key: string, value: V): void {
    this.values.delete(key)
    this.values.set(key, value)
  }
}
