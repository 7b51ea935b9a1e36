/** Figures that a node, a worker, planning and serialization share. */
import type { Actual, Buffers, IoTimings, Wal } from '../types.ts'
import type { RawReader } from './raw.ts'

/** EXPLAIN's JSON keys of buffer counts by field. */
export const BUFFER_KEYS: Readonly<Record<keyof Buffers, string>> = {
  sharedHit: 'Shared Hit Blocks',
  sharedRead: 'Shared Read Blocks',
  sharedDirtied: 'Shared Dirtied Blocks',
  sharedWritten: 'Shared Written Blocks',
  localHit: 'Local Hit Blocks',
  localRead: 'Local Read Blocks',
  localDirtied: 'Local Dirtied Blocks',
  localWritten: 'Local Written Blocks',
  tempRead: 'Temp Read Blocks',
  tempWritten: 'Temp Written Blocks',
}

const IO_KEYS: Readonly<Record<keyof IoTimings, readonly string[]>> = {
  // PostgreSQL 14 to 16 have one pair of keys for shared and local blocks.
  sharedReadMs: ['Shared I/O Read Time', 'I/O Read Time'],
  sharedWriteMs: ['Shared I/O Write Time', 'I/O Write Time'],
  localReadMs: ['Local I/O Read Time'],
  localWriteMs: ['Local I/O Write Time'],
  tempReadMs: ['Temp I/O Read Time'],
  tempWriteMs: ['Temp I/O Write Time'],
}

export const WAL_KEYS: Readonly<Record<keyof Wal, string>> = {
  records: 'WAL Records',
  fpi: 'WAL FPI',
  bytes: 'WAL Bytes',
  buffersFull: 'WAL Buffers Full',
}

/** Reads one number for each field; null if none of the keys is there. */
function readFigures<T>(
  reader: RawReader,
  keys: Readonly<Record<keyof T & string, string | readonly string[]>>,
): T | null {
  let found = false
  const figures: Record<string, number> = {}
  for (const field in keys) {
    const names: string | readonly string[] = keys[field as keyof T & string]
    figures[field] = 0
    for (const name of typeof names === 'string' ? [names] : names) {
      const value = reader.number(name)
      if (value === null) continue
      figures[field] = value
      found = true
      break
    }
  }
  return found ? (figures as T) : null
}

export const buildBuffers = (reader: RawReader): Buffers | null => readFigures<Buffers>(reader, BUFFER_KEYS)
export const buildIo = (reader: RawReader): IoTimings | null => readFigures<IoTimings>(reader, IO_KEYS)
export const buildWal = (reader: RawReader): Wal | null => readFigures<Wal>(reader, WAL_KEYS)

export function buildActual(reader: RawReader): Actual | null {
  const startupMs = reader.number('Actual Startup Time')
  const totalMs = reader.number('Actual Total Time')
  const rows = reader.number('Actual Rows')
  const loops = reader.number('Actual Loops')
  if (rows === null && loops === null) return null
  return { startupMs, totalMs, rows: rows ?? 0, loops: loops ?? 1 }
}
