import type { Problem } from '../../state/app-state.ts'
import { useCommands } from '../app-context.ts'
import { Button } from '../primitives/Button.tsx'
import styles from './ProblemPage.module.css'

interface Words {
  readonly title: string
  readonly text: string
}

function wordsOf(problem: Problem): Words {
  switch (problem.kind) {
    case 'unknown-address':
      return {
        title: 'There is nothing at this address',
        text: 'The part after # is not one that Planground knows.',
      }
    case 'unknown-lesson':
      return {
        title: 'There is no such lesson',
        text: `The course has no lesson called “${problem.id}”. It may be misspelt in the link.`,
      }
    case 'broken-link':
      return { title: 'This link cannot be opened', text: problem.message }
    case 'lesson-load':
      return {
        title: 'This lesson could not be loaded',
        text: `Check the connection and try again. If the site has been updated meanwhile, reload the page. What you wrote is kept. (${problem.message})`,
      }
    case 'load':
      return {
        title: 'This page could not be loaded',
        text: `${problem.message} Check the connection and reload the page.`,
      }
  }
}

/** Why there is nothing to see, and the way on. */
export function ProblemPage({ problem }: { problem: Problem }) {
  const { title, text } = wordsOf(problem)
  const { openAgain } = useCommands()
  return (
    <div className={styles.page} role="alert">
      <h1>{title}</h1>
      <p>{text}</p>
      <p className={styles.ways}>
        {(problem.kind === 'lesson-load' || problem.kind === 'load') && (
          <>
            <Button look="primary" onClick={() => void openAgain()}>
              Try again
            </Button>
            <Button onClick={() => location.reload()}>Reload the page</Button>
          </>
        )}
        <a href="#/">All lessons</a>
        <a href="#/free">Free experiment</a>
      </p>
    </div>
  )
}
