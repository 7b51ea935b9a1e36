/** What a request writes, as if it had been written before: some rows completely, others but for one column. */
import { asNode, type Node } from '../sql/ast.ts'
import { maskText } from '../sql/placeholders.ts'
import { block } from './focused-disturbances.ts'
import { statementsOf } from './syntax.ts'
import { qualify, type Table } from './tables.ts'
import { quotedIdentifier } from '../shared/quote.ts'

/** Rows in which a column gets another value again. */
const CHANGED_BACK = 60

interface Write {
  readonly table: string
  readonly columns: readonly string[]
}

const targets = (nodes: readonly Node[] | undefined): string[] =>
  (nodes ?? []).flatMap((node) => asNode(node, 'ResTarget')?.name ?? [])

/** Table and columns that a statement gives new values in rows that may be there. */
function writeOf(node: Node): Write | undefined {
  const update = asNode(node, 'UpdateStmt')
  if (update?.relation?.relname)
    return { table: update.relation.relname, columns: targets(update.targetList) }
  const insert = asNode(node, 'InsertStmt')
  if (insert?.relation?.relname && insert.onConflictClause?.action === 'ONCONFLICT_UPDATE')
    return { table: insert.relation.relname, columns: targets(insert.cols) }
  const merge = asNode(node, 'MergeStmt')
  const columns = (merge?.mergeWhenClauses ?? []).flatMap((each) =>
    targets(asNode(each, 'MergeWhenClause')?.targetList),
  )
  return merge?.relation?.relname && columns.length > 0
    ? { table: merge.relation.relname, columns }
    : undefined
}

/**
 * Sends `query`, and changes some of what it has written back. Nothing where it does more than update, insert or
 * merge rows, or where it loops.
 */
export function writtenAlready(
  query: string,
  tables: readonly Table[],
): { readonly first: readonly string[]; readonly steps: readonly string[] } {
  const none = { first: [], steps: [] }
  const covered = maskText(query)
  if (covered.ok && covered.value.placeholders.length > 0) return none
  const statements = statementsOf(query)
  const writes = statements.map(({ node }) => writeOf(node))
  if (!writes.every((write) => write !== undefined)) return none
  const steps = writes.flatMap((write) => {
    const table = tables.find(({ relation }) => relation.name === write.table)
    return table ? changedBack(table, write.columns) : []
  })
  return steps.length === 0 ? none : { first: statements.map(({ text }) => text), steps }
}

/**
 * Which rows are changed back must not depend on the keys that a sequence gave them: what ran before may have drawn
 * more of its values or fewer. So a row is known by its columns that are unique, where there are any.
 */
function identityHash({ relation, key, hashOf, unique }: Table): (alias: string) => string {
  const names = new Set(relation.columns.map(({ name }) => name))
  const natural = unique.find((columns) => columns.every((each) => names.has(each) && each !== key))
  if (!natural) return hashOf
  return (alias) =>
    `(hashtext(ROW(${natural.map((each) => `${alias}.${quotedIdentifier(each)}`).join(', ')})::text) & 2147483647)`
}

function changedBack(table: Table, written: readonly string[]): string[] {
  const { relation, key, unique } = table
  if (key === undefined) return []
  const hash = identityHash(table)
  const name = qualify(relation)
  const fixed = new Set([key, ...unique.flat()])
  const columns = written.filter((column) => !fixed.has(column))
  const place = quotedIdentifier(key)
  // Rows of this very transaction are those that the request has just written.
  const some = `SELECT ${place} FROM ${name} r WHERE xmin = pg_catalog.pg_current_xact_id()::xid ORDER BY ${hash('r')}, ${place} LIMIT ${CHANGED_BACK}`
  return columns.map((column, at) => {
    const c = quotedIdentifier(column)
    const other = `SELECT o.${c} FROM ${name} o WHERE o.${c} IS DISTINCT FROM t.${c} ORDER BY o.${place} LIMIT 1`
    return block(
      `UPDATE ${name} t SET ${c} = (${other}) WHERE t.${place} IN (${some}) AND ${hash('t')} / 19 % ${columns.length + 1} = ${at}`,
    )
  })
}
