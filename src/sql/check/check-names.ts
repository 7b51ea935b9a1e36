/**
 * Finds the tables and columns of a statement that the schema does not have. It says nothing where it cannot be sure:
 * a false alarm is worse than none.
 */
import { asNode, nameParts, walk, type Node, type NodeOf } from '../ast.ts'
import { findTable, type Schema } from '../schema.ts'
import type { NameProblem, Places } from './problems.ts'
import { NO_CTES, NO_SCOPE, QueryNames } from './query-names.ts'

/** Problems of one statement. */
export function checkNames(node: Node, schema: Schema, places: Places): readonly NameProblem[] {
  if (schema.incomplete) return []
  const names = new QueryNames(schema, places)
  statement(names, node)
  return names.problems
}

function statement(names: QueryNames, node: Node): void {
  const inner =
    asNode(node, 'ExplainStmt')?.query ??
    asNode(node, 'CreateTableAsStmt')?.query ??
    asNode(node, 'ViewStmt')?.query ??
    asNode(node, 'DeclareCursorStmt')?.query ??
    asNode(node, 'CopyStmt')?.query
  if (inner) return statement(names, inner)
  const index = asNode(node, 'IndexStmt')
  if (index) return inIndex(names, index)
  const vacuum = asNode(node, 'VacuumStmt')
  if (vacuum) return inVacuum(names, vacuum)
  const alter = asNode(node, 'AlterTableStmt')
  if (alter) return inAlter(names, alter)
  const statistics = asNode(node, 'CreateStatsStmt')
  if (statistics) return inStatistics(names, statistics)
  const drop = asNode(node, 'DropStmt')
  if (drop) return inDrop(names, drop)
  const create = asNode(node, 'CreateStmt')
  if (create) return inCreate(names, node, create)
  for (const relation of asNode(node, 'TruncateStmt')?.relations ?? [])
    names.table(asNode(relation, 'RangeVar'))
  names.table(asNode(node, 'RefreshMatViewStmt')?.relation)
  names.table(asNode(node, 'ClusterStmt')?.relation)
  names.table(asNode(node, 'CreateTrigStmt')?.relation)
  names.query(node, NO_SCOPE, NO_CTES)
}

function inIndex(names: QueryNames, index: NodeOf<'IndexStmt'>): void {
  const target = names.target(index.relation)
  const from = index.relation?.location ?? 0
  names.elements([...(index.indexParams ?? []), ...(index.indexIncludingParams ?? [])], target, from, NO_CTES)
  names.expressions([index.whereClause], { rows: [target], outer: undefined }, NO_CTES)
}

function inVacuum(names: QueryNames, { rels }: NodeOf<'VacuumStmt'>): void {
  for (const node of rels ?? []) {
    const item = asNode(node, 'VacuumRelation')
    const target = names.target(item?.relation)
    const from = item?.relation?.location ?? 0
    for (const name of nameParts(item?.va_cols)) names.column(name, target, names.places.find(name, from))
  }
}

function inAlter(
  names: QueryNames,
  { relation, cmds, missing_ok: mayMiss, objtype }: NodeOf<'AlterTableStmt'>,
): void {
  if (mayMiss || objtype !== 'OBJECT_TABLE') return
  const target = names.target(relation)
  const made = new Set<string>()
  for (const node of cmds ?? []) {
    const command = asNode(node, 'AlterTableCmd')
    const added = asNode(command?.def, 'ColumnDef')?.colname
    if (command?.subtype === 'AT_AddColumn' && added !== undefined) made.add(added)
    const { name, subtype, missing_ok } = command ?? {}
    if (name === undefined || missing_ok || made.has(name) || !COLUMN_COMMANDS.has(subtype ?? '')) continue
    names.column(name, target, names.places.find(name, relation?.location ?? 0))
  }
}

function inStatistics(names: QueryNames, { relations, exprs, defnames }: NodeOf<'CreateStatsStmt'>): void {
  const relation = asNode(relations?.[0], 'RangeVar')
  const target = names.target(relation)
  const name = nameParts(defnames).at(-1)
  const from = name === undefined ? 0 : names.places.find(name, 0)
  for (const node of exprs ?? []) {
    const element = asNode(node, 'StatsElem')
    if (element?.name !== undefined) names.column(element.name, target, names.places.find(element.name, from))
    else names.expressions([element?.expr], { rows: [target], outer: undefined }, NO_CTES)
  }
}

function inDrop(names: QueryNames, { objects, removeType, missing_ok: mayMiss }: NodeOf<'DropStmt'>): void {
  if (mayMiss || !DROPPED_RELATIONS.has(removeType ?? '')) return
  for (const object of objects ?? []) {
    const parts = nameParts([object])
    const relname = parts.at(-1)
    const schemaname = parts.at(-2)
    if (relname !== undefined)
      names.table({ relname, ...(schemaname === undefined ? {} : { schemaname }), location: 0 })
  }
}

const DROPPED_RELATIONS: ReadonlySet<string> = new Set(['OBJECT_TABLE', 'OBJECT_VIEW', 'OBJECT_MATVIEW'])

/** Tables that a new one refers to. */
function inCreate(
  names: QueryNames,
  node: Node,
  { relation, if_not_exists: mayBeThere }: NodeOf<'CreateStmt'>,
): void {
  if (mayBeThere && relation?.relname !== undefined && findTable(names.schema, [relation.relname])) return
  walk(node, ({ name, fields, parent }) => {
    if (name !== 'RangeVar' || parent?.field === 'relation') return
    const other = fields as NodeOf<'RangeVar'>
    if (other.relname !== relation?.relname) names.table(other)
  })
}

/** Commands of ALTER TABLE whose name is that of a column which must be there. */
const COLUMN_COMMANDS: ReadonlySet<string> = new Set([
  'AT_ColumnDefault',
  'AT_DropNotNull',
  'AT_SetNotNull',
  'AT_SetStatistics',
  'AT_SetOptions',
  'AT_SetStorage',
  'AT_DropColumn',
  'AT_AlterColumnType',
])
