/** Probes: the request on disturbed data, in what it returns and in what it costs. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openEngine } from '../../scripts/lib/engine.ts'
import type { Engine, Probe, ProbeResult } from '../../src/engine/contract/index.ts'

let engine: Engine

beforeAll(async () => {
  engine = await openEngine('entreprinder', 0.5)
}, 60_000)
afterAll(() => engine.close())

async function probesOf(query: string, probes: readonly Probe[]): Promise<readonly ProbeResult[]> {
  const state = ['SELECT count(*) FROM crush_lu_crushcoach']
  const measured = await engine.measure({
    dataset: 'entreprinder',
    scale: 0.5,
    changes: '',
    query,
    probes,
    state,
    timingRuns: 1,
  })
  if (!measured.ok) throw new Error(JSON.stringify(measured.error))
  return measured.value.probes
}

const rows = (probe: ProbeResult | undefined) => probe?.results.map((set) => set.rows[0]?.[0])
const EMPTIED = 'SET LOCAL session_replication_role = replica; DELETE FROM crush_lu_crushcoach;'

test('a probe gives figures only where they are asked for', async () => {
  const [plain, measured] = await probesOf('SELECT sum(length(email)) FROM auth_user', [
    { name: 'plain', sql: EMPTIED },
    { name: 'measured', sql: EMPTIED, measured: true },
  ])
  expect(plain).not.toHaveProperty('totals')
  expect(measured?.totals?.buffers).toBeGreaterThan(100)
  expect(rows(measured)).toEqual(rows(plain))
}, 60_000)

test('what a measured request writes is written once, and is gone at the next probe', async () => {
  const insert = `INSERT INTO crush_lu_crushcoach (user_id, bio, specialization, is_active, max_active_reviews, created_at)
    VALUES (1, '', '', true, 1, '2025-06-01'), (2, '', '', true, 1, '2025-06-01') ON CONFLICT DO NOTHING`
  const [first, second] = await probesOf(insert, [
    { name: 'first', sql: EMPTIED, measured: true },
    { name: 'second', sql: EMPTIED, measured: true },
  ])
  expect(first?.totals?.walBytes).toBeGreaterThan(0)
  expect(rows(first)).toEqual(['2'])
  expect(rows(second)).toEqual(['2'])
}, 60_000)

test('a second run under other settings has a result of its own, right after the first', async () => {
  const again = 'SET LOCAL enable_indexscan = off'
  const probes = [
    { name: 'twice', sql: EMPTIED, again },
    { name: 'once', sql: EMPTIED },
  ]
  const setting = "SELECT current_setting('enable_indexscan')"
  const read = await probesOf(setting, probes)
  expect(read.map((probe) => [probe.name, ...(rows(probe) ?? [])])).toEqual([
    ['twice', 'on', '0'],
    ['twice', 'off', '0'],
    ['once', 'on', '0'],
  ])
  // A script and a write run once: their result stands for both.
  const script = await probesOf(`BEGIN; ${setting}; COMMIT`, probes)
  expect(script.map((probe) => probe.name)).toEqual(['twice', 'twice', 'once'])
  const failing = await probesOf(setting, [{ name: 'twice', sql: 'SELECT 1/0', again }, ...probes.slice(1)])
  expect(failing.map((probe) => probe.error?.kind ?? 'fine')).toEqual(['postgres', 'postgres', 'fine'])
}, 60_000)
