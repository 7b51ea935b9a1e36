/** Which findings stand on which nodes of one statement's plan. */
import type { Finding } from './types.ts'

/** Ranks (from 1, as the list shows them) by node id. Notes have no badge: they say nothing that costs. */
export function findingRanks(
  findings: readonly Finding[],
  statement: number,
): ReadonlyMap<string, readonly number[]> {
  const ranks = new Map<string, number[]>()
  findings.forEach(({ nodeId, severity, statement: of }, at) => {
    if (nodeId === null || severity === 'note' || of !== statement) return
    ranks.set(nodeId, [...(ranks.get(nodeId) ?? []), at + 1])
  })
  return ranks
}

/** Findings about one node, notes included. */
export const findingsOf = (
  findings: readonly Finding[],
  statement: number,
  nodeId: string,
): readonly Finding[] => findings.filter((one) => one.nodeId === nodeId && one.statement === statement)
