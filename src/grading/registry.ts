/** All check kinds. A new one is a file in `checks/` and a line here. */
import type { z } from 'zod'
import type { CheckSpec } from '../shared/check-spec.ts'
import { err, ok, type Result } from '../shared/result.ts'
import type { CheckKind, GradingContext, Verdict } from './check.ts'
import { blocking } from './checks/blocking.ts'
import { buffers } from './checks/buffers.ts'
import { constraint } from './checks/constraint.ts'
import { errors } from './checks/errors.ts'
import { estimate } from './checks/estimate.ts'
import { heapFetches } from './checks/heap-fetches.ts'
import { hotUpdates } from './checks/hot-updates.ts'
import { indexCount } from './checks/index-count.ts'
import { index } from './checks/index-present.ts'
import { indexSize } from './checks/index-size.ts'
import { node } from './checks/node.ts'
import { noRewrite } from './checks/no-rewrite.ts'
import { noSpill } from './checks/no-spill.ts'
import { peak } from './checks/peak.ts'
import { relationSize } from './checks/relation-size.ts'
import { rows } from './checks/rows.ts'
import { rowsRead } from './checks/rows-read.ts'
import { rowsReturned } from './checks/rows-returned.ts'
import { state } from './checks/state.ts'
import { statements } from './checks/statements.ts'
import { statistics } from './checks/statistics.ts'
import { wal } from './checks/wal.ts'

/** A check kind with its parameters' type sealed in: it takes the spec as the lesson states it. */
interface Registered {
  readonly kind: string
  readonly schema: z.ZodType
  evaluate(spec: CheckSpec, context: GradingContext): Verdict
}

function register<P>(check: CheckKind<P>): Registered {
  const { kind, schema } = check
  return {
    kind,
    schema,
    evaluate: ({ kind: _kind, ...params }, context) => check.evaluate(schema.parse(params), context),
  }
}

const CHECKS: readonly Registered[] = [
  register(rows),
  register(state),
  register(buffers),
  register(rowsRead),
  register(rowsReturned),
  register(peak),
  register(statements),
  register(node),
  register(index),
  register(indexCount),
  register(indexSize),
  register(relationSize),
  register(estimate),
  register(heapFetches),
  register(noSpill),
  register(wal),
  register(hotUpdates),
  register(statistics),
  register(constraint),
  register(errors),
  register(blocking),
  register(noRewrite),
]

const BY_KIND: ReadonlyMap<string, Registered> = new Map(CHECKS.map((check) => [check.kind, check]))

export const checkKinds = (): readonly string[] => [...BY_KIND.keys()]

/** Whether a lesson's check is known and its parameters are right. The error is a sentence for the author. */
export function validateCheck(spec: CheckSpec): Result<true, string> {
  const check = BY_KIND.get(spec.kind)
  if (!check) return err(`there is no check \`${spec.kind}\`; there are ${checkKinds().join(', ')}`)
  const { kind, ...params } = spec
  const parsed = check.schema.safeParse(params)
  if (parsed.success) return ok(true)
  return err(
    `check \`${kind}\`: ${parsed.error.issues.map((issue) => `${issue.path.join('.') || 'parameters'}: ${issue.message}`).join('; ')}`,
  )
}

/** Evaluates one check. @throws if the kind or its parameters are wrong, which `validateCheck` finds first. */
export function evaluateCheck(spec: CheckSpec, context: GradingContext): Verdict {
  const check = BY_KIND.get(spec.kind)
  if (!check) throw new Error(`There is no check ${spec.kind}.`)
  return check.evaluate(spec, context)
}
