/**
 * What has to be measured for a verdict. In this order: `baselineJob` (baseline-job.ts), shown as soon as a lesson
 * opens; then `referenceJobs`, once per lesson, any time before the first verdict; then `attemptJob` for each Run.
 * All need `loadSqlParser()` from `sql/`.
 */
import type { Job, Measurement, Probe } from '../engine/contract/index.ts'
import { plainJob } from './baseline-job.ts'
import { withoutLimits } from './candidates.ts'
import { derivedProbes, REFRESH, WITHOUT_INDEX_ORDER } from './derived-probes.ts'
import { replaceLiterals } from './literals.ts'
import type { PaneText } from '../experiment/types.ts'
import type { Task } from './types.ts'

/** The lesson's own probes and those derived from the schema as the baseline found it. */
function probesOf(task: Task, baseline: Measurement): readonly Probe[] {
  const catalog = baseline.catalog?.before
  const refresh = task.allows.includes('materialized-view')
  const ordered = task.checks.some((check) => check.kind === 'rows' && (check['order'] ?? 'any') !== 'any')
  const own = task.probes.map((probe) => {
    // What comes before the changes leaves no transaction that settings could be local to.
    const plans = ordered && !probe.early ? WITHOUT_INDEX_ORDER : []
    const end = [...(refresh ? [REFRESH] : []), ...plans]
    return end.length > 0
      ? { ...probe, sql: [probe.sql, ...end.map((each) => `;${each};`)].join('\n') }
      : probe
  })
  if (!catalog) return own
  const queries = [task.before.query, task.solution.query]
  return [...own, ...derivedProbes({ catalog, queries, wanted: task.derivedProbes, ordered, refresh })]
}

function disturbed(task: Task, attempt: PaneText, baseline: Measurement): Job {
  const probes = probesOf(task, baseline)
  return {
    ...plainJob(task, attempt, baseline.scale),
    ...(task.variants.length > 0
      ? { variants: task.variants.map((variant) => replaceLiterals(attempt.query, variant).text) }
      : {}),
    ...(probes.length > 0 ? { probes } : {}),
    ...(task.state.length > 0 ? { state: task.state } : {}),
  }
}

/** The reference solution; where it orders rows and cuts them by LIMIT, once more with a larger LIMIT. */
export function referenceJobs(task: Task, baseline: Measurement): readonly Job[] {
  const solution = disturbed(task, task.solution, baseline)
  // Rows ordered by their id, last of all, do not tie.
  const ordered = task.checks.some(
    (check) => check.kind === 'rows' && Array.isArray(check['order']) && !check['order'].includes('id'),
  )
  const uncut = ordered ? withoutLimits(task.solution.query) : undefined
  return uncut === undefined
    ? [solution]
    : [
        solution,
        { ...disturbed(task, { ...task.solution, query: uncut }, baseline), timingRuns: 1, catalog: false },
      ]
}

/** The learner's attempt. */
export const attemptJob = (task: Task, attempt: PaneText, baseline: Measurement): Job =>
  disturbed(task, attempt, baseline)
