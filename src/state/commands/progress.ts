/** How far the learner has come in each lesson. */
import type { KeptProgress } from '../archive.ts'
import type { CommandContext } from '../command-context.ts'
import { mergeLesson } from '../merge.ts'
import type { LessonProgress, Progress } from '../stored-shapes.ts'

/** Joins the progress with what another page has stored since, changes it and keeps it. */
export function changeProgress(
  { store, archive }: CommandContext,
  change?: (progress: Progress) => Progress,
): KeptProgress {
  const kept = archive.keepProgress(store.getState().progress, change)
  store.setState({ progress: kept.progress })
  return kept
}

/** Notes what was reached in a lesson; what was reached before stays. */
export function reach(context: CommandContext, lesson: string, reached: Partial<LessonProgress> = {}): void {
  changeProgress(context, (progress) => {
    const step = { openedAt: context.deps.now(), hints: 0, solutionSeen: false, ...reached }
    const known = progress[lesson]
    return { ...progress, [lesson]: known ? mergeLesson(step, known) : step }
  })
}
