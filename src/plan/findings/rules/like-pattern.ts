import { everyPart, type Expression } from '../../expression/index.ts'
import { condition, isTableScan } from '../../tree.ts'
import { rowsRemovedBy, shareFiltered } from '../../figures/rows.ts'
import { evidence, filterEvidence, onTable } from '../evidence.ts'
import { isWorthAnIndex } from '../index-worth.ts'
import type { PlanNode } from '../../types.ts'
import { count } from '../../../shared/words.ts'
import { columnSide, literalOf, ownColumns, plainColumn, predicatesOf } from '../predicates.ts'
import { deparse, identifier, indexName } from '../sql.ts'
import type { PlanContext, Rule } from '../types.ts'

const LEAST_WASTE = 0.5
const LEAST_ROWS = 1000

/** LIKE, ILIKE, and the regular expression operators. */
const PATTERN_OPERATORS: Readonly<Record<string, string>> = {
  '~~': 'LIKE',
  '~~*': 'ILIKE',
  '~': '~',
  '~*': '~*',
}

interface Pattern {
  readonly operator: string
  readonly pattern: string
  readonly side: Expression
  readonly column: string
}

function patternOf(context: PlanContext, node: PlanNode): Pattern | null {
  for (const predicate of predicatesOf(node, context.table(node.relation)) ?? [])
    for (const part of everyPart(predicate.expression)) {
      if (predicate.indexed || part.kind !== 'operator' || !(part.operator in PATTERN_OPERATORS)) continue
      const side = columnSide(node, part)
      const pattern = literalOf(part)
      const [column] = side ? ownColumns(node, side) : []
      if (side && pattern !== null && column !== undefined)
        return { operator: part.operator, pattern, side, column }
    }
  return null
}

/** True where the pattern fixes how the value starts, so that a B-tree in byte order could be used. */
const isPrefix = ({ operator, pattern }: Pattern): boolean =>
  operator === '~~' && !/^[%_]/.test(pattern) && /[%_]$/.test(pattern)

function tryIt(context: PlanContext, node: PlanNode, found: Pattern): string | null {
  if (node.relation === null) return null
  const plain = plainColumn(found.side, context.table(node.relation))
  const key =
    plain !== null
      ? identifier(plain)
      : found.side.kind === 'call'
        ? `${identifier(found.side.name)}(${found.side.args.map((arg) => identifier(plainColumn(arg, null) ?? '') || deparse(arg)).join(', ')})`
        : null
  if (key === null || key.includes('""')) return null
  const table = identifier(node.relation)
  const name = (end: string): string => identifier(indexName(node.relation ?? '', [found.column, end]))
  if (isPrefix(found)) return `CREATE INDEX ${name('like')} ON ${table} (${key} text_pattern_ops);`
  const extension = context.catalog?.extensions?.includes('pg_trgm')
    ? ''
    : 'CREATE EXTENSION IF NOT EXISTS pg_trgm;\n'
  return `${extension}CREATE INDEX ${name('trgm')} ON ${table} USING gin (${key} gin_trgm_ops);`
}

/** 22: a pattern that an ordinary index cannot use. */
export const likePattern: Rule = {
  id: 'like-pattern',
  title: 'Pattern that an ordinary index cannot use',
  supersedes: ['seq-scan-filter', 'function-on-column', 'index-order-filter'],
  plan: (context) =>
    context.nodes
      .filter((node) => isTableScan(node) && condition(node, 'Filter') !== null)
      .filter((node) => shareFiltered(node) >= LEAST_WASTE && rowsRemovedBy(node, 'filter') >= LEAST_ROWS)
      .flatMap((node) => {
        const found = patternOf(context, node)
        if (!found) return []
        const prefix = isPrefix(found)
        const name = PATTERN_OPERATORS[found.operator] ?? found.operator
        return [
          {
            node,
            what: `${name} '${found.pattern}'${onTable(node)} was tried on ${count(context.figures(node).rowsRead)} rows, one by one.`,
            evidence: [evidence('Pattern', found.pattern), ...filterEvidence(context, node)],
            why: prefix
              ? 'A B-tree in the order of a language cannot find what starts with these characters; one in byte order (text_pattern_ops) can.'
              : 'A B-tree is sorted by how values start. A pattern that starts with a wildcard, or ignores case, can match anywhere.',
            advice: prefix
              ? 'Try an index with the operator class text_pattern_ops.'
              : 'A trigram index (extension pg_trgm, GIN) finds parts of words from three characters on. If only whole words matter, use full-text search.',
            share: context.share(node, 'own'),
            tryIt: isWorthAnIndex(context, node) ? tryIt(context, node, found) : null,
          },
        ]
      }),
}
