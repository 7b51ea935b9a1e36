/**
 * What has to be measured for a verdict. In this order: `baselineJob` (baseline-job.ts), shown as soon as a lesson
 * opens; then `referenceJobs`, once per lesson, any time before the first verdict; then `attemptJob` for each Run.
 * All need `loadSqlParser()` from `sql/`.
 */
import type { Job, Measurement, Probe } from '../engine/contract/index.ts'
import { asNode } from '../sql/ast.ts'
import { plainJob } from './baseline-job.ts'
import { candidatesOf } from './candidates.ts'
import { derivedProbes, REFRESH, WITHOUT_INDEX_ORDER } from './derived-probes.ts'
import { replaceLiterals } from './literals.ts'
import type { PaneText } from '../experiment/types.ts'
import { otherTablesProbe } from './other-tables.ts'
import { nodesNamed, statementsOf } from './syntax.ts'
import type { Task } from './types.ts'

/** What gives the tables another shape, so that the solution's request does not run without its changes. */
const RESHAPING = ['new-column', 'materialized-view', 'new-table', 'view', 'rename'] as const

/** Whether a request sorts anywhere: its result, the rows of a window, a group or a subquery. */
const sorts = (query: string): boolean =>
  statementsOf(query).some(({ node }) => nodesNamed(node, 'SortBy').length > 0)

/** Whether changes make values unique. */
const makesUnique = (changes: string): boolean =>
  statementsOf(changes).some(
    ({ node }) =>
      asNode(node, 'IndexStmt')?.unique === true ||
      nodesNamed(node, 'Constraint').some(({ contype }) =>
        ['CONSTR_UNIQUE', 'CONSTR_PRIMARY', 'CONSTR_EXCLUSION'].includes(contype as string),
      ),
  )

/** The lesson's own probes and those derived from the schema as the baseline found it. */
function probesOf(task: Task, baseline: Measurement): readonly Probe[] {
  const catalog = baseline.catalog?.before
  const refresh = task.allows.includes('materialized-view')
  const queries = [task.before.query, task.solution.query]
  const sorted = queries.some(sorts)
  const again = WITHOUT_INDEX_ORDER.map((each) => `${each};`).join('\n')
  const own = task.probes.map((probe) => ({
    ...probe,
    ...(refresh ? { sql: `${probe.sql}\n;${REFRESH};` } : {}),
    measured: true,
    // What comes before the changes leaves no transaction that settings could be local to.
    ...(sorted && !probe.early ? { again } : {}),
  }))
  if (!catalog) return own
  const reshaped = RESHAPING.some((each) => task.allows.includes(each))
  return [
    ...own,
    ...derivedProbes({
      catalog,
      queries,
      focus: reshaped ? task.before.query : task.solution.query,
      wanted: task.derivedProbes,
      sorted,
      refresh,
      unique: makesUnique(task.solution.changes),
    }),
  ]
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
  const uncut = ordered ? candidatesOf(task.before.query, task.solution.query) : undefined
  if (uncut === undefined) return [solution]
  const { probes, ...candidates } = disturbed(task, { ...task.solution, query: uncut }, baseline)
  return [
    solution,
    {
      ...candidates,
      ...(probes ? { probes: probes.map((probe) => ({ ...probe, measured: false })) } : {}),
      timingRuns: 1,
      catalog: false,
    },
  ]
}

/** The learner's attempt. */
export function attemptJob(task: Task, attempt: PaneText, baseline: Measurement): Job {
  const job = disturbed(task, attempt, baseline)
  const catalog = baseline.catalog?.before
  const own = [task.before.query, task.solution.query, ...task.state]
  const others = catalog && otherTablesProbe(attempt.query, own, catalog)
  return others ? { ...job, probes: [...(job.probes ?? []), others] } : job
}
