import { count, kilobytes } from '../../../shared/words.ts'
import { nodeTitle } from '../../words/node-names.ts'
import { evidence } from '../evidence.ts'
import { source } from '../../tree.ts'
import type { Rule } from '../types.ts'

/** 12: a Hash Join splits its table into batches on disk. */
export const hashBatches: Rule = {
  id: 'hash-batches',
  title: 'Hash in several batches',
  plan: (context) =>
    context.nodes
      .filter((node) => (node.hash?.batches ?? 1) > 1)
      .map((node) => {
        const hash = node.hash!
        const join = context.parent(node)
        const temp = context.figures(node).temp + (join ? context.figures(join).temp : 0)
        const grown = hash.batches > hash.originalBatches
        return {
          node,
          what: `The hash table of ${nodeTitle(source(node))} did not fit in memory and was split into ${count(hash.batches)} batches.`,
          evidence: [
            evidence(
              'Batches',
              grown ? `${hash.batches} (planned ${hash.originalBatches})` : String(hash.batches),
            ),
            evidence('Memory', kilobytes(hash.memoryKb)),
            evidence('Temporary blocks written and read', count(temp)),
          ],
          why: 'All batches but the first are written to temporary files, rows of both sides of the join, and read back.',
          advice: grown
            ? 'More rows came than were estimated: repair the estimate (ANALYZE, CREATE STATISTICS) so that the smaller side is hashed; then carry fewer columns.'
            : 'Hash fewer or narrower rows: filter before the join and select only needed columns. hash_mem_multiplier and work_mem set the limit.',
          share: Math.max(context.share(node, 'own'), context.tempShare(temp)),
        }
      }),
}
