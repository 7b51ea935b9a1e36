/**
 * The part of an engine that is the same for all kinds: what has been measured is remembered, because a measurement
 * depends on its job alone, and whoever asks for one that is on its way waits for it.
 */
import type {
  Catalog,
  DatasetRef,
  Engine,
  EngineError,
  Job,
  Measurement,
  OnProgress,
  Outcome,
} from '../contract/index.ts'
import type { Driver } from './driver.ts'
import { Ongoing } from './ongoing.ts'
import { Recent } from './recent.ts'

/** Measurements that are kept. */
const MEASUREMENTS = 24
/** Catalogs before changes that are kept: they depend on the setup alone. */
const CATALOGS = 4

export function remembering(driver: Driver): Engine {
  const known = new Recent<Measurement>(MEASUREMENTS)
  const catalogs = new Recent<Catalog>(CATALOGS)
  const ongoing = new Map<string, Ongoing>()

  const only = <T>(job: Job, work: () => Promise<Outcome<T>>): Promise<Outcome<T>> =>
    isSame(job, driver.dataset) ? work() : Promise.resolve(otherDataset(driver.dataset))

  async function take(job: Job, tell: OnProgress): Promise<Outcome<Measurement>> {
    const before = job.catalog === true ? catalogs.get(setupKey(job)) : undefined
    let statements: Measurement['statements'] | undefined
    const measured = await driver.measure(job, before, (progress) => {
      if (progress.stage === 'measured') ({ statements } = progress.measurement)
      tell(progress)
    })
    if (!measured.ok) return measured
    // What is on screen already stays the same object, so that nothing there is drawn anew.
    const value = statements ? { ...measured.value, statements } : measured.value
    known.set(jobKey(job), value)
    if (value.catalog) catalogs.set(setupKey(job), value.catalog.before)
    return { ok: true, value }
  }

  function measure(job: Job, onProgress?: OnProgress): Promise<Outcome<Measurement>> {
    return only(job, () => {
      const key = jobKey(job)
      const measurement = new Ongoing((tell) => take(job, tell))
      ongoing.set(key, measurement)
      return measurement.join(onProgress).finally(() => {
        if (ongoing.get(key) === measurement) ongoing.delete(key)
      })
    })
  }

  return {
    dataset: driver.dataset,
    traits: driver.traits,
    get busy() {
      return driver.busy
    },
    measure,
    measureOnce(job, onProgress) {
      const value = known.get(jobKey(job))
      if (value) return Promise.resolve({ ok: true, value })
      return ongoing.get(jobKey(job))?.join(onProgress) ?? measure(job, onProgress)
    },
    remembered: (job) => known.get(jobKey(job)),
    console: (base, sql) => only(base, () => driver.console(base, sql)),
    catalog: (base) => only(base, () => driver.catalog(base)),
    bill: (job) => only(job, () => driver.bill(job)),
    reset: () => driver.reset(),
    stop() {
      // Who asks from now on must not be handed what has been stopped.
      ongoing.clear()
      driver.stop()
    },
    close: () => driver.close(),
  }
}

const isSame = (a: DatasetRef, b: DatasetRef): boolean => a.dataset === b.dataset && a.scale === b.scale

const otherDataset = ({
  dataset,
  scale,
}: DatasetRef): { readonly ok: false; readonly error: EngineError } => ({
  ok: false,
  error: { kind: 'internal', message: `This engine holds ${dataset} at scale ${scale} and nothing else.` },
})

const setupKey = ({ setup = '' }: Job): string => setup

/** Equal for equal jobs, in whatever order their fields were written. */
const jobKey = (job: Job): string =>
  JSON.stringify(job, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )
