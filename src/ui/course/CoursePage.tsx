import { useState } from 'react'
import type { LessonSummary, Track } from '../../lesson/types.ts'
import type { LessonProgress } from '../../state/stored-shapes.ts'
import { useApp } from '../app-context.ts'
import { Icon } from '../primitives/Icon.tsx'
import { formatCounted } from '../primitives/format.ts'
import { Button } from '../primitives/Button.tsx'
import { Placement } from './Placement.tsx'
import { Transfer } from './Transfer.tsx'
import styles from './CoursePage.module.css'

/** All lessons by track, with what has been done. */
export function CoursePage() {
  const tracks = useApp((state) => state.tracks)
  const progress = useApp((state) => state.progress)
  const filled = tracks?.filter((track) => track.lessons.length > 0) ?? []
  const lessons = filled.flatMap((track) => track.lessons)
  const passed = lessons.filter(({ id }) => progress[id]?.passedAt !== undefined)
  const next = lessons.find(({ id }) => progress[id]?.passedAt === undefined)
  const [placing, setPlacing] = useState(false)
  return (
    // Scrolls, so the keyboard must reach it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={styles.scroll} tabIndex={0} aria-label="Course">
      <div className={styles.page}>
        <header className={styles.head}>
          <h1>Make slow PostgreSQL queries fast</h1>
          <p>
            Each lesson is a slow query of a Django application on a real PostgreSQL 18, running in your
            browser. Add an index or rewrite the query, press Run, and see what PostgreSQL reads before and
            after.
          </p>
          <p className={styles.start}>
            {next && (
              <a className={styles.primary} href={`#/lesson/${next.id}`}>
                {passed.length > 0 ? 'Go on with' : 'Begin with'} “{next.title}”
                <Icon name="right" />
              </a>
            )}
            {lessons.length > 0 && !placing && (
              <Button look="quiet" onClick={() => setPlacing(true)}>
                Where to start?
              </Button>
            )}
            <a href="#/free">Free experiment</a>
            <a href="#/plan">Read a plan</a>
          </p>
          {passed.length > 0 && (
            <p className={styles.count}>
              {passed.length} of {formatCounted(lessons.length, 'lesson')} passed
            </p>
          )}
        </header>
        {placing && <Placement lessons={lessons} onClose={() => setPlacing(false)} />}
        {filled.map((track) => (
          <TrackSection key={track.id} track={track} progress={progress} />
        ))}
        {lessons.length > 0 && <Transfer />}
      </div>
    </section>
  )
}

interface TrackProps {
  readonly track: Track
  readonly progress: Readonly<Record<string, LessonProgress>>
}

function TrackSection({ track, progress }: TrackProps) {
  return (
    <section className={styles.track} aria-labelledby={`track-${track.id}`}>
      <div className={styles.about}>
        <h2 id={`track-${track.id}`}>{track.title}</h2>
        <p>{track.summary}</p>
      </div>
      <ol className={styles.lessons}>
        {track.lessons.map((lesson) => (
          <LessonLine key={lesson.id} lesson={lesson} progress={progress[lesson.id]} />
        ))}
      </ol>
    </section>
  )
}

function LessonLine({ lesson, progress }: { lesson: LessonSummary; progress: LessonProgress | undefined }) {
  const state = progress?.passedAt !== undefined ? 'passed' : progress ? 'begun' : 'new'
  return (
    <li>
      <a href={`#/lesson/${lesson.id}`} className={styles.lesson} data-state={state}>
        <span className={styles.mark}>{state === 'passed' && <Icon name="check" />}</span>
        <span className={styles.title}>{lesson.title}</span>
        <span className={styles.platform}>{lesson.platform}</span>
        <span className={styles.state}>
          {state === 'passed' ? 'passed' : state === 'begun' ? 'begun' : ''}
        </span>
      </a>
    </li>
  )
}
