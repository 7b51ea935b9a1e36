import type { LessonSummary } from '../../lesson/types.ts'
import { Icon } from '../primitives/Icon.tsx'
import styles from './NextLesson.module.css'

/** Where the way goes on. */
export function NextLesson({ next }: { next: LessonSummary | undefined }) {
  return (
    <nav aria-label="Next lesson" className={styles.next}>
      <a href={next ? `#/lesson/${next.id}` : '#/'} data-leads-on>
        {next ? `Next: ${next.title}` : 'That was the last one: all lessons'}
        <Icon name="right" />
      </a>
    </nav>
  )
}
