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

export type { FieldEntry, GlossaryEntry, SettingEntry, TermEntry } from './entries.ts'

/** A headed part of the glossary, in the order in which a reader should meet its entries. */
export interface GlossarySection<Entry> {
  readonly title: string
  readonly entries: readonly Entry[]
}

/** Every node that PostgreSQL 14 to 18 can print, with the variants that the text format gives names of their own. */
export const NODE_SECTIONS: readonly GlossarySection<GlossaryEntry>[] = [
  { title: 'Scans: where rows come from', entries: SCAN_NODES },
  { title: 'Joins', entries: JOIN_NODES },
  { title: 'Sorting, grouping, limiting', entries: ROW_NODES },
  { title: 'Combining, parallel work, changing tables', entries: CONTROL_NODES },
]

/** Words for how nodes belong together. */
export const TERM_SECTIONS: readonly GlossarySection<TermEntry>[] = [
  { title: 'Join types', entries: JOIN_TYPES },
  { title: 'Places in the plan', entries: RELATIONSHIPS },
]

/** Every key of EXPLAIN's JSON format. */
export const FIELD_SECTIONS: readonly GlossarySection<FieldEntry>[] = [
  { title: 'Estimates and measurements', entries: FIGURE_FIELDS },
  { title: 'What a node is', entries: NODE_FIELDS },
  { title: 'Conditions and other expressions', entries: EXPRESSION_FIELDS },
  { title: 'Sorting, hashing, grouping', entries: GROUP_FIELDS },
  { title: 'Indexes, caches, stored rows, writes', entries: WORK_FIELDS },
  { title: 'The statement as a whole', entries: STATEMENT_FIELDS },
]

/** Settings that change plans, or what EXPLAIN shows of them. */
export const SETTING_SECTIONS: readonly GlossarySection<SettingEntry>[] = [
  { title: 'Costs, memory, planning', entries: MEMORY_AND_COST_SETTINGS },
  { title: 'Kinds of nodes, parallel query, JIT', entries: METHOD_SETTINGS },
]

const nodes = NODE_SECTIONS.flatMap((section) => section.entries)
const byVariant = new Map(nodes.map((entry) => [`${entry.nodeType}/${entry.variant ?? ''}`, entry]))
// The text format's names. A general entry comes before its variants, so it keeps a name that they share.
const byTextName = new Map(nodes.toReversed().map((entry) => [entry.name, entry]))
const fields = byName(FIELD_SECTIONS)
const settings = byName(SETTING_SECTIONS)
const joinTypes = new Map(JOIN_TYPES.map((entry) => [entry.name, entry]))
const relationships = new Map(RELATIONSHIPS.map((entry) => [entry.name, entry]))

function byName<Entry extends { readonly name: string }>(
  sections: readonly GlossarySection<Entry>[],
): ReadonlyMap<string, Entry> {
  return new Map(sections.flatMap((section) => section.entries.map((entry) => [entry.name, entry] as const)))
}

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

/**
 * The entry for a node's place in the plan: its `Parent Relationship`, or, where it has one, its `Subplan Name`, which
 * tells a WITH query (`CTE recent`) from another InitPlan.
 */
export function explainRelationship(
  relationship: string,
  subplanName?: string | null,
): TermEntry | undefined {
  if (subplanName?.startsWith('CTE ') === true) return relationships.get('CTE')
  return relationships.get(relationship === 'children' ? 'child' : relationship)
}
