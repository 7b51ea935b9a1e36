import { useRef } from 'react'
import type { Lesson, LessonSummary } from '../../lesson/types.ts'
import { coursePlace } from '../../state/selectors.ts'
import { useApp } from '../app-context.ts'
import { Icon } from '../primitives/Icon.tsx'
import styles from './CourseNav.module.css'

const MENU = 'course-menu'

/** The lesson's place in its track: the one before, the one after, and all of them. */
export function CourseNav({ lesson }: { lesson: Lesson }) {
  const tracks = useApp((state) => state.tracks)
  const progress = useApp((state) => state.progress)
  const menu = useRef<HTMLDivElement>(null)
  const place = coursePlace(tracks, lesson.id)
  if (!place) return <span className={styles.title}>{lesson.title}</span>
  const { track, position, previous, next } = place
  return (
    <nav className={styles.nav} aria-label="Course">
      <Neighbour lesson={previous} way="Previous" />
      <button
        type="button"
        className={styles.place}
        popoverTarget={MENU}
        aria-haspopup="true"
        title={`${track.title}: all lessons`}
      >
        <span className={styles.position}>
          <span className="visually-hidden">{track.title}, lesson </span>
          {position} of {track.lessons.length}
        </span>
        <span className={styles.title}>{lesson.title}</span>
        <Icon name="down" />
      </button>
      <Neighbour lesson={next} way="Next" />
      <div
        ref={menu}
        id={MENU}
        className={styles.menu}
        popover="auto"
        // The browser leaves the focus at the button.
        onToggle={({ newState }) => {
          if (newState === 'open') menu.current?.querySelector<HTMLElement>('[aria-current]')?.focus()
        }}
      >
        <h2>{track.title}</h2>
        <ol>
          {track.lessons.map(({ id, title }) => (
            <li key={id}>
              <a
                href={`#/lesson/${id}`}
                data-leads-on
                aria-current={id === lesson.id ? 'page' : undefined}
                onClick={() => menu.current?.hidePopover()}
              >
                <span className={styles.mark}>
                  {progress[id]?.passedAt !== undefined && (
                    <>
                      <Icon name="check" />
                      <span className="visually-hidden">passed: </span>
                    </>
                  )}
                </span>
                {title}
              </a>
            </li>
          ))}
        </ol>
        <a href="#/" className={styles.all} onClick={() => menu.current?.hidePopover()}>
          All tracks
        </a>
      </div>
    </nav>
  )
}

function Neighbour({ lesson, way }: { lesson: LessonSummary | undefined; way: 'Previous' | 'Next' }) {
  const icon = way === 'Next' ? 'right' : 'left'
  if (!lesson)
    return (
      <span className={styles.neighbour} aria-hidden="true" data-none>
        <Icon name={icon} />
      </span>
    )
  const name = `${way} lesson: ${lesson.title}`
  return (
    <a
      href={`#/lesson/${lesson.id}`}
      className={styles.neighbour}
      aria-label={name}
      title={name}
      data-leads-on
    >
      <Icon name={icon} />
    </a>
  )
}
