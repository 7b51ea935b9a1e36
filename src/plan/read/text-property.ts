/** Lines below a node in EXPLAIN's text format: each becomes the keys that the JSON format has for it. */
import { BUFFER_KEYS, WAL_KEYS } from './build-figures.ts'
import { leadingNumber, parseFields, parsePairs, splitList } from './text-split.ts'
import type { RawNode } from './text-title.ts'

const LISTS: ReadonlySet<string> = new Set([
  'Output',
  'Sort Key',
  'Presorted Key',
  'Params Evaluated',
  'Conflict Arbiter Indexes',
])

const BUFFER_WORDS: Readonly<Record<string, string>> = {
  hit: 'Hit',
  read: 'Read',
  dirtied: 'Dirtied',
  written: 'Written',
}

/** All buffer keys at zero: what the JSON format prints where the text format prints nothing. */
export const zeroBuffers = (): RawNode =>
  Object.fromEntries(Object.values(BUFFER_KEYS).map((key) => [key, 0] as const))

export const zeroWal = (): RawNode =>
  Object.fromEntries(Object.values(WAL_KEYS).map((key) => [key, 0] as const))

/** `shared hit=3 read=2, temp written=4`. */
export function parseBuffers(text: string): RawNode {
  const keys = zeroBuffers()
  for (const group of text.split(/,\s*/)) {
    const kind = /^(shared|local|temp) /.exec(group)?.[1]
    if (kind === undefined) continue
    const name = kind[0]!.toUpperCase() + kind.slice(1)
    for (const [word, count] of Object.entries(parsePairs(group.slice(kind.length + 1))))
      keys[`${name} ${BUFFER_WORDS[word] ?? word} Blocks`] = count
  }
  return keys
}

/** `shared read=0.1 write=0.2, temp read=0.3`; PostgreSQL 14 names no kind, 15 and 16 say `shared/local`. */
function parseIo(text: string): RawNode {
  const keys: RawNode = {}
  for (const group of text.split(/,\s*/)) {
    const match = /^(?:(shared\/local|shared|local|temp) )?(.*)$/.exec(group)!
    const kind = match[1] === undefined || match[1] === 'shared/local' ? '' : match[1]
    const prefix = kind === '' ? '' : `${kind[0]!.toUpperCase()}${kind.slice(1)} `
    const pairs = parsePairs(match[2]!)
    keys[`${prefix}I/O Read Time`] = pairs['read'] ?? 0
    keys[`${prefix}I/O Write Time`] = pairs['write'] ?? 0
  }
  return keys
}

function parseWal(text: string): RawNode {
  const pairs = parsePairs(text)
  return {
    'WAL Records': pairs['records'] ?? 0,
    'WAL FPI': pairs['fpi'] ?? 0,
    'WAL Bytes': pairs['bytes'] ?? 0,
    'WAL Buffers Full': pairs['buffers full'] ?? 0,
  }
}

/** `Sort Method: quicksort  Memory: 25kB`. */
function parseSortMethod(text: string): RawNode {
  const keys: RawNode = {}
  for (const [label, value] of parseFields(text)) {
    if (label === 'Sort Method') keys['Sort Method'] = value
    else {
      keys['Sort Space Used'] = leadingNumber(value)
      keys['Sort Space Type'] = label
    }
  }
  return keys
}

/** `Full-sort Groups: 3  Sort Method: quicksort  Average Memory: 27kB  Peak Memory: 27kB`. */
function parseSortGroups(text: string): RawNode {
  const fields = parseFields(text)
  const groups: RawNode = { 'Group Count': leadingNumber(fields[0]?.[1] ?? '0'), 'Sort Methods Used': [] }
  for (const [label, value] of fields.slice(1)) {
    if (label === 'Sort Method' || label === 'Sort Methods') groups['Sort Methods Used'] = splitList(value)
    const space = /^(Average|Peak) (Memory|Disk)$/.exec(label)
    if (!space) continue
    const key = `Sort Space ${space[2]}`
    const known = (groups[key] ?? {}) as RawNode
    groups[key] = { ...known, [`${space[1]} Sort Space Used`]: leadingNumber(value) }
  }
  return { [fields[0]?.[0] ?? 'Full-sort Groups']: groups }
}

/** Memory of a Hash, a hash aggregate or a Memoize: `Batches: 5  Memory Usage: 4145kB  Disk Usage: 1552kB`. */
function parseMemory(text: string, nodeType: string): RawNode {
  const keys: RawNode = {}
  for (const [label, value] of parseFields(text)) {
    const number = leadingNumber(value)
    const original = /\(originally (\d+)\)/.exec(value)?.[1]
    if (label === 'Memory Usage') keys['Peak Memory Usage'] = number
    else if (label === 'Batches' && nodeType === 'Aggregate') keys['HashAgg Batches'] = number
    else if (label === 'Buckets' || label === 'Batches') {
      keys[`Hash ${label}`] = number
      keys[`Original Hash ${label}`] = original === undefined ? number : Number(original)
    } else if (/^(?:Hits|Misses|Evictions|Overflows)$/.test(label)) keys[`Cache ${label}`] = number
    else keys[label] = number
  }
  return keys
}

function parseSampling(text: string): RawNode {
  const match = /^(.*?) \((.*?)\)(?: REPEATABLE \((.*)\))?$/.exec(text)
  if (!match) return { 'Sampling Method': text }
  const keys: RawNode = { 'Sampling Method': match[1], 'Sampling Parameters': splitList(match[2]!) }
  return match[3] === undefined ? keys : { ...keys, 'Repeatable Seed': match[3] }
}

function parseTuples(text: string): RawNode {
  const pairs = parsePairs(text)
  const keys: RawNode = {}
  for (const word of ['inserted', 'updated', 'deleted', 'skipped'])
    keys[`Tuples ${word[0]!.toUpperCase()}${word.slice(1)}`] = pairs[word] ?? 0
  return keys
}

const FLAGS: ReadonlySet<string> = new Set(['Disabled', 'Inner Unique', 'Single Copy'])

function plainValue(label: string, value: string): unknown {
  if (FLAGS.has(label)) return value === 'true'
  return /^-?\d{1,15}(?:\.\d+)?$/.test(value) ? Number(value) : value
}

/** `actual time=0.1..0.2 rows=3 loops=1` of one worker. */
export function parseWorkerActual(text: string): RawNode | null {
  const match = /^actual (?:time=([\d.]+)\.\.([\d.]+) )?rows=([\d.]+) loops=(\d+)/.exec(text)
  if (!match) return null
  const keys: RawNode = { 'Actual Rows': Number(match[3]), 'Actual Loops': Number(match[4]) }
  if (match[1] === undefined) return keys
  return { 'Actual Startup Time': Number(match[1]), 'Actual Total Time': Number(match[2]), ...keys }
}

/** Reads `Label: value` below a node of this type; null if the text has no label. */
export function parseProperty(text: string, nodeType: string): RawNode | null {
  const match = /^([A-Z][\w /-]*): ?(.*)$/s.exec(text)
  if (!match) return null
  const label = match[1]!
  const value = match[2]!.trim()
  if (label === 'Buffers') return parseBuffers(value)
  if (label === 'I/O Timings') return parseIo(value)
  if (label === 'WAL') return parseWal(value)
  if (label === 'Sort Method') return parseSortMethod(text)
  if (label === 'Full-sort Groups' || label === 'Pre-sorted Groups') return parseSortGroups(text)
  if (/^(?:Buckets|Batches|Hits|Memory Usage|Planned Partitions)$/.test(label))
    return parseMemory(text, nodeType)
  if (label === 'Storage') {
    const fields = parseFields(text)
    return { Storage: fields[0]?.[1] ?? '', 'Maximum Storage': leadingNumber(fields[1]?.[1] ?? '0') }
  }
  if (label === 'Heap Blocks') {
    const pairs = parsePairs(value)
    return { 'Exact Heap Blocks': pairs['exact'] ?? 0, 'Lossy Heap Blocks': pairs['lossy'] ?? 0 }
  }
  if (label === 'Sampling') return parseSampling(value)
  if (label === 'Tuples') return parseTuples(value)
  if (LISTS.has(label)) return { [label]: splitList(value) }
  return { [label]: plainValue(label, value) }
}
