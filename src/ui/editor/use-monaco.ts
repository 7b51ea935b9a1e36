/** Loads Monaco when the page is at rest, or at once where somebody wants to type. */
import { useEffect, useState } from 'react'
import { loadStyled } from '../loading/load-styled.ts'

export type MonacoModule = typeof import('./monaco/index.ts')

let loading: Promise<MonacoModule> | undefined
let loaded: MonacoModule | undefined

function load(): Promise<MonacoModule> {
  loading ??= loadStyled('The full editor', () => import('./monaco/index.ts')).then(
    (module) => (loaded = module),
  )
  loading.catch(() => (loading = undefined))
  return loading
}

export interface MonacoLoading {
  /** undefined until it is there. */
  readonly monaco: MonacoModule | undefined
  /** Why it is not there; the plain text fields stay in use. */
  readonly failure: string | undefined
  readonly retry: () => void
}

/** `wanted` starts loading. */
export function useMonaco(wanted: boolean): MonacoLoading {
  const [monaco, setMonaco] = useState(loaded)
  const [failure, setFailure] = useState<string>()
  useEffect(() => {
    if (!wanted || monaco || failure !== undefined) return
    let open = true
    load().then(
      (there) => open && setMonaco(there),
      (error: Error) => open && setFailure(error.message),
    )
    return () => {
      open = false
    }
  }, [wanted, monaco, failure])
  return { monaco, failure, retry: () => setFailure(undefined) }
}
