/** Where the view's explanations come from: the glossary for EXPLAIN's own words, this file for derived figures. */
import { explainField, explainJoinType, explainNodeType, explainRelationship } from './glossary.ts'
import type { FieldEntry } from './entries.ts'
import type { PlanNode } from '../types.ts'

const DERIVED: Readonly<Record<string, string>> = {
  'Own Buffers':
    'Blocks of 8 kB that this node itself touched, over all loops. EXPLAIN prints a node together with everything below it; here the inputs are taken off.',
  Buffers: 'Blocks that the node and everything below it touched, found in memory (hit) or fetched (read).',
  'Own Time': 'Time spent in this node itself, over all loops, without its inputs.',
  'Whole Time':
    'Time from the first call to the last row over all loops, inputs included. Parallel workers that run side by side count once.',
  'Rows Read':
    'Rows of the table that the node looked at, whether it kept them or not: rows given plus rows removed, over all loops.',
  'Estimate Factor':
    'Actual rows against the planner’s estimate, both for one loop. Far off, the planner chooses between joins and scans on wrong grounds.',
  Worker: 'What one parallel worker did of this node.',
}

export interface NodeExplanation {
  readonly what: string
  readonly when: string
  readonly look: string
  readonly url: string
}

export interface FieldExplanation {
  readonly label: string
  readonly text: string
  readonly url: string | null
  /** Unit, whether loops are averaged or summed, and the first version that prints it: `In ms, the average of one loop.` */
  readonly note: string | null
  /** What this value of the field means, where it is a word of EXPLAIN's. */
  readonly value: { readonly text: string; readonly url: string } | null
}

/** What a kind of node does; null for one that nobody has described. */
export const explainNode = (node: PlanNode): NodeExplanation | null =>
  explainNodeType(node.nodeType, node.modify?.operation ?? node.strategy) ?? null

const sentenceCase = (key: string): string => key[0]! + key.slice(1).toLowerCase()

function explainValue(key: string, value: string): FieldExplanation['value'] {
  const isPlace = key === 'Parent Relationship' || key === 'Subplan Name'
  const term = key === 'Join Type' ? explainJoinType(value) : isPlace ? explainRelationship(value) : undefined
  return term ? { text: `${term.what} ${term.when} ${term.look}`, url: term.url } : null
}

const UNITS: ReadonlySet<string> = new Set(['blocks of 8 kB', 'bytes', 'kB', 'ms', 'planner’s cost unit'])
const SCOPES = { 'per loop': 'the average of one loop', 'all loops': 'the sum of all loops' } as const

function noteOf({ unit, scope, since }: FieldEntry): string | null {
  const parts = [
    ...(UNITS.has(unit) ? [`in ${unit}`] : []),
    ...(scope === null ? [] : [SCOPES[scope]]),
    ...(since === null ? [] : [`from PostgreSQL ${since} on`]),
  ].join(', ')
  return parts === '' ? null : `${parts.charAt(0).toUpperCase()}${parts.slice(1)}.`
}

/** What a figure or a field of EXPLAIN means, and this value of it; null for keys that nobody has described. */
export function explain(key: string, value: string): FieldExplanation | null {
  const derived = DERIVED[key.startsWith('Worker ') ? 'Worker' : key]
  if (derived !== undefined)
    return { label: sentenceCase(key), text: derived, url: null, note: null, value: null }
  const entry = explainField(key)
  return entry ? { ...entry, note: noteOf(entry), value: explainValue(key, value) } : null
}
