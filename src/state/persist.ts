/**
 * Kept values: `{ v, data }` as JSON under one key. A value of an older version is migrated one step at a time, one
 * that cannot be read is set aside under another key and never deleted: it may hold somebody's text.
 */
import { migrate, type MigrationStep } from '../shared/migrate.ts'
import type { KeyValueStorage } from './ports.ts'

interface Schema<T> {
  safeParse(value: unknown): { readonly success: true; readonly data: T } | { readonly success: false }
}

export interface Shape<T> {
  readonly version: number
  readonly schema: Schema<T>
  /** `migrations[n]` turns data of version n into data of version n + 1. */
  readonly migrations: Readonly<Record<number, MigrationStep>>
}

export type ReadResult<T> =
  | { readonly kind: 'value'; readonly value: T }
  | { readonly kind: 'none' }
  /** Unreadable, or written by a newer version of the playground. */
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'unavailable' }

/** As `ReadResult`; of what is unreadable, whether a copy was set aside, so that it may be written over. */
export type StoredResult<T> =
  | Exclude<ReadResult<T>, { readonly kind: 'unreadable' }>
  | { readonly kind: 'unreadable'; readonly setAside: boolean }

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
  if (typeof stored.v !== 'number' || stored.v > shape.version) return { kind: 'unreadable' }
  let data: unknown
  try {
    data = migrate(stored.data, stored.v, shape.version, shape.migrations)
  } catch {
    return { kind: 'unreadable' }
  }
  const parsed = shape.schema.safeParse(data)
  return parsed.success ? { kind: 'value', value: parsed.data } : { kind: 'unreadable' }
}

/** The same text for the same value, in whatever order its keys were set: a write that changes nothing is none. */
export const encode = <T>(shape: Shape<T>, value: T): string =>
  JSON.stringify({ v: shape.version, data: value }, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )

export function read<T>(storage: KeyValueStorage | undefined, key: string, shape: Shape<T>): StoredResult<T> {
  if (!storage) return { kind: 'unavailable' }
  let text: string | null
  try {
    text = storage.getItem(key)
  } catch {
    return { kind: 'unavailable' }
  }
  if (text === null) return { kind: 'none' }
  const result = decode(shape, text)
  return result.kind === 'unreadable'
    ? { kind: 'unreadable', setAside: setAside(storage, key, text) }
    : result
}

/** Writes a value, unless it is what is stored already. */
export function write<T>(
  storage: KeyValueStorage | undefined,
  key: string,
  shape: Shape<T>,
  value: T,
): WriteResult {
  if (!storage) return 'unavailable'
  try {
    const text = encode(shape, value)
    if (storage.getItem(key) !== text) storage.setItem(key, text)
    return 'saved'
  } catch (error) {
    return error instanceof Error && /quota/i.test(`${error.name} ${error.message}`) ? 'full' : 'unavailable'
  }
}

/** Keeps an unreadable text beside others that were set aside before it; false where there is no room. */
function setAside(storage: KeyValueStorage, key: string, text: string): boolean {
  try {
    for (let copy = 1; ; copy++) {
      const name = `${key}.unreadable${copy === 1 ? '' : `.${copy}`}`
      const there = storage.getItem(name)
      if (there === null) storage.setItem(name, text)
      if (there === null || there === text) return true
    }
  } catch {
    return false
  }
}
