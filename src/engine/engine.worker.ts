/** The browser's worker: one session on the snapshot that `start` hands over. */
import { loadSqlParser } from '../sql/parser-module.ts'
import type { StartOptions, ToWorker } from './calls.ts'
import { SnapshotLab } from './open-instance.ts'
import { serve } from './serve.ts'
import { Session } from './session.ts'
import { BrowserSource } from './snapshot/browser-source.ts'

declare const self: DedicatedWorkerGlobalScope

// Fetched while the page still gathers what `start` needs.
const parser = loadSqlParser()
let source: BrowserSource | undefined

const receive = serve(
  async (options) => {
    const { manifest, module, fsBundle, snapshotUrl, parts } = options as StartOptions
    source = new BrowserSource(manifest, snapshotUrl, parts)
    const lab = new SnapshotLab({ manifest, source, module, fsBundle })
    await Promise.all([lab.prepare(), parser])
    return new Session(lab)
  },
  (message) => self.postMessage(message),
)

self.addEventListener('message', (event: MessageEvent<ToWorker>) => {
  if ('part' in event.data) source?.add(event.data.part, event.data.blob)
  else receive(event.data)
})
