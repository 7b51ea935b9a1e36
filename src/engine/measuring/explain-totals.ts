/** Figures of one EXPLAIN (ANALYZE, BUFFERS, WAL, SERIALIZE, FORMAT JSON) output of our own engine, and their sums. */
import type { Buffers, Totals } from '../contract/index.ts'

type Json = Readonly<Record<string, unknown>>

const num = (object: Json, key: string): number => {
  const value = object[key]
  return typeof value === 'number' ? value : 0
}
const child = (object: Json, key: string): Json => (object[key] ?? {}) as Json

function bufferDetail(node: Json): Buffers {
  return {
    sharedHit: num(node, 'Shared Hit Blocks'),
    sharedRead: num(node, 'Shared Read Blocks'),
    sharedDirtied: num(node, 'Shared Dirtied Blocks'),
    sharedWritten: num(node, 'Shared Written Blocks'),
    localHit: num(node, 'Local Hit Blocks'),
    localRead: num(node, 'Local Read Blocks'),
    tempRead: num(node, 'Temp Read Blocks'),
    tempWritten: num(node, 'Temp Written Blocks'),
  }
}

function addBuffers(a: Buffers, b: Buffers): Buffers {
  return {
    sharedHit: a.sharedHit + b.sharedHit,
    sharedRead: a.sharedRead + b.sharedRead,
    sharedDirtied: a.sharedDirtied + b.sharedDirtied,
    sharedWritten: a.sharedWritten + b.sharedWritten,
    localHit: a.localHit + b.localHit,
    localRead: a.localRead + b.localRead,
    tempRead: a.tempRead + b.tempRead,
    tempWritten: a.tempWritten + b.tempWritten,
  }
}

/** Blocks of 8 kB that were asked for: hit or read. The split depends on what ran before, the sum does not. */
const score = (b: Buffers): number => b.sharedHit + b.sharedRead + b.localHit + b.localRead

/** Scan nodes that read a table or index themselves; a Bitmap Index Scan's rows are counted at its heap scan. */
const SCANS = new Set([
  'Seq Scan',
  'Sample Scan',
  'Index Scan',
  'Index Only Scan',
  'Bitmap Heap Scan',
  'Tid Scan',
  'Tid Range Scan',
])

function rowsRead(node: Json): number {
  let sum = 0
  if (SCANS.has(String(node['Node Type']))) {
    const perLoop =
      num(node, 'Actual Rows') +
      num(node, 'Rows Removed by Filter') +
      num(node, 'Rows Removed by Index Recheck')
    sum = Math.round(perLoop * num(node, 'Actual Loops'))
  }
  for (const sub of (node['Plans'] as readonly Json[] | undefined) ?? []) sum += rowsRead(sub)
  return sum
}

export const NO_TOTALS: Totals = {
  buffers: 0,
  detail: bufferDetail({}),
  deferredBuffers: 0,
  planningBuffers: 0,
  rowsRead: 0,
  rowsReturned: 0,
  tempBlocks: 0,
  walBytes: 0,
  walRecords: 0,
  cost: 0,
  executionTime: 0,
  planningTime: 0,
  timingRuns: 0,
  statements: 0,
}

/** Totals of one execution; `explain` is the object that EXPLAIN's JSON array holds. Sending the rows counts (SERIALIZE). */
export function explainTotals(explain: unknown): Totals {
  const output = (explain ?? {}) as Json
  const top = child(output, 'Plan')
  const detail = addBuffers(bufferDetail(top), bufferDetail(child(output, 'Serialization')))
  return {
    buffers: score(detail),
    detail,
    deferredBuffers: 0,
    planningBuffers: score(bufferDetail(child(output, 'Planning'))),
    rowsRead: rowsRead(top),
    rowsReturned: Math.round(num(top, 'Actual Rows') * num(top, 'Actual Loops')),
    tempBlocks: detail.tempRead + detail.tempWritten,
    walBytes: num(top, 'WAL Bytes'),
    walRecords: num(top, 'WAL Records'),
    cost: num(top, 'Total Cost'),
    executionTime: num(output, 'Execution Time'),
    planningTime: num(output, 'Planning Time'),
    timingRuns: 1,
    statements: 1,
  }
}

/** Sum of two totals; `timingRuns` is the smaller of the two. */
export function addTotals(a: Totals, b: Totals): Totals {
  return {
    buffers: a.buffers + b.buffers,
    detail: addBuffers(a.detail, b.detail),
    deferredBuffers: a.deferredBuffers + b.deferredBuffers,
    planningBuffers: a.planningBuffers + b.planningBuffers,
    rowsRead: a.rowsRead + b.rowsRead,
    rowsReturned: a.rowsReturned + b.rowsReturned,
    tempBlocks: a.tempBlocks + b.tempBlocks,
    walBytes: a.walBytes + b.walBytes,
    walRecords: a.walRecords + b.walRecords,
    cost: a.cost + b.cost,
    executionTime: a.executionTime + b.executionTime,
    planningTime: a.planningTime + b.planningTime,
    timingRuns: a.timingRuns === 0 ? b.timingRuns : Math.min(a.timingRuns, b.timingRuns),
    statements: a.statements + b.statements,
  }
}
