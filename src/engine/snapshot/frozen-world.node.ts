/**
 * A stopped clock and a seeded random device for the length of a build. PGlite and the PostgreSQL inside take
 * time from `Date.now` and `performance.now`, and random bytes from Node's crypto; both end up in pg_control
 * (system identifier, checkpoint time), in the statistics file and in ANALYZE's sample.
 */
import crypto from 'node:crypto'
import { seededRandom } from './seeded-random.ts'

/** The dataset's own "today": the generator's data ends here, and `last_analyze` shows it. */
const FROZEN_TIME = Date.UTC(2025, 5, 1)

/** Runs `work` with clock and random numbers fixed, and puts the real ones back. */
export async function withFrozenWorld<T>(work: () => Promise<T>): Promise<T> {
  const random = seededRandom(20250601)
  const fill = <V extends NodeJS.ArrayBufferView>(view: V): V => {
    const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength)
    for (let i = 0; i < bytes.length; i++) bytes[i] = random.nextByte()
    return view
  }
  const realDateNow = Date.now
  const realNow = performance.now.bind(performance)
  const realFill = crypto.randomFillSync
  Date.now = () => FROZEN_TIME
  // Not 0: PostgreSQL takes that for a stopwatch that was not started.
  performance.now = () => 1000
  crypto.randomFillSync = fill as typeof crypto.randomFillSync
  try {
    return await work()
  } finally {
    Date.now = realDateNow
    performance.now = realNow
    crypto.randomFillSync = realFill
  }
}
