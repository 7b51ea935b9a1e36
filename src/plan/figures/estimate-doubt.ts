/** Where the rows that came say nothing, or nothing of weight, about the planner's estimate. */
import type { PlanNode } from '../types.ts'
import { stoppedEarly } from './early-stop.ts'

/**
 * early: fewer rows because the node may have been stopped · few: the difference is a handful of rows ·
 * pages: a BRIN index names whole pages, and PostgreSQL reports ten rows for each.
 */
export type EstimateDoubt = 'early' | 'few' | 'pages'

/** A difference below so many rows, over all loops, is no error worth a mark. */
const FEW = 5
/** What PostgreSQL's bringetbitmap() returns for each page that it names. */
const ROWS_PER_PAGE = 10

/** Bitmap Index Scans that gave whole pages only, ten rows for each. */
function pageScans(nodes: readonly PlanNode[]): ReadonlySet<string> {
  const found = nodes.flatMap(({ bitmap, children }) => {
    const [child] = children
    if (!bitmap || bitmap.exactBlocks > 0 || bitmap.lossyBlocks === 0 || !child?.actual) return []
    const { rows, loops } = child.actual
    const isIndex = child.nodeType === 'Bitmap Index Scan'
    return isIndex && Math.round(rows * loops) === bitmap.lossyBlocks * ROWS_PER_PAGE ? [child.id] : []
  })
  return new Set(found)
}

/** Doubts by node id; nodes without one are left out. `nodes` are in order, parents before children. */
export function estimateDoubts(nodes: readonly PlanNode[]): ReadonlyMap<string, EstimateDoubt> {
  const early = stoppedEarly(nodes)
  const pages = pageScans(nodes)
  const found = new Map<string, EstimateDoubt>()
  for (const { id, actual, estimate } of nodes) {
    if (!actual || !estimate) continue
    if (pages.has(id)) found.set(id, 'pages')
    else if (early.has(id) && actual.rows < estimate.rows) found.set(id, 'early')
    else if (actual.rows !== estimate.rows && Math.abs(actual.rows - estimate.rows) * actual.loops < FEW)
      found.set(id, 'few')
  }
  return found
}
