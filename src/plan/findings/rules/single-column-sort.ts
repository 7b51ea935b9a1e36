import { count, kilobytes } from '../../../shared/words.ts'
import { rowsOut } from '../../figures/rows.ts'
import { source } from '../../tree.ts'
import { evidence } from '../evidence.ts'
import type { PlanNode } from '../../types.ts'
import type { Rule } from '../types.ts'

/** kB that the sorted rows take by the planner's width: bytes of one row without its header. */
const sizeOf = (node: PlanNode): number => (rowsOut(source(node)) * (node.estimate?.width ?? 0)) / 1024

/** More than it says it used, by this factor: widths are estimates. */
const FACTOR = 1.5

/**
 * A sort that says it took less memory than its rows are long. PostgreSQL sorts rows of one column as datums, and since
 * version 17 their values are not counted against work_mem (tuplesort_putdatum() in tuplesortvariants.c keeps them in a
 * bump context whose size is taken as 0): measured with 150,000 texts of 64 bytes, 18 stays at 4,096 kB and 15 writes
 * 11,016 kB to disk.
 */
export const singleColumnSort: Rule = {
  id: 'single-column-sort',
  title: 'A sort that does not count its values',
  plan: (context) =>
    context.nodes
      .filter(
        (node) =>
          node.nodeType === 'Sort' &&
          node.sort?.spaceType === 'Memory' &&
          node.sort.method === 'quicksort' &&
          sizeOf(node) > FACTOR * (node.sort.spaceKb ?? Infinity),
      )
      .map((node) => ({
        node,
        what: `This Sort held about ${kilobytes(Math.round(sizeOf(node)))} of values and reports ${kilobytes(node.sort?.spaceKb ?? 0)} of memory.`,
        evidence: [
          evidence('Rows sorted', count(rowsOut(node))),
          evidence('Row width', `${count(node.estimate?.width ?? 0)} bytes`),
          evidence('Sort Space Used', kilobytes(node.sort?.spaceKb ?? 0)),
        ],
        why: 'Since PostgreSQL 17 the values of a sort by a single column are not counted against work_mem, so it does not spill. PostgreSQL 16 and older write it to temporary files.',
        advice:
          'On an older server expect temporary blocks here; a second column in the row makes it spill in every version.',
        share: context.share(node, 'own'),
        note: true,
      })),
}
