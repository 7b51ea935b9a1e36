import type { Problem } from '../../state/app-state.ts'
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
