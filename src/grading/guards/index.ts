/** All rules that hold in every lesson. */
import type { Permission } from '../../shared/check-spec.ts'
import type { Context, Violation } from '../check.ts'
import { hardCoded, otherValues, planning, tooManyIndexes } from './answer-rules.ts'
import { catalogFindings } from './catalog-rules.ts'
import { GUARD_TITLES, type Finding, type GuardKind } from './kinds.ts'
import { requestFindings } from './request-rules.ts'
import { changeFindings } from './statement-rules.ts'
import { statisticsFindings } from './statistics-rules.ts'

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
function findings(context: Context): Finding[] {
  const { syntax, task } = context
  const all = [
    ...syntax.changes.flatMap(changeFindings),
    ...requestFindings(syntax.request, task, context.before.catalog?.before),
    ...catalogFindings(context),
    ...statisticsFindings(context),
  ]
  const open = new Set(task.allows.flatMap((permission) => [permission, ...(IMPLIED[permission] ?? [])]))
  return all.filter((finding) => finding.permission === undefined || !open.has(finding.permission))
}

const measured: Readonly<Partial<Record<GuardKind, (context: Context) => readonly Violation[]>>> = {
  'hard-coded': hardCoded,
  'other-values': otherValues,
  'too-many-indexes': tooManyIndexes,
  planning,
}

/** The guards in the order in which broken ones are listed. */
export function brokenGuards(context: Context): readonly BrokenGuard[] {
  const found = findings(context)
  return (Object.keys(GUARD_TITLES) as GuardKind[]).flatMap((kind) => {
    const violations: Violation[] = [
      ...found.filter((finding) => finding.guard === kind).map(({ message }) => ({ message })),
      ...(measured[kind]?.(context) ?? []),
    ]
    return violations.length > 0 ? [{ kind, title: GUARD_TITLES[kind], violations }] : []
  })
}
