/** Additive figures of a node as one record, so that they can be added, subtracted and shared out together. */
import type { PlanNode } from '../types.ts'

/** Work over all loops and workers. Blocks of 8 kB, WAL in bytes and records, time in ms of waiting time. */
export interface Work {
  readonly sharedHit: number
  readonly sharedRead: number
  readonly sharedDirtied: number
  readonly sharedWritten: number
  readonly localHit: number
  readonly localRead: number
  readonly tempRead: number
  readonly tempWritten: number
  readonly walRecords: number
  readonly walBytes: number
  /** null where EXPLAIN ran with TIMING OFF or without ANALYZE. */
  readonly timeMs: number | null
}

/** Everything of Work that EXPLAIN counts exactly; time is averaged and rounded, so it is handled apart. */
export type Metric = Exclude<keyof Work, 'timeMs'>
export type Counts = Record<Metric, number>

export const METRICS: readonly Metric[] = [
  'sharedHit',
  'sharedRead',
  'sharedDirtied',
  'sharedWritten',
  'localHit',
  'localRead',
  'tempRead',
  'tempWritten',
  'walRecords',
  'walBytes',
]

export function countsOf(node: PlanNode): Counts {
  const { buffers, wal } = node
  return {
    sharedHit: buffers?.sharedHit ?? 0,
    sharedRead: buffers?.sharedRead ?? 0,
    sharedDirtied: buffers?.sharedDirtied ?? 0,
    sharedWritten: buffers?.sharedWritten ?? 0,
    localHit: buffers?.localHit ?? 0,
    localRead: buffers?.localRead ?? 0,
    tempRead: buffers?.tempRead ?? 0,
    tempWritten: buffers?.tempWritten ?? 0,
    walRecords: wal?.records ?? 0,
    walBytes: wal?.bytes ?? 0,
  }
}

export const noCounts = (): Counts => Object.fromEntries(METRICS.map((metric) => [metric, 0])) as Counts

/** Blocks touched, wherever they were found: shared and local, hit and read. The measure of work. */
export const buffersOf = (work: Pick<Work, 'sharedHit' | 'sharedRead' | 'localHit' | 'localRead'>): number =>
  work.sharedHit + work.sharedRead + work.localHit + work.localRead

/** Temporary file blocks, written and read. */
export const tempOf = (work: Pick<Work, 'tempRead' | 'tempWritten'>): number =>
  work.tempRead + work.tempWritten
