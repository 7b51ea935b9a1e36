/** What sort of statement a parse tree is. */
import { asNode, nameParts, nodeName, walk, type Node } from './ast.ts'
import { functionWrites } from './known-functions.ts'
import { selectsInto } from './tags.ts'

export type StatementKind =
  /** Returns rows and leaves no trace. */
  | 'read'
  /** Changes rows, locks them, or moves a sequence. */
  | 'write'
  | 'ddl'
  /** VACUUM, ANALYZE, REINDEX, CLUSTER, CHECKPOINT, REFRESH MATERIALIZED VIEW. */
  | 'maintenance'
  /** SET and RESET. */
  | 'set'
  | 'transaction'
  /** Prepared statements, cursors, LISTEN, DISCARD, LOAD. */
  | 'session'
  | 'copy'
  | 'explain'
  /** DO and CALL: only running them tells. */
  | 'other'

const KINDS: Readonly<Record<string, StatementKind>> = {
  CallStmt: 'other',
  CheckPointStmt: 'maintenance',
  ClosePortalStmt: 'session',
  ClusterStmt: 'maintenance',
  ConstraintsSetStmt: 'transaction',
  CopyStmt: 'copy',
  DeallocateStmt: 'session',
  DeclareCursorStmt: 'session',
  DeleteStmt: 'write',
  DiscardStmt: 'session',
  DoStmt: 'other',
  ExecuteStmt: 'session',
  ExplainStmt: 'explain',
  FetchStmt: 'session',
  InsertStmt: 'write',
  ListenStmt: 'session',
  LoadStmt: 'session',
  LockStmt: 'transaction',
  MergeStmt: 'write',
  NotifyStmt: 'session',
  PrepareStmt: 'session',
  RefreshMatViewStmt: 'maintenance',
  ReindexStmt: 'maintenance',
  TransactionStmt: 'transaction',
  TruncateStmt: 'write',
  UnlistenStmt: 'session',
  UpdateStmt: 'write',
  VacuumStmt: 'maintenance',
  VariableSetStmt: 'set',
  VariableShowStmt: 'read',
}

/** The kind of a statement. Everything not listed above defines something. */
export function kindOf(node: Node): StatementKind {
  const select = asNode(node, 'SelectStmt')
  if (select) return selectsInto(select) ? 'ddl' : writesSomething(node) ? 'write' : 'read'
  return KINDS[nodeName(node)] ?? 'ddl'
}

const MODIFYING = new Set(['InsertStmt', 'UpdateStmt', 'DeleteStmt', 'MergeStmt', 'LockingClause'])

/** Whether a query changes rows in a CTE, locks rows (FOR UPDATE dirties them), or calls a function known to write. */
export function writesSomething(node: Node): boolean {
  let writes = false
  walk(node, ({ name, fields }) => {
    if (MODIFYING.has(name)) writes = true
    if (name === 'FuncCall' && functionWrites(nameParts(fields['funcname'] as Node[]).at(-1) ?? ''))
      writes = true
    return !writes
  })
  return writes
}
