/** The jobs that need no SQL parser, apart: a lesson's baseline is measured before the parser is loaded. */
import type { Job } from '../engine/contract/index.ts'
import type { PaneText } from '../experiment/types.ts'
import type { Task } from './types.ts'

/** Rows kept of each result for comparing; larger results are compared by digest. */
const ROWS_COMPARED = 25_000

/** Measures `attempt` on the lesson's database, undisturbed. */
export const plainJob = (task: Pick<Task, 'dataset' | 'setup'>, attempt: PaneText, scale: number): Job => ({
  dataset: task.dataset,
  scale,
  ...(task.setup.trim() === '' ? {} : { setup: task.setup }),
  changes: attempt.changes,
  query: attempt.query,
  catalog: true,
  rowsKept: ROWS_COMPARED,
})

/** The lesson's request before anything is changed. `scale` defaults to the lesson's. */
export const baselineJob = (task: Task, scale = task.scale): Job => ({
  ...plainJob(task, task.before, scale),
  ...(task.state.length > 0 ? { state: task.state } : {}),
})
