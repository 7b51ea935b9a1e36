/** The grading session of the open lesson: what it tells goes onto the bench, into the history and the progress. */
import { gradingSession, type GradingEvent, type GradingSession } from '../grading/session.ts'
import type { Lesson } from '../lesson/types.ts'
import { beginGrading, showProgress } from './busy.ts'
import { isOpen, patch, type CommandContext } from './command-context.ts'
import { noteOutcome } from './commands/history.ts'
import { reach } from './commands/progress.ts'
import { sameText, type Document } from './document.ts'
import { showAttempt } from './show-attempt.ts'

/** The session of a lesson's document; one for as long as it is open. */
export function lessonGrading(context: CommandContext, document: Document, lesson: Lesson): GradingSession {
  const { gradings, deps } = context
  const known = gradings.get(document)
  if (known) return known
  const session = gradingSession(lesson, {
    measure: (job, onProgress) => deps.engine(job).measureOnce(job, onProgress),
    measureAnew: (job, onProgress) => deps.engine(job).measure(job, onProgress),
    grader: () => deps.grader(),
    scale: document.scale,
    onEvent: (event) => {
      if (isOpen(context, document)) show(context, document, lesson, event)
    },
  })
  gradings.set(document, session)
  return session
}

function show(context: CommandContext, document: Document, lesson: Lesson, event: GradingEvent): void {
  switch (event.kind) {
    case 'progress':
      // The references are measured while the page is at rest, or while a verdict is being made.
      return event.of === 'references' ? undefined : showProgress(context, event.progress)
    case 'baseline': {
      const { texts: text, measurement } = event
      return patch(context, 'bench', { baseline: { text, measurement }, baselineFailure: null })
    }
    case 'requirements': {
      const { limits, titles } = event.requirements
      return patch(context, 'bench', { limits, requirements: titles })
    }
    case 'references':
      return patch(context, 'bench', { references: event.measurements, gradingFailure: null })
    case 'attempt': {
      const { texts, measurement, complete } = event
      showAttempt(context, document, texts, measurement, complete)
      const known = context.store.getState().progress[lesson.id]?.tried === true
      if (!known && !sameText(texts, document.original)) reach(context, lesson.id, { tried: true })
      return complete ? beginGrading(context) : undefined
    }
    case 'verdict': {
      const { attempt } = context.store.getState().bench
      const { texts, grade } = event
      if (!attempt) return undefined
      patch(context, 'bench', { attempt: { ...attempt, grade } })
      noteOutcome(context, document, texts, { buffers: grade.after.buffers, passed: grade.passed })
      if (grade.passed) reach(context, lesson.id, { passedAt: context.deps.now() })
    }
  }
}
