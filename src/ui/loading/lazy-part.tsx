/** Components that are loaded when they are shown first. */
import { Component, lazy, Suspense, useState, type ComponentType, type ReactNode } from 'react'
import { NotLoaded } from '../../shared/not-loaded.ts'
import { LoadFailure } from './LoadFailure.tsx'
import { loadStyled } from './load-styled.ts'

/**
 * A component in a chunk of its own. Where it does not arrive, its place says so and offers another attempt; shown
 * again later, it is asked for again.
 * @param part what it is, as the subject of a sentence: `The console`
 * @param fallback what its place holds while it is loading
 */
export function lazyPart<P extends object>(
  part: string,
  load: () => Promise<{ readonly default: ComponentType<P> }>,
  fallback: ReactNode = null,
): ComponentType<P> {
  // React remembers a failure for ever, so each attempt has a lazy component of its own.
  const attempt = () =>
    lazy(async () => {
      try {
        return await loadStyled(part, load)
      } catch (error) {
        latest = attempt()
        throw error
      }
    })
  let latest = attempt()
  return function LazyPart(props: P) {
    const [{ Loaded, tries }, setAttempt] = useState({ Loaded: latest, tries: 0 })
    return (
      <PartBoundary key={tries} onRetry={() => setAttempt({ Loaded: latest, tries: tries + 1 })}>
        <Suspense fallback={fallback}>
          <Loaded {...props} />
        </Suspense>
      </PartBoundary>
    )
  }
}

interface BoundaryProps {
  readonly onRetry: () => void
  readonly children: ReactNode
}

interface Failed {
  readonly error: unknown
}

/** Answers for parts that did not arrive, and for nothing else. */
class PartBoundary extends Component<BoundaryProps, Failed> {
  override state: Failed = { error: undefined }

  static getDerivedStateFromError(error: unknown): Failed {
    return { error }
  }

  override render(): ReactNode {
    const { error } = this.state
    if (error === undefined) return this.props.children
    if (!(error instanceof NotLoaded)) throw error
    return <LoadFailure message={error.message} onRetry={this.props.onRetry} />
  }
}
