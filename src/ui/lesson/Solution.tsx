import { useState } from 'react'
import type { Lesson } from '../../lesson/types.ts'
import { useApp, useCommands } from '../app-context.ts'
import { Button } from '../primitives/Button.tsx'
import { Code } from '../primitives/Code.tsx'
import { Dialog } from '../primitives/Dialog.tsx'
import styles from './Solution.module.css'

/** The reference solution, beside the learner's text and never in its place. */
export function Solution({ lesson, passed }: { lesson: Lesson; passed: boolean }) {
  const open = useApp(({ view }) => view.solutionOpen)
  const { openSolution, closeSolution } = useCommands()
  const [asking, setAsking] = useState(false)
  const { changes, query } = lesson.solution
  return (
    <section aria-labelledby="solution-title" className={styles.solution}>
      <h2 id="solution-title" className={styles.title}>
        Solution
      </h2>
      {!open && (
        <Button onClick={() => (passed ? openSolution() : setAsking(true))}>
          {passed ? 'Compare with the reference solution' : 'Show the solution'}
        </Button>
      )}
      {open && (
        <>
          {changes.trim() !== '' && (
            <Code text={changes.trim()} label="Changes of the reference solution" copy />
          )}
          {query.trim() !== lesson.before.query.trim() && (
            <Code text={query.trim()} label="Query of the reference solution" copy />
          )}
          <p className={styles.note}>One right answer of several. Your own text is as you left it.</p>
          <Button look="quiet" onClick={closeSolution}>
            Hide it
          </Button>
        </>
      )}
      {asking && (
        <Dialog
          title="Show the solution?"
          onClose={() => setAsking(false)}
          actions={
            <>
              <Button onClick={() => setAsking(false)}>Keep trying</Button>
              <Button
                look="primary"
                onClick={() => {
                  setAsking(false)
                  openSolution()
                }}
              >
                Show it
              </Button>
            </>
          }
        >
          <p>It opens beside your text, which stays as it is. A hint may be all you need.</p>
        </Dialog>
      )}
    </section>
  )
}
