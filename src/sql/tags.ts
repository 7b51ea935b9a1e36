/** Command tags, as PostgreSQL 18 prints them when a statement is done (tcop/cmdtaglist.h), without row counts. */
import { asNode, nodeName, type Node } from './ast.ts'

/** Object types whose words are not simply their constant's. */
const OBJECT_WORDS: Readonly<Record<string, string>> = {
  ACCESS_METHOD: 'ACCESS METHOD',
  ATTRIBUTE: 'TYPE',
  COLUMN: 'TABLE',
  DOMCONSTRAINT: 'DOMAIN',
  FDW: 'FOREIGN DATA WRAPPER',
  FOREIGN_SERVER: 'SERVER',
  LARGEOBJECT: 'LARGE OBJECT',
  MATVIEW: 'MATERIALIZED VIEW',
  OPCLASS: 'OPERATOR CLASS',
  OPFAMILY: 'OPERATOR FAMILY',
  STATISTIC_EXT: 'STATISTICS',
  TABCONSTRAINT: 'TABLE',
  TSCONFIGURATION: 'TEXT SEARCH CONFIGURATION',
  TSDICTIONARY: 'TEXT SEARCH DICTIONARY',
  TSPARSER: 'TEXT SEARCH PARSER',
  TSTEMPLATE: 'TEXT SEARCH TEMPLATE',
}

/** `OBJECT_FOREIGN_TABLE` → `FOREIGN TABLE`. */
function objectWords(type: string | undefined): string {
  const name = (type ?? 'OBJECT_TABLE').replace('OBJECT_', '')
  return OBJECT_WORDS[name] ?? name.replaceAll('_', ' ')
}

const TRANSACTION_TAGS: Readonly<Record<string, string>> = {
  TRANS_STMT_BEGIN: 'BEGIN',
  TRANS_STMT_START: 'START TRANSACTION',
  TRANS_STMT_COMMIT: 'COMMIT',
  TRANS_STMT_ROLLBACK: 'ROLLBACK',
  TRANS_STMT_SAVEPOINT: 'SAVEPOINT',
  TRANS_STMT_RELEASE: 'RELEASE',
  TRANS_STMT_ROLLBACK_TO: 'ROLLBACK',
  TRANS_STMT_PREPARE: 'PREPARE TRANSACTION',
  TRANS_STMT_COMMIT_PREPARED: 'COMMIT PREPARED',
  TRANS_STMT_ROLLBACK_PREPARED: 'ROLLBACK PREPARED',
}

/** Statements that always have the same tag. */
const FIXED: Readonly<Record<string, string>> = {
  AlterCollationStmt: 'ALTER COLLATION',
  AlterDatabaseRefreshCollStmt: 'ALTER DATABASE',
  AlterDatabaseSetStmt: 'ALTER DATABASE',
  AlterDatabaseStmt: 'ALTER DATABASE',
  AlterDefaultPrivilegesStmt: 'ALTER DEFAULT PRIVILEGES',
  AlterDomainStmt: 'ALTER DOMAIN',
  AlterEnumStmt: 'ALTER TYPE',
  AlterEventTrigStmt: 'ALTER EVENT TRIGGER',
  AlterExtensionContentsStmt: 'ALTER EXTENSION',
  AlterExtensionStmt: 'ALTER EXTENSION',
  AlterFdwStmt: 'ALTER FOREIGN DATA WRAPPER',
  AlterForeignServerStmt: 'ALTER SERVER',
  AlterOpFamilyStmt: 'ALTER OPERATOR FAMILY',
  AlterOperatorStmt: 'ALTER OPERATOR',
  AlterPolicyStmt: 'ALTER POLICY',
  AlterPublicationStmt: 'ALTER PUBLICATION',
  AlterRoleSetStmt: 'ALTER ROLE',
  AlterRoleStmt: 'ALTER ROLE',
  AlterSeqStmt: 'ALTER SEQUENCE',
  AlterStatsStmt: 'ALTER STATISTICS',
  AlterSubscriptionStmt: 'ALTER SUBSCRIPTION',
  AlterSystemStmt: 'ALTER SYSTEM',
  AlterTSConfigurationStmt: 'ALTER TEXT SEARCH CONFIGURATION',
  AlterTSDictionaryStmt: 'ALTER TEXT SEARCH DICTIONARY',
  AlterTableSpaceOptionsStmt: 'ALTER TABLESPACE',
  AlterTypeStmt: 'ALTER TYPE',
  AlterUserMappingStmt: 'ALTER USER MAPPING',
  CallStmt: 'CALL',
  CheckPointStmt: 'CHECKPOINT',
  ClusterStmt: 'CLUSTER',
  CommentStmt: 'COMMENT',
  CompositeTypeStmt: 'CREATE TYPE',
  ConstraintsSetStmt: 'SET CONSTRAINTS',
  CopyStmt: 'COPY',
  CreateAmStmt: 'CREATE ACCESS METHOD',
  CreateCastStmt: 'CREATE CAST',
  CreateConversionStmt: 'CREATE CONVERSION',
  CreateDomainStmt: 'CREATE DOMAIN',
  CreateEnumStmt: 'CREATE TYPE',
  CreateEventTrigStmt: 'CREATE EVENT TRIGGER',
  CreateExtensionStmt: 'CREATE EXTENSION',
  CreateFdwStmt: 'CREATE FOREIGN DATA WRAPPER',
  CreateForeignServerStmt: 'CREATE SERVER',
  CreateForeignTableStmt: 'CREATE FOREIGN TABLE',
  CreateOpClassStmt: 'CREATE OPERATOR CLASS',
  CreateOpFamilyStmt: 'CREATE OPERATOR FAMILY',
  CreatePLangStmt: 'CREATE LANGUAGE',
  CreatePolicyStmt: 'CREATE POLICY',
  CreatePublicationStmt: 'CREATE PUBLICATION',
  CreateRangeStmt: 'CREATE TYPE',
  CreateRoleStmt: 'CREATE ROLE',
  CreateSchemaStmt: 'CREATE SCHEMA',
  CreateSeqStmt: 'CREATE SEQUENCE',
  CreateStatsStmt: 'CREATE STATISTICS',
  CreateStmt: 'CREATE TABLE',
  CreateSubscriptionStmt: 'CREATE SUBSCRIPTION',
  CreateTableSpaceStmt: 'CREATE TABLESPACE',
  CreateTransformStmt: 'CREATE TRANSFORM',
  CreateTrigStmt: 'CREATE TRIGGER',
  CreateUserMappingStmt: 'CREATE USER MAPPING',
  CreatedbStmt: 'CREATE DATABASE',
  DeclareCursorStmt: 'DECLARE CURSOR',
  DeleteStmt: 'DELETE',
  DoStmt: 'DO',
  DropOwnedStmt: 'DROP OWNED',
  DropRoleStmt: 'DROP ROLE',
  DropSubscriptionStmt: 'DROP SUBSCRIPTION',
  DropTableSpaceStmt: 'DROP TABLESPACE',
  DropUserMappingStmt: 'DROP USER MAPPING',
  DropdbStmt: 'DROP DATABASE',
  ExecuteStmt: 'EXECUTE',
  ExplainStmt: 'EXPLAIN',
  ImportForeignSchemaStmt: 'IMPORT FOREIGN SCHEMA',
  IndexStmt: 'CREATE INDEX',
  InsertStmt: 'INSERT',
  ListenStmt: 'LISTEN',
  LoadStmt: 'LOAD',
  LockStmt: 'LOCK TABLE',
  MergeStmt: 'MERGE',
  NotifyStmt: 'NOTIFY',
  PrepareStmt: 'PREPARE',
  ReassignOwnedStmt: 'REASSIGN OWNED',
  RefreshMatViewStmt: 'REFRESH MATERIALIZED VIEW',
  ReindexStmt: 'REINDEX',
  RuleStmt: 'CREATE RULE',
  SecLabelStmt: 'SECURITY LABEL',
  TruncateStmt: 'TRUNCATE TABLE',
  UnlistenStmt: 'UNLISTEN',
  UpdateStmt: 'UPDATE',
  VariableShowStmt: 'SHOW',
  ViewStmt: 'CREATE VIEW',
}

/** The command tag of a statement. */
export function commandTag(node: Node): string {
  return FIXED[nodeName(node)] ?? alterTag(node) ?? otherTag(node) ?? nodeName(node)
}

function alterTag(node: Node): string | undefined {
  const rename = asNode(node, 'RenameStmt')
  if (rename) {
    const inRelation = rename.renameType === 'OBJECT_COLUMN' || rename.renameType === 'OBJECT_ATTRIBUTE'
    return `ALTER ${objectWords(inRelation ? rename.relationType : rename.renameType)}`
  }
  const objectType =
    asNode(node, 'AlterTableStmt')?.objtype ??
    asNode(node, 'AlterTableMoveAllStmt')?.objtype ??
    asNode(node, 'AlterFunctionStmt')?.objtype ??
    asNode(node, 'AlterObjectDependsStmt')?.objectType ??
    asNode(node, 'AlterObjectSchemaStmt')?.objectType ??
    asNode(node, 'AlterOwnerStmt')?.objectType
  return objectType && `ALTER ${objectWords(objectType)}`
}

function otherTag(node: Node): string | undefined {
  const select = asNode(node, 'SelectStmt')
  if (select) return selectsInto(select) ? 'SELECT INTO' : 'SELECT'
  const into = asNode(node, 'CreateTableAsStmt')
  if (into) return into.objtype === 'OBJECT_MATVIEW' ? 'CREATE MATERIALIZED VIEW' : 'CREATE TABLE AS'
  const dropped = asNode(node, 'DropStmt')
  if (dropped) return `DROP ${objectWords(dropped.removeType)}`
  const defined = asNode(node, 'DefineStmt')
  if (defined) return `CREATE ${objectWords(defined.kind)}`
  const routine = asNode(node, 'CreateFunctionStmt')
  if (routine) return routine.is_procedure ? 'CREATE PROCEDURE' : 'CREATE FUNCTION'
  const transaction = asNode(node, 'TransactionStmt')
  if (transaction) return TRANSACTION_TAGS[transaction.kind ?? 'TRANS_STMT_BEGIN']
  const setting = asNode(node, 'VariableSetStmt')
  if (setting) return setting.kind === 'VAR_RESET' || setting.kind === 'VAR_RESET_ALL' ? 'RESET' : 'SET'
  const grant = asNode(node, 'GrantStmt')
  if (grant) return grant.is_grant ? 'GRANT' : 'REVOKE'
  const grantRole = asNode(node, 'GrantRoleStmt')
  if (grantRole) return grantRole.is_grant ? 'GRANT ROLE' : 'REVOKE ROLE'
  const vacuum = asNode(node, 'VacuumStmt')
  if (vacuum) return vacuum.is_vacuumcmd ? 'VACUUM' : 'ANALYZE'
  const fetch = asNode(node, 'FetchStmt')
  if (fetch) return fetch.ismove ? 'MOVE' : 'FETCH'
  const close = asNode(node, 'ClosePortalStmt')
  if (close) return close.portalname === undefined ? 'CLOSE CURSOR ALL' : 'CLOSE CURSOR'
  const deallocate = asNode(node, 'DeallocateStmt')
  if (deallocate) return deallocate.name === undefined ? 'DEALLOCATE ALL' : 'DEALLOCATE'
  const discard = asNode(node, 'DiscardStmt')
  return discard && `DISCARD ${(discard.target ?? 'DISCARD_ALL').replace('DISCARD_', '')}`
}

/** SELECT … INTO writes its rows to a new table; the INTO sits on the leftmost SELECT of a UNION. */
export function selectsInto(select: { intoClause?: unknown; larg?: unknown }): boolean {
  let leftmost: { intoClause?: unknown; larg?: unknown } | undefined = select
  while (leftmost) {
    if (leftmost.intoClause) return true
    leftmost = leftmost.larg as typeof leftmost
  }
  return false
}
