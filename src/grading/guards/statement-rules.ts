/**
 * What each statement of the changes is: harmless, or something that a lesson has to open. An allow list: what
 * is not named here is refused.
 */
import type { Permission } from '../../shared/check-spec.ts'
import { asNode, nameParts, nodeName, type Fields, type Node, type NodeOf } from '../../sql/ast.ts'
import { embeddedSql } from '../../sql/bodies.ts'
import type { Statement } from '../../sql/split.ts'
import { code } from '../../shared/words.ts'
import { excerpt, nodesNamed } from '../syntax.ts'
import { alterTableFindings } from './alter-table-rules.ts'
import { functionFindings } from './function-rules.ts'
import type { Finding } from './kinds.ts'

/** Settings that change nothing in a plan or a result. */
const HARMLESS_SETTINGS = new Set([
  'application_name',
  'client_min_messages',
  'deadlock_timeout',
  'idle_in_transaction_session_timeout',
  'lock_timeout',
  'log_min_duration_statement',
  'maintenance_work_mem',
  'statement_timeout',
])

export const harmlessSetting = (name: string): boolean => HARMLESS_SETTINGS.has(name.toLowerCase())

/** Extensions that bring index types and operator classes. */
const INDEX_EXTENSIONS = new Set([
  'bloom',
  'btree_gin',
  'btree_gist',
  'intarray',
  'pg_trgm',
  'pg_stat_statements',
  'unaccent',
])

export const indexExtension = (name: string): boolean => INDEX_EXTENSIONS.has(name)

const HARMLESS = new Set([
  'AlterStatsStmt',
  'CheckPointStmt',
  'CommentStmt',
  'ConstraintsSetStmt',
  'CreateStatsStmt',
  'IndexStmt',
  'LockStmt',
  'ReindexStmt',
  'TransactionStmt',
  'VariableShowStmt',
])

const DATA = 'Grading measures the lesson’s data; the fix has to work on it as it is.'
const SETTINGS = 'Settings only bend this one session; find out why the planner chooses what it chooses.'

type Rule = Finding | { readonly guard: null }

const SIMPLE: Readonly<Record<string, Omit<Finding, 'message'> & { readonly why: string }>> = {
  InsertStmt: { guard: 'base-data', permission: 'data-change', why: DATA },
  UpdateStmt: { guard: 'base-data', permission: 'data-change', why: DATA },
  DeleteStmt: { guard: 'base-data', permission: 'data-change', why: DATA },
  MergeStmt: { guard: 'base-data', permission: 'data-change', why: DATA },
  TruncateStmt: { guard: 'base-data', permission: 'data-change', why: DATA },
  CopyStmt: { guard: 'base-data', permission: 'data-change', why: DATA },
  ClusterStmt: {
    guard: 'base-data',
    permission: 'rewrite',
    why: 'CLUSTER locks and rewrites the whole table; this lesson has a cheaper fix.',
  },
  CreateStmt: {
    guard: 'kept-results',
    permission: 'new-table',
    why: 'A helper table goes stale with the next write; make the request itself cheap.',
  },
  CreateForeignTableStmt: {
    guard: 'kept-results',
    permission: 'new-table',
    why: 'Make the request itself cheap.',
  },
  CreateSeqStmt: { guard: 'kept-results', permission: 'new-table', why: 'The lesson needs no sequence.' },
  AlterSeqStmt: { guard: 'kept-results', permission: 'new-table', why: 'The lesson needs no sequence.' },
  RefreshMatViewStmt: {
    guard: 'kept-results',
    permission: 'materialized-view',
    why: 'Make the request itself cheap.',
  },
  ViewStmt: {
    guard: 'shadowing',
    permission: 'view',
    why: 'A view makes no query faster; write the request against the tables.',
  },
  RuleStmt: { guard: 'shadowing', why: 'A rule answers in place of the table.' },
  CreateFunctionStmt: {
    guard: 'new-code',
    permission: 'function',
    why: 'A function hides the work from EXPLAIN; write it into the request.',
  },
  AlterFunctionStmt: {
    guard: 'new-code',
    permission: 'function',
    why: 'A function hides the work from EXPLAIN.',
  },
  CreatePLangStmt: {
    guard: 'new-code',
    permission: 'function',
    why: 'A function hides the work from EXPLAIN.',
  },
  CreateTrigStmt: {
    guard: 'new-code',
    permission: 'trigger',
    why: 'A trigger moves the work to every write.',
  },
  CreateEventTrigStmt: { guard: 'new-code', why: 'A trigger moves the work elsewhere.' },
  DoStmt: {
    guard: 'new-code',
    permission: 'procedural',
    why: 'What a DO block does cannot be graded: write its statements plainly.',
  },
  CallStmt: {
    guard: 'new-code',
    permission: 'procedural',
    why: 'What a procedure does cannot be graded: write its statements plainly.',
  },
  CreatePolicyStmt: { guard: 'row-security', why: 'It hides rows from the request.' },
  AlterPolicyStmt: { guard: 'row-security', why: 'It hides rows from the request.' },
  AlterSystemStmt: { guard: 'settings', why: SETTINGS },
  AlterDatabaseSetStmt: { guard: 'settings', why: SETTINGS },
  AlterRoleSetStmt: { guard: 'settings', why: SETTINGS },
  DiscardStmt: { guard: 'settings', why: SETTINGS },
  LoadStmt: { guard: 'settings', why: SETTINGS },
  CreateCastStmt: { guard: 'shadowing', why: 'A cast of your own changes what the request means.' },
  CreateOpClassStmt: {
    guard: 'shadowing',
    why: 'An operator class of your own changes what an index finds.',
  },
  CreateOpFamilyStmt: {
    guard: 'shadowing',
    why: 'An operator family of your own changes what an index finds.',
  },
  AlterOpFamilyStmt: {
    guard: 'shadowing',
    why: 'An operator family of your own changes what an index finds.',
  },
  AlterOperatorStmt: { guard: 'shadowing', why: 'It changes what an operator means to the planner.' },
  CreateAmStmt: { guard: 'shadowing', why: 'The lesson needs no access method of its own.' },
  CreateConversionStmt: { guard: 'shadowing', why: 'The lesson needs none.' },
  CreateTransformStmt: { guard: 'shadowing', why: 'The lesson needs none.' },
  CreateSchemaStmt: { guard: 'shadowing', permission: 'type', why: 'The lesson’s tables live in public.' },
  CreateDomainStmt: { guard: 'not-allowed', permission: 'type', why: 'The lesson needs no type of its own.' },
  CreateEnumStmt: { guard: 'not-allowed', permission: 'type', why: 'The lesson needs no type of its own.' },
  CompositeTypeStmt: {
    guard: 'not-allowed',
    permission: 'type',
    why: 'The lesson needs no type of its own.',
  },
  CreateRangeStmt: { guard: 'not-allowed', permission: 'type', why: 'The lesson needs no type of its own.' },
  PrepareStmt: { guard: 'not-allowed', permission: 'prepare', why: 'Write the query into the request.' },
  ExecuteStmt: { guard: 'not-allowed', permission: 'prepare', why: 'Write the query into the request.' },
  DeallocateStmt: { guard: 'not-allowed', permission: 'prepare', why: 'Nothing is prepared here.' },
  SelectStmt: {
    guard: 'not-allowed',
    permission: 'procedural',
    why: 'Queries belong into the Query pane; the changes are what a migration would do.',
  },
  ExplainStmt: {
    guard: 'not-allowed',
    permission: 'procedural',
    why: 'Queries belong into the Query pane, and Run explains them by itself.',
  },
}

const WRITES = ['InsertStmt', 'UpdateStmt', 'DeleteStmt', 'MergeStmt', 'TruncateStmt']

const SYSTEM = /^(?:pg_|sql_)/

type RangeVar = NodeOf<'RangeVar'>

/** Writes to a system catalog, anywhere in the tree. */
export function catalogWrites(node: Node): Finding[] {
  const target = WRITES.flatMap((name) => nodesNamed(node, name))
    .flatMap(writtenRelations)
    .find(
      ({ schemaname, relname = '' }) =>
        schemaname === 'pg_catalog' ||
        schemaname === 'information_schema' ||
        (schemaname === undefined && SYSTEM.test(relname)),
    )
  return target
    ? [
        {
          guard: 'tampering',
          message: `The changes write to ${code(target.relname ?? '')}. Statistics come from ANALYZE, and the catalog from DDL.`,
        },
      ]
    : []
}

/** What an INSERT, UPDATE, DELETE, MERGE or TRUNCATE writes to. */
const writtenRelations = ({ relation, relations }: Fields): readonly RangeVar[] =>
  relations
    ? (relations as readonly Node[]).flatMap((each) => asNode(each, 'RangeVar') ?? [])
    : [(relation ?? {}) as RangeVar]

/** Findings about one statement of the changes, those of SQL inside functions and DO blocks included. */
export function changeFindings(statement: Statement): Finding[] {
  const embedded = embeddedSql(statement.node)
  return [
    ...nodeFindings(statement.node, code(excerpt(statement))),
    ...embedded.nodes.flatMap((node) =>
      // Expressions arrive as SELECTs; a body may query as it likes, the routine itself is what has to be open.
      nodeName(node) === 'SelectStmt'
        ? [...catalogWrites(node), ...functionFindings(node)]
        : nodeFindings(node, `A ${code(nodeName(node).replace('Stmt', ''))} in a body`),
    ),
    ...embedded.opaque.map((each): Finding => ({
      guard: 'new-code',
      message: `${code(each.text.slice(0, 60))} is put together at run time and cannot be graded: write the statement plainly.`,
    })),
  ]
}

function nodeFindings(node: Node, shown: string): Finding[] {
  const rule = ruleFor(node, shown)
  return [
    ...(rule.guard === null ? [] : [rule]),
    ...alterTableFindings(node, shown),
    ...catalogWrites(node),
    ...functionFindings(node),
  ]
}

const FINE: Rule = { guard: null }

function ruleFor(node: Node, shown: string): Rule {
  const name = nodeName(node)
  if (HARMLESS.has(name) || name === 'AlterTableStmt') return FINE
  const simple = SIMPLE[name]
  return (
    specialRule(node, shown) ??
    (simple
      ? { ...simple, message: `${shown}: ${simple.why}` }
      : { guard: 'not-allowed', message: `${shown} is not part of this lesson.` })
  )
}

function specialRule(node: Node, shown: string): Rule | undefined {
  const vacuum = asNode(node, 'VacuumStmt')
  if (vacuum) {
    const full = (vacuum.options ?? []).some((option) => asNode(option, 'DefElem')?.defname === 'full')
    return full
      ? {
          guard: 'base-data',
          permission: 'rewrite',
          message: `${shown}: VACUUM FULL locks and rewrites the whole table; plain VACUUM does not.`,
        }
      : FINE
  }
  const setting = asNode(node, 'VariableSetStmt')
  if (setting)
    return harmlessSetting(setting.name ?? '')
      ? FINE
      : { guard: 'settings', permission: 'settings', message: `${shown}: ${SETTINGS}` }
  const extension = asNode(node, 'CreateExtensionStmt')
  if (extension)
    return indexExtension(extension.extname ?? '')
      ? FINE
      : {
          guard: 'not-allowed',
          permission: 'extension',
          message: `${shown}: the lesson does not need this extension.`,
        }
  const created = asNode(node, 'CreateTableAsStmt')
  if (created)
    return created.objtype === 'OBJECT_MATVIEW'
      ? {
          guard: 'kept-results',
          permission: 'materialized-view',
          message: `${shown}: its rows go stale with the next write; make the request itself cheap.`,
        }
      : {
          guard: 'kept-results',
          permission: 'new-table',
          message: `${shown}: a helper table goes stale with the next write; make the request itself cheap.`,
        }
  const select = asNode(node, 'SelectStmt')
  if (select?.intoClause)
    return {
      guard: 'kept-results',
      permission: 'new-table',
      message: `${shown}: a helper table goes stale with the next write.`,
    }
  const define = asNode(node, 'DefineStmt')
  if (define)
    return define.kind === 'OBJECT_COLLATION' || define.kind?.startsWith('OBJECT_TS') === true
      ? { guard: 'not-allowed', permission: 'type', message: `${shown}: the lesson needs none.` }
      : {
          guard: 'shadowing',
          message: `${shown}: operators and aggregates of your own change what the request means.`,
        }
  const rename = asNode(node, 'RenameStmt')
  if (rename)
    return rename.renameType === 'OBJECT_INDEX' || rename.renameType === 'OBJECT_TABCONSTRAINT'
      ? FINE
      : {
          guard: 'shadowing',
          permission: 'rename',
          message: `${shown}: the request has to find the lesson’s own tables and columns.`,
        }
  return asNode(node, 'DropStmt') ? dropRule(node, shown) : undefined
}

const DROPS: Readonly<Record<string, Permission>> = {
  OBJECT_TABLE: 'drop-table',
  OBJECT_VIEW: 'drop-table',
  OBJECT_MATVIEW: 'drop-table',
  OBJECT_SEQUENCE: 'drop-table',
  OBJECT_FUNCTION: 'function',
  OBJECT_PROCEDURE: 'function',
  OBJECT_TRIGGER: 'trigger',
  OBJECT_TYPE: 'type',
  OBJECT_SCHEMA: 'type',
}

/** Which indexes may go is decided by the catalog, where it shows what is left. */
function dropRule(node: Node, shown: string): Rule {
  const dropped = asNode(node, 'DropStmt')
  const type = dropped?.removeType ?? ''
  const names = (dropped?.objects ?? []).map((each) => nameParts([each]).at(-1) ?? '')
  if (type === 'OBJECT_STATISTIC_EXT' || (type === 'OBJECT_INDEX' && names.length > 0)) return FINE
  const permission = DROPS[type]
  return {
    guard: 'dropped',
    ...(permission ? { permission } : {}),
    message: `${shown}: other parts of the application use it.`,
  }
}
