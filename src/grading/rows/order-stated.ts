/** Whether a query says in which order its rows come, or only happens to give them in some order. */
import { asNode, type Node, type NodeOf } from '../../sql/ast.ts'

type Select = NodeOf<'SelectStmt'>

/** Queries of WITH clauses by name. */
type Ctes = ReadonlyMap<string, Node>

function ctesOf(select: Select, outer: Ctes): Ctes {
  const all = new Map(outer)
  for (const node of select.withClause?.ctes ?? []) {
    const cte = asNode(node, 'CommonTableExpr')
    if (cte?.ctename !== undefined && cte.ctequery) all.set(cte.ctename, cte.ctequery)
  }
  return all
}

function fromStates(node: Node, ctes: Ctes): boolean {
  const join = asNode(node, 'JoinExpr')
  if (join) return [join.larg, join.rarg].some((side) => side !== undefined && fromStates(side, ctes))
  const subquery = asNode(node, 'RangeSubselect')?.subquery
  if (subquery) return queryStates(subquery, ctes)
  const name = asNode(node, 'RangeVar')?.relname ?? ''
  const cte = ctes.get(name)
  // A recursive query names itself.
  return cte !== undefined && queryStates(cte, new Map([...ctes].filter(([each]) => each !== name)))
}

function queryStates(node: Node, outer: Ctes): boolean {
  const select = asNode(node, 'SelectStmt')
  if (!select) return true
  if ((select.sortClause ?? []).length > 0) return true
  const ctes = ctesOf(select, outer)
  return (select.fromClause ?? []).some((each) => fromStates(each, ctes))
}

/**
 * Whether a query has an ORDER BY, or reads a subquery that has one and keeps its rows' order. What is no SELECT gives
 * its rows in the order in which it writes them, and is left alone.
 */
export const statesOrder = (node: Node): boolean => queryStates(node, new Map())
