/** The sentence above the comparison of two measurements, and what must hold for it. */
import type { Measurement } from '../../src/engine/contract/index.ts'
import { explainedPlan } from '../../src/plan/read/explain-value.ts'
import type { RequestPlans } from '../../src/plan/compare/request-headline.ts'
import { partitionOf, planNodes } from '../../src/plan/tree.ts'

/** A measurement with its plans read, as the comparison takes it. */
export const requestPlans = ({ statements, totals }: Measurement): RequestPlans => ({
  statements: statements.map(({ plan, executions, totals: { buffers } }) => ({
    plan: explainedPlan(plan),
    executions,
    buffers,
  })),
  triggerBuffers: totals.triggerBuffers,
})

/** Names of everything that the plans read or write. */
const relationsOf = ({ statements }: RequestPlans): readonly string[] =>
  statements.flatMap(({ plan }) =>
    plan
      ? planNodes(plan).flatMap((node) => partitionOf(node) ?? node.relation ?? node.functionName ?? [])
      : [],
  )

/**
 * The sentence names a relation of the plans or the number of statements, or says that there is no plan; and it calls
 * the work the same only where it is.
 */
export function sentenceProblems(
  sentence: string,
  before: Measurement,
  after: Measurement,
): readonly string[] {
  const relations = [before, after].flatMap((each) => relationsOf(requestPlans(each)))
  const problems: string[] = []
  if (
    !relations.some((name) => sentence.includes(name)) &&
    !/\d statements? became \d|has no plan/.test(sentence)
  )
    problems.push(`the comparison names no relation: ${sentence}`)
  if (
    before.totals.buffers !== after.totals.buffers &&
    /the same, and so is its work|No plan changed/.test(sentence) &&
    !sentence.includes('Triggers and foreign-key checks')
  )
    problems.push(
      `the comparison calls ${before.totals.buffers} and ${after.totals.buffers} buffers the same: ${sentence}`,
    )
  return problems
}
