/** Details that only some node types have: sort, hash, aggregate, bitmap, memoize, storage, sample, ModifyTable. */
import { isObject, RawReader, type RawObject } from './raw.ts'
import type {
  AggregateDetail,
  BitmapDetail,
  GroupingSet,
  HashDetail,
  MemoizeDetail,
  ModifyDetail,
  SampleDetail,
  SortDetail,
  SortGroups,
  StorageDetail,
} from '../types.ts'

const strings = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : [])

function buildSortGroups(raw: RawObject | null): SortGroups | null {
  if (!raw) return null
  const space = (kind: 'Memory' | 'Disk', which: 'Average' | 'Peak'): number | null => {
    const value = raw[`Sort Space ${kind}`]
    return isObject(value) ? new RawReader(value).number(`${which} Sort Space Used`) : null
  }
  return {
    count: new RawReader(raw).number('Group Count') ?? 0,
    methods: strings(raw['Sort Methods Used']),
    averageMemoryKb: space('Memory', 'Average'),
    peakMemoryKb: space('Memory', 'Peak'),
    averageDiskKb: space('Disk', 'Average'),
    peakDiskKb: space('Disk', 'Peak'),
  }
}

export function buildSort(reader: RawReader, nodeType: string): SortDetail | null {
  if (!/Sort|Gather Merge|Merge Append/.test(nodeType)) return null
  const spaceType = reader.text('Sort Space Type')
  return {
    key: reader.list('Sort Key'),
    presortedKey: reader.list('Presorted Key'),
    method: reader.text('Sort Method'),
    spaceKb: reader.number('Sort Space Used'),
    spaceType: spaceType === 'Memory' || spaceType === 'Disk' ? spaceType : null,
    fullGroups: buildSortGroups(reader.object('Full-sort Groups')),
    prefixGroups: buildSortGroups(reader.object('Pre-sorted Groups')),
  }
}

export function buildHash(reader: RawReader, nodeType: string): HashDetail | null {
  if (nodeType !== 'Hash' || !reader.has('Hash Buckets')) return null
  const buckets = reader.number('Hash Buckets') ?? 0
  const batches = reader.number('Hash Batches') ?? 1
  return {
    buckets,
    originalBuckets: reader.number('Original Hash Buckets') ?? buckets,
    batches,
    originalBatches: reader.number('Original Hash Batches') ?? batches,
    memoryKb: reader.number('Peak Memory Usage') ?? 0,
  }
}

function buildGroupingSet(raw: RawObject): GroupingSet {
  const hashed = Array.isArray(raw['Hash Keys'])
  const keys = hashed ? raw['Hash Keys'] : raw['Group Keys']
  return {
    kind: hashed ? 'Hash Key' : 'Group Key',
    keys: Array.isArray(keys) ? keys.map(strings) : [],
    sortKey: strings(raw['Sort Key']),
  }
}

export function buildAggregate(reader: RawReader, nodeType: string): AggregateDetail | null {
  if (nodeType !== 'Aggregate' && nodeType !== 'Group') return null
  const batches = reader.number('HashAgg Batches')
  return {
    groupKey: reader.list('Group Key'),
    groupingSets: reader.objects('Grouping Sets').map(buildGroupingSet),
    plannedPartitions: reader.number('Planned Partitions') || null,
    batches,
    memoryKb: reader.number('Peak Memory Usage'),
    // The text format leaves out a zero.
    diskKb: reader.number('Disk Usage') ?? (batches === null ? null : 0),
  }
}

export function buildBitmap(reader: RawReader, nodeType: string, executed: boolean): BitmapDetail | null {
  if (nodeType !== 'Bitmap Heap Scan' || !executed) return null
  return {
    exactBlocks: reader.number('Exact Heap Blocks') ?? 0,
    lossyBlocks: reader.number('Lossy Heap Blocks') ?? 0,
  }
}

export function buildMemoize(reader: RawReader, nodeType: string): MemoizeDetail | null {
  if (nodeType !== 'Memoize') return null
  return {
    key: reader.text('Cache Key') ?? '',
    mode: reader.text('Cache Mode'),
    hits: reader.number('Cache Hits'),
    misses: reader.number('Cache Misses'),
    evictions: reader.number('Cache Evictions'),
    overflows: reader.number('Cache Overflows'),
    memoryKb: reader.number('Peak Memory Usage'),
  }
}

export function buildStorage(reader: RawReader): StorageDetail | null {
  const type = reader.text('Storage')
  return type === null ? null : { type, maximumKb: reader.number('Maximum Storage') ?? 0 }
}

export function buildSample(reader: RawReader): SampleDetail | null {
  const method = reader.text('Sampling Method')
  if (method === null) return null
  return { method, parameters: reader.list('Sampling Parameters'), seed: reader.text('Repeatable Seed') }
}

export function buildModify(reader: RawReader, nodeType: string): ModifyDetail | null {
  if (nodeType !== 'ModifyTable') return null
  return {
    operation: reader.text('Operation') ?? '',
    targets: reader.objects('Target Tables').map((raw) => {
      const target = new RawReader(raw)
      const relation = target.text('Relation Name') ?? ''
      return { schema: target.text('Schema'), relation, alias: target.text('Alias') ?? relation }
    }),
    conflictResolution: reader.text('Conflict Resolution'),
    conflictArbiters: reader.list('Conflict Arbiter Indexes'),
    tuples: {
      inserted: reader.number('Tuples Inserted'),
      updated: reader.number('Tuples Updated'),
      deleted: reader.number('Tuples Deleted'),
      skipped: reader.number('Tuples Skipped'),
      conflicting: reader.number('Conflicting Tuples'),
    },
  }
}
