/** What the findings look at of a measurement. */
import type { Measurement } from '../../engine/contract/index.ts'
import type { FindingInput } from '../../plan/findings/types.ts'
import type { Plan } from '../../plan/types.ts'
import { newIndexes } from '../../state/new-indexes.ts'

/** `plans` are those of the statements, in their order. */
export const findingInput = (measurement: Measurement, plans: readonly (Plan | null)[]): FindingInput => ({
  statements: measurement.statements.map(({ text, fingerprint, executions, triggers, totals }, index) => ({
    text,
    fingerprint,
    executions,
    buffers: totals.buffers,
    triggerBuffers: totals.triggerBuffers,
    triggers,
    plan: plans[index] ?? null,
  })),
  catalog: measurement.catalog?.after ?? null,
  addedIndexes: newIndexes(measurement).map(({ name }) => name),
})
