import { describe, expect, test } from 'vitest'
import { encodeShare } from '../experiment/share.ts'
import type { SharedExperiment } from './ports.ts'
import { decodeExperiment, encodeExperiment } from './share-link.ts'

const EXPERIMENT: SharedExperiment = {
  dataset: 'entreprinder',
  scale: 0.5,
  notes: 'Why',
  changes: 'ANALYZE',
  query: 'SELECT 1',
}

const there = { buffers: 46, rowsRead: 50, rowsReturned: 20, statements: 1 }

describe('a link', () => {
  test.each<[string, Partial<SharedExperiment>]>([
    ['a text alone', {}],
    ['its lesson', { lesson: 'composite-top-n' }],
    ['the file that it was opened from', { name: 'mine.sql' }],
    ['the author’s figures', { totals: there }],
    ['all of it', { lesson: 'composite-top-n', name: 'mine.sql', totals: there }],
  ])('carries %s', async (_, more) => {
    const payload = await encodeExperiment({ ...EXPERIMENT, ...more })
    expect(payload).toMatch(/^v1\./)
    expect(await decodeExperiment(payload)).toEqual({ ok: true, value: { ...EXPERIMENT, ...more } })
  })

  test('with a part of the figures has none', async () => {
    const link = await encodeShare(EXPERIMENT, [
      { kind: 'after.buffers', value: 46 },
      { kind: 'after.rowsRead', value: '50' },
      { kind: 'lesson', value: 7 },
      { kind: 'file', value: 7 },
    ])
    if (!link.ok) throw new Error('There is no link.')
    expect(await decodeExperiment(link.value.slice('#/x/'.length))).toEqual({ ok: true, value: EXPERIMENT })
  })

  test('that is damaged says so', async () => {
    expect(await decodeExperiment('v1.rubbish')).toEqual({
      ok: false,
      error: 'This link is damaged: a part of it is missing or changed. Copy it again, whole.',
    })
  })

  test('of too much text is none', async () => {
    await expect(encodeExperiment({ ...EXPERIMENT, query: 'x'.repeat(3_000_000) })).rejects.toThrow(
      'This experiment is too large for a link. Download it as a file instead.',
    )
  })
})
