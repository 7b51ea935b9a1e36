import { count, kilobytes } from '../../../shared/words.ts'
import { nodeTitle } from '../../words/node-names.ts'
import { evidence } from '../evidence.ts'
import type { PlanNode } from '../../types.ts'
import type { PlanContext, Rule } from '../types.ts'

/** Disk space that the node says it used, kB; 0 where it says nothing. */
function diskOf(node: PlanNode): number {
  if (node.sort?.spaceType === 'Disk') return node.sort.spaceKb ?? 0
  const groups = Math.max(node.sort?.fullGroups?.peakDiskKb ?? 0, node.sort?.prefixGroups?.peakDiskKb ?? 0)
  if (groups > 0) return groups
  if (node.storage?.type === 'Disk') return node.storage.maximumKb
  return node.aggregate?.diskKb ?? 0
}

const isHash = (context: PlanContext, node: PlanNode): boolean =>
  node.nodeType === 'Hash' ||
  (node.nodeType === 'Hash Join' &&
    context.nodes.some((one) => context.parent(one) === node && one.nodeType === 'Hash'))

/** 11: a sort, an aggregate or kept rows do not fit in memory. */
export const spill: Rule = {
  id: 'spill',
  title: 'Spills to disk',
  plan: (context) =>
    context.nodes
      .filter((node) => !isHash(context, node) && (diskOf(node) > 0 || context.figures(node).temp > 0))
      .map((node) => {
        const { temp } = context.figures(node)
        const disk = diskOf(node)
        const width = node.estimate?.width ?? 0
        return {
          node,
          what: `${nodeTitle(node)} did not fit in work_mem and went through temporary files${disk > 0 ? ` of ${kilobytes(disk)}` : ''}.`,
          evidence: [
            ...(node.sort?.method ? [evidence('Sort Method', node.sort.method)] : []),
            ...(disk > 0 ? [evidence('Disk', kilobytes(disk))] : []),
            evidence('Temporary blocks written and read', count(temp)),
            evidence('Row width', `${count(width)} bytes`),
          ],
          why: 'Rows are written to temporary files and read back, on top of reading the table.',
          advice:
            'Carry less: fewer columns, fewer rows, or an index that gives the order. A larger work_mem for this one query also helps (SET LOCAL work_mem); it counts for every sort and hash of every session.',
          share: Math.max(context.share(node, 'own'), context.tempShare(temp)),
        }
      }),
}
