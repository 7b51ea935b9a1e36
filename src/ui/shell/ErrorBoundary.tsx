import { Component, type ReactNode } from 'react'
import { Button } from '../primitives/Button.tsx'
import styles from './ProblemPage.module.css'

interface State {
  readonly message: string | null
}

/** A fault in drawing must not leave an empty page: the text is kept, and there is a way on. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { message: null }

  static getDerivedStateFromError(error: unknown): State {
    return { message: error instanceof Error ? error.message : String(error) }
  }

  override render(): ReactNode {
    const { message } = this.state
    if (message === null) return this.props.children
    return (
      <div className={styles.page} role="alert">
        <h1>This page cannot be drawn</h1>
        <p>A fault of the playground: {message}. Your text is kept in this browser.</p>
        <p className={styles.ways}>
          <Button onClick={() => location.reload()}>Reload</Button>
          <a href="#/">All lessons</a>
        </p>
      </div>
    )
  }
}
