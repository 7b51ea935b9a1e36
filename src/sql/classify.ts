/** What a statement is and how it may be run, from its parse tree alone. */
import { asNode, nodeName, type Node } from './ast.ts'
import { embeddedSql } from './bodies.ts'
import { kindOf, writesSomething, type StatementKind } from './kind.ts'
import { referencedRelations, type RelationRef } from './relations.ts'
import { commandTag, selectsInto } from './tags.ts'

export interface Classification {
  /** Command tag, e.g. `CREATE INDEX`. */
  readonly tag: string
  readonly kind: StatementKind
  /** EXPLAIN accepts it. */
  readonly explainable: boolean
  /**
   * It may run inside BEGIN … COMMIT. False also where only running tells: CALL, whose procedure may commit. Some
   * statements that are true here still fail on partitioned tables (REINDEX, CLUSTER).
   */
  readonly runsInTransaction: boolean
  /** It leaves no trace: no changed or locked row, no moved sequence, no setting. Functions of one's own are not known. */
  readonly readsOnly: boolean
  readonly returnsRows: boolean
  readonly relations: readonly RelationRef[]
}

/** Classifies a statement (its parse tree). */
export function classify(node: Node): Classification {
  return {
    tag: commandTag(node),
    kind: kindOf(node),
    explainable: EXPLAINABLE.has(nodeName(node)),
    runsInTransaction: runsInTransaction(node),
    readsOnly: readsOnly(node),
    returnsRows: returnsRows(node),
    relations: referencedRelations(node),
  }
}

/** ExplainableStmt of PostgreSQL 18's gram.y. */
const EXPLAINABLE: ReadonlySet<string> = new Set([
  'SelectStmt',
  'InsertStmt',
  'UpdateStmt',
  'DeleteStmt',
  'MergeStmt',
  'DeclareCursorStmt',
  'CreateTableAsStmt',
  'RefreshMatViewStmt',
  'ExecuteStmt',
])

/** Statements that PreventInTransactionBlock() always refuses. */
const NEVER_IN_TRANSACTION: ReadonlySet<string> = new Set([
  'AlterSystemStmt',
  'CallStmt',
  'CreateTableSpaceStmt',
  'CreatedbStmt',
  'DropTableSpaceStmt',
  'DropdbStmt',
])

/** Whether a statement may run inside a transaction block. */
function runsInTransaction(node: Node): boolean {
  if (NEVER_IN_TRANSACTION.has(nodeName(node))) return false
  if (asNode(node, 'VacuumStmt')?.is_vacuumcmd) return false
  if (asNode(node, 'IndexStmt')?.concurrent) return false
  if (asNode(node, 'DropStmt')?.concurrent) return false
  if (asNode(node, 'DiscardStmt')?.target === 'DISCARD_ALL') return false
  if (asNode(node, 'DoStmt')) return !embeddedSql(node).endsTransaction
  const transaction = asNode(node, 'TransactionStmt')?.kind
  if (transaction === 'TRANS_STMT_COMMIT_PREPARED' || transaction === 'TRANS_STMT_ROLLBACK_PREPARED')
    return false
  const cluster = asNode(node, 'ClusterStmt')
  if (cluster && !cluster.relation) return false
  return !reindexesAlone(node) && !detachesConcurrently(node) && !movesDatabase(node) && !handlesSlot(node)
}

/** REINDEX CONCURRENTLY, and REINDEX of a schema or database, which commits after each table. */
function reindexesAlone(node: Node): boolean {
  const reindex = asNode(node, 'ReindexStmt')
  if (!reindex) return false
  const whole = !['REINDEX_OBJECT_INDEX', 'REINDEX_OBJECT_TABLE'].includes(reindex.kind ?? '')
  return whole || isOn(reindex.params, 'concurrently')
}

const detachesConcurrently = (node: Node) =>
  (asNode(node, 'AlterTableStmt')?.cmds ?? []).some((each) => {
    const command = asNode(each, 'AlterTableCmd')
    return asNode(command?.def, 'PartitionCmd')?.concurrent === true
  })

const movesDatabase = (node: Node) =>
  (asNode(node, 'AlterDatabaseStmt')?.options ?? []).some(
    (each) => asNode(each, 'DefElem')?.defname === 'tablespace',
  )

/** Subscriptions create and drop a replication slot on the publisher, unless told not to connect. */
const handlesSlot = (node: Node) => {
  const created = asNode(node, 'CreateSubscriptionStmt')
  if (created) return !hasOption(created.options, 'connect') && !hasOption(created.options, 'create_slot')
  const altered = asNode(node, 'AlterSubscriptionStmt')
  return altered?.kind === 'ALTER_SUBSCRIPTION_REFRESH' || asNode(node, 'DropSubscriptionStmt') !== undefined
}

const hasOption = (options: readonly Node[] | undefined, name: string) =>
  (options ?? []).some((each) => asNode(each, 'DefElem')?.defname === name)

/** Whether a boolean option such as ANALYZE is given and not switched off. */
function isOn(options: readonly Node[] | undefined, name: string): boolean {
  return (options ?? []).some((each) => {
    const option = asNode(each, 'DefElem')
    if (option?.defname !== name) return false
    const text = asNode(option.arg, 'String')?.sval
    const number = asNode(option.arg, 'Integer')
    if (number) return (number.ival ?? 0) !== 0
    return text === undefined || !/^(?:off|false|0|f|n|no)$/i.test(text)
  })
}

function readsOnly(node: Node): boolean {
  if (kindOf(node) === 'read') return true
  const explain = asNode(node, 'ExplainStmt')
  if (explain)
    return !isOn(explain.options, 'analyze') || (explain.query !== undefined && readsOnly(explain.query))
  const copy = asNode(node, 'CopyStmt')
  return copy !== undefined && !copy.is_from && copy.filename === undefined && !writesSomething(node)
}

/** Whether a statement answers with rows. EXECUTE may: it counts as if it did. */
export function returnsRows(node: Node): boolean {
  const select = asNode(node, 'SelectStmt')
  if (select) return !selectsInto(select)
  if (asNode(node, 'FetchStmt')) return asNode(node, 'FetchStmt')?.ismove !== true
  const changed =
    asNode(node, 'InsertStmt') ??
    asNode(node, 'UpdateStmt') ??
    asNode(node, 'DeleteStmt') ??
    asNode(node, 'MergeStmt')
  if (changed) return changed.returningClause !== undefined
  return ['ExplainStmt', 'VariableShowStmt', 'ExecuteStmt'].includes(nodeName(node))
}
