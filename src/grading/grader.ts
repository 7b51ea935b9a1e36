/** All that a verdict needs besides measurements. It is large: the page loads it when the baseline is measured. */
import { loadSqlParser } from '../sql/parser-module.ts'
import { grade, requirementsOf } from './grade.ts'
import { attemptJob, referenceJobs } from './jobs.ts'
import type { Grader } from './session.ts'

/** The grader with its SQL parser. @throws if that cannot be loaded; the next call tries again. */
export async function loadGrader(): Promise<Grader> {
  await loadSqlParser()
  return { attemptJob, referenceJobs, grade, requirementsOf }
}
