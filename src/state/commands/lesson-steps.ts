/** A lesson's own steps: hints, advice, prediction, solution. */
import { patch, type CommandContext } from '../command-context.ts'
import { lessonOf } from '../document.ts'
import { reach } from './progress.ts'

export function unfoldHint(context: CommandContext): void {
  const { document, progress } = context.store.getState()
  const lesson = lessonOf(document)
  if (!lesson) return
  const shown = progress[lesson.id]?.hints ?? 0
  reach(context, lesson.id, { hints: Math.min(shown + 1, lesson.hints.length) })
}

export function predict(context: CommandContext, option: number): void {
  const lesson = lessonOf(context.store.getState().document)
  if (lesson) reach(context, lesson.id, { prediction: option })
}

/** Shows the baseline's figures without an answer. */
export function skipPrediction(context: CommandContext): void {
  const lesson = lessonOf(context.store.getState().document)
  if (lesson) reach(context, lesson.id, { predictionSkipped: true })
}

/** Unfolds what the findings advise; it counts as a hint. */
export function showAdvice(context: CommandContext): void {
  const lesson = lessonOf(context.store.getState().document)
  if (lesson) reach(context, lesson.id, { adviceSeen: true })
}

/** Opens the reference solution beside the panes. */
export function openSolution(context: CommandContext): void {
  const lesson = lessonOf(context.store.getState().document)
  if (!lesson) return
  reach(context, lesson.id, { solutionSeen: true })
  patch(context, 'view', { solutionOpen: true })
}

export const closeSolution = (context: CommandContext): void =>
  patch(context, 'view', { solutionOpen: false })
