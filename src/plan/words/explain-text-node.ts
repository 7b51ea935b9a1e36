/** Lines that EXPLAIN's text format prints under a node, in the order of PostgreSQL 18. */
import type { Buffers, IoTimings, PlanNode, SortGroups, Wal, Worker } from '../types.ts'

type Line = string | null

const times = (value: number): string => value.toFixed(3)

const figures = (entries: readonly (readonly [string, number])[]): string =>
  entries
    .filter(([, value]) => value > 0)
    .map(([name, value]) => ` ${name}=${value}`)
    .join('')

/** `Buffers: shared hit=5 read=2, temp read=1`; null where no block was touched. */
export function buffersLine(buffers: Buffers | null): Line {
  if (!buffers) return null
  const groups = [
    ['shared', buffers.sharedHit, buffers.sharedRead, buffers.sharedDirtied, buffers.sharedWritten],
    ['local', buffers.localHit, buffers.localRead, buffers.localDirtied, buffers.localWritten],
    ['temp', 0, buffers.tempRead, 0, buffers.tempWritten],
  ] as const
  const printed = groups
    .map(([name, hit, read, dirtied, written]) => {
      const counts = figures([
        ['hit', hit],
        ['read', read],
        ['dirtied', dirtied],
        ['written', written],
      ])
      return counts === '' ? '' : `${name}${counts}`
    })
    .filter(Boolean)
  return printed.length === 0 ? null : `Buffers: ${printed.join(', ')}`
}

function ioLine(io: IoTimings | null): Line {
  if (!io) return null
  const part = (name: string, read: number, write: number): string => {
    const both = [read > 0 ? ` read=${times(read)}` : '', write > 0 ? ` write=${times(write)}` : ''].join('')
    return both === '' ? '' : name + both
  }
  const printed = [
    part('shared', io.sharedReadMs, io.sharedWriteMs),
    part('local', io.localReadMs, io.localWriteMs),
    part('temp', io.tempReadMs, io.tempWriteMs),
  ].filter(Boolean)
  return printed.length === 0 ? null : `I/O Timings: ${printed.join(', ')}`
}

function walLine(wal: Wal | null): Line {
  if (!wal) return null
  const counts = figures([
    ['records', wal.records],
    ['fpi', wal.fpi],
    ['bytes', wal.bytes],
    ['buffers full', wal.buffersFull],
  ])
  return counts === '' ? null : `WAL:${counts}`
}

function sortGroupsLine(title: string, groups: SortGroups | null): Line {
  if (!groups) return null
  const kind = groups.methods.length === 1 ? 'Sort Method' : 'Sort Methods'
  const memory = (name: string, average: number | null, peak: number | null): string =>
    peak === null ? '' : `  Average ${name}: ${average ?? 0}kB  Peak ${name}: ${peak}kB`
  return (
    `${title} Groups: ${groups.count}  ${kind}: ${groups.methods.join(', ')}` +
    memory('Memory', groups.averageMemoryKb, groups.peakMemoryKb) +
    memory('Disk', groups.averageDiskKb, groups.peakDiskKb)
  )
}

function sortLines({ sort }: PlanNode): readonly Line[] {
  if (!sort) return []
  return [
    list('Sort Key', sort.key),
    list('Presorted Key', sort.presortedKey),
    sort.method === null
      ? null
      : `Sort Method: ${sort.method}  ${sort.spaceType ?? 'Memory'}: ${sort.spaceKb ?? 0}kB`,
    sortGroupsLine('Full-sort', sort.fullGroups),
    sortGroupsLine('Pre-sorted', sort.prefixGroups),
  ]
}

function hashLine({ hash }: PlanNode): Line {
  if (!hash) return null
  const was = (now: number, original: number): string => (now === original ? '' : ` (originally ${original})`)
  return (
    `Buckets: ${hash.buckets}${was(hash.buckets, hash.originalBuckets)}  ` +
    `Batches: ${hash.batches}${was(hash.batches, hash.originalBatches)}  Memory Usage: ${hash.memoryKb}kB`
  )
}

function groupLines({ aggregate }: PlanNode): readonly Line[] {
  if (!aggregate) return []
  const lines: Line[] = [list('Group Key', aggregate.groupKey)]
  for (const set of aggregate.groupingSets) {
    lines.push(list('Sort Key', set.sortKey))
    const indent = set.sortKey.length > 0 ? '  ' : ''
    for (const keys of set.keys)
      lines.push(`${indent}${set.kind}: ${keys.length === 0 ? '()' : keys.join(', ')}`)
  }
  return lines
}

function hashAggregateLine({ aggregate }: PlanNode): Line {
  if (!aggregate || (aggregate.batches === null && aggregate.plannedPartitions === null)) return null
  return [
    aggregate.plannedPartitions ? `Planned Partitions: ${aggregate.plannedPartitions}` : '',
    aggregate.batches === null ? '' : `Batches: ${aggregate.batches}`,
    aggregate.memoryKb === null ? '' : `Memory Usage: ${aggregate.memoryKb}kB`,
    aggregate.diskKb ? `Disk Usage: ${aggregate.diskKb}kB` : '',
  ]
    .filter(Boolean)
    .join('  ')
}

function memoizeLines({ memoize }: PlanNode): readonly Line[] {
  if (!memoize) return []
  const { hits, misses, evictions, overflows, memoryKb } = memoize
  return [
    `Cache Key: ${memoize.key}`,
    memoize.mode === null ? null : `Cache Mode: ${memoize.mode}`,
    hits === null
      ? null
      : `Hits: ${hits}  Misses: ${misses ?? 0}  Evictions: ${evictions ?? 0}  Overflows: ${overflows ?? 0}  Memory Usage: ${memoryKb ?? 0}kB`,
  ]
}

function modifyLines(node: PlanNode): readonly Line[] {
  const { modify } = node
  if (!modify) return []
  const { tuples } = modify
  const merged =
    modify.operation === 'Merge'
      ? (['inserted', 'updated', 'deleted', 'skipped'] as const)
          .filter((kind) => (tuples[kind] ?? 0) > 0)
          .map((kind) => ` ${kind}=${tuples[kind]}`)
          .join('')
      : ''
  const counted = modify.operation !== 'Merge'
  return [
    modify.conflictResolution === null ? null : `Conflict Resolution: ${modify.conflictResolution}`,
    list('Conflict Arbiter Indexes', modify.conflictArbiters),
    ...conditionLines(node),
    ...plainExtras(node),
    counted && tuples.inserted !== null ? `Tuples Inserted: ${tuples.inserted}` : null,
    counted && tuples.conflicting !== null ? `Conflicting Tuples: ${tuples.conflicting}` : null,
    merged === '' ? null : `Tuples:${merged}`,
  ]
}

const list = (label: string, values: readonly string[]): Line =>
  values.length === 0 ? null : `${label}: ${values.join(', ')}`

/** What is thrown away by a condition is printed under it, where anything was. */
function conditionLines(node: PlanNode): readonly Line[] {
  const { removed } = node
  const lines: Line[] = []
  const gone = (label: string, rows: number): void => {
    if (rows > 0) lines.push(`Rows Removed by ${label}: ${rows}`)
  }
  for (const { label, text } of node.conditions) {
    lines.push(`${label}: ${text}`)
    if (label === 'Index Cond' || label === 'Recheck Cond') gone('Index Recheck', removed.indexRecheck)
    if (label === 'Join Filter') gone('Join Filter', removed.joinFilter)
    if (label === 'Filter') gone('Filter', removed.filter)
  }
  return lines
}

/** Keys that the model has no place for, where the text format prints them as they are. */
const plainExtras = (node: PlanNode): readonly Line[] =>
  Object.entries(node.extra)
    .filter(([, value]) => ['string', 'number'].includes(typeof value) || Array.isArray(value))
    .map(([key, value]) => `${key}: ${Array.isArray(value) ? value.join(', ') : String(value)}`)

/** A worker's sort or hash aggregate. */
function workerMemory(extra: Readonly<Record<string, unknown>>): string {
  const kB = (key: string): string => `${String(extra[key])}kB`
  const parts: string[] = []
  if ('Sort Method' in extra)
    parts.push(
      `Sort Method: ${String(extra['Sort Method'])}`,
      `${String(extra['Sort Space Type'])}: ${kB('Sort Space Used')}`,
    )
  if ('HashAgg Batches' in extra) {
    parts.push(`Batches: ${String(extra['HashAgg Batches'])}`, `Memory Usage: ${kB('Peak Memory Usage')}`)
    if (Number(extra['Disk Usage']) > 0) parts.push(`Disk Usage: ${kB('Disk Usage')}`)
  }
  return parts.join('  ')
}

/** Workers whose own figures were printed (VERBOSE) have lines of their own. */
function workerLines(worker: Worker, rows: (value: number) => string): readonly Line[] {
  const { actual, buffers } = worker
  const memory = workerMemory(worker.extra)
  const name = `Worker ${worker.number}:`
  const head = actual
    ? `${name}  actual ${actual.totalMs === null ? '' : `time=${times(actual.startupMs ?? 0)}..${times(actual.totalMs)} `}rows=${rows(actual.rows)} loops=${actual.loops}`
    : null
  const inner = buffersLine(buffers)
  return [head, memory === '' ? null : `${name}  ${memory}`, inner === null ? null : `  ${inner}`]
}

/** All lines under a node's title, without indentation. */
export function propertyLines(node: PlanNode, rows: (value: number) => string): readonly string[] {
  const { bitmap, sample, storage, parallel, modify } = node
  const targets =
    modify && modify.targets.length > 1
      ? modify.targets.map(
          (one) =>
            `${modify.operation} on ${one.relation}${one.alias === one.relation ? '' : ` ${one.alias}`}`,
        )
      : []
  const lines: Line[] = [
    ...targets,
    node.disabled ? 'Disabled: true' : null,
    list('Output', node.output),
    sample
      ? `Sampling: ${sample.method} (${sample.parameters.join(', ')})${sample.seed === null ? '' : ` REPEATABLE (${sample.seed})`}`
      : null,
    ...(node.nodeType === 'Aggregate' || node.nodeType === 'Group' ? groupLines(node) : []),
    node.window === null ? null : `Window: ${node.window}`,
    ...(modify ? [] : [...plainExtras(node), ...conditionLines(node)]),
    parallel.workersPlanned === null ? null : `Workers Planned: ${parallel.workersPlanned}`,
    parallel.workersLaunched === null ? null : `Workers Launched: ${parallel.workersLaunched}`,
    parallel.singleCopy ? 'Single Copy: true' : null,
    ...sortLines(node),
    ...modifyLines(node),
    hashLine(node),
    hashAggregateLine(node),
    ...memoizeLines(node),
    node.heapFetches === null ? null : `Heap Fetches: ${node.heapFetches}`,
    node.indexSearches === null ? null : `Index Searches: ${node.indexSearches}`,
    bitmap && bitmap.exactBlocks + bitmap.lossyBlocks > 0
      ? `Heap Blocks:${figures([
          ['exact', bitmap.exactBlocks],
          ['lossy', bitmap.lossyBlocks],
        ])}`
      : null,
    storage ? `Storage: ${storage.type}  Maximum Storage: ${storage.maximumKb}kB` : null,
    buffersLine(node.buffers),
    ioLine(node.io),
    walLine(node.wal),
    ...node.workers.flatMap((worker) => workerLines(worker, rows)),
    node.subplansRemoved === null || node.subplansRemoved === 0
      ? null
      : `Subplans Removed: ${node.subplansRemoved}`,
  ]
  return lines.filter((line) => line !== null)
}
