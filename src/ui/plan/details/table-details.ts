/** What the live catalog says of a node’s table and indexes. */
import type { Catalog, CatalogIndex, CatalogRelation } from '../../../engine/contract/index.ts'
import type { PlanNode } from '../../../plan/types.ts'
import { formatBytes } from '../../primitives/format.ts'
import { count, counted, percent } from '../../../shared/words.ts'

export interface Fact {
  readonly name: string
  readonly value: string
}

export interface IndexDetails {
  readonly name: string
  /** Definition without what is the same for all: `btree (event_date) WHERE …`. */
  readonly definition: string
  readonly facts: string
  /** The node reads this index. */
  readonly used: boolean
}

export interface TableDetails {
  readonly name: string
  readonly facts: readonly Fact[]
  readonly indexes: readonly IndexDetails[]
}

const STATISTICS_STALE = 0.1

/** Age of the planner's statistics, as far as the catalog tells: what was changed since ANALYZE. */
function statistics(table: CatalogRelation): string {
  if (table.tuples < 0) return 'never analyzed: the planner guesses'
  if (table.modifiedSinceAnalyze === 0) return 'up to date: no row changed since ANALYZE'
  const changed = `${counted(table.modifiedSinceAnalyze, 'row')} changed since ANALYZE`
  if (table.tuples === 0) return changed
  const share = table.modifiedSinceAnalyze / table.tuples
  return `${changed} (${percent(share)})${share > STATISTICS_STALE ? ', out of date' : ''}`
}

const shortDefinition = (index: CatalogIndex): string => index.definition.replace(/^CREATE .*? USING /, '')

function indexDetails(index: CatalogIndex, node: PlanNode, used: ReadonlySet<string>): IndexDetails {
  const kinds = [
    index.primary ? 'primary key' : index.unique ? 'unique' : '',
    index.valid ? '' : 'not valid',
    formatBytes(index.bytes),
    counted(index.scans, 'scan'),
  ]
  return {
    name: index.name,
    definition: shortDefinition(index),
    facts: kinds.filter(Boolean).join(', '),
    used: index.name === node.index || used.has(index.name),
  }
}

/** Names of indexes that a node or the bitmap scans below it read. */
function indexesBelow(node: PlanNode): ReadonlySet<string> {
  const found = new Set<string>()
  const visit = (one: PlanNode): void => {
    if (one.index !== null) found.add(one.index)
    for (const child of one.children) if (child.nodeType.startsWith('Bitmap')) visit(child)
  }
  visit(node)
  return found
}

/** What the catalog knows of the table that the node reads or writes; null where it is none. */
export function tableDetails(node: PlanNode, catalog: Catalog | undefined): TableDetails | null {
  if (!catalog) return null
  const byIndex = catalog.indexes.find((one) => one.name === node.index)
  const name = node.relation ?? byIndex?.table
  if (name === undefined || name === null) return null
  const table = catalog.relations.find(
    (one) =>
      one.name === name && (node.schema === null || one.schema === node.schema) && 'rmp'.includes(one.kind),
  )
  if (!table) return null
  const used = indexesBelow(node)
  const facts: Fact[] = [
    {
      name: 'Rows',
      value: table.tuples < 0 ? 'not counted yet' : `${count(table.tuples)} (as of the last ANALYZE)`,
    },
    { name: 'Size', value: `${formatBytes(table.bytes)} in ${counted(table.pages, 'block')}` },
    { name: 'Statistics', value: statistics(table) },
  ]
  if (table.updated + table.deleted + table.inserted > 0)
    facts.push({
      name: 'Writes so far',
      value: `${count(table.inserted)} inserted, ${count(table.updated)} updated (${count(table.hotUpdated)} HOT), ${count(table.deleted)} deleted`,
    })
  if (table.options.length > 0) facts.push({ name: 'Options', value: table.options.join(', ') })
  const extended = catalog.statistics.filter((one) => one.table === name)
  if (extended.length > 0)
    facts.push({ name: 'Extended statistics', value: extended.map((one) => one.name).join(', ') })
  return {
    name,
    facts,
    indexes: catalog.indexes.filter((one) => one.table === name).map((one) => indexDetails(one, node, used)),
  }
}
