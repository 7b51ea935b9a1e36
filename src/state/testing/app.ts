/** A store over a fake engine, a fake storage and one lesson, for tests that replay commands. */
import type { DatasetRef, Engine, Job } from '../../engine/contract/index.ts'
import { remembering } from '../../engine/host/remembering.ts'
import { printExperiment } from '../../experiment/format.ts'
import type { Grader } from '../../grading/session.ts'
import type { CheckResult } from '../../grading/types.ts'
import { createAppStore, type App } from '../create-app-store.ts'
import { parseFile } from '../experiment-files.ts'
import type { Deps, SharedExperiment } from '../ports.ts'
import { FakeEngine } from './fake-engine.ts'
import { FakeStorage } from './fake-storage.ts'
import { LESSON, TRACKS } from './lesson.ts'

export interface TestApp extends App {
  /** Holds the lesson's dataset. */
  readonly engine: FakeEngine
  /** The engine of another dataset or scale. */
  engineOf(ref: DatasetRef): FakeEngine
  readonly storage: FakeStorage
  /** The grader that the app has unless it is given another. */
  grader(): Promise<Grader>
  /** What was put into the browser's history. */
  readonly addresses: readonly string[]
}

const DATASET: DatasetRef = { dataset: 'entreprinder', scale: 0.5 }
const CHECK = { kind: 'buffers', title: 'At most 50 buffers', limit: 50 } as const

/** One clock for all pages: a second passes whenever it is looked at. */
let clock = 1_000_000
let pages = 0

/** `storage` may be shared by two apps, as two tabs share one. */
export function testApp(storage = new FakeStorage(), more: Partial<Deps> = {}): TestApp {
  const engines = new Map<string, { readonly fake: FakeEngine; readonly engine: Engine }>()
  const engineOf = (ref: DatasetRef) => {
    const key = `${ref.dataset} ${ref.scale}`
    const fake = new FakeEngine(ref)
    const found = engines.get(key) ?? { fake, engine: remembering(fake) }
    engines.set(key, found)
    return found
  }
  const addresses: string[] = []
  const page = ++pages
  let ids = 0
  const grader = (): Promise<Grader> =>
    Promise.resolve({
      referenceJobs: ({ solution }) => [jobOf(solution)],
      attemptJob: (_, attempt) => ({ ...jobOf(attempt), probes: [{ name: 'probe', sql: 'SELECT 1' }] }),
      requirementsOf: () => ({ titles: [CHECK.title], limits: { buffers: 50 } }),
      grade: (task, _, { before, attempt }) => {
        const actual = attempt.totals.buffers
        const check: CheckResult = { ...CHECK, passed: actual <= 50, message: `${actual} buffers`, actual }
        return {
          lesson: task.id,
          passed: check.passed,
          checks: [check],
          before: before.totals,
          after: attempt.totals,
        }
      },
    })
  const app = createAppStore({
    engine: (ref) => engineOf(ref).engine,
    defaultDataset: { ...DATASET, firstQuery: 'SELECT 1;\n' },
    course: {
      tracks: () => Promise.resolve(TRACKS),
      lesson: (id) => Promise.resolve(id === LESSON.id ? LESSON : undefined),
    },
    grader,
    share: {
      encode: (experiment) => Promise.resolve(`v1.${encodeURIComponent(JSON.stringify(experiment))}`),
      decode: (payload) =>
        Promise.resolve(
          payload.startsWith('v1.')
            ? { ok: true, value: JSON.parse(decodeURIComponent(payload.slice(3))) as SharedExperiment }
            : { ok: false, error: 'This link is damaged.' },
        ),
    },
    files: {
      print: (experiment) => Promise.resolve(printExperiment(experiment)),
      parse: (text) => Promise.resolve(parseFile(text)),
    },
    pushAddress: (hash) => addresses.push(hash),
    storage,
    now: () => (clock += 1000),
    newId: () => `page ${page}, ${++ids}`,
    ...more,
  })
  return {
    ...app,
    engine: engineOf(DATASET).fake,
    engineOf: (ref) => engineOf(ref).fake,
    storage,
    addresses,
    grader,
  }
}

function jobOf(text: { readonly changes: string; readonly query: string }): Job {
  return { dataset: 'entreprinder', scale: 0.5, ...text }
}

/** Lets promises that are settled run on. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 30; turn++) await Promise.resolve()
}
