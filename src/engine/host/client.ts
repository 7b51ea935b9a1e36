/** The engine in the browser: loader, workers and the pool, put together. */
import type { AssetOptions } from './calls.ts'
import { Loader } from './loader.ts'
import { Pool } from './pool.ts'
import { PGLITE_WORKER } from '../pglite/traits.ts'
import { engineRegistry } from './registry.ts'
import { remembering } from './remembering.ts'
import type { DatasetRef, Engine, LoadFailure } from '../contract/index.ts'
import { WorkerHandle } from './worker-handle.ts'

export interface BrowserEngineOptions extends AssetOptions {
  /** Keep a second database warm; default: unless the browser says that the machine has 2 GB or less. */
  readonly standby?: boolean
}

/** Background loading of the rest of the dataset starts this long after the first job (ms). */
const REST_AFTER = 500

const smallMachine = () => ((navigator as { deviceMemory?: number }).deviceMemory ?? 8) <= 2

/** Starts loading at once; the first `measure` waits for what it needs. */
export function createBrowserEngine(options: BrowserEngineOptions): Engine {
  const { dataset, scale, baseUrl, standby = !smallMachine() } = options
  const handles = new Set<WorkerHandle>()
  let loader: Loader | undefined
  /** Without a loader nothing starts; the next attempt gets a new one. */
  const failed = (failure: LoadFailure) => {
    loader = undefined
    for (const handle of handles) handle.end({ kind: 'load', ...failure })
    handles.clear()
  }
  const loading = () => (loader ??= new Loader({ dataset, scale, baseUrl }, failed))
  const spawn = () => {
    const port = loading().connect()
    const worker = new Worker(new URL('./engine.worker.ts', import.meta.url), {
      type: 'module',
      name: 'postgres',
    })
    const handle = new WorkerHandle(worker, port)
    for (const known of handles) if (!known.alive) handles.delete(known)
    handles.add(handle)
    return handle
  }
  let measured = false
  return remembering(
    new Pool({
      dataset: { dataset, scale },
      traits: PGLITE_WORKER,
      spawn,
      standby,
      prefetch: (sql, onProgress) => loading().prefetch(sql, onProgress),
      onMeasured() {
        if (!measured) setTimeout(() => loader?.loadRest(), REST_AFTER)
        measured = true
      },
      onClose: () => loader?.end(),
    }),
  )
}

/** Datasets that are open at a time: each takes the memory of one database or two, about 240 MB each. */
const OPEN = 2

/** The engine for a dataset: the same one for the same dataset, as long as it is open. */
export const browserEngines = (baseUrl: string): ((dataset: DatasetRef) => Engine) =>
  engineRegistry((dataset) => createBrowserEngine({ ...dataset, baseUrl }), smallMachine() ? 1 : OPEN)
