import { count } from '../../../shared/words.ts'
import { inputs } from '../../tree.ts'
import { rowsOut } from '../../figures/rows.ts'
import { evidence } from '../evidence.ts'
import type { Rule } from '../types.ts'

const LEAST_SKIPPED = 1000
const LEAST_FACTOR = 10

/** 18: rows are produced only to be skipped. */
export const largeOffset: Rule = {
  id: 'large-offset',
  title: 'OFFSET skips rows that were already produced',
  plan: (context) =>
    context.nodes
      .filter((node) => node.nodeType === 'Limit')
      .flatMap((node) => {
        const [input] = inputs(node)
        const produced = input ? rowsOut(input) : 0
        const given = rowsOut(node)
        if (produced - given < LEAST_SKIPPED || produced < given * LEAST_FACTOR) return []
        return [
          {
            node,
            what: `${count(produced)} rows were produced to return ${count(given)}: OFFSET threw the first ${count(produced - given)} away.`,
            evidence: [evidence('Rows produced', count(produced)), evidence('Rows returned', count(given))],
            why: 'PostgreSQL cannot jump to a position: every page costs what all pages before it cost.',
            advice:
              'Page by key instead: remember the last row of the page and ask for rows after it (WHERE (sort column, id) > (…) ORDER BY … LIMIT n), with an index in that order.',
            share: context.share(node, 'below') * (1 - given / produced),
          },
        ]
      }),
}
