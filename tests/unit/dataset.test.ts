import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { ensureSnapshot, fingerprintsFile } from '../../scripts/build-snapshot.ts'
import { readDatasets } from '../../src/dataset/read-datasets.node.ts'
import { snapshotFingerprints, type TableFingerprint } from '../../src/engine/snapshot/fingerprint.node.ts'

const BUILD_TIMEOUT_MS = 300_000

const built = readDatasets().flatMap((dataset) =>
  dataset.scales.map((scale) => ({ dataset, name: dataset.name, scale })),
)

describe.each(built)('$name at scale $scale', ({ dataset, name, scale }) => {
  beforeAll(async () => {
    await ensureSnapshot(name, scale)
  }, BUILD_TIMEOUT_MS)

  it('holds the rows that the lessons were measured on', async () => {
    const expected = JSON.parse(readFileSync(fingerprintsFile(dataset), 'utf8')) as Record<
      string,
      Record<string, TableFingerprint>
    >
    expect(await snapshotFingerprints(name, scale)).toEqual(expected[scale])
  })
})
