/** From one object of EXPLAIN's JSON shape to the model. Both parsers end here, so both formats give one tree. */
import { buildActual, buildBuffers, buildIo, buildWal } from './build-figures.ts'
import {
  buildAggregate,
  buildBitmap,
  buildHash,
  buildMemoize,
  buildModify,
  buildSample,
  buildSort,
  buildStorage,
} from './build-details.ts'
import { isObject, RawReader, type RawObject } from './raw.ts'
import type { Condition, Estimate, Jit, Plan, PlanNode, Serialization, Trigger, Worker } from '../types.ts'

/** Labels that hold an expression, besides everything that ends in Cond, Filter or Condition. */
const CONDITION_KEY = /(?: Cond|Filter| Condition)$|^Order By$/

/** Other texts that name the thing a scan reads. */
const FUNCTION_KEYS = ['Function Name', 'Table Function Name', 'Tuplestore Name'] as const

function buildEstimate(reader: RawReader): Estimate | null {
  const startupCost = reader.number('Startup Cost')
  const totalCost = reader.number('Total Cost')
  const rows = reader.number('Plan Rows')
  const width = reader.number('Plan Width')
  if (totalCost === null && rows === null) return null
  return { startupCost: startupCost ?? 0, totalCost: totalCost ?? 0, rows: rows ?? 0, width: width ?? 0 }
}

function buildWorker(raw: RawObject): Worker {
  const reader = new RawReader(raw)
  return {
    number: reader.number('Worker Number') ?? 0,
    actual: buildActual(reader),
    buffers: buildBuffers(reader),
    wal: buildWal(reader),
    extra: reader.rest(),
  }
}

function buildConditions(raw: RawObject, reader: RawReader): readonly Condition[] {
  const conditions: Condition[] = []
  for (const label of Object.keys(raw)) {
    const text = raw[label]
    if (typeof text !== 'string' || !CONDITION_KEY.test(label) || label.startsWith('Rows Removed')) continue
    reader.value(label)
    conditions.push({ label, text })
  }
  return conditions
}

/** Builds a node and everything below it. Recursion depth is the plan's depth. */
export function buildNode(raw: RawObject, id: string): PlanNode {
  const reader = new RawReader(raw)
  const nodeType = reader.text('Node Type') ?? 'Unknown'
  const actual = buildActual(reader)
  const relation = reader.text('Relation Name')
  let functionName: string | null = null
  for (const key of FUNCTION_KEYS) functionName = reader.text(key) ?? functionName
  const children = reader.objects('Plans').map((child, index) => buildNode(child, `${id}.${index}`))
  const node = {
    id,
    nodeType,
    parentRelationship: reader.text('Parent Relationship'),
    subplanName: reader.text('Subplan Name'),
    relation,
    schema: reader.text('Schema'),
    alias: reader.text('Alias') ?? relation,
    index: reader.text('Index Name'),
    scanDirection: reader.text('Scan Direction'),
    cteName: reader.text('CTE Name'),
    functionName,
    joinType: reader.text('Join Type'),
    innerUnique: reader.flag('Inner Unique'),
    strategy: reader.text('Strategy'),
    partialMode: reader.text('Partial Mode'),
    setOperation: nodeType === 'SetOp' ? reader.text('Command') : null,
    conditions: buildConditions(raw, reader),
    output: reader.list('Output'),
    estimate: buildEstimate(reader),
    actual,
    disabled: reader.flag('Disabled') ?? false,
    removed: {
      filter: reader.number('Rows Removed by Filter') ?? 0,
      joinFilter: reader.number('Rows Removed by Join Filter') ?? 0,
      indexRecheck: reader.number('Rows Removed by Index Recheck') ?? 0,
    },
    heapFetches: reader.number('Heap Fetches'),
    indexSearches: reader.number('Index Searches'),
    buffers: buildBuffers(reader),
    io: buildIo(reader),
    wal: buildWal(reader),
    sort: buildSort(reader, nodeType),
    hash: buildHash(reader, nodeType),
    aggregate: buildAggregate(reader, nodeType),
    bitmap: buildBitmap(reader, nodeType, actual !== null),
    memoize: buildMemoize(reader, nodeType),
    window: reader.text('Window'),
    storage: buildStorage(reader),
    sample: buildSample(reader),
    modify: buildModify(reader, nodeType),
    parallel: {
      aware: reader.flag('Parallel Aware') ?? false,
      workersPlanned: reader.number('Workers Planned'),
      workersLaunched: reader.number('Workers Launched'),
      singleCopy: reader.flag('Single Copy') ?? false,
    },
    workers: reader.objects('Workers').map(buildWorker),
    // 0 is printed by the JSON format only.
    subplansRemoved: reader.number('Subplans Removed') || null,
    children,
  }
  // Printed as false on nearly every node: only worth keeping when true.
  if (reader.flag('Async Capable') === true)
    return { ...node, extra: { ...reader.rest(), 'Async Capable': true } }
  return { ...node, extra: reader.rest() }
}

function buildTrigger(raw: RawObject): Trigger {
  const reader = new RawReader(raw)
  return {
    name: reader.text('Trigger Name'),
    constraint: reader.text('Constraint Name'),
    relation: reader.text('Relation'),
    timeMs: reader.number('Time'),
    calls: reader.number('Calls') ?? 0,
  }
}

function buildJit(raw: RawObject | null): Jit | null {
  if (!raw) return null
  const reader = new RawReader(raw)
  const timing: Record<string, number> = {}
  for (const [stage, value] of Object.entries(reader.object('Timing') ?? {})) {
    if (typeof value === 'number') timing[stage] = value
    // PostgreSQL 17 splits Generation into its total and the part for deforming tuples.
    if (isObject(value)) {
      const parts = new RawReader(value)
      timing[stage] = parts.number('Total') ?? 0
      timing['Deform'] = parts.number('Deform') ?? 0
    }
  }
  const options: Record<string, boolean> = {}
  for (const [name, value] of Object.entries(reader.object('Options') ?? {})) options[name] = value === true
  return { functions: reader.number('Functions') ?? 0, options, timing }
}

function buildSerialization(raw: RawObject | null): Serialization | null {
  if (!raw) return null
  const reader = new RawReader(raw)
  return {
    timeMs: reader.number('Time'),
    outputKb: reader.number('Output Volume') ?? 0,
    format: reader.text('Format') ?? 'text',
    buffers: buildBuffers(reader),
  }
}

/**
 * Builds a plan from one object with a `Plan` key. `kept` is what the plan remembers as its raw form.
 * Never fails: missing keys become null.
 */
export function buildPlan(raw: RawObject, source: 'json' | 'text', kept: unknown, truncated = false): Plan {
  const reader = new RawReader(raw)
  const planning = new RawReader(reader.object('Planning') ?? {})
  const settings: Record<string, string> = {}
  for (const [name, value] of Object.entries(reader.object('Settings') ?? {})) settings[name] = String(value)
  return {
    root: buildNode(reader.object('Plan') ?? {}, '0'),
    planning: {
      timeMs: reader.number('Planning Time'),
      buffers: buildBuffers(planning),
      memoryUsedKb: planning.number('Memory Used'),
      memoryAllocatedKb: planning.number('Memory Allocated'),
    },
    executionTimeMs: reader.number('Execution Time'),
    triggers: reader.objects('Triggers').map(buildTrigger),
    jit: buildJit(reader.object('JIT')),
    serialization: buildSerialization(reader.object('Serialization')),
    settings,
    queryText: reader.text('Query Text'),
    queryId: reader.text('Query Identifier'),
    source,
    truncated,
    extra: reader.rest(),
    raw: kept,
  }
}
