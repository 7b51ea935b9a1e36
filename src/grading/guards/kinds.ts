import type { Permission } from '../../shared/check-spec.ts'

/** Rules that hold in every lesson: their kinds, and their titles in the verdict. */
export const GUARD_TITLES = {
  'base-data': 'The data stays as it is',
  settings: 'No settings',
  shadowing: 'The lesson’s own tables are read',
  'kept-results': 'No results kept beside the tables',
  'new-code': 'No code that runs behind the request',
  tampering: 'Statistics and catalogs are PostgreSQL’s own',
  'row-security': 'No row security',
  dropped: 'Nothing is dropped that others need',
  'not-allowed': 'Only statements that the lesson is about',
  'hard-coded': 'The answer follows the data',
  'other-values': 'The fix works for other values',
  'too-many-indexes': 'Few indexes',
  planning: 'The work is not hidden in planning',
} as const

export type GuardKind = keyof typeof GUARD_TITLES

export const guardKinds = (): readonly string[] => Object.keys(GUARD_TITLES)

/** Something that an attempt does and a lesson would have to open. */
export interface Breach {
  readonly guard: GuardKind
  /** What opens it; nothing does where this is missing. */
  readonly permission?: Permission
  readonly message: string
}
