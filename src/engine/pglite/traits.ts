/** What engines on PGlite can do, by how they are hosted. */
import type { EngineTraits } from '../contract/index.ts'

const PGLITE = { version: 18, repeatable: true } as const

/** In a worker or a thread, which can be ended. */
export const PGLITE_WORKER: EngineTraits = { ...PGLITE, interruptible: true }

/** In the caller's own thread, which is busy while PostgreSQL is. */
export const PGLITE_HERE: EngineTraits = { ...PGLITE, interruptible: false }
