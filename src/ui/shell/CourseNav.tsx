import type { Lesson, LessonSummary } from '../../lesson/types.ts'
import { coursePlace } from '../../state/selectors.ts'
import { useApp } from '../app-context.ts'
import { Icon } from '../primitives/Icon.tsx'
import { Popover } from '../primitives/Popover.tsx'
import styles from './CourseNav.module.css'

/** The lesson's place in its track: the one before, the one after, and all of them. */
export function CourseNav({ lesson }: { lesson: Lesson }) {
  const tracks = useApp((state) => state.tracks)
  const progress = useApp((state) => state.progress)
  const place = coursePlace(tracks, lesson.id)
  if (!place) return <span className={styles.title}>{lesson.title}</span>
  const { track, position, previous, next } = place
  return (
    <nav className={styles.nav} aria-label="Course">
      <Neighbour lesson={previous} way="Previous" />
      <Popover
        id="course-menu"
        title={`${track.title}: all lessons`}
        face={
          <>
            <span className={styles.position}>
              <span className="visually-hidden">{track.title}, lesson </span>
              {position} of {track.lessons.length}
            </span>
            <span className={styles.title}>{lesson.title}</span>
            <Icon name="down" />
          </>
        }
        buttonClass={styles.place}
        panelClass={styles.menu}
      >
        <h2>{track.title}</h2>
        <ol>
          {track.lessons.map(({ id, title }) => (
            <li key={id}>
              <a href={`#/lesson/${id}`} data-leads-on aria-current={id === lesson.id ? 'page' : undefined}>
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
        <a href="#/" className={styles.all}>
          All tracks
        </a>
      </Popover>
      <Neighbour lesson={next} way="Next" />
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
