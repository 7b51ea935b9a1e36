/** The contract on a native PostgreSQL, where one is installed: the newest in /usr/lib/postgresql, or of the PATH. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { findPostgres, startCluster, type NativeCluster } from '../../scripts/lib/native-cluster.ts'
import { createNativeEngine } from '../../scripts/lib/native-engine.ts'
import { CONTRACT_DATASET, engineContract } from './contract-suite.ts'

const programs = findPostgres()

if (programs === undefined)
  it('no PostgreSQL is installed: the contract is held against PGlite alone', () => {
    expect(programs).toBeUndefined()
  })
else {
  let cluster: NativeCluster
  beforeAll(async () => {
    cluster = await startCluster(programs)
  }, 60_000)
  afterAll(() => cluster.stop())
  engineContract('a native PostgreSQL', () => createNativeEngine({ url: cluster.url, ...CONTRACT_DATASET }))
}
