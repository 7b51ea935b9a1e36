import type { FieldEntry, GlossaryEntry, SettingEntry, TermEntry } from './entries.ts'
import { EXPRESSION_FIELDS } from './fields-expressions.ts'
import { FIGURE_FIELDS } from './fields-figures.ts'
import { GROUP_FIELDS } from './fields-groups.ts'
import { NODE_FIELDS } from './fields-nodes.ts'
import { STATEMENT_FIELDS } from './fields-statement.ts'
import { WORK_FIELDS } from './fields-work.ts'
import { CONTROL_NODES, RELATIONSHIPS } from './nodes-control.ts'
import { JOIN_NODES, JOIN_TYPES } from './nodes-joins.ts'
import { ROW_NODES } from './nodes-rows.ts'
import { SCAN_NODES } from './nodes-scans.ts'
import { MEMORY_AND_COST_SETTINGS } from './settings-costs.ts'
import { METHOD_SETTINGS } from './settings-methods.ts'

/** Every node that PostgreSQL 14 to 18 can print, with the variants that the text format gives names of their own. */
export const NODES: readonly GlossaryEntry[] = [...SCAN_NODES, ...JOIN_NODES, ...ROW_NODES, ...CONTROL_NODES]

/** Every key of EXPLAIN's JSON format. */
export const FIELDS: readonly FieldEntry[] = [
  ...FIGURE_FIELDS,
  ...NODE_FIELDS,
  ...EXPRESSION_FIELDS,
  ...GROUP_FIELDS,
  ...WORK_FIELDS,
  ...STATEMENT_FIELDS,
]

/** Settings that change plans, or what EXPLAIN shows of them. */
export const SETTINGS: readonly SettingEntry[] = [...MEMORY_AND_COST_SETTINGS, ...METHOD_SETTINGS]

const byName = <Entry extends { readonly name: string }>(
  entries: readonly Entry[],
): ReadonlyMap<string, Entry> => new Map(entries.map((entry) => [entry.name, entry]))

const byVariant = new Map(NODES.map((entry) => [`${entry.nodeType}/${entry.variant ?? ''}`, entry]))
// The text format's names. A general entry comes before its variants, so it keeps a name that they share.
const byTextName = byName(NODES.toReversed())
const fields = byName(FIELDS)
const settings = byName(SETTINGS)
const joinTypes = byName(JOIN_TYPES)
const relationships = byName(RELATIONSHIPS)

/**
 * The entry of a node. `nodeType` is the JSON format's `Node Type`, or a name of the text format such as
 * `HashAggregate`; `strategy` is the node's `Strategy`, or the `Operation` of a ModifyTable. An unknown strategy gives
 * the general entry of the node type; an unknown node type gives undefined.
 */
export function explainNodeType(nodeType: string, strategy?: string | null): GlossaryEntry | undefined {
  return (
    byVariant.get(`${nodeType}/${strategy ?? ''}`) ??
    byVariant.get(`${nodeType}/`) ??
    byTextName.get(nodeType)
  )
}

/**
 * The entry of a key of the JSON format. Where a key means different things in different groups, give the groups that
 * it stands in before it, joined by dots: `JIT.Timing.Total`, `Triggers.Time`. More groups than needed do no harm.
 */
export function explainField(name: string): FieldEntry | undefined {
  for (let rest = name; ; rest = rest.slice(rest.indexOf('.') + 1)) {
    const entry = fields.get(rest)
    if (entry !== undefined || !rest.includes('.')) return entry
  }
}

/** The entry of a setting, by its name in any case of letters. */
export function explainSetting(name: string): SettingEntry | undefined {
  return settings.get(name.toLowerCase())
}

/** The entry of a `Join Type`: `Inner`, `Semi`, `Right Anti` … */
export function explainJoinType(joinType: string): TermEntry | undefined {
  return joinTypes.get(joinType)
}

/** The entry for a node's place in the plan: its `Parent Relationship` or its `Subplan Name`, e.g. `CTE recent`. */
export function explainRelationship(place: string): TermEntry | undefined {
  const [kind = ''] = place.split(' ')
  return relationships.get(kind === 'children' ? 'child' : kind)
}
