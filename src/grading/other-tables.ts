/**
 * Tables that an attempt reads although the lesson does not: no right answer depends on what is in them, beyond that a
 * foreign key finds its row.
 */
import type { Catalog, CatalogColumn, Probe } from '../engine/contract/index.ts'
import { columnsNamed } from './disturbances.ts'
import { block } from './focused-disturbances.ts'
import { linksBetween, qualify, relationsRead, tablesRead, type Link, type Table } from './tables.ts'
import { quotedIdentifier } from '../shared/quote.ts'

/** Rows of each table whose values change, about: all of most tables. */
const CHANGED = 20_000

/**
 * A probe after which every other table that `request` names has other values, and no row that the lesson's own tables
 * do not refer to; undefined where there is none. The right answer is the one on the lesson's own data.
 */
export function otherTablesProbe(
  request: string,
  own: readonly string[],
  catalog: Catalog,
): Probe | undefined {
  const lesson = tablesRead(own, catalog)
  // What is read through a view or in a partition is the lesson's own, too, under other names.
  if (relationsRead(own, catalog).some(({ kind }) => kind !== 'r')) return undefined
  const names = new Set(lesson.map(({ relation }) => relation.name))
  const others = tablesRead([request], catalog).filter(({ relation }) => !names.has(relation.name))
  if (others.length === 0) return undefined
  const named = columnsNamed([request])
  const links = linksBetween([...lesson, ...others])
  const steps = childrenFirst(others, links).flatMap((table) => [
    block(
      withoutOthers(
        table,
        links.filter((link) => link.parent === table && link.child !== table),
      ),
    ),
    ...table.relation.columns
      .filter(({ name }) => named?.has(name) ?? true)
      .flatMap((column) => changed(table, column)),
  ])
  return {
    name: 'other tables changed',
    sql: `SET LOCAL session_replication_role = replica;\nDO $probe$ BEGIN\n${steps.map((each) => `${each};`).join('\n')}\nEND $probe$;`,
  }
}

/** A table after those that refer to it, as far as they are not in a circle. */
function childrenFirst(tables: readonly Table[], links: readonly Link[]): Table[] {
  const sorted: Table[] = []
  const open = new Set(tables)
  while (open.size > 0) {
    const next =
      [...open].find(
        (table) => !links.some(({ parent, child }) => parent === table && child !== table && open.has(child)),
      ) ?? [...open][0]
    if (!next) break
    open.delete(next)
    sorted.push(next)
  }
  return sorted
}

const withoutOthers = ({ relation }: Table, links: readonly Link[]): string =>
  `DELETE FROM ${qualify(relation)} p WHERE true${links
    .map(
      ({ child, column, target }) =>
        ` AND NOT EXISTS (SELECT 1 FROM ${qualify(child.relation)} c WHERE c.${quotedIdentifier(column)} = p.${quotedIdentifier(target)})`,
    )
    .join('')}`

/** Another value for a column by its type. */
function otherValue({ type }: CatalogColumn): string | undefined {
  if (type === 'boolean') return 'NOT %'
  if (/^(?:bigint|integer|smallint|numeric|real|double)/.test(type)) return '% + 1'
  if (/char|text/.test(type)) return 'reverse(%)'
  return /^(?:date|timestamp)/.test(type) ? "% + interval '400 days'" : undefined
}

function changed({ relation, key, hash, unique, foreign }: Table, column: CatalogColumn): string[] {
  const { name, generated, notNull } = column
  if (generated || name === key || foreign.has(name) || unique.flat().includes(name)) return []
  const value = otherValue(column)?.replaceAll('%', quotedIdentifier(name))
  const some = `${hash} % ${Math.max(1, Math.ceil(relation.tuples / CHANGED))} = 0`
  const set = (to: string, where: string) =>
    block(`UPDATE ${qualify(relation)} SET ${quotedIdentifier(name)} = ${to} WHERE ${where}`)
  return [
    ...(value === undefined ? [] : [set(value, some)]),
    ...(notNull ? [] : [set('NULL', `${some} AND ${hash} / 23 % 3 = 0`)]),
  ]
}
