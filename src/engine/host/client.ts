/** The engine in the browser: loader, workers and the pool, put together. */
import type { AssetOptions } from './calls.ts'
import { Loader } from './loader.ts'
import { Pool } from './pool.ts'
import type { Engine } from '../contract/index.ts'
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
  const failed = (message: string) => {
    loader = undefined
    for (const handle of handles) handle.end({ kind: 'load', message })
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
  const pool = new Pool({
    spawn,
    standby,
    prefetch: (job, onProgress) => loading().prefetch(job, onProgress),
  })
  let rest = false
  return {
    async measure(job, onProgress) {
      const outcome = await pool.measure(job, onProgress)
      if (!rest) {
        rest = true
        setTimeout(() => loader?.loadRest(), REST_AFTER)
      }
      return outcome
    },
    console: (sql) => pool.console(sql),
    catalog: () => pool.catalog(),
    bill: (job, signal) => pool.bill(job, signal),
    stop: () => pool.stop(),
    close() {
      pool.close()
      loader?.end()
    },
  }
}
