import { useEffect } from 'react'
import { useApp, useCommands } from '../app-context.ts'
import { Button } from '../primitives/Button.tsx'
import { focusPrediction } from '../lesson/focus-part.ts'
import styles from './Covered.module.css'

/** Stands in the place of the baseline's figures until the learner has said what to expect of them, or will not. */
export function Covered() {
  const measured = useApp(({ bench }) => bench.baseline !== null)
  const { skipPrediction, showNarrowTab } = useCommands()
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return
      // In an editor or a dialog, Escape has another meaning.
      if (
        (event.target as Element | null)?.closest('dialog, textarea, input, [role="textbox"], .monaco-editor')
      )
        return
      skipPrediction()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [skipPrediction])
  return (
    <section className={styles.covered} aria-labelledby="covered-title">
      <h2 id="covered-title" className={styles.title}>
        What do you expect?
      </h2>
      <p>
        {measured ? 'The slow query is measured. ' : ''}Its figures and its plan are covered until you have
        answered the lesson’s question.
      </p>
      <p className={styles.ways}>
        <Button
          look="primary"
          onClick={() => {
            showNarrowTab('lesson')
            focusPrediction()
          }}
        >
          Answer it
        </Button>
        <Button onClick={skipPrediction}>
          Show the figures <kbd className={styles.key}>Esc</kbd>
        </Button>
      </p>
    </section>
  )
}
