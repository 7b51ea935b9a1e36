import { useMemo } from 'react'
import type { Lesson } from '../../lesson/types.ts'
import { fillPlaceholders } from '../../lesson/placeholders.ts'
import { nextLesson, placeholderValues, selectProgress } from '../../state/selectors.ts'
import { useApp } from '../app-context.ts'
import { Icon } from '../primitives/Icon.tsx'
import { Markdown } from '../primitives/Markdown.tsx'
import { DjangoCode } from './DjangoCode.tsx'
import { Hints } from './Hints.tsx'
import { Prediction } from './Prediction.tsx'
import { Quiz } from './Quiz.tsx'
import { Solution } from './Solution.tsx'
import styles from './LessonPane.module.css'

/** The lesson's text, from the story to what it taught. */
export default function LessonPane({ lesson }: { lesson: Lesson }) {
  const bench = useApp((state) => state.bench)
  const progress = useApp(selectProgress)
  const tracks = useApp((state) => state.tracks)
  const { baseline, references, limits } = bench
  const fill = useMemo(() => {
    const values = placeholderValues({ ...bench, baseline, references, limits })
    return (markdown: string) => fillPlaceholders(markdown, values)
    // The rest of the bench plays no part in the numbers of the text.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [baseline, references, limits])
  const passed = progress?.passedAt !== undefined
  const next = nextLesson(tracks, lesson.id)
  const track = tracks?.find(({ id }) => id === lesson.track)
  return (
    <article className={styles.lesson}>
      <header>
        <p className={styles.kicker}>
          {lesson.platform}
          {track && <span> · {track.title}</span>}
        </p>
        <h1 className={styles.title}>{lesson.title}</h1>
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
        <section className={styles.after} aria-labelledby="learnt-title">
          <h2 id="learnt-title">What it taught</h2>
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
          <nav aria-label="Next lesson" className={styles.next}>
            {next ? (
              <a href={`#/lesson/${next.id}`}>
                Next: {next.title}
                <Icon name="right" />
              </a>
            ) : (
              <a href="#/">
                All lessons
                <Icon name="right" />
              </a>
            )}
          </nav>
        </section>
      )}
    </article>
  )
}
