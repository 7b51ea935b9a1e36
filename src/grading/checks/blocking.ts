import type { Measurement } from '../../engine/contract/index.ts'
import { asNode, nodeName, type Node } from '../../sql/ast.ts'
import type { CheckKind } from '../check.ts'
import { limitOf, limitSchema, type LimitParams } from '../limits.ts'
import { code, count, counted } from '../../shared/words.ts'
import { excerpt, statementsOf } from '../syntax.ts'

/** ALTER TABLE commands that take SHARE UPDATE EXCLUSIVE or less: others read and write meanwhile. */
const QUIET_COMMANDS = new Set([
  'AT_AttachPartition',
  'AT_ClusterOn',
  'AT_DropCluster',
  'AT_ResetOptions',
  'AT_SetOptions',
  'AT_SetRelOptions',
  'AT_SetStatistics',
  'AT_ValidateConstraint',
])

const BLOCKING = new Set(['ClusterStmt', 'TruncateStmt', 'RenameStmt', 'CreateTrigStmt', 'LockStmt'])

const on = (options: readonly Node[] | undefined, name: string) =>
  (options ?? []).some((option) => asNode(option, 'DefElem')?.defname === name)

/**
 * Whether a statement takes a lock that makes others wait: SHARE (no writes) and everything above it.
 * https://www.postgresql.org/docs/18/explicit-locking.html#LOCKING-TABLES
 */
export function blocks(node: Node): boolean {
  const altered = asNode(node, 'AlterTableStmt')
  if (altered)
    return (altered.cmds ?? []).some(
      (each) => !QUIET_COMMANDS.has(asNode(each, 'AlterTableCmd')?.subtype ?? ''),
    )
  const index = asNode(node, 'IndexStmt')
  if (index) return index.concurrent !== true
  const dropped = asNode(node, 'DropStmt')
  if (dropped) return dropped.concurrent !== true
  const vacuum = asNode(node, 'VacuumStmt')
  if (vacuum) return on(vacuum.options, 'full')
  const reindex = asNode(node, 'ReindexStmt')
  if (reindex) return !on(reindex.params, 'concurrently')
  const refresh = asNode(node, 'RefreshMatViewStmt')
  if (refresh) return refresh.concurrent !== true
  return BLOCKING.has(nodeName(node))
}

/** Blocks that a request touches while it holds such a lock, to the end of the transaction that took it. */
function heldBuffers(query: string, { statements }: Measurement): number {
  const syntax = statementsOf(query)
  let inside = false
  let held = false
  let sum = 0
  for (const [index, measured] of statements.entries()) {
    const node = syntax[index]?.node
    if (!node) continue
    const transaction = asNode(node, 'TransactionStmt')
    const kind = transaction?.kind
    if (kind === 'TRANS_STMT_BEGIN' || kind === 'TRANS_STMT_START') inside = true
    if (kind === 'TRANS_STMT_COMMIT' || kind === 'TRANS_STMT_ROLLBACK') {
      // AND CHAIN: the next transaction has begun already.
      inside = inside && transaction?.chain === true
      held = false
    }
    const locks = blocks(node)
    if (locks || held) sum += measured.totals.buffers
    held = inside && (held || locks)
  }
  return sum
}

/** The request keeps others waiting for few blocks' worth of work. What the changes lock is not measured: refused. */
export const blocking: CheckKind<LimitParams> = {
  kind: 'blocking',
  schema: limitSchema,
  evaluate(params, context) {
    const { attempt, before, reference, task, texts, syntax } = context
    const hidden = syntax.changes.find((statement) => blocks(statement.node))
    const actual = heldBuffers(texts.query, attempt)
    const limit = limitOf(
      params,
      {
        before: heldBuffers(task.before.query, before),
        reference: heldBuffers(task.solution.query, reference),
      },
      { measured: attempt.scale, lesson: task.scale },
    )
    const passed = hidden === undefined && actual <= limit
    const found = `${counted(actual, 'buffer')} under a lock that makes others wait`
    return {
      title: `At most ${counted(limit, 'buffer')} while others wait`,
      passed,
      message: hidden
        ? `${code(excerpt(hidden))} locks the table in the changes, where it is not measured: write the migration into the query.`
        : passed
          ? `${found}.`
          : `${found}, at most ${count(limit)}. A lock is held to the end of its transaction.`,
      actual,
      limit,
    }
  },
}
