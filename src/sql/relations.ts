/** Which relations and functions a statement names. */
import {
  asNode,
  children,
  nameParts,
  rootVisit,
  type Fields,
  type Node,
  type NodeOf,
  type Visit,
} from './ast.ts'

/** What a statement does to a relation. */
type Access = 'read' | 'write' | 'define'

export interface RelationRef {
  /** As written, null without a schema. */
  readonly schema: string | null
  readonly name: string
  readonly access: Access
}

/** Fields through which a statement writes rows. Everything else that is not a source of rows defines something. */
const WRITTEN: ReadonlySet<string> = new Set([
  'InsertStmt.relation',
  'UpdateStmt.relation',
  'DeleteStmt.relation',
  'MergeStmt.relation',
  'TruncateStmt.relations',
])
/** Fields whose relation is only looked at. */
const SOURCES: ReadonlySet<string> = new Set([
  'SelectStmt.fromClause',
  'UpdateStmt.fromClause',
  'DeleteStmt.usingClause',
  'MergeStmt.sourceRelation',
  'JoinExpr.larg',
  'JoinExpr.rarg',
  'RangeTableSample.relation',
  'LockStmt.relations',
  'LockingClause.lockedRels',
  'VacuumRelation.relation',
  'TableLikeClause.relation',
  'Constraint.pktable',
  'CreateStatsStmt.relations',
])

function accessOf({ parent }: Visit): Access {
  const place = parent ? `${parent.name}.${parent.field}` : ''
  if (WRITTEN.has(place)) return 'write'
  return SOURCES.has(place) ? 'read' : 'define'
}

/** Names of common table expressions in sight. */
interface Scope {
  readonly names: ReadonlySet<string>
  readonly outer: Scope | undefined
}

function inScope(name: string, scope: Scope | undefined): boolean {
  for (let each = scope; each; each = each.outer) if (each.names.has(name)) return true
  return false
}

/**
 * Relations that the statement names, each once per access, in the order of the text. Names of common table
 * expressions are not relations where those are in sight. Bodies of functions are not looked into: see
 * `embeddedSql`.
 */
export function referencedRelations(node: Node): RelationRef[] {
  const found = new Map<string, RelationRef>()
  const add = (schema: string | undefined, name: string, access: Access) => {
    const ref = { schema: schema ?? null, name, access }
    found.set(JSON.stringify(ref), ref)
  }
  const root = rootVisit(node)
  const stack: { visit: Visit; scope: Scope | undefined }[] = root ? [{ visit: root, scope: undefined }] : []
  for (let item = stack.pop(); item; item = stack.pop()) {
    const { visit, scope } = item
    const { name, fields } = visit
    if (name === 'RangeVar') {
      const range = fields as NodeOf<'RangeVar'>
      const access = visit.parent?.name === 'CopyStmt' ? copyAccess(node) : accessOf(visit)
      const isCte = range.schemaname === undefined && access === 'read' && inScope(range.relname ?? '', scope)
      if (range.relname !== undefined && !isCte) add(range.schemaname, range.relname, access)
    }
    for (const parts of objectNames(name, fields)) add(parts.at(-2), parts.at(-1) ?? '', 'define')
    stack.push(...scoped(visit, scope).toReversed())
  }
  return [...found.values()]
}

const copyAccess = (node: Node): Access => (asNode(node, 'CopyStmt')?.is_from ? 'write' : 'read')

/** What is below a node, with the common table expressions that each part sees. */
function scoped(visit: Visit, scope: Scope | undefined): { visit: Visit; scope: Scope | undefined }[] {
  const { name, fields } = visit
  if (name === 'WithClause') return withQueries(fields, scope)
  const clause = fields['withClause'] as NodeOf<'WithClause'> | undefined
  const inner = clause ? { names: new Set(cteNames(clause)), outer: scope } : scope
  return children(name, fields).map((child) => ({
    visit: child,
    scope: child.name === 'WithClause' ? scope : inner,
  }))
}

const cteNames = (clause: NodeOf<'WithClause'>) =>
  (clause.ctes ?? []).map((cte) => asNode(cte, 'CommonTableExpr')?.ctename ?? '')

/** Each query of a WITH sees the ones before it; with RECURSIVE all of them, itself included. */
function withQueries(clause: NodeOf<'WithClause'>, scope: Scope | undefined) {
  const names = cteNames(clause)
  return (clause.ctes ?? []).flatMap((cte, index) => {
    const visit = rootVisit(cte)
    const seen = clause.recursive ? names : names.slice(0, index)
    return visit ? [{ visit, scope: { names: new Set(seen), outer: scope } }] : []
  })
}

/** Objects that are relations and are named by a list of strings. */
const NAMED_RELATIONS: ReadonlySet<string> = new Set([
  'OBJECT_TABLE',
  'OBJECT_INDEX',
  'OBJECT_VIEW',
  'OBJECT_MATVIEW',
  'OBJECT_SEQUENCE',
  'OBJECT_FOREIGN_TABLE',
])
/** Objects that belong to a relation: the last part of the list is theirs, the others are the relation's. */
const OF_RELATION: ReadonlySet<string> = new Set([
  'OBJECT_COLUMN',
  'OBJECT_TABCONSTRAINT',
  'OBJECT_TRIGGER',
  'OBJECT_POLICY',
  'OBJECT_RULE',
])

/** Relations of DROP and COMMENT. */
function objectNames(name: string, fields: Fields): string[][] {
  if (name !== 'DropStmt' && name !== 'CommentStmt') return []
  const statement = fields as { removeType?: string; objtype?: string; objects?: Node[]; object?: Node }
  const type = statement.removeType ?? statement.objtype ?? ''
  const objects = statement.objects ?? (statement.object ? [statement.object] : [])
  const names = objects.map((object) => nameParts([object]))
  if (NAMED_RELATIONS.has(type)) return names
  return OF_RELATION.has(type) ? names.map((parts) => parts.slice(0, -1)) : []
}
