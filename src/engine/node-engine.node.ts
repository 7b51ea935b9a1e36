/** The engine in Node, in process: for the command line, the lessons' tests and scripts. */
import { loadSqlParser } from '../sql/parser-module.ts'
import { SnapshotLab } from './open-instance.ts'
import type { DatasetRef, Engine } from './protocol.ts'
import { Session } from './session.ts'
import { NodeSource, readManifest } from './snapshot/node-source.node.ts'

/**
 * An engine on a built snapshot. A statement that never ends blocks Node: there is no Stop here.
 * @throws if the snapshot has not been built
 */
export async function createNodeEngine(dataset: DatasetRef): Promise<Engine> {
  const [manifest] = await Promise.all([readManifest(dataset.dataset, dataset.scale), loadSqlParser()])
  const lab = new SnapshotLab({ manifest, source: new NodeSource(manifest) })
  const session = new Session(lab)
  let last: Parameters<Engine['measure']>[0] | undefined
  return {
    measure(job, onProgress) {
      last = job
      return session.measure(job, onProgress)
    },
    console: (sql) => session.console(sql, last),
    catalog: () => session.catalog(last),
    stop() {},
    close() {
      void lab.close()
    },
  }
}
