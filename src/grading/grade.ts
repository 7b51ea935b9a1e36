/** The verdict on an attempt. Pure: everything it looks at has been measured. */
import type { GradingContext } from './check.ts'
import { brokenGuards } from './guards/index.ts'
import { evaluateCheck } from './registry.ts'
import { syntaxOf } from './syntax.ts'
import type { PaneText } from '../experiment/types.ts'
import type { CheckResult, Evidence, Grade, Requirements, Task } from './types.ts'

/** Most violations of one guard that a verdict lists. */
const LISTED = 3

function contextOf(task: Task, texts: PaneText, { before, references, attempt }: Evidence): GradingContext {
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

/** What the checks of a task ask for: the solution's own verdict says it. */
export function requirementsOf(task: Task, { before, references }: Omit<Evidence, 'attempt'>): Requirements {
  const [attempt] = references
  if (!attempt) throw new Error('Measure referenceJobs() first.')
  const context = contextOf(task, task.solution, { before, references, attempt })
  const verdicts = task.checks.map((spec) => ({ kind: spec.kind, ...evaluateCheck(spec, context) }))
  const limits: Record<string, number> = {}
  for (const { kind, limit } of verdicts) if (typeof limit === 'number') limits[kind] ??= limit
  return { titles: verdicts.map(({ title }) => title), limits }
}
