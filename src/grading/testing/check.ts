/** For tests: one check on a hand-made attempt. */
import type { Measurement } from '../../engine/contract/index.ts'
import type { CheckSpec } from '../../shared/check-spec.ts'
import { evaluateCheck } from '../registry.ts'
import type { Verdict } from '../check.ts'
import { context, task } from './fixtures.ts'

interface Given {
  readonly before?: Measurement
  readonly reference?: Measurement
  readonly candidates?: Measurement
  readonly states?: readonly string[]
}

export const check = (
  spec: CheckSpec,
  attempt: Measurement,
  { states = [], ...given }: Given = {},
): Verdict =>
  evaluateCheck(spec, context(attempt, { task: task({ checks: [spec], state: states }), ...given }))

export const passes = (spec: CheckSpec, attempt: Measurement, given?: Given): boolean =>
  check(spec, attempt, given).passed
