import type { Problem } from '../../state/app-state.ts'
import { useCommands } from '../app-context.ts'
import { LoadFailure } from '../loading/LoadFailure.tsx'
import styles from './ProblemPage.module.css'

interface Words {
  readonly title: string
  readonly text: string
}

function wordsOf(problem: Exclude<Problem, { readonly kind: 'load' | 'lesson-load' }>): Words {
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
  }
}

/** Why there is nothing to see, and the way on. */
export function ProblemPage({ problem }: { problem: Problem }) {
  const { openAgain } = useCommands()
  if (problem.kind === 'load' || problem.kind === 'lesson-load')
    return (
      <div className={styles.page}>
        <LoadFailure message={problem.message} onRetry={() => void openAgain()} />
      </div>
    )
  const { title, text } = wordsOf(problem)
  return (
    <div className={styles.page} role="alert">
      <h1>{title}</h1>
      <p>{text}</p>
      <p className={styles.ways}>
        <a href="#/">All lessons</a>
        <a href="#/free">Free experiment</a>
      </p>
    </div>
  )
}
