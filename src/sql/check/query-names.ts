/**
 * Finds the tables and columns of a statement that the schema does not have. It follows PostgreSQL's rules of scope
 * (src/backend/parser/parse_clause.c, parse_relation.c) and says nothing where it cannot be sure: a false alarm is
 * worse than none.
 */
import { asNode, nameParts, nodeName, walk, type Node, type NodeOf } from '../ast.ts'
import { findTable, type Schema } from '../schema.ts'
import { outputNames } from './outputs.ts'
import type { NameProblem, Places } from './problems.ts'
import { aliased, functionName, isSystem, recursiveNames, renamed } from './rows.ts'
import { aliasesInSight, columnsInSight, resolve, type NamedRows, type Scope } from './scope.ts'

/** Common table expressions in sight, with their columns. */
type Ctes = ReadonlyMap<string, readonly string[] | null>

export const NO_CTES: Ctes = new Map()
export const NO_SCOPE: Scope = { rows: [], outer: undefined }

/** Checks queries; what it finds is in `problems`. */
export class QueryNames {
  readonly problems: NameProblem[] = []
  readonly schema: Schema
  readonly places: Places

  constructor(schema: Schema, places: Places) {
    this.schema = schema
    this.places = places
  }

  /** Checks a query and gives the names of its columns. */
  query(node: Node | undefined, outer: Scope, ctes: Ctes): readonly string[] | null {
    const select = asNode(node, 'SelectStmt')
    if (select) return this.select(select, outer, ctes)
    const insert = asNode(node, 'InsertStmt')
    if (insert) return this.insert(insert, outer, ctes)
    const update = asNode(node, 'UpdateStmt')
    if (update) return this.write(update, update.fromClause, outer, ctes)
    const remove = asNode(node, 'DeleteStmt')
    if (remove) return this.write(remove, remove.usingClause, outer, ctes)
    const merge = asNode(node, 'MergeStmt')
    if (merge) return this.merge(merge, outer, ctes)
    return null
  }

  private select(select: NodeOf<'SelectStmt'>, outer: Scope, around: Ctes): readonly string[] | null {
    const ctes = this.withClause(select.withClause, outer, around)
    if (select.larg || select.rarg) {
      // ORDER BY of a UNION sees output names only.
      const names = select.larg ? this.select(select.larg, outer, ctes) : null
      if (select.rarg) this.select(select.rarg, outer, ctes)
      return names
    }
    if (select.valuesLists) {
      this.expressions(select.valuesLists, { rows: [], outer }, ctes)
      const first = asNode(select.valuesLists[0], 'List')?.items ?? []
      return first.map((_, at) => `column${at + 1}`)
    }
    const rows = this.from(select.fromClause, outer, ctes)
    const scope: Scope = { rows, outer }
    const outputs = outputNames(select.targetList, rows)
    this.expressions([...(select.targetList ?? []), select.whereClause, select.havingClause], scope, ctes)
    this.expressions([select.limitCount, select.limitOffset, ...(select.windowClause ?? [])], scope, ctes)
    const sorted: Scope = { ...scope, outputs: outputs ?? [] }
    this.expressions(
      [...(select.groupClause ?? []), ...(select.sortClause ?? []), ...(select.distinctClause ?? [])],
      sorted,
      ctes,
    )
    return outputs
  }

  private withClause(clause: NodeOf<'WithClause'> | undefined, outer: Scope, around: Ctes): Ctes {
    if (!clause) return around
    const ctes = new Map(around)
    for (const node of clause.ctes ?? []) {
      const cte = asNode(node, 'CommonTableExpr')
      const name = cte?.ctename
      if (!cte || name === undefined) continue
      const given = cte.aliascolnames?.length ? nameParts(cte.aliascolnames) : null
      // A recursive one sees itself, and those behind it.
      if (clause.recursive)
        for (const later of clause.ctes ?? []) {
          const laterName = asNode(later, 'CommonTableExpr')?.ctename
          if (laterName !== undefined && !ctes.has(laterName)) ctes.set(laterName, null)
        }
      if (clause.recursive) ctes.set(name, given ?? recursiveNames(cte.ctequery))
      const names = this.query(cte.ctequery, outer, ctes)
      const more = cte.search_clause || cte.cycle_clause
      ctes.set(name, more ? null : renamed(names, given))
    }
    return ctes
  }

  /** Rows of a FROM clause. Each part is checked on the way. */
  private from(clause: readonly Node[] | undefined, outer: Scope, ctes: Ctes): readonly NamedRows[] {
    const rows: NamedRows[] = []
    for (const item of clause ?? []) rows.push(...this.fromItem(item, rows, outer, ctes))
    return rows
  }

  private fromItem(
    node: Node | undefined,
    before: readonly NamedRows[],
    outer: Scope,
    ctes: Ctes,
  ): readonly NamedRows[] {
    const relation = asNode(node, 'RangeVar')
    if (relation) return [this.rangeVar(relation, ctes)]
    const lateral: Scope = { rows: before, outer }
    const join = asNode(node, 'JoinExpr')
    if (join) {
      const left = this.fromItem(join.larg, before, outer, ctes)
      const right = this.fromItem(join.rarg, [...before, ...left], outer, ctes)
      const rows = [...left, ...right]
      this.expressions([join.quals], { rows, outer: lateral }, ctes)
      const using = join.join_using_alias?.aliasname
      if (using !== undefined) rows.push({ alias: using, columns: nameParts(join.usingClause) })
      if (!join.alias) return rows
      const given = join.alias.colnames?.length ? nameParts(join.alias.colnames) : null
      const all =
        rows.every(({ columns }) => columns !== null) && !join.usingClause && !join.isNatural
          ? rows.flatMap(({ columns }) => columns ?? [])
          : null
      return [{ alias: join.alias.aliasname ?? null, columns: all && renamed(all, given) }]
    }
    const sample = asNode(node, 'RangeTableSample')
    if (sample) return this.fromItem(sample.relation, before, outer, ctes)
    const subselect = asNode(node, 'RangeSubselect')
    if (subselect) {
      const names = this.query(subselect.subquery, subselect.lateral ? lateral : { rows: [], outer }, ctes)
      return [aliased(subselect.alias, names)]
    }
    const call = asNode(node, 'RangeFunction')
    if (call) {
      this.expressions(call.functions ?? [], lateral, ctes)
      // A function may return a row of any shape.
      return [{ alias: call.alias?.aliasname ?? functionName(call), columns: null }]
    }
    const other =
      node && (Object.values(node)[0] as { readonly alias?: { readonly aliasname?: string } } | undefined)
    return [{ alias: other?.alias?.aliasname ?? null, columns: null }]
  }

  private rangeVar(relation: NodeOf<'RangeVar'>, ctes: Ctes): NamedRows {
    const name = relation.relname ?? ''
    if (relation.schemaname === undefined && ctes.has(name))
      return aliased(relation.alias, ctes.get(name) ?? null, name)
    return aliased(relation.alias, this.table(relation), name)
  }

  /** Columns of a table that must be there; null where they are not known. */
  table(relation: NodeOf<'RangeVar'> | undefined): readonly string[] | null {
    const name = relation?.relname ?? ''
    if (!relation || isSystem(relation.schemaname, name)) return null
    const found = findTable(
      this.schema,
      relation.schemaname === undefined ? [name] : [relation.schemaname, name],
    )
    if (found) return found.columns?.map((column) => column.name) ?? null
    this.problems.push({
      kind: 'table',
      name,
      start: this.places.find(name, relation.location ?? 0),
      candidates: this.schema.tables.map((table) => table.name),
    })
    return null
  }

  target(relation: NodeOf<'RangeVar'> | undefined): NamedRows {
    return aliased(relation?.alias, this.table(relation), relation?.relname)
  }

  private insert(insert: NodeOf<'InsertStmt'>, outer: Scope, around: Ctes): readonly string[] | null {
    const ctes = this.withClause(insert.withClause, outer, around)
    const target = this.target(insert.relation)
    this.targets(insert.cols, target)
    this.query(insert.selectStmt, outer, ctes)
    const conflict = insert.onConflictClause
    if (conflict) {
      const rows = [target, { ...target, alias: 'excluded' }]
      this.elements(conflict.infer?.indexElems, target, conflict.infer?.location ?? 0, ctes)
      this.targets(conflict.targetList, target)
      this.expressions([...(conflict.targetList ?? []), conflict.whereClause], { rows, outer }, ctes)
    }
    return this.returning(insert.returningClause, [target], outer, ctes)
  }

  private write(
    statement: Pick<
      NodeOf<'UpdateStmt'>,
      'relation' | 'targetList' | 'whereClause' | 'returningClause' | 'withClause'
    >,
    from: readonly Node[] | undefined,
    outer: Scope,
    around: Ctes,
  ): readonly string[] | null {
    const ctes = this.withClause(statement.withClause, outer, around)
    const target = this.target(statement.relation)
    const rows = [target, ...this.from(from, { rows: [target], outer }, ctes)]
    this.targets(statement.targetList, target)
    this.expressions([...(statement.targetList ?? []), statement.whereClause], { rows, outer }, ctes)
    return this.returning(statement.returningClause, rows, outer, ctes)
  }

  private merge(merge: NodeOf<'MergeStmt'>, outer: Scope, around: Ctes): readonly string[] | null {
    const ctes = this.withClause(merge.withClause, outer, around)
    const target = this.target(merge.relation)
    const rows = [target, ...this.fromItem(merge.sourceRelation, [], outer, ctes)]
    this.expressions([merge.joinCondition], { rows, outer }, ctes)
    for (const node of merge.mergeWhenClauses ?? []) {
      const clause = asNode(node, 'MergeWhenClause')
      this.targets(clause?.targetList, target)
      this.expressions(
        [clause?.condition, ...(clause?.targetList ?? []), ...(clause?.values ?? [])],
        { rows, outer },
        ctes,
      )
    }
    return this.returning(merge.returningClause, rows, outer, ctes)
  }

  private returning(
    clause: NodeOf<'ReturningClause'> | undefined,
    rows: readonly NamedRows[],
    outer: Scope,
    ctes: Ctes,
  ): readonly string[] | null {
    if (!clause) return null
    const [target] = rows
    const versions = target ? ['old', 'new'].map((alias) => ({ ...target, alias })) : []
    const named = (clause.options ?? []).flatMap((option) => {
      const alias = asNode(option, 'ReturningOption')?.value
      return target && alias !== undefined ? [{ ...target, alias }] : []
    })
    this.expressions(clause.exprs ?? [], { rows: [...rows, ...versions, ...named], outer }, ctes)
    return outputNames(clause.exprs, rows)
  }

  /** Columns that are written. */
  private targets(list: readonly Node[] | undefined, target: NamedRows): void {
    for (const node of list ?? []) {
      const item = asNode(node, 'ResTarget')
      if (item?.name !== undefined) this.column(item.name, target, this.places.of(item.location ?? 0))
    }
  }

  elements(list: readonly Node[] | undefined, target: NamedRows, from: number, ctes: Ctes): void {
    for (const node of list ?? []) {
      const element = asNode(node, 'IndexElem')
      if (element?.name !== undefined) this.column(element.name, target, this.places.find(element.name, from))
      else this.expressions([element?.expr], { rows: [target], outer: undefined }, ctes)
    }
  }

  column(name: string, of: NamedRows, start: number): void {
    if (resolve({ rows: [{ ...of, alias: '' }], outer: undefined }, '', name).kind === 'known') return
    this.problems.push({ kind: 'column', name, of, start, candidates: of.columns ?? [] })
  }

  /** Checks the names in expressions, and the subqueries in them. */
  expressions(list: readonly (Node | undefined)[], scope: Scope, ctes: Ctes): void {
    for (const node of list) {
      if (!node || nodeName(node) === '') continue
      walk(node, ({ name, fields }) => {
        if (name === 'SelectStmt') {
          this.select(fields as NodeOf<'SelectStmt'>, scope, ctes)
          return false
        }
        if (name === 'ColumnRef') this.reference(fields as NodeOf<'ColumnRef'>, scope)
        return true
      })
    }
  }

  private reference({ fields, location }: NodeOf<'ColumnRef'>, scope: Scope): void {
    const names = nameParts(fields)
    const byte = location ?? 0
    const start = this.places.of(byte)
    const star = fields?.some((field) => asNode(field, 'A_Star')) === true
    if (star ? names.length !== 1 : names.length > 2 || names.length === 0) return
    const qualifier = star ? names[0] : names.length === 2 ? names[0] : undefined
    const name = names.at(-1) ?? ''
    // A function of one row may be written as its column.
    if (this.schema.functions.includes(name)) return
    const found = resolve(scope, qualifier, star ? 'ctid' : name)
    if (found.kind === 'no-rows' && qualifier !== undefined)
      this.problems.push({ kind: 'qualifier', name: qualifier, start, candidates: aliasesInSight(scope) })
    else if (found.kind === 'no-column')
      this.problems.push({
        kind: 'column',
        name,
        of: found.rows,
        start: this.places.find(name, byte),
        candidates: found.rows.columns ?? [],
      })
    else if (found.kind === 'nowhere')
      this.problems.push({ kind: 'column', name, of: undefined, start, candidates: columnsInSight(scope) })
  }
}
