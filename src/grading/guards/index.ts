/** All rules that hold in every lesson. */
import type { Permission } from '../../shared/check-spec.ts'
import type { GradingContext, Violation } from '../check.ts'
import { hardCoded, otherValues, planning, tooManyIndexes } from './answer-rules.ts'
import { catalogBreaches } from './catalog-rules.ts'
import { GUARD_TITLES, type Breach, type GuardKind } from './kinds.ts'
import { requestBreaches } from './request-rules.ts'
import { cheapUntilWritten } from './sentinel-rules.ts'
import { changeBreaches } from './statement-rules.ts'
import { statisticsBreaches } from './statistics-rules.ts'

/** What opening one thing opens with it: some forms of it rewrite the table. */
const IMPLIED: Readonly<Partial<Record<Permission, readonly Permission[]>>> = {
  'new-column': ['rewrite'],
  'alter-column': ['rewrite'],
  'data-change': ['rewrite'],
}

export interface BrokenGuard {
  readonly kind: GuardKind
  readonly title: string
  readonly violations: readonly Violation[]
}

/** What an attempt does that the lesson has not opened. */
function breaches(context: GradingContext): Breach[] {
  const { syntax, task } = context
  const all = [
    ...syntax.changes.flatMap(changeBreaches),
    ...requestBreaches(syntax.request, task, context.before.catalog?.before),
    ...catalogBreaches(context),
    ...statisticsBreaches(context),
  ]
  const open = new Set(task.allows.flatMap((permission) => [permission, ...(IMPLIED[permission] ?? [])]))
  return all.filter((breach) => breach.permission === undefined || !open.has(breach.permission))
}

const measured: Readonly<Partial<Record<GuardKind, (context: GradingContext) => readonly Violation[]>>> = {
  'hard-coded': (context) => [...hardCoded(context), ...cheapUntilWritten(context)],
  'other-values': otherValues,
  'too-many-indexes': tooManyIndexes,
  planning,
}

/** The guards in the order in which broken ones are listed. */
export function brokenGuards(context: GradingContext): readonly BrokenGuard[] {
  const found = breaches(context)
  return (Object.keys(GUARD_TITLES) as GuardKind[]).flatMap((kind) => {
    const violations: Violation[] = [
      ...found.filter((breach) => breach.guard === kind).map(({ message }) => ({ message })),
      ...(measured[kind]?.(context) ?? []),
    ]
    return violations.length > 0 ? [{ kind, title: GUARD_TITLES[kind], violations }] : []
  })
}
