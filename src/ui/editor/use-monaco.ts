/** Loads Monaco when the page is at rest, or at once where somebody wants to type. */
import { useEffect, useState } from 'react'

export type MonacoModule = typeof import('./monaco/index.ts')

let loading: Promise<MonacoModule> | undefined
let loaded: MonacoModule | undefined

function load(): Promise<MonacoModule> {
  loading ??= import('./monaco/index.ts').then((module) => (loaded = module))
  loading.catch(() => (loading = undefined))
  return loading
}

/** `wanted` starts loading; undefined until it is there. A failure leaves the plain text fields in use. */
export function useMonaco(wanted: boolean): MonacoModule | undefined {
  const [module, setModule] = useState(loaded)
  useEffect(() => {
    if (!wanted || module) return
    let open = true
    load().then(
      (there) => open && setModule(there),
      () => {},
    )
    return () => {
      open = false
    }
  }, [wanted, module])
  return module
}
