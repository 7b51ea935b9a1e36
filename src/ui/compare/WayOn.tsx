import type { Lesson } from '../../lesson/types.ts'
import { coursePlace } from '../../state/selectors.ts'
import { useApp, useCommands } from '../app-context.ts'
import { focusLearnt } from '../lesson/focus-part.ts'
import { NextLesson } from '../lesson/NextLesson.tsx'
import { useFill } from '../lesson/use-fill.ts'
import { Button } from '../primitives/Button.tsx'
import { WithCode } from '../primitives/WithCode.tsx'
import styles from './WayOn.module.css'

/** After Passed: what the lesson taught in a sentence, and where the way goes on. */
export function WayOn({ lesson }: { lesson: Lesson }) {
  const tracks = useApp((state) => state.tracks)
  const { showNarrowTab } = useCommands()
  const fill = useFill()
  return (
    <div className={styles.way}>
      <p className={styles.takeaway}>
        <WithCode text={fill(lesson.takeaway)} />
      </p>
      <div className={styles.ways}>
        <NextLesson next={coursePlace(tracks, lesson.id)?.next} />
        <Button
          onClick={() => {
            showNarrowTab('lesson')
            focusLearnt()
          }}
        >
          Why it works
        </Button>
      </div>
    </div>
  )
}
