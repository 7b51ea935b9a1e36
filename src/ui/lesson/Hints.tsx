import type { Lesson } from '../../lesson/types.ts'
import { selectProgress } from '../../state/selectors.ts'
import { useApp, useCommands } from '../app-context.ts'
import { Button } from '../primitives/Button.tsx'
import { Markdown } from '../primitives/Markdown.tsx'
import styles from './Hints.module.css'

/** Hints, unfolded one by one; how many were used is remembered. */
export function Hints({ lesson, fill }: { lesson: Lesson; fill: (markdown: string) => string }) {
  const shown = useApp((state) => selectProgress(state)?.hints ?? 0)
  const { unfoldHint } = useCommands()
  const { hints } = lesson
  if (hints.length === 0) return null
  return (
    <section aria-labelledby="hints-title" className={styles.hints}>
      <h2 id="hints-title" className={styles.title}>
        Hints
      </h2>
      <ol className={styles.list} aria-live="polite">
        {hints.slice(0, shown).map((hint, index) => (
          <li key={index}>
            <Markdown text={fill(hint.text)} />
          </li>
        ))}
      </ol>
      {shown < hints.length && (
        <Button onClick={unfoldHint}>
          {shown === 0 ? 'Show a hint' : 'Next hint'}
          <span className={styles.count}>
            {shown + 1} of {hints.length}
          </span>
        </Button>
      )}
    </section>
  )
}
