/**
 * Numbers in prose. Text says `{{before.buffers}}` and gets the figure that was measured, so that it cannot rot.
 *
 * - `before.X`, `after.X`: the baseline's and the reference solution's figure
 * - `ratio.X`: before / after
 * - `limit.KIND`: the limit that the lesson's check of that kind sets
 * - `rows.TABLE`, `pages.TABLE`: size of a table or an index as the baseline finds it
 * - `index.count`, `index.pages`: what the solution's new indexes take
 *
 * X is one of `METRICS`. Sizes are in rows, pages and buffers of 8 kB, bytes for WAL.
 */
import { newIndexes, type Catalog, type Totals } from '../engine/contract/index.ts'
import { err, ok, type Result } from '../shared/result.ts'
import { count } from '../shared/words.ts'

const METRICS = [
  'buffers',
  'rowsRead',
  'rowsReturned',
  'statements',
  'tempBlocks',
  'walBytes',
  'cost',
] as const satisfies readonly (keyof Totals)[]

type Metric = (typeof METRICS)[number]

/** What placeholders are filled from; each part may be missing while it has not been measured. */
export interface PlaceholderValues {
  readonly before?: Totals
  readonly after?: Totals
  readonly limits?: Readonly<Record<string, number>>
  /** Of the baseline, before the changes. */
  readonly catalog?: Catalog
  /** Of the solution, after its changes. */
  readonly catalogAfter?: Catalog
}

const PLACEHOLDER = /\{\{\s*([^{}]*?)\s*\}\}/g
/** Stands where a number has not been measured yet. */
const NOT_MEASURED = '…'

const isMetric = (name: string): name is Metric => (METRICS as readonly string[]).includes(name)

/** Names of the placeholders in a text, each once. */
export const placeholdersIn = (markdown: string): readonly string[] => [
  ...new Set([...markdown.matchAll(PLACEHOLDER)].map((match) => match[1] ?? '')),
]

/** Whether a placeholder means something; `checks` are the kinds that the lesson states. */
export function validatePlaceholder(name: string, checks: readonly string[]): Result<true, string> {
  const [source = '', key = '', ...rest] = name.split('.')
  if (rest.length > 0 || key === '') return err(`{{${name}}}: write source.name, e.g. {{before.buffers}}`)
  switch (source) {
    case 'before':
    case 'after':
    case 'ratio':
      return isMetric(key)
        ? ok(true)
        : err(`{{${name}}}: there is no figure ${key}; there are ${METRICS.join(', ')}`)
    case 'limit':
      return checks.includes(key) ? ok(true) : err(`{{${name}}}: the lesson has no check ${key}`)
    case 'rows':
    case 'pages':
      return ok(true)
    case 'index':
      return key === 'count' || key === 'pages'
        ? ok(true)
        : err(`{{${name}}}: there are index.count and index.pages`)
    default:
      return err(
        `{{${name}}}: there is no source ${source}; there are before, after, ratio, limit, rows, pages and index`,
      )
  }
}

function ratio(before: number | undefined, after: number | undefined): number | undefined {
  if (before === undefined || after === undefined) return undefined
  return after === 0 ? (before === 0 ? 1 : Infinity) : before / after
}

function size(catalog: Catalog | undefined, name: string, what: 'rows' | 'pages'): number | undefined {
  const relation = catalog?.relations.find((each) => each.name === name)
  if (relation) return what === 'rows' ? relation.tuples : relation.pages
  const index = catalog?.indexes.find((each) => each.name === name)
  return index && what === 'pages' ? index.pages : undefined
}

function indexes({ catalog, catalogAfter }: PlaceholderValues, what: string): number | undefined {
  if (!catalog || !catalogAfter) return undefined
  const added = newIndexes(catalog, catalogAfter)
  return what === 'count' ? added.length : added.reduce((sum, index) => sum + index.pages, 0)
}

function valueOf(name: string, values: PlaceholderValues): number | undefined {
  const [source = '', key = ''] = name.split('.')
  const { before, after, limits, catalog } = values
  switch (source) {
    case 'before':
    case 'after':
    case 'ratio': {
      if (!isMetric(key)) return undefined
      if (source === 'ratio') return ratio(before?.[key], after?.[key])
      return (source === 'before' ? before : after)?.[key]
    }
    case 'limit':
      return limits?.[key]
    case 'rows':
    case 'pages':
      return size(catalog, key, source)
    default:
      return indexes(values, key)
  }
}

/** Placeholders that have no value although everything was measured: a table that does not exist, say. */
export const unfilled = (markdown: string, values: PlaceholderValues): readonly string[] =>
  placeholdersIn(markdown).filter((name) => valueOf(name, values) === undefined)

/** `markdown` with its numbers; `…` where one has not been measured yet. */
export const fillPlaceholders = (markdown: string, values: PlaceholderValues): string =>
  markdown.replaceAll(PLACEHOLDER, (_, name: string) => {
    const value = valueOf(name, values)
    return value === undefined ? NOT_MEASURED : count(value)
  })
