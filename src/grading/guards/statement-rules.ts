/** What the statements of the changes do that a lesson has to open: statement by statement, as they are written. */
import type { Permission } from '../../shared/check-spec.ts'
import { asNode, nameParts, nodeName, type Fields, type Node, type NodeOf } from '../../sql/ast.ts'
import { embeddedSql } from '../../sql/bodies.ts'
import type { Statement } from '../../sql/split.ts'
import { code } from '../../shared/words.ts'
import { excerpt, nodesNamed } from '../syntax.ts'
import { alterTableBreaches } from './alter-table-rules.ts'
import { functionBreaches } from './function-rules.ts'
import { harmlessSetting, indexExtension } from './harmless-names.ts'
import type { Breach } from './kinds.ts'
import { HARMLESS, SETTINGS_ADVICE, SIMPLE } from './statement-kinds.ts'
import { watchingBreaches } from './watching-rules.ts'

type Rule = Breach | { readonly guard: null }

const WRITES = ['InsertStmt', 'UpdateStmt', 'DeleteStmt', 'MergeStmt', 'TruncateStmt']

const SYSTEM = /^(?:pg_|sql_)/

type RangeVar = NodeOf<'RangeVar'>

/** Writes to a system catalog, anywhere in the tree. */
export function catalogWrites(node: Node): Breach[] {
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

/** Breaches about one statement of the changes, those of SQL inside functions and DO blocks included. */
export function changeBreaches(statement: Statement): Breach[] {
  const embedded = embeddedSql(statement.node)
  return [
    ...nodeBreaches(statement.node, code(excerpt(statement))),
    ...embedded.nodes.flatMap((node) =>
      // Expressions arrive as SELECTs; a body may query as it likes, the routine itself is what has to be open.
      nodeName(node) === 'SelectStmt'
        ? [...catalogWrites(node), ...functionBreaches(node), ...watchingBreaches(node)]
        : nodeBreaches(node, `A ${code(nodeName(node).replace('Stmt', ''))} in a body`),
    ),
    ...embedded.opaque.map((each): Breach => ({
      guard: 'new-code',
      message: `${code(each.text.slice(0, 60))} is put together at run time and cannot be graded: write the statement plainly.`,
    })),
  ]
}

function nodeBreaches(node: Node, shown: string): Breach[] {
  const rule = ruleFor(node, shown)
  return [
    ...(rule.guard === null ? [] : [rule]),
    ...alterTableBreaches(node, shown),
    ...catalogWrites(node),
    ...functionBreaches(node),
    // Looking is free where nothing is kept of it.
    ...(nodeName(node) === 'SelectStmt' ? [] : watchingBreaches(node)),
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
      : { guard: 'settings', permission: 'settings', message: `${shown}: ${SETTINGS_ADVICE}` }
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
