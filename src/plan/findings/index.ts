/** The registry of findings: a new rule is one file in `rules/` and one line here. */
import { groupBy } from '../../shared/group-by.ts'
import { count } from '../../shared/words.ts'
import { requestContext } from './request-context.ts'
import type { Candidate, Finding, FindingInput, Rule, Severity } from './types.ts'
import { correlatedColumns } from './rules/correlated-columns.ts'
import { correlatedSubplan } from './rules/correlated-subplan.ts'
import { estimateOff } from './rules/estimate-off.ts'
import { fanOutRepair } from './rules/fan-out-repair.ts'
import { functionOnColumn } from './rules/function-on-column.ts'
import { hashBatches } from './rules/hash-batches.ts'
import { heapFetches } from './rules/heap-fetches.ts'
import { idleIndex } from './rules/idle-index.ts'
import { indexOrderFilter } from './rules/index-order-filter.ts'
import { indexScanFilter } from './rules/index-scan-filter.ts'
import { joinFilterWaste } from './rules/join-filter-waste.ts'
import { jsonArrayNoGin } from './rules/json-array-no-gin.ts'
import { largeOffset } from './rules/large-offset.ts'
import { likePattern } from './rules/like-pattern.ts'
import { lossyBitmap } from './rules/lossy-bitmap.ts'
import { lowSelectivityIndex } from './rules/low-selectivity-index.ts'
import { nPlusOne } from './rules/n-plus-one.ts'
import { nestedLoopUnderestimate } from './rules/nested-loop-underestimate.ts'
import { neverExecuted } from './rules/never-executed.ts'
import { notInSubplan } from './rules/not-in-subplan.ts'
import { orAcrossTables } from './rules/or-across-tables.ts'
import { planningDominates } from './rules/planning-dominates.ts'
import { recheckWaste } from './rules/recheck-waste.ts'
import { rescanned } from './rules/rescanned.ts'
import { seqScanFilter } from './rules/seq-scan-filter.ts'
import { seqScanInJoin } from './rules/seq-scan-in-join.ts'
import { singleColumnSort } from './rules/single-column-sort.ts'
import { spill } from './rules/spill.ts'
import { staleStatistics } from './rules/stale-statistics.ts'
import { textVectorPerRow } from './rules/text-vector-per-row.ts'
import { topNReadsAll } from './rules/top-n-reads-all.ts'
import { triggerTime } from './rules/trigger-time.ts'
import { triggerWork } from './rules/trigger-work.ts'
import { wideRows } from './rules/wide-rows.ts'

export type { Finding, FindingInput } from './types.ts'

/** In the order of the handbook: 1 to 32. */
export const RULES: readonly Rule[] = [
  seqScanFilter,
  seqScanInJoin,
  indexScanFilter,
  indexOrderFilter,
  lowSelectivityIndex,
  orAcrossTables,
  joinFilterWaste,
  nestedLoopUnderestimate,
  correlatedSubplan,
  rescanned,
  spill,
  hashBatches,
  lossyBitmap,
  recheckWaste,
  estimateOff,
  staleStatistics,
  correlatedColumns,
  largeOffset,
  topNReadsAll,
  heapFetches,
  functionOnColumn,
  likePattern,
  wideRows,
  jsonArrayNoGin,
  textVectorPerRow,
  notInSubplan,
  fanOutRepair,
  nPlusOne,
  planningDominates,
  triggerTime,
  triggerWork,
  singleColumnSort,
  neverExecuted,
  idleIndex,
]

/** What costs less of the request than this is not mentioned. */
export const LEAST_SHARE = 0.05

/** Of one rule, so many findings are enough: the rest says the same of other nodes. */
const MOST_OF_A_RULE = 3

/** Below so few buffers in all a request has nothing worth saying, except notes and repeated statements. */
const TRIFLE_BUFFERS = 16

function severityOf(candidate: Pick<Candidate, 'note' | 'share'>): Severity {
  if (candidate.note) return 'note'
  return candidate.share >= 0.5 ? 'high' : candidate.share >= 0.2 ? 'medium' : 'low'
}

function finding(rule: Rule, candidate: Candidate, statement: number): Finding {
  const { what, evidence, why, advice, share, tryIt } = candidate
  return {
    id: rule.id,
    title: rule.title,
    what,
    evidence,
    why,
    advice,
    nodeId: candidate.node?.id ?? null,
    statement,
    share: Math.min(1, Math.max(0, share)),
    severity: severityOf(candidate),
    ...(tryIt ? { tryIt } : {}),
  }
}

const place = (one: Finding): string => `${one.statement}:${one.nodeId}`

/** Drops general findings of nodes of which a special one speaks. */
function withoutSuperseded(found: readonly Finding[]): readonly Finding[] {
  const hidden = new Set<string>()
  for (const one of found)
    for (const id of RULES.find((rule) => rule.id === one.id)?.supersedes ?? [])
      if (one.nodeId !== null) hidden.add(`${place(one)}:${id}`)
  return found.filter((one) => !hidden.has(`${place(one)}:${one.id}`))
}

/**
 * The same finding with the same statement to try, for several statements of the request, is one: told of the one
 * where it counts most, with the shares of all.
 */
function mergeStatements(found: readonly Finding[]): readonly Finding[] {
  const groups = groupBy(found, (one, at) => (one.tryIt === undefined ? at : `${one.id}:${one.tryIt}`))
  return [...groups.values()].flatMap((group) => {
    const best = group.toSorted((a, b) => b.share - a.share)[0]!
    const statements = [...new Set(group.map((one) => one.statement))]
    if (statements.length < 2) return group
    const shares = statements.map((at) =>
      Math.max(...group.filter((one) => one.statement === at).map((one) => one.share)),
    )
    const share = Math.min(
      1,
      shares.reduce((sum, one) => sum + one, 0),
    )
    return [
      {
        ...best,
        what: `${best.what} It holds for ${count(statements.length)} statements of the request.`,
        share,
        severity: severityOf({ share, note: best.severity === 'note' }),
      },
    ]
  })
}

const byRank = (a: Finding, b: Finding): number =>
  Number(a.severity === 'note') - Number(b.severity === 'note') || b.share - a.share

/** Of each rule the costliest few. */
const fewOfEachRule = (found: readonly Finding[]): readonly Finding[] =>
  RULES.flatMap(({ id }) =>
    found
      .filter((one) => one.id === id)
      .toSorted(byRank)
      .slice(0, MOST_OF_A_RULE),
  )

/**
 * Everything worth saying about a request, the costliest first, notes last. A finding below 5 % of the request's
 * work is left out. Works with a plan alone; the statements' text, executions and the catalog let it say more.
 */
export function findings(input: FindingInput): readonly Finding[] {
  const steps = findingsByRule(input)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** The same in steps, one rule after the other: for requests of thousands of statements, so that a page can breathe. */
export function* findingsByRule(input: FindingInput): Generator<void, readonly Finding[]> {
  const request = requestContext(input)
  const found: Finding[] = []
  let buffers = 0
  for (const context of request.plans) if (context) buffers += context.totals.buffers
  for (const rule of RULES) {
    yield
    if ('request' in rule) found.push(...rule.request(request).map((one) => finding(rule, one, 0)))
    else
      request.plans.forEach((context, at) => {
        if (context) found.push(...rule.plan(context).map((one) => finding(rule, one, at)))
      })
  }
  const hasBuffers = request.plans.some((one) => one?.nodes.some((node) => node.buffers !== null))
  const trifle = hasBuffers && buffers < TRIFLE_BUFFERS
  const tried = new Set<string>()
  /** Two findings that lead to the same statement are one: the costlier speaks. */
  const again = (one: Finding): boolean => {
    if (one.tryIt === undefined) return false
    const key = `${one.statement}:${one.tryIt}`
    if (tried.has(key)) return true
    tried.add(key)
    return false
  }
  return fewOfEachRule(mergeStatements(withoutSuperseded(found)))
    .filter(
      (one) => one.severity === 'note' || (one.share >= LEAST_SHARE && (!trifle || one.id === 'n-plus-one')),
    )
    .toSorted(byRank)
    .filter((one) => !again(one))
}
