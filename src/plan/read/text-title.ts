/** From a node's line in EXPLAIN's text format to the keys that the JSON format has for it. */
import { parseTarget } from './text-split.ts'

export type RawNode = Record<string, unknown>

const COST = String.raw`\(cost=([\d.]+)\.\.([\d.]+) rows=(\d+) width=(\d+)\)`
const ACTUAL = String.raw`\(actual (?:time=([\d.]+)\.\.([\d.]+) ?)?(?:rows=([\d.]+) )?loops=(\d+)\)`
const NODE_LINE = new RegExp(String.raw`^(.*?)(?:\s+${COST})?(?:\s+(?:${ACTUAL}|(\(never executed\))))?\s*$`)
/** A line that was cut in the middle of its figures. */
const CUT_LINE = /^(.*?)\s+\((?:cost|actual)\b[^)]*$/

const JOIN = /^(Nested Loop|Hash|Merge)(?: (Left|Right|Full|Semi|Anti|Right Semi|Right Anti))? Join$/
const AGGREGATE = /^(?:(Partial|Finalize) )?(Aggregate|GroupAggregate|HashAggregate|MixedAggregate)$/
const SET_OPERATION = /^(HashSetOp|SetOp) ((?:Intersect|Except)(?: All)?)$/
const MODIFY = /^(Insert|Update|Delete|Merge) on (.+)$/
const FOREIGN_MODIFY = /^Foreign (Insert|Update|Delete) on (.+)$/
const INDEX_SCAN = /^(Index (?:Only )?Scan)( Backward)? using ("(?:[^"]|"")*"|\S+) on (.+)$/
const CUSTOM_SCAN = /^Custom Scan \((.+?)\)(?: on (.+))?$/
const SCAN = /^([A-Z][\w ]*? Scan) on (.+)$/

/** Nodes that are named by their type alone. */
const PLAIN: ReadonlySet<string> = new Set([
  'Result',
  'ProjectSet',
  'Append',
  'Merge Append',
  'Recursive Union',
  'BitmapAnd',
  'BitmapOr',
  'Gather',
  'Gather Merge',
  'Materialize',
  'Memoize',
  'Sort',
  'Incremental Sort',
  'Group',
  'WindowAgg',
  'Unique',
  'LockRows',
  'Limit',
  'Hash',
  'Subquery Scan',
  'Foreign Scan',
])

const STRATEGIES: Readonly<Record<string, string>> = {
  Aggregate: 'Plain',
  GroupAggregate: 'Sorted',
  HashAggregate: 'Hashed',
  MixedAggregate: 'Mixed',
}

/** Key of the JSON format that names what a scan reads; scans that are not here read a table. */
const NAME_KEYS: Readonly<Record<string, string | null>> = {
  'Subquery Scan': null,
  'Values Scan': null,
  'Function Scan': 'Function Name',
  'Table Function Scan': 'Table Function Name',
  'CTE Scan': 'CTE Name',
  'WorkTable Scan': 'CTE Name',
  'Named Tuplestore Scan': 'Tuplestore Name',
}

function targetKeys(text: string, nameKey: string | null): RawNode {
  const target = parseTarget(text)
  const keys: RawNode = nameKey === null ? {} : { [nameKey]: target.name }
  if (target.schema !== null) keys['Schema'] = target.schema
  return { ...keys, Alias: target.alias }
}

function titleKeys(title: string): RawNode | null {
  if (PLAIN.has(title)) return { 'Node Type': title }
  if (title === 'Nested Loop') return { 'Node Type': title, 'Join Type': 'Inner' }
  const join = JOIN.exec(title)
  if (join) {
    const type = join[1] === 'Nested Loop' ? join[1] : `${join[1]} Join`
    return { 'Node Type': type, 'Join Type': join[2] ?? 'Inner' }
  }
  const aggregate = AGGREGATE.exec(title)
  if (aggregate)
    return {
      'Node Type': 'Aggregate',
      Strategy: STRATEGIES[aggregate[2]!],
      'Partial Mode': aggregate[1] ?? 'Simple',
    }
  const set = SET_OPERATION.exec(title)
  if (set)
    return { 'Node Type': 'SetOp', Strategy: set[1] === 'HashSetOp' ? 'Hashed' : 'Sorted', Command: set[2] }
  const modify = MODIFY.exec(title)
  if (modify)
    return { 'Node Type': 'ModifyTable', Operation: modify[1], ...targetKeys(modify[2]!, 'Relation Name') }
  const foreign = FOREIGN_MODIFY.exec(title)
  if (foreign)
    return { 'Node Type': 'Foreign Scan', Operation: foreign[1], ...targetKeys(foreign[2]!, 'Relation Name') }
  const index = INDEX_SCAN.exec(title)
  if (index)
    return {
      'Node Type': index[1],
      'Scan Direction': index[2] === undefined ? 'Forward' : 'Backward',
      'Index Name': parseTarget(index[3]!).name,
      ...targetKeys(index[4]!, 'Relation Name'),
    }
  const custom = CUSTOM_SCAN.exec(title)
  if (custom) {
    const target = custom[2] === undefined ? {} : targetKeys(custom[2], 'Relation Name')
    return { 'Node Type': 'Custom Scan', 'Custom Plan Provider': custom[1], ...target }
  }
  const scan = SCAN.exec(title)
  if (!scan) return null
  const type = scan[1]!
  if (type === 'Bitmap Index Scan') return { 'Node Type': type, 'Index Name': parseTarget(scan[2]!).name }
  const nameKey = type in NAME_KEYS ? NAME_KEYS[type]! : 'Relation Name'
  return { 'Node Type': type, ...targetKeys(scan[2]!, nameKey) }
}

/**
 * Reads a node's line without its arrow; null if it is none. A title that this module does not know counts only with
 * figures behind it, and becomes the node type as it stands.
 */
export function parseNodeLine(text: string): RawNode | null {
  const match = NODE_LINE.exec(text)!
  const cut = match[2] === undefined && match[8] === undefined ? CUT_LINE.exec(text) : null
  let title = (cut?.[1] ?? match[1]!).trim()
  const figures = match[2] !== undefined || match[8] !== undefined || match[9] !== undefined || cut !== null
  const node: RawNode = {}
  for (const [prefix, key] of [
    ['Parallel ', 'Parallel Aware'],
    ['Async ', 'Async Capable'],
  ] as const) {
    if (!title.startsWith(prefix)) continue
    node[key] = true
    title = title.slice(prefix.length)
  }
  const keys = titleKeys(title) ?? (figures && /^[A-Z]/.test(title) ? { 'Node Type': title } : null)
  if (!keys) return null
  Object.assign(node, keys)
  const put = (key: string, value: string | undefined): void => {
    if (value !== undefined) node[key] = Number(value)
  }
  put('Startup Cost', match[2])
  put('Total Cost', match[3])
  put('Plan Rows', match[4])
  put('Plan Width', match[5])
  put('Actual Startup Time', match[6])
  put('Actual Total Time', match[7])
  put('Actual Rows', match[8])
  put('Actual Loops', match[9])
  if (match[10] !== undefined) Object.assign(node, { 'Actual Rows': 0, 'Actual Loops': 0 })
  return node
}

/** Reads `Update on part_1 p`: one of several targets, printed without arrow and figures below a ModifyTable. */
export function parseExtraTarget(text: string): RawNode | null {
  const match = /^(?:Foreign )?(?:Insert|Update|Delete|Merge) on (.+)$/.exec(text)
  return match ? targetKeys(match[1]!, 'Relation Name') : null
}
