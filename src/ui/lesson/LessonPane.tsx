import { useEffect, useRef, type RefObject } from 'react'
import type { Lesson } from '../../lesson/types.ts'
import { coursePlace, selectProgress } from '../../state/selectors.ts'
import { useApp } from '../app-context.ts'
import { Markdown } from '../primitives/Markdown.tsx'
import { DjangoCode } from './DjangoCode.tsx'
import { Hints } from './Hints.tsx'
import { Prediction } from './Prediction.tsx'
import { Quiz } from './Quiz.tsx'
import { Solution } from './Solution.tsx'
import { NextLesson } from './NextLesson.tsx'
import { LEARNT_ID } from './focus-part.ts'
import { useFill } from './use-fill.ts'
import styles from './LessonPane.module.css'

/** Whether the page shows its first lesson: there the reader begins at the top, and not here. */
let first = true

/** Who came by a link of the page goes on reading at the lesson's title. */
function useFocusOnArrival(): RefObject<HTMLHeadingElement | null> {
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    const { activeElement } = document
    const lost = !activeElement || activeElement === document.body
    if (!first && (lost || activeElement.closest('[data-leads-on]')))
      title.current?.focus({ preventScroll: true })
    first = false
  }, [])
  return title
}

/** The lesson's text, from the story to what it taught. */
export default function LessonPane({ lesson }: { lesson: Lesson }) {
  const progress = useApp(selectProgress)
  const tracks = useApp((state) => state.tracks)
  const fill = useFill()
  const passed = progress?.passedAt !== undefined
  const place = coursePlace(tracks, lesson.id)
  const title = useFocusOnArrival()
  return (
    <article className={styles.lesson}>
      <header>
        <p className={styles.kicker}>
          {lesson.platform}
          {place && (
            <span>
              {' '}
              · {place.track.title}, {place.position} of {place.track.lessons.length}
            </span>
          )}
        </p>
        <h1 className={styles.title} ref={title} tabIndex={-1}>
          {lesson.title}
        </h1>
      </header>
      <Markdown text={fill(lesson.story)} />
      <section className={styles.goal} aria-labelledby="goal-title">
        <h2 id="goal-title">Goal</h2>
        <Markdown text={fill(lesson.goal)} />
      </section>
      {lesson.prediction && <Prediction prediction={lesson.prediction} fill={fill} />}
      {lesson.orm && <DjangoCode orm={lesson.orm} passed={passed} />}
      <Hints lesson={lesson} fill={fill} />
      <Solution lesson={lesson} passed={passed} />
      {passed && (
        <section className={styles.after} aria-labelledby={LEARNT_ID}>
          <h2 id={LEARNT_ID} tabIndex={-1}>
            What it taught
          </h2>
          <p className={styles.takeaway}>{fill(lesson.takeaway)}</p>
          <h3>Why it works</h3>
          <Markdown text={fill(lesson.explanation)} />
          {lesson.whenNot.trim() !== '' && (
            <>
              <h3>When not to do it</h3>
              <Markdown text={fill(lesson.whenNot)} />
            </>
          )}
          {lesson.versions && (
            <>
              <h3>On older versions</h3>
              <Markdown text={fill(lesson.versions)} />
            </>
          )}
          {lesson.quiz.length > 0 && <Quiz questions={lesson.quiz} fill={fill} />}
          <NextLesson next={place?.next} />
        </section>
      )}
    </article>
  )
}
