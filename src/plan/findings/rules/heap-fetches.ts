import { count, times } from '../../../shared/words.ts'
import { identifier } from '../sql.ts'
import { rowsOut } from '../../figures/rows.ts'
import { evidence, onTable, rows } from '../evidence.ts'
import type { Rule } from '../types.ts'

const LEAST_SHARE = 0.1
const LEAST_FETCHES = 100

/** 20: an Index Only Scan has to look into the table after all. */
export const heapFetches: Rule = {
  id: 'heap-fetches',
  title: 'Index Only Scan visits the table',
  plan: (context) =>
    context.nodes
      .filter((node) => node.nodeType === 'Index Only Scan' && (node.heapFetches ?? 0) >= LEAST_FETCHES)
      .filter((node) => (node.heapFetches ?? 0) > rowsOut(node) * LEAST_SHARE)
      .map((node) => ({
        node,
        what: `The Index Only Scan${onTable(node)} visited the table ${times(node.heapFetches ?? 0)} for its ${rows(rowsOut(node))}.`,
        evidence: [
          evidence('Heap Fetches', count(node.heapFetches ?? 0)),
          evidence('Buffers', count(context.figures(node).buffers)),
        ],
        why: 'The index does not know which rows are visible; only for pages marked all-visible can the table be left alone, and writes clear the mark.',
        advice:
          'VACUUM the table: it marks pages as all-visible again. Autovacuum does it too, after enough changes.',
        share: context.share(node, 'own'),
        tryIt: node.relation === null ? null : `VACUUM ${identifier(node.relation)};`,
      })),
}
