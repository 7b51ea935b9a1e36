/** Names of the columns that a SELECT list gives. */
import { asNode, nameParts, nodeName, type Node, type NodeOf } from '../ast.ts'
import type { NamedRows } from './scope.ts'

/** null where they cannot be told; `rows` are what `*` stands for, null where that is not known. */
export function outputNames(
  list: readonly Node[] | undefined,
  rows: readonly NamedRows[] | null,
): readonly string[] | null {
  const names: string[] = []
  for (const node of list ?? []) {
    const target = asNode(node, 'ResTarget')
    const fields = asNode(target?.val, 'ColumnRef')?.fields
    if (fields?.some((field) => asNode(field, 'A_Star'))) {
      const qualifier = nameParts(fields).at(-1)
      const meant = rows?.filter(({ alias }) => qualifier === undefined || alias === qualifier)
      if (!meant || meant.length === 0 || meant.some(({ columns }) => columns === null)) return null
      names.push(...meant.flatMap(({ columns }) => columns ?? []))
    } else {
      const name = target?.name ?? figuredName(target?.val)
      if (name === undefined) return null
      names.push(name)
    }
  }
  return names
}

const NONE = '?column?'

/**
 * The name that PostgreSQL gives to a column without one (FigureColname, src/backend/parser/parse_target.c);
 * undefined for the kinds of expression that are not known here.
 */
function figuredName(node: Node | undefined): string | undefined {
  const column = asNode(node, 'ColumnRef')
  if (column) return nameParts(column.fields).at(-1) ?? NONE
  const call = asNode(node, 'FuncCall')
  if (call) return nameParts(call.funcname).at(-1) ?? NONE
  const cast = asNode(node, 'TypeCast')
  if (cast) {
    const inner = figuredName(cast.arg)
    return inner === NONE ? nameParts(cast.typeName?.names).at(-1) : inner
  }
  const access = asNode(node, 'A_Indirection')
  if (access) {
    const field = access.indirection?.findLast((each) => asNode(each, 'String'))
    return field ? nameParts([field])[0] : figuredName(access.arg)
  }
  const collate = asNode(node, 'CollateClause')
  if (collate) return figuredName(collate.arg)
  const sublink = asNode(node, 'SubLink')
  if (sublink) return sublinkName(sublink)
  const operation = asNode(node, 'A_Expr')
  if (operation) return operation.kind === 'AEXPR_NULLIF' ? 'nullif' : NONE
  const extreme = asNode(node, 'MinMaxExpr')
  if (extreme) return extreme.op === 'IS_LEAST' ? 'least' : 'greatest'
  const choice = asNode(node, 'CaseExpr')
  if (choice)
    return choice.defresult && figuredName(choice.defresult) !== NONE ? figuredName(choice.defresult) : 'case'
  return node ? NAMES[nodeName(node)] : NONE
}

const NAMES: Readonly<Record<string, string>> = {
  CoalesceExpr: 'coalesce',
  A_ArrayExpr: 'array',
  RowExpr: 'row',
  GroupingFunc: 'grouping',
  A_Const: NONE,
  BoolExpr: NONE,
  NullTest: NONE,
  BooleanTest: NONE,
  ParamRef: NONE,
}

function sublinkName({ subLinkType, subselect }: NodeOf<'SubLink'>): string | undefined {
  if (subLinkType === 'EXISTS_SUBLINK') return 'exists'
  if (subLinkType === 'ARRAY_SUBLINK') return 'array'
  if (subLinkType !== 'EXPR_SUBLINK') return NONE
  const first = asNode(asNode(subselect, 'SelectStmt')?.targetList?.[0], 'ResTarget')
  return first?.name ?? figuredName(first?.val)
}
