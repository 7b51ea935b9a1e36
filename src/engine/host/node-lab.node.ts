/** Databases of a built snapshot on disk. */
import { loadSqlParser } from '../../sql/parser-module.ts'
import { SnapshotLab } from '../pglite/snapshot-lab.ts'
import type { DatasetRef } from '../contract/index.ts'
import { NodeSource, readManifest } from '../snapshot/node-source.node.ts'

/** @throws if the snapshot has not been built */
export async function openSnapshotLab({ dataset, scale }: DatasetRef): Promise<SnapshotLab> {
  const [manifest] = await Promise.all([readManifest(dataset, scale), loadSqlParser()])
  return new SnapshotLab({ manifest, source: new NodeSource(manifest) })
}
