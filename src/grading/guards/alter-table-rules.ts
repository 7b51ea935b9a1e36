/** What each command of ALTER TABLE is; see `statement-rules.ts`. */
import type { Permission } from '../../shared/check-spec.ts'
import { asNode, type Node } from '../../sql/ast.ts'
import type { Breach } from './kinds.ts'

const HARMLESS = new Set([
  'AT_AddConstraint',
  'AT_AlterConstraint',
  'AT_ClusterOn',
  'AT_DropCluster',
  'AT_ReplicaIdentity',
  'AT_SetNotNull',
  'AT_SetStatistics',
  'AT_ValidateConstraint',
])

const COLUMN = 'it changes what the table holds.'

const RULES: Readonly<Record<string, Omit<Breach, 'message'> & { readonly why: string }>> = {
  AT_AddColumn: { guard: 'base-data', permission: 'new-column', why: 'this lesson needs no new column.' },
  AT_AddIdentity: { guard: 'base-data', permission: 'alter-column', why: COLUMN },
  AT_AlterColumnType: { guard: 'base-data', permission: 'alter-column', why: 'it may rewrite every value.' },
  AT_ColumnDefault: { guard: 'base-data', permission: 'alter-column', why: COLUMN },
  AT_DropColumn: { guard: 'base-data', permission: 'alter-column', why: COLUMN },
  AT_DropConstraint: {
    guard: 'dropped',
    permission: 'drop-constraint',
    why: 'the application relies on the constraint.',
  },
  AT_DropExpression: { guard: 'base-data', permission: 'alter-column', why: COLUMN },
  AT_DropNotNull: {
    guard: 'dropped',
    permission: 'drop-constraint',
    why: 'the application relies on NOT NULL.',
  },
  AT_SetCompression: { guard: 'base-data', permission: 'alter-column', why: COLUMN },
  AT_SetExpression: { guard: 'base-data', permission: 'alter-column', why: COLUMN },
  AT_SetLogged: { guard: 'base-data', permission: 'rewrite', why: 'it rewrites the table.' },
  AT_SetUnLogged: { guard: 'base-data', permission: 'rewrite', why: 'an unlogged table is lost in a crash.' },
  AT_SetStorage: { guard: 'base-data', permission: 'alter-column', why: COLUMN },
  AT_AttachPartition: {
    guard: 'kept-results',
    permission: 'new-table',
    why: 'this lesson needs no partitions.',
  },
  AT_DetachPartition: {
    guard: 'kept-results',
    permission: 'new-table',
    why: 'this lesson needs no partitions.',
  },
  AT_SetOptions: {
    guard: 'tampering',
    why: 'n_distinct written by hand is not what the table holds; raise the statistics target and ANALYZE instead.',
  },
  AT_ResetOptions: { guard: 'tampering', why: 'column options are not part of this lesson.' },
}

/** Options of a table or an index that say how it is stored, not what the planner should believe. */
const STORAGE_OPTIONS =
  /^(?:fillfactor|autovacuum_|toast\.|toast_tuple_target|vacuum_|pages_per_range|autosummarize|fastupdate|gin_pending_list_limit|buffering|deduplicate_items|log_autovacuum)/

/** Breaches about an ALTER TABLE; commands of the kinds `known` are part of the question. */
export function alterTableBreaches(
  node: Node,
  shown: string,
  known: ReadonlySet<string> = new Set(),
): Breach[] {
  const statement = asNode(node, 'AlterTableStmt')
  if (!statement) return []
  const onIndex = statement.objtype === 'OBJECT_INDEX'
  return (statement.cmds ?? []).flatMap((each): Breach[] => {
    const command = asNode(each, 'AlterTableCmd')
    const subtype: string = command?.subtype ?? ''
    if (known.has(subtype) || HARMLESS.has(subtype) || (onIndex && subtype === 'AT_AttachPartition'))
      return []
    if (subtype === 'AT_SetRelOptions' || subtype === 'AT_ResetRelOptions')
      return optionBreaches(command?.def, shown)
    if (subtype.endsWith('RowSecurity'))
      return [{ guard: 'row-security', message: `${shown}: it hides rows from the request.` }]
    if (/^AT_(?:Enable|Disable).*(?:Trig|Rule)/.test(subtype))
      return [open('new-code', 'trigger', `${shown}: triggers and rules stay as they are.`)]
    const rule = RULES[subtype]
    return [
      rule
        ? {
            guard: rule.guard,
            ...(rule.permission ? { permission: rule.permission } : {}),
            message: `${shown}: ${rule.why}`,
          }
        : { guard: 'not-allowed', message: `${shown} is not part of this lesson.` },
    ]
  })
}

const open = (guard: Breach['guard'], permission: Permission, message: string): Breach => ({
  guard,
  permission,
  message,
})

function optionBreaches(definition: Node | undefined, shown: string): Breach[] {
  return (asNode(definition, 'List')?.items ?? []).flatMap((item): Breach[] => {
    const option = asNode(item, 'DefElem')
    const name = `${option?.defnamespace === undefined ? '' : `${option.defnamespace}.`}${option?.defname ?? ''}`
    return STORAGE_OPTIONS.test(name)
      ? []
      : [open('settings', 'settings', `${shown}: ${name} tells the planner what to do.`)]
  })
}
