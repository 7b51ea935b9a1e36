/** The engine in the browser: assets, workers and the pool, put together. */
import { Assets, type AssetOptions } from './assets.ts'
import { Pool } from './pool.ts'
import type { Engine } from './protocol.ts'
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
  const handles = new Set<WorkerHandle>()
  const assets = new Assets(options, (part, blob) => {
    for (const handle of handles) {
      if (handle.alive) handle.part(part, blob)
      else handles.delete(handle)
    }
  })
  const spawn = () => {
    const worker = new Worker(new URL('./engine.worker.ts', import.meta.url), {
      type: 'module',
      name: 'postgres',
    })
    const handle = new WorkerHandle(worker, assets.start())
    handles.add(handle)
    return handle
  }
  const pool = new Pool({
    spawn,
    standby: options.standby ?? !smallMachine(),
    prefetch: (job, onProgress) => assets.prefetch(job, onProgress),
  })
  let rest = false
  return {
    async measure(job, onProgress) {
      const outcome = await pool.measure(job, onProgress)
      if (!rest) {
        rest = true
        setTimeout(() => void assets.loadRest(), REST_AFTER)
      }
      return outcome
    },
    console: (sql) => pool.console(sql),
    catalog: () => pool.catalog(),
    bill: (job, signal) => pool.bill(job, signal),
    stop: () => pool.stop(),
    close: () => pool.close(),
  }
}
