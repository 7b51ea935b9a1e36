/** The engine's worker thread in Node: the same session as the browser's, on a snapshot on disk. */
import { parentPort } from 'node:worker_threads'
import type { Call } from './calls.ts'
import { openNodeSession } from './node-session.node.ts'
import type { DatasetRef } from '../contract/index.ts'
import { serve } from './serve.ts'

const receive = serve(
  async (dataset) => (await openNodeSession(dataset as DatasetRef)).session,
  (message) => parentPort?.postMessage(message),
)
parentPort?.on('message', (call: Call) => receive(call))
