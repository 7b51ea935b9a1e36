/** The browser's worker: one session on the snapshot that comes from the loader. */
import { loadSqlParser } from '../../sql/parser-module.ts'
import type { Call, FromPort, StartOptions } from './calls.ts'
import { LoadError } from '../contract/index.ts'
import { SnapshotLab } from '../pglite/snapshot-lab.ts'
import { serve } from './serve.ts'
import { Session } from '../measuring/session.ts'
import { BrowserSource } from '../snapshot/browser-source.ts'

declare const self: DedicatedWorkerGlobalScope

// Fetched while the loader still gathers what the database starts from.
const parser = loadSqlParser()

/** What to start from; parts that arrive later go to the source made of it. */
function listen(port: MessagePort, later: () => BrowserSource | undefined): Promise<StartOptions> {
  return new Promise((resolve, reject) => {
    port.addEventListener('message', ({ data }: MessageEvent<FromPort>) => {
      if ('part' in data) later()?.add(data.part, data.blob)
      else if ('start' in data) resolve(data.start)
      else reject(new LoadError(data.failure.reason, data.failure.message))
    })
    port.start()
  })
}

const receive = serve(
  async (port) => {
    let source: BrowserSource | undefined
    const { manifest, module, fsBundle, snapshotUrl, parts } = await listen(port as MessagePort, () => source)
    source = new BrowserSource(manifest, snapshotUrl, parts)
    const lab = new SnapshotLab({ manifest, source, module, fsBundle })
    await Promise.all([lab.prepare(), parser])
    return new Session(lab)
  },
  (message) => self.postMessage(message),
)

self.addEventListener('message', (event: MessageEvent<Call>) => receive(event.data))
