/** A session on a built snapshot on disk. */
import { loadSqlParser } from '../../sql/parser-module.ts'
import { SnapshotLab } from '../postgres/open-instance.ts'
import type { DatasetRef } from '../contract/index.ts'
import { Session } from '../measuring/session.ts'
import { NodeSource, readManifest } from '../snapshot/node-source.node.ts'

/** @throws if the snapshot has not been built */
export async function openNodeSession({
  dataset,
  scale,
}: DatasetRef): Promise<{ session: Session; lab: SnapshotLab }> {
  const [manifest] = await Promise.all([readManifest(dataset, scale), loadSqlParser()])
  const lab = new SnapshotLab({ manifest, source: new NodeSource(manifest) })
  return { session: new Session(lab), lab }
}
