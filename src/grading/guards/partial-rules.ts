/** Partial indexes that hold only some of the values that the question can be asked about. */
import type { Catalog, CatalogIndex } from '../../engine/contract/index.ts'
import type { LiteralVariant } from '../../shared/check-spec.ts'
import { asNode, nameParts, walk, type Node } from '../../sql/ast.ts'
import { catalogs, countedIndexes } from '../catalog-diff.ts'
import type { GradingContext, Violation } from '../check.ts'
import { code, list } from '../../shared/words.ts'
import { replaceLiterals } from '../literals.ts'
import { statementsOf } from '../syntax.ts'
import { quotedLiteral } from '../../shared/quote.ts'

/** Comparisons that leave nearly all values in: `<>`, `NOT IN`, `NOT LIKE`. */
const EXCLUDING = /^(?:<>|!=|!~.*)$/

/** Names of the columns below a node. */
function columnsBelow(node: Node): Set<string> {
  const found = new Set<string>()
  walk(node, ({ name, fields }) => {
    if (name === 'ColumnRef') found.add(nameParts(fields['fields'] as Node[]).at(-1) ?? '')
  })
  return found
}

/** Each comparison of a text with the columns in it; nullness is not a comparison. */
function comparisonsIn(text: string): { readonly excluding: boolean; readonly node: Node }[] {
  return statementsOf(text).flatMap((statement) => {
    const found: { excluding: boolean; node: Node }[] = []
    walk(statement.node, ({ name, fields }) => {
      if (name !== 'A_Expr') return
      const operator = nameParts(fields['name'] as Node[]).at(-1) ?? ''
      found.push({ excluding: EXCLUDING.test(operator), node: { A_Expr: fields } as unknown as Node })
    })
    return found
  })
}

/** Texts of the constants below a node, as `replaceLiterals` reads them. */
function constantsBelow(node: Node): string[] {
  const found: string[] = []
  walk(node, ({ name, fields }) => {
    if (name !== 'A_Const') return
    const constant = asNode({ A_Const: fields } as unknown as Node, 'A_Const')
    if (constant?.sval) found.push(quotedLiteral(constant.sval.sval ?? ''))
    else if (constant?.ival) found.push(String(constant.ival.ival ?? 0))
    else if (constant?.fval) found.push(constant.fval.fval ?? '')
  })
  return found
}

/** Columns that the request compares with a literal that grading varies. */
export function askedColumns(query: string, variants: readonly LiteralVariant[]): ReadonlySet<string> {
  const asked = new Set<string>()
  for (const { node } of comparisonsIn(query)) {
    const varied = constantsBelow(node).some((constant) =>
      variants.some((variant) => replaceLiterals(`SELECT ${constant}`, variant).count > 0),
    )
    const columns = columnsBelow(node)
    // A comparison with a subquery names columns of another question.
    if (varied && !containsQuery(node)) for (const column of columns) asked.add(column)
  }
  return asked
}

function containsQuery(node: Node): boolean {
  let found = false
  walk(node, ({ name }) => {
    if (name === 'SubLink') found = true
  })
  return found
}

/** Columns of which a predicate keeps only some values; `IS NULL` picks one, `IS NOT NULL` and `<>` leave the rest. */
function restrictedColumns(predicate: string): ReadonlySet<string> {
  const restricted = new Set<string>()
  for (const { excluding, node } of comparisonsIn(`SELECT 1 WHERE ${predicate}`))
    if (!excluding) for (const column of columnsBelow(node)) restricted.add(column)
  return restricted
}

/** Values up to which a column counts as an enumeration: an index for one status can be a fair choice. */
const FEW_VALUES = 50

/** Columns of the index's table with so few values that an index may be for some of them. */
function enumerations({ table, schema }: CatalogIndex, { relations }: Catalog): ReadonlySet<string> {
  const relation = relations.find((each) => each.name === table && each.schema === schema)
  const few = (relation?.columns ?? []).filter(
    ({ distinct }) => distinct !== null && distinct > 0 && distinct <= FEW_VALUES,
  )
  return new Set(few.map((column) => column.name))
}

/**
 * New partial indexes whose predicate picks values of a column that the question may be asked about with any value.
 * Whether an index for one of few values is good enough, the budget under the variants decides.
 */
export function valuesBuiltIn({ task, attempt, before }: GradingContext): readonly Violation[] {
  if (task.variants.length === 0) return []
  const asked = new Set(
    [task.before.query, task.solution.query].flatMap((query) => [...askedColumns(query, task.variants)]),
  )
  return countedIndexes(attempt).flatMap((index): Violation[] => {
    if (index.predicate === null) return []
    const few = enumerations(index, catalogs(before).before)
    const columns = [...restrictedColumns(index.predicate)].filter(
      (column) => asked.has(column) && !few.has(column),
    )
    if (columns.length === 0) return []
    return [
      {
        message: `${code(index.name)} only holds rows with ${code(index.predicate)}, and the request may be asked about any ${list(columns.map(code))}: leave that condition out of the index.`,
        actual: index.predicate,
      },
    ]
  })
}
