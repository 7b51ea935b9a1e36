import { everyPart, type Expression } from '../../expression/index.ts'
import { condition } from '../../tree.ts'
import { rowsRemovedBy, shareFiltered } from '../../figures/rows.ts'
import { filterEvidence, onTable } from '../evidence.ts'
import { isWorthAnIndex } from '../index-worth.ts'
import type { PlanNode } from '../../types.ts'
import { count } from '../../../shared/words.ts'
import { columnSide, ownColumns, plainColumn, predicatesOf } from '../predicates.ts'
import { deparse, identifier, indexName } from '../sql.ts'
import type { PlanContext, Rule } from '../types.ts'

const LEAST_WASTE = 0.5
const LEAST_ROWS = 1000
const CONTAINMENT: ReadonlySet<string> = new Set(['@>', '<@', '?', '?|', '?&', '&&', '@?', '@@'])
const PATH: ReadonlySet<string> = new Set(['->', '->>', '#>', '#>>'])

interface Found {
  readonly operator: string
  readonly columns: readonly string[]
  /** Key and method of the index that answers it. */
  readonly key: string
  readonly method: 'gin' | 'gist' | 'btree'
}

const hasCall = (expression: Expression, name: RegExp): boolean =>
  everyPart(expression).some((part) => part.kind === 'call' && name.test(part.name))

function found(context: PlanContext, node: PlanNode): Found | null {
  for (const predicate of predicatesOf(node, context.table(node.relation)) ?? [])
    for (const part of everyPart(predicate.expression)) {
      if (predicate.indexed || part.kind !== 'operator') continue
      const side = columnSide(node, part)
      if (!side || hasCall(side, /tsvector/)) continue
      const columns = ownColumns(node, side)
      if (CONTAINMENT.has(part.operator)) {
        const column = plainColumn(side, null)
        const range = hasCall(side, /range$/)
        if (!range && column === null) continue
        return {
          operator: part.operator,
          columns,
          key: range ? deparse(side) : identifier(column ?? ''),
          method: range ? 'gist' : 'gin',
        }
      }
      const path = everyPart(side).find((one) => one.kind === 'operator' && PATH.has(one.operator))
      if (path?.kind === 'operator' && part.operator === '=')
        return { operator: path.operator, columns, key: `(${deparse(side)})`, method: 'btree' }
    }
  return null
}

/** 24: JSON, arrays or ranges are searched without an index made for them. */
export const jsonArrayNoGin: Rule = {
  id: 'json-array-no-gin',
  title: 'JSON, array or range searched row by row',
  supersedes: ['seq-scan-filter', 'function-on-column'],
  plan: (context) =>
    context.nodes
      .filter((node) => node.nodeType === 'Seq Scan' && condition(node, 'Filter') !== null)
      .filter((node) => shareFiltered(node) >= LEAST_WASTE && rowsRemovedBy(node, 'filter') >= LEAST_ROWS)
      .flatMap((node) => {
        const one = found(context, node)
        if (!one || node.relation === null) return []
        const name = identifier(indexName(node.relation, [...one.columns, one.method]))
        const using = one.method === 'btree' ? '' : ` USING ${one.method}`
        return [
          {
            node,
            what: `${one.operator} on ${one.columns.join(', ')}${onTable(node)} was evaluated for ${count(context.figures(node).rowsRead)} rows.`,
            evidence: filterEvidence(context, node),
            why: 'Every document, array or range is unpacked and searched; a B-tree on the column cannot look inside it.',
            advice:
              one.method === 'btree'
                ? 'Index the path as an expression, written exactly as in the query; or ask with @> and index the whole document with GIN.'
                : `Try a ${one.method === 'gin' ? 'GIN' : 'GiST'} index: it knows the parts of each value.`,
            share: context.share(node, 'own'),
            tryIt: isWorthAnIndex(context, node)
              ? `CREATE INDEX ${name} ON ${identifier(node.relation)}${using} (${one.key});`
              : null,
          },
        ]
      }),
}
