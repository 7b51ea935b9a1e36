import { everyPart, parseExpression } from '../../expression/index.ts'
import { condition, isTableScan } from '../../tree.ts'
import { count } from '../../../shared/words.ts'
import { identifier, indexName } from '../sql.ts'
import { loopsOf, rowsOut } from '../../figures/rows.ts'
import { filterEvidence, onTable } from '../evidence.ts'
import type { Rule } from '../types.ts'

const LEAST_ROWS = 100

/** The call of to_tsvector in a filter, as it is written there. */
function vectorText(filter: string): string | null {
  const start = filter.indexOf('to_tsvector(')
  if (start < 0) return null
  let depth = 0
  for (let i = start; i < filter.length; i++) {
    if (filter[i] === '(') depth++
    if (filter[i] === ')' && --depth === 0) return filter.slice(start, i + 1)
  }
  return null
}

/** 25: the text search vector is computed for each row at each query. */
export const textVectorPerRow: Rule = {
  id: 'text-vector-per-row',
  title: 'Text search vector computed for every row',
  supersedes: ['seq-scan-filter', 'function-on-column', 'json-array-no-gin'],
  plan: (context) =>
    context.nodes
      .filter(
        (node) => isTableScan(node) && context.figures(node).rowsRead >= LEAST_ROWS && loopsOf(node) > 0,
      )
      .flatMap((node) => {
        const filter = condition(node, 'Filter')
        const expression = filter === null ? null : parseExpression(filter)
        const called =
          expression &&
          everyPart(expression).some((part) => part.kind === 'call' && part.name === 'to_tsvector')
        if (!called || filter === null || node.relation === null) return []
        const vector = vectorText(filter)
        // Only with a named configuration is the expression immutable, as an index needs it.
        const fixed = vector !== null && /^to_tsvector\('\w+'::regconfig/.test(vector)
        const name = identifier(indexName(node.relation, ['search']))
        return [
          {
            node,
            what: `to_tsvector()${onTable(node)} was computed for ${count(context.figures(node).rowsRead)} rows to find ${count(rowsOut(node))}.`,
            evidence: filterEvidence(context, node),
            why: 'Cutting text into words, removing stop words and stemming is much work, repeated for every row at every query.',
            advice: fixed
              ? 'Index the vector with GIN, as an expression written exactly as in the query; or store it in a generated column and index that.'
              : "Name the configuration (to_tsvector('french', …)), store the vector in a generated column, and index it with GIN.",
            share: context.share(node, 'own'),
            tryIt: fixed
              ? `CREATE INDEX ${name} ON ${identifier(node.relation)} USING gin (${vector});`
              : null,
          },
        ]
      }),
}
