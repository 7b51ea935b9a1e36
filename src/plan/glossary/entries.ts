/** Shapes of the glossary's entries, and the links into the manual of PostgreSQL 18. */

const MANUAL = 'https://www.postgresql.org/docs/18/'

/** Address of a page of the manual, e.g. `page('using-explain')` or `page('sql-select', 'SQL-LIMIT')`. */
export function page(name: string, anchor?: string): string {
  return `${MANUAL}${name}.html${anchor === undefined ? '' : `#${anchor}`}`
}

/** A step of a plan. */
export interface GlossaryEntry {
  /** `Node Type` of the JSON format. */
  readonly nodeType: string
  /** `Strategy` (Aggregate, SetOp) or `Operation` (ModifyTable) that the entry is about; null: all of them. */
  readonly variant: string | null
  /** The name in the text format: `HashAggregate` for an Aggregate with the strategy Hashed. */
  readonly name: string
  /** What the step does. */
  readonly what: string
  /** When PostgreSQL chooses it. */
  readonly when: string
  /** What to look at in its figures. */
  readonly look: string
  readonly url: string
  /** First major version that prints it; null: all that this glossary covers (14 to 18). */
  readonly since: number | null
}

/** A word that EXPLAIN uses for how nodes belong together: join types, InitPlan, SubPlan, Outer, Inner … */
export interface TermEntry {
  readonly name: string
  readonly what: string
  readonly when: string
  readonly look: string
  readonly url: string
  readonly since: number | null
}

export type FieldUnit =
  | 'blocks of 8 kB'
  | 'bytes'
  | 'kB'
  | 'ms'
  | 'rows'
  | 'planner’s cost unit'
  | 'number'
  | 'yes or no'
  | 'expression'
  | 'name'
  | 'group'

/** Whether a measured figure is an average over loops or the sum of them; null where loops do not matter. */
export type FieldScope = 'per loop' | 'all loops' | null

/** A key of EXPLAIN's JSON format. */
export interface FieldEntry {
  /** The key; where the same key means different things, with the group before it: `JIT.Timing.Total`. */
  readonly name: string
  readonly label: string
  readonly unit: FieldUnit
  readonly scope: FieldScope
  readonly text: string
  readonly url: string
  /** First major version that prints it; null: all that this glossary covers (14 to 18). */
  readonly since: number | null
}

/** A setting that changes plans or what EXPLAIN shows. */
export interface SettingEntry {
  readonly name: string
  /** PostgreSQL 18's built-in default as SHOW prints it. */
  readonly defaultValue: string
  readonly text: string
  readonly url: string
  /** First major version that has it; null: all that this glossary covers (14 to 18). */
  readonly since: number | null
}

/** An entry for a setting, linked to its paragraph on a page of the manual. */
export function setting(
  name: string,
  pageName: string,
  anchor: string,
  defaultValue: string,
  text: string,
  since: number | null = null,
): SettingEntry {
  return { name, defaultValue, text, url: page(pageName, anchor), since }
}
