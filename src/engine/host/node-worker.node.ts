/** The engine's worker thread in Node: the same session as the browser's, on a snapshot on disk. */
import { parentPort } from 'node:worker_threads'
import type { Call } from './calls.ts'
import { openSnapshotLab } from './node-lab.node.ts'
import type { DatasetRef } from '../contract/index.ts'
import { Session } from '../measuring/session.ts'
import { serve } from './serve.ts'

const receive = serve(
  async (dataset) => new Session(await openSnapshotLab(dataset as DatasetRef)),
  (message) => parentPort?.postMessage(message),
)
parentPort?.on('message', (call: Call) => receive(call))
