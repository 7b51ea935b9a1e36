/** The verdict on an attempt. Pure: everything it looks at has been measured. */
import type { Context, Verdict } from './check.ts'
import { brokenGuards } from './guards/index.ts'
import { evaluateCheck } from './registry.ts'
import { syntaxOf } from './syntax.ts'
import type { PaneText } from '../experiment/types.ts'
import type { CheckResult, Evidence, Grade, Task } from './types.ts'

/** Most violations of one guard that a verdict lists. */
const LISTED = 3

function contextOf(task: Task, texts: PaneText, { before, references, attempt }: Evidence): Context {
  const [reference, candidates] = references
  if (!reference) throw new Error('Measure referenceJobs() before grading.')
  return {
    task,
    texts,
    syntax: syntaxOf(texts),
    before,
    reference,
    ...(candidates ? { candidates } : {}),
    attempt,
  }
}

/**
 * Grades `texts`, measured as `evidence.attempt`. The lesson's checks come first, in their order; of the rules that
 * hold everywhere only the broken ones are listed. Needs `loadSqlParser()` from `sql/`.
 * @throws if a check is unknown or its parameters are wrong, which `validateTask` finds before
 */
export function grade(task: Task, texts: PaneText, evidence: Evidence): Grade {
  const context = contextOf(task, texts, evidence)
  const checks: CheckResult[] = task.checks.map((spec) => ({
    kind: spec.kind,
    ...evaluateCheck(spec, context),
  }))
  const guards = brokenGuards(context).map(({ kind, title, violations }): CheckResult => {
    const messages = [...new Set(violations.map((violation) => violation.message))]
    const more = messages.length - LISTED
    const difference = violations.find((violation) => violation.difference)?.difference
    return {
      kind,
      title,
      passed: false,
      message: messages.slice(0, LISTED).join(' ') + (more > 0 ? ` And ${more} more.` : ''),
      actual: violations[0]?.actual ?? null,
      limit: violations[0]?.limit ?? null,
      guard: true,
      ...(difference ? { difference } : {}),
    }
  })
  const all = [...checks, ...guards]
  return {
    lesson: task.id,
    passed: all.every((check) => check.passed),
    checks: all,
    before: evidence.before.totals,
    after: evidence.attempt.totals,
  }
}

/** The limits that a lesson's checks set, by check kind, for its prose; the first of a kind counts. */
export function limitsOf(task: Task, evidence: Omit<Evidence, 'attempt'>): Readonly<Record<string, number>> {
  const [reference] = evidence.references
  if (!reference) return {}
  const context = contextOf(task, task.solution, { ...evidence, attempt: reference })
  const limits: Record<string, number> = {}
  for (const spec of task.checks) {
    const verdict: Verdict = evaluateCheck(spec, context)
    if (typeof verdict.limit === 'number') limits[spec.kind] ??= verdict.limit
  }
  return limits
}
