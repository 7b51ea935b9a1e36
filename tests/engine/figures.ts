/** What two measurements of one experiment must share: everything but times and the hit/read split. */
import type { Measurement } from '../../src/engine/contract/index.ts'

const VARYING = new Set([
  'Execution Time',
  'Planning Time',
  'Planning',
  'Time',
  // Whether a block was found in shared buffers or read depends on the ring buffer's state; the sum does not.
  'Shared Hit Blocks',
  'Shared Read Blocks',
])

function withoutVarying(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutVarying)
  if (typeof value !== 'object' || value === null) return value
  const object = value as Record<string, unknown>
  const kept = Object.entries(object).filter(([key]) => !VARYING.has(key))
  const sum = Number(object['Shared Hit Blocks'] ?? 0) + Number(object['Shared Read Blocks'] ?? 0)
  return Object.fromEntries([
    ...kept.map(([key, inner]) => [key, withoutVarying(inner)]),
    ['Shared Blocks', sum],
  ])
}

export function figures(measurement: Measurement): unknown {
  return measurement.statements.map((statement) => ({
    plan: withoutVarying(statement.plan),
    buffers: statement.totals.buffers,
    rowsRead: statement.totals.rowsRead,
    wal: statement.totals.walBytes,
    executions: statement.executions,
    commandTag: statement.commandTag,
    rows: statement.result?.rows ?? null,
    listDigest: statement.result?.listDigest ?? null,
  }))
}
