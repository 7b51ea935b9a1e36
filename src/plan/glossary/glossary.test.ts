import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  explainField,
  explainJoinType,
  explainNodeType,
  explainRelationship,
  explainSetting,
  FIELDS as fields,
  NODES as nodes,
  SETTINGS as settings,
} from './glossary.ts'
import { RELATIONSHIPS } from './nodes-control.ts'
import { JOIN_TYPES } from './nodes-joins.ts'

const terms = [...JOIN_TYPES, ...RELATIONSHIPS]

/** Names of entries with their prose, one pair for each text. */
const prose: readonly (readonly [string, string])[] = [
  ...[...nodes, ...terms].flatMap((entry) =>
    [entry.what, entry.when, entry.look].map((text) => [entry.name, text] as const),
  ),
  ...[...fields, ...settings].map((entry) => [entry.name, entry.text] as const),
]

/** Node types of PostgreSQL 14 to 18: the names that src/backend/commands/explain.c can print. */
const NODE_TYPES =
  `Result,ProjectSet,ModifyTable,Append,Merge Append,Recursive Union,BitmapAnd,BitmapOr,Nested Loop,
Merge Join,Hash Join,Seq Scan,Sample Scan,Gather,Gather Merge,Index Scan,Index Only Scan,Bitmap Index Scan,
Bitmap Heap Scan,Tid Scan,Tid Range Scan,Subquery Scan,Function Scan,Table Function Scan,Values Scan,CTE Scan,
Named Tuplestore Scan,WorkTable Scan,Foreign Scan,Custom Scan,Materialize,Memoize,Sort,Incremental Sort,Group,Aggregate,
WindowAgg,Unique,SetOp,LockRows,Limit,Hash`
    .split(',')
    .map((name) => name.trim())

interface Seen {
  /** Keys with the groups that they stand in. */
  readonly keys: Set<string>
  readonly settings: Set<string>
  /** Objects that describe a node. */
  readonly nodes: Record<string, unknown>[]
}

function collect(value: unknown, path: string, seen: Seen): Seen {
  if (Array.isArray(value)) {
    for (const item of value) collect(item, path, seen)
  } else if (typeof value === 'object' && value !== null) {
    if ('Node Type' in value) seen.nodes.push({ ...value })
    for (const [key, child] of Object.entries(value)) {
      const inner = path === '' ? key : `${path}.${key}`
      seen.keys.add(inner)
      if (key === 'Settings') for (const name of Object.keys(child as object)) seen.settings.add(name)
      else collect(child, inner, seen)
    }
  }
  return seen
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

/** Null for files that are broken on purpose. */
function parsed(source: string): unknown {
  try {
    return source.includes('"Node Type"') ? JSON.parse(source) : null
  } catch {
    return null
  }
}

/** Every JSON plan kept for tests, read into one collection. */
function fixturePlans(): Seen & { readonly files: number } {
  const seen: Seen = { keys: new Set(), settings: new Set(), nodes: [] }
  const root = join(import.meta.dirname, '../../../tests/fixtures')
  let files = 0
  for (const name of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.json')) continue
    const before = seen.nodes.length
    collect(parsed(readFileSync(join(root, name), 'utf8')), '', seen)
    if (seen.nodes.length > before) files += 1
  }
  return { ...seen, files }
}

describe('the entries', () => {
  it('cover every node type exactly', () => {
    expect([...new Set(nodes.map((entry) => entry.nodeType))].sort()).toEqual(NODE_TYPES.toSorted())
  })

  it('have no duplicates', () => {
    const keys = [
      ...nodes.map((entry) => `node ${entry.nodeType}/${entry.variant ?? ''}`),
      // `Inner` is a join type as well as a place in the plan.
      ...JOIN_TYPES.map((entry) => `join type ${entry.name}`),
      ...RELATIONSHIPS.map((entry) => `place ${entry.name}`),
      ...fields.map((entry) => `field ${entry.name}`),
      ...settings.map((entry) => `setting ${entry.name}`),
    ]
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
    const whats = [...nodes, ...terms].map((entry) => entry.what)
    expect(whats.filter((what, index) => whats.indexOf(what) !== index)).toEqual([])
  })

  it('are whole, short sentences, at most two to a text', () => {
    for (const [name, text] of prose) {
      expect(text, name).toMatch(/^["A-Z].*\.$/u)
      expect(text, name).not.toMatch(/ {2}|\n| $/u)
      expect(text.length, text).toBeLessThan(300)
      expect(text.match(/\.(?= [A-Z]|$)/gu)?.length, text).toBeLessThanOrEqual(2)
    }
  })

  it('say one sentence of each setting', () => {
    for (const entry of settings) expect(entry.text.slice(0, -1), entry.name).not.toMatch(/\. [A-Z]/u)
  })

  it('have labels, defaults and links into the manual of PostgreSQL 18', () => {
    for (const entry of fields) expect(entry.label).not.toBe('')
    for (const entry of settings) expect(entry.defaultValue).not.toBe('')
    for (const { name, url } of [...nodes, ...terms, ...fields, ...settings]) {
      expect(url, name).toMatch(/^https:\/\/www\.postgresql\.org\/docs\/18\/[a-z-]+\.html(#[A-Z-]+)?$/u)
      expect(new URL(url).href).toBe(url)
    }
  })

  it('name versions within the range that is covered', () => {
    for (const { name, since } of [...nodes, ...terms, ...fields, ...settings])
      if (since !== null) expect([15, 16, 17, 18], name).toContain(since)
  })
})

describe('looking up', () => {
  it('finds a node with its strategy or operation, and falls back to the general entry', () => {
    expect(explainNodeType('Aggregate', 'Hashed')?.name).toBe('HashAggregate')
    expect(explainNodeType('Aggregate', 'Sorted')?.name).toBe('GroupAggregate')
    expect(explainNodeType('Aggregate', 'Plain')?.variant).toBe('Plain')
    expect(explainNodeType('Aggregate')?.variant).toBeNull()
    expect(explainNodeType('Aggregate', null)?.variant).toBeNull()
    expect(explainNodeType('SetOp', 'Hashed')?.name).toBe('HashSetOp')
    expect(explainNodeType('ModifyTable', 'Update')?.name).toBe('Update')
    expect(explainNodeType('ModifyTable', 'Something new')?.name).toBe('ModifyTable')
    expect(explainNodeType('Seq Scan', 'Hashed')?.name).toBe('Seq Scan')
  })

  it('finds a node by its name in the text format', () => {
    expect(explainNodeType('MixedAggregate')?.variant).toBe('Mixed')
    expect(explainNodeType('Delete')?.nodeType).toBe('ModifyTable')
    expect(explainNodeType('SetOp')?.variant).toBeNull()
  })

  it('knows nothing of what does not exist', () => {
    expect(explainNodeType('Quantum Scan')).toBeUndefined()
    expect(explainNodeType('')).toBeUndefined()
    expect(explainField('Quantum Blocks')).toBeUndefined()
    expect(explainField('')).toBeUndefined()
    expect(explainField('Plan.')).toBeUndefined()
    expect(explainSetting('enable_quantumscan')).toBeUndefined()
    expect(explainJoinType('Left Semi')).toBeUndefined()
    expect(explainRelationship('Sideways')).toBeUndefined()
  })

  it('tells fields of the same key apart by their group', () => {
    expect(explainField('JIT.Options.Inlining')?.unit).toBe('yes or no')
    expect(explainField('JIT.Timing.Inlining')?.unit).toBe('ms')
    expect(explainField('Triggers.Time')?.label).toBe('Trigger time')
    expect(explainField('Serialization.Time')?.label).toBe('Serialization time')
    expect(explainField('Time')).toBeUndefined()
    expect(explainField('Plan.Plans.Workers.Actual Rows')?.name).toBe('Actual Rows')
    expect(explainField('Plan.Plans.Workers.JIT.Timing.Total')?.name).toBe('JIT.Timing.Total')
  })

  it('says which figures are averages over loops', () => {
    expect(explainField('Actual Rows')?.scope).toBe('per loop')
    expect(explainField('Rows Removed by Filter')?.scope).toBe('per loop')
    expect(explainField('Shared Hit Blocks')).toMatchObject({ scope: 'all loops', unit: 'blocks of 8 kB' })
    expect(explainField('Heap Fetches')?.scope).toBe('all loops')
    expect(explainField('Plan Rows')?.scope).toBeNull()
  })

  it('finds settings whatever the case of letters', () => {
    expect(explainSetting('random_page_cost')?.defaultValue).toBe('4')
    expect(explainSetting('Random_Page_Cost')?.name).toBe('random_page_cost')
  })

  it('tells a WITH query from another InitPlan', () => {
    expect(explainRelationship('InitPlan')?.name).toBe('InitPlan')
    expect(explainRelationship('InitPlan 1')?.name).toBe('InitPlan')
    expect(explainRelationship('CTE recent')?.name).toBe('CTE')
    expect(explainRelationship('SubPlan 2')?.name).toBe('SubPlan')
    expect(explainRelationship('children')?.name).toBe('child')
  })
})

describe('the plans kept for tests', () => {
  const plans = fixturePlans()

  it('are there', () => {
    expect(plans.files).toBeGreaterThan(50)
    expect(plans.keys.size).toBeGreaterThan(50)
  })

  it('have no key without an entry', () => {
    expect([...plans.keys].filter((key) => explainField(key) === undefined)).toEqual([])
  })

  it('have no node, join type or place without an entry', () => {
    const missing = plans.nodes.flatMap((node) => {
      const type = text(node['Node Type']) ?? ''
      const variant = text(node['Strategy']) ?? (type === 'ModifyTable' ? text(node['Operation']) : null)
      const joinType = text(node['Join Type'])
      const place = text(node['Parent Relationship'])
      const entry = explainNodeType(type, variant)
      return [
        entry === undefined || entry.variant !== variant ? [`${type} ${variant}`] : [],
        joinType !== null && explainJoinType(joinType) === undefined ? [`join ${joinType}`] : [],
        place !== null && explainRelationship(place) === undefined ? [`place ${place}`] : [],
      ].flat()
    })
    expect([...new Set(missing)]).toEqual([])
  })

  it('have no setting without an entry', () => {
    expect([...plans.settings].filter((name) => explainSetting(name) === undefined)).toEqual([])
  })
})
