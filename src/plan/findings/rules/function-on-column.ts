import { condition, isTableScan } from '../../tree.ts'
import { rowsRemovedBy, shareFiltered } from '../../figures/rows.ts'
import { filterEvidence, onTable } from '../evidence.ts'
import { isWorthAnIndex } from '../index-worth.ts'
import type { PlanNode } from '../../types.ts'
import type { Expression } from '../../expression/index.ts'
import { count } from '../../../shared/words.ts'
import { isImmutable } from '../index-advice.ts'
import { columnSide, ownColumns, plainColumn, predicatesOf } from '../predicates.ts'
import { deparse, identifier, indexName } from '../sql.ts'
import type { PlanContext, Rule } from '../types.ts'

const LEAST_WASTE = 0.9
const LEAST_ROWS = 1000

interface Wrapped {
  readonly side: Expression
  readonly column: string
  /** Index on the bare column that the function keeps from being used. */
  readonly index: string | null
}

/** Columns of the filter that stand inside a function, a cast or an arithmetic operator. */
function wrapped(context: PlanContext, node: PlanNode): Wrapped | null {
  const table = context.table(node.relation)
  for (const predicate of predicatesOf(node, table) ?? []) {
    if (predicate.indexed || predicate.kind !== 'expression') continue
    const side = columnSide(node, predicate.expression)
    const [column] = side ? ownColumns(node, side) : []
    if (!side || column === undefined || side.kind === 'group') continue
    // Operators of their own kind (JSON paths) have their own finding.
    if (side.kind === 'operator' && !/^[-+*/%]$/.test(side.operator)) continue
    if (side.kind === 'cast' && side.part.kind === 'operator' && !/^[-+*/%]$/.test(side.part.operator))
      continue
    const index = context
      .indexesOf(node.relation)
      .find((one) => one.keys[0]?.isColumn && one.keys[0].expression === column)
    return { side, column, index: index?.name ?? null }
  }
  return null
}

function tryIt(context: PlanContext, node: PlanNode, { side, column }: Wrapped): string | null {
  if (node.relation === null || side.kind !== 'call' || !isImmutable(side)) return null
  // A number turned into text is better compared as a number than indexed as text.
  const table = context.table(node.relation)
  if (side.args.some((arg) => arg.kind === 'cast' && plainColumn(arg, table) === null)) return null
  const args = side.args.map((arg) => {
    const plain = plainColumn(arg, table)
    return plain === null ? deparse(arg) : identifier(plain)
  })
  const name = indexName(node.relation, [side.name, column])
  return `CREATE INDEX ${identifier(name)} ON ${identifier(node.relation)} (${identifier(side.name)}(${args.join(', ')}));`
}

const whatIs = (side: Expression): string =>
  side.kind === 'call' ? `${side.name}()` : side.kind === 'cast' ? `a cast to ${side.type}` : 'arithmetic'

/** 21: the filter asks for a function of the column, the index knows the column. */
export const functionOnColumn: Rule = {
  id: 'function-on-column',
  title: 'Function or cast on a column',
  supersedes: ['seq-scan-filter', 'index-order-filter', 'index-scan-filter'],
  plan: (context) =>
    context.nodes
      .filter((node) => isTableScan(node) && condition(node, 'Filter') !== null)
      .filter((node) => shareFiltered(node) >= LEAST_WASTE && rowsRemovedBy(node, 'filter') >= LEAST_ROWS)
      .flatMap((node) => {
        const found = wrapped(context, node)
        if (!found) return []
        const sql = isWorthAnIndex(context, node) ? tryIt(context, node, found) : null
        const bare =
          found.side.kind === 'operator'
            ? 'Move the arithmetic to the other side of the comparison, so that the column stands alone.'
            : found.side.kind === 'cast'
              ? `Compare ${found.column} in its own type: cast the value, not the column; for a day, use a range from midnight to midnight.`
              : `Compare the bare column ${found.column}, for instance with a range.`
        return [
          {
            node,
            what: `The filter${onTable(node)} compares ${whatIs(found.side)} of ${found.column}; no index on ${found.column} can answer that, and ${count(rowsRemovedBy(node, 'filter'))} rows were read to be dropped.`,
            evidence: [
              ...filterEvidence(context, node),
              ...(found.index === null
                ? []
                : [{ label: 'Index that could not be used', value: found.index }]),
            ],
            why: 'An index holds the values of a column, not those of a function over it.',
            advice: sql ? `${bare} Or index the expression itself.` : bare,
            share: context.share(node, 'own'),
            tryIt: sql,
          },
        ]
      }),
}
