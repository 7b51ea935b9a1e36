/**
 * Every field of a node, in groups, for the details panel. Keys are those of EXPLAIN's JSON format, so that the
 * glossary can explain them; figures that this project derives have keys of their own.
 */
import { isTableScan } from '../../../plan/tree.ts'
import type { IoTimings, PlanNode, SortGroups } from '../../../plan/types.ts'
import { formatBytes, formatMs } from '../../primitives/format.ts'
import { blocks, cost, factorWords } from '../../../plan/words/figures.ts'
import { count, counted, exact, kilobytes, percent } from '../../../shared/words.ts'
import type { EstimateDoubt } from '../../../plan/figures/estimate-doubt.ts'
import type { PlanItem } from '../model/model.ts'

export interface Field {
  /** Key of EXPLAIN's JSON format, or a derived figure's name. */
  readonly key: string
  readonly value: string
  /** Text of SQL, shown monospaced and in full. */
  readonly code?: boolean
}

export interface FieldGroup {
  readonly title: string
  readonly fields: readonly Field[]
}

type Maybe = Field | null

const field = <T>(key: string, value: T | null | undefined, format: (value: T) => string): Maybe =>
  value === null || value === undefined ? null : { key, value: format(value) }

const positive = (key: string, value: number, format: (value: number) => string = count): Maybe =>
  value > 0 ? { key, value: format(value) } : null

const code = (key: string, value: string | null): Maybe =>
  value === null ? null : { key, value, code: true }

const names = (key: string, value: readonly string[]): Maybe =>
  value.length === 0 ? null : { key, value: value.join(', '), code: true }

const asIs = (value: string): string => value
const yesNo = (value: boolean): string => (value ? 'yes' : 'no')

function work({ figures, share, own }: PlanItem): readonly Maybe[] {
  const part = (value: string, of: number | null): string =>
    of === null ? value : `${value}, ${percent(of)} of all`
  return [
    own.buffers === null ? null : { key: 'Own Buffers', value: part(blocks(own.buffers), share.buffers) },
    own.buffers === null
      ? null
      : { key: 'Buffers', value: `${blocks(figures.inclusiveBuffers)} with everything below` },
    own.time === null ? null : { key: 'Own Time', value: part(formatMs(own.time), share.time) },
    figures.inclusive.timeMs === null
      ? null
      : { key: 'Whole Time', value: `${formatMs(figures.inclusive.timeMs)} with everything below` },
    figures.rowsRead > 0 ? { key: 'Rows Read', value: part(count(figures.rowsRead), share.rows) } : null,
  ]
}

const DOUBTS: Readonly<Record<EstimateDoubt, string>> = {
  early: ', but the node may have been stopped early',
  few: ', but that is a handful of rows',
  pages: ', but the index gives pages, counted as ten rows each',
}

function rows({ node, figures, estimateDoubt }: PlanItem): readonly Maybe[] {
  const { actual, estimate, removed } = node
  const loops = actual?.loops ?? 0
  const each = loops > 1 ? ' per loop' : ''
  const gone = (key: string, perLoop: number): Maybe =>
    positive(key, perLoop, (value) =>
      loops > 1 ? `${count(value)} per loop, ${count(value * loops)} in all` : count(value),
    )
  return [
    actual && loops === 0
      ? { key: 'Actual Rows', value: 'never executed' }
      : field('Actual Rows', actual?.rows, (value) =>
          loops > 1 ? `${exact(value)} per loop, ${count(figures.rows)} in all` : exact(value),
        ),
    field('Plan Rows', estimate?.rows, (value) => count(value) + each),
    field(
      'Estimate Factor',
      factorWords(figures.estimateFactor),
      (value) => `${value} than estimated${estimateDoubt === null ? '' : DOUBTS[estimateDoubt]}`,
    ),
    field('Actual Loops', actual?.loops, count),
    gone('Rows Removed by Filter', removed.filter),
    gone('Rows Removed by Join Filter', removed.joinFilter),
    gone('Rows Removed by Index Recheck', removed.indexRecheck),
    field('Heap Fetches', node.heapFetches, count),
    field('Index Searches', node.indexSearches, count),
    field('Exact Heap Blocks', node.bitmap?.exactBlocks, count),
    field('Lossy Heap Blocks', node.bitmap?.lossyBlocks, count),
    field('Plan Width', estimate?.width, (value) => counted(value, 'byte')),
  ]
}

function identity(node: PlanNode): readonly Maybe[] {
  const { parallel, sample } = node
  return [
    field('Parent Relationship', node.parentRelationship, asIs),
    field('Subplan Name', node.subplanName, asIs),
    code('Relation Name', node.relation),
    code('Schema', node.schema),
    node.alias !== null && node.alias !== node.relation ? code('Alias', node.alias) : null,
    code('Index Name', node.index),
    field('Scan Direction', node.scanDirection, asIs),
    code('CTE Name', node.cteName),
    code('Function Name', node.functionName),
    field('Join Type', node.joinType, asIs),
    field('Inner Unique', node.innerUnique, yesNo),
    field('Strategy', node.strategy, asIs),
    field('Partial Mode', node.partialMode, asIs),
    field('Command', node.setOperation, asIs),
    field('Disabled', node.disabled || null, yesNo),
    field('Parallel Aware', parallel.aware || null, yesNo),
    field('Workers Planned', parallel.workersPlanned, count),
    field('Workers Launched', parallel.workersLaunched, count),
    field('Single Copy', parallel.singleCopy || null, yesNo),
    field('Sampling Method', sample?.method, asIs),
    names('Sampling Parameters', sample?.parameters ?? []),
    code('Repeatable Seed', sample?.seed ?? null),
    positive('Subplans Removed', node.subplansRemoved ?? 0),
  ]
}

function modification({ modify }: PlanNode): readonly Maybe[] {
  if (!modify) return []
  const { tuples } = modify
  return [
    field('Operation', modify.operation, asIs),
    names(
      'Target Tables',
      modify.targets.map((one) => one.relation),
    ),
    field('Conflict Resolution', modify.conflictResolution, asIs),
    names('Conflict Arbiter Indexes', modify.conflictArbiters),
    field('Tuples Inserted', tuples.inserted, count),
    field('Tuples Updated', tuples.updated, count),
    field('Tuples Deleted', tuples.deleted, count),
    field('Tuples Skipped', tuples.skipped, count),
    field('Conflicting Tuples', tuples.conflicting, count),
  ]
}

function sortGroups(title: string, groups: SortGroups | null): readonly Maybe[] {
  if (!groups) return []
  return [
    {
      key: title,
      value: [
        counted(groups.count, 'group'),
        groups.methods.join(', '),
        groups.peakMemoryKb === null ? '' : `up to ${kilobytes(groups.peakMemoryKb)} of memory`,
        groups.peakDiskKb === null ? '' : `up to ${kilobytes(groups.peakDiskKb)} on disk`,
      ]
        .filter(Boolean)
        .join(', '),
    },
  ]
}

function memory(node: PlanNode): readonly Maybe[] {
  const { sort, hash, aggregate, memoize, storage } = node
  return [
    field('Sort Method', sort?.method, asIs),
    field(
      'Sort Space Used',
      sort?.spaceKb,
      (value) => `${kilobytes(value)}${sort?.spaceType === 'Disk' ? ' on disk' : ' of memory'}`,
    ),
    ...sortGroups('Full-sort Groups', sort?.fullGroups ?? null),
    ...sortGroups('Pre-sorted Groups', sort?.prefixGroups ?? null),
    field('Hash Buckets', hash?.buckets, count),
    field(
      'Original Hash Buckets',
      hash && hash.originalBuckets !== hash.buckets ? hash.originalBuckets : null,
      count,
    ),
    field('Hash Batches', hash?.batches, count),
    field(
      'Original Hash Batches',
      hash && hash.originalBatches !== hash.batches ? hash.originalBatches : null,
      count,
    ),
    field('Peak Memory Usage', hash?.memoryKb ?? aggregate?.memoryKb ?? memoize?.memoryKb, kilobytes),
    field('Planned Partitions', aggregate?.plannedPartitions, count),
    field('HashAgg Batches', aggregate?.batches, count),
    field('Disk Usage', aggregate?.diskKb, kilobytes),
    code('Cache Key', memoize?.key ?? null),
    field('Cache Mode', memoize?.mode, asIs),
    field('Cache Hits', memoize?.hits, count),
    field('Cache Misses', memoize?.misses, count),
    field('Cache Evictions', memoize?.evictions, count),
    field('Cache Overflows', memoize?.overflows, count),
    field('Storage', storage?.type, asIs),
    field('Maximum Storage', storage?.maximumKb, kilobytes),
  ]
}

function expressions(node: PlanNode): readonly Maybe[] {
  const { sort, aggregate } = node
  return [
    ...node.conditions.map((one): Field => ({ key: one.label, value: one.text, code: true })),
    names('Sort Key', sort?.key ?? []),
    names('Presorted Key', sort?.presortedKey ?? []),
    names('Group Key', aggregate?.groupKey ?? []),
    ...(aggregate?.groupingSets ?? []).map((set): Field => {
      const keys = set.keys.map((one) => (one.length === 0 ? '()' : one.join(', '))).join('; ')
      const sorted = set.sortKey.length > 0 ? ` (sorted by ${set.sortKey.join(', ')})` : ''
      return { key: set.kind, value: keys + sorted, code: true }
    }),
    code('Window', node.window),
    names('Output', node.output),
  ]
}

const IO_NAMES: readonly (readonly [keyof IoTimings, string])[] = [
  ['sharedReadMs', 'Shared I/O Read Time'],
  ['sharedWriteMs', 'Shared I/O Write Time'],
  ['localReadMs', 'Local I/O Read Time'],
  ['localWriteMs', 'Local I/O Write Time'],
  ['tempReadMs', 'Temp I/O Read Time'],
  ['tempWriteMs', 'Temp I/O Write Time'],
]

function printed(node: PlanNode): readonly Maybe[] {
  const { buffers, wal, io, actual, estimate } = node
  return [
    field('Startup Cost', estimate?.startupCost, cost),
    field('Total Cost', estimate?.totalCost, cost),
    field('Actual Startup Time', actual?.startupMs, (value) => `${formatMs(value)} per loop`),
    field('Actual Total Time', actual?.totalMs, (value) => `${formatMs(value)} per loop`),
    field('Shared Hit Blocks', buffers?.sharedHit, count),
    field('Shared Read Blocks', buffers?.sharedRead, count),
    positive('Shared Dirtied Blocks', buffers?.sharedDirtied ?? 0),
    positive('Shared Written Blocks', buffers?.sharedWritten ?? 0),
    positive('Local Hit Blocks', buffers?.localHit ?? 0),
    positive('Local Read Blocks', buffers?.localRead ?? 0),
    positive('Local Dirtied Blocks', buffers?.localDirtied ?? 0),
    positive('Local Written Blocks', buffers?.localWritten ?? 0),
    positive('Temp Read Blocks', buffers?.tempRead ?? 0),
    positive('Temp Written Blocks', buffers?.tempWritten ?? 0),
    ...IO_NAMES.map(([key, name]) => positive(name, io?.[key] ?? 0, formatMs)),
    positive('WAL Records', wal?.records ?? 0),
    positive('WAL FPI', wal?.fpi ?? 0),
    positive('WAL Bytes', wal?.bytes ?? 0, formatBytes),
    positive('WAL Buffers Full', wal?.buffersFull ?? 0),
  ]
}

function workers(node: PlanNode): readonly Maybe[] {
  return node.workers.map((worker): Field => {
    const parts: string[] = []
    if (worker.actual) {
      parts.push(counted(worker.actual.rows, 'row'), counted(worker.actual.loops, 'loop'))
      if (worker.actual.totalMs !== null) parts.push(formatMs(worker.actual.totalMs))
    }
    if (worker.buffers) parts.push(counted(worker.buffers.sharedHit + worker.buffers.sharedRead, 'buffer'))
    for (const [key, value] of Object.entries(worker.extra)) parts.push(`${key} ${plain(value)}`)
    return { key: `Worker ${worker.number}`, value: parts.join(', ') }
  })
}

const plain = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))

const others = (node: PlanNode): readonly Maybe[] =>
  Object.entries(node.extra).map(([key, value]): Field => ({ key, value: plain(value), code: true }))

/** All that is known of a node, in the order in which one asks. Groups without fields are left out. */
export function fieldGroups(item: PlanItem): readonly FieldGroup[] {
  const { node } = item
  const groups: readonly (readonly [string, readonly Maybe[]])[] = [
    ['Work', work(item)],
    [isTableScan(node) ? 'Rows and blocks found' : 'Rows', rows(item)],
    ['Conditions and keys', expressions(node)],
    ['Changes to tables', modification(node)],
    ['Memory', memory(node)],
    ['What it is', identity(node)],
    ['As EXPLAIN printed it', printed(node)],
    ['Workers', workers(node)],
    ['Other', others(node)],
  ]
  return groups
    .map(([title, fields]) => ({ title, fields: fields.filter((one) => one !== null) }))
    .filter((group) => group.fields.length > 0)
}
