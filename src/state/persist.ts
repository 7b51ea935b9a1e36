/**
 * Kept values: `{ v, data }` as JSON under one key. A value of an older version is migrated one step at a time, one
 * that cannot be read is set aside under another key and never deleted: it may hold somebody's text.
 */
import type { KeyValueStorage } from './ports.ts'

interface Schema<T> {
  safeParse(value: unknown): { readonly success: true; readonly data: T } | { readonly success: false }
}

export interface Shape<T> {
  readonly version: number
  readonly schema: Schema<T>
  /** `migrations[n]` turns data of version n into data of version n + 1. */
  readonly migrations: Readonly<Record<number, (data: unknown) => unknown>>
}

export type ReadResult<T> =
  | { readonly kind: 'value'; readonly value: T }
  | { readonly kind: 'none' }
  /** Unreadable, or written by a newer version of the playground. */
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'unavailable' }

export type WriteResult = 'saved' | 'full' | 'unavailable'

/** Reads a value's JSON as it was stored. */
export function decode<T>(shape: Shape<T>, text: string): ReadResult<T> {
  let stored: unknown
  try {
    stored = JSON.parse(text)
  } catch {
    return { kind: 'unreadable' }
  }
  if (typeof stored !== 'object' || stored === null || !('v' in stored) || !('data' in stored))
    return { kind: 'unreadable' }
  if (typeof stored.v !== 'number') return { kind: 'unreadable' }
  let { data } = stored
  let version = stored.v
  for (; version < shape.version; version++) {
    const migrate = shape.migrations[version]
    if (!migrate) return { kind: 'unreadable' }
    try {
      data = migrate(data)
    } catch {
      return { kind: 'unreadable' }
    }
  }
  const parsed = version === shape.version ? shape.schema.safeParse(data) : { success: false as const }
  return parsed.success ? { kind: 'value', value: parsed.data } : { kind: 'unreadable' }
}

export const encode = <T>(shape: Shape<T>, value: T): string =>
  JSON.stringify({ v: shape.version, data: value })

export function read<T>(storage: KeyValueStorage | undefined, key: string, shape: Shape<T>): ReadResult<T> {
  if (!storage) return { kind: 'unavailable' }
  let text: string | null
  try {
    text = storage.getItem(key)
  } catch {
    return { kind: 'unavailable' }
  }
  if (text === null) return { kind: 'none' }
  const result = decode(shape, text)
  if (result.kind === 'unreadable') setAside(storage, key, text)
  return result
}

export function write<T>(
  storage: KeyValueStorage | undefined,
  key: string,
  shape: Shape<T>,
  value: T,
): WriteResult {
  if (!storage) return 'unavailable'
  try {
    storage.setItem(key, encode(shape, value))
    return 'saved'
  } catch (error) {
    return error instanceof Error && /quota/i.test(`${error.name} ${error.message}`) ? 'full' : 'unavailable'
  }
}

function setAside(storage: KeyValueStorage, key: string, text: string): void {
  try {
    storage.setItem(`${key}.unreadable`, text)
  } catch {
    // No room for a copy: the original stays until something is saved over it.
  }
}
