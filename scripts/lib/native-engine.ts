/** The engine's contract on a native PostgreSQL, over a socket. */
import type { DatasetRef, Engine } from '../../src/engine/contract/index.ts'
import { createLabEngine } from '../../src/engine/host/lab-engine.ts'
import { loadSqlParser } from '../../src/sql/parser-module.ts'
import { NativeLab } from './native-database.ts'
import { ensureTemplate } from './native-template.ts'

export interface NativeEngineOptions extends DatasetRef {
  /** A database of the server that may be connected to, e.g. `postgres://localhost/postgres`. */
  readonly url: string
}

/**
 * An engine on the server at `url`, which gets a template database of the dataset unless it has one.
 * @throws where the server cannot be reached or the role may not create databases
 */
export async function createNativeEngine({ url, dataset, scale }: NativeEngineOptions): Promise<Engine> {
  await loadSqlParser()
  const template = await ensureTemplate(url, dataset, scale)
  return createLabEngine({
    dataset: { dataset, scale },
    // OIDs and the samples of ANALYZE are the server's own.
    traits: { version: template.version, repeatable: false, interruptible: false },
    lab: new NativeLab(url, template),
  })
}
