import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { DATASET, DEFAULT_SCALES, ensureSnapshot, FINGERPRINTS_FILE } from '../../scripts/build-snapshot.ts'
import { snapshotFingerprints, type TableFingerprint } from '../../src/engine/snapshot/fingerprint.node.ts'

const BUILD_TIMEOUT_MS = 300_000

const expected = JSON.parse(readFileSync(FINGERPRINTS_FILE, 'utf8')) as Record<
  string,
  Record<string, TableFingerprint>
>

describe.each(DEFAULT_SCALES)('dataset at scale %d', (scale) => {
  beforeAll(async () => {
    await ensureSnapshot(scale)
  }, BUILD_TIMEOUT_MS)

  it('holds the rows that the lessons were measured on', async () => {
    expect(await snapshotFingerprints(DATASET, scale)).toEqual(expected[scale])
  })
})
