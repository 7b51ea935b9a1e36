/** What is kept in the browser between visits, and how it is validated. */
import * as z from 'zod/mini'
import type { Shape } from './persist.ts'

const text = z.object({ changes: z.string(), query: z.string() })

const draft = z.extend(text, {
  /** ms since the epoch. */
  savedAt: z.number(),
  /** New with every write: tells whether somebody else wrote since. */
  revision: z.string(),
})

const historyEntry = z.extend(text, {
  id: z.string(),
  /** Key of the document: `lesson:ID`, `free` or `x:…`. */
  document: z.string(),
  /** ms since the epoch. */
  at: z.number(),
  reason: z.enum(['run', 'reset', 'restore', 'other-tab', 'open', 'solution']),
  buffers: z.optional(z.number()),
  passed: z.optional(z.boolean()),
})

const lessonProgress = z.object({
  openedAt: z.number(),
  passedAt: z.optional(z.number()),
  /** How many hints were unfolded. */
  hints: z.number(),
  solutionSeen: z.boolean(),
  /** Chosen answer of the prediction. */
  prediction: z.optional(z.number()),
  /** The figures were asked for without an answer. */
  predictionSkipped: z.optional(z.boolean()),
  /** A text of the learner's own has been measured. */
  tried: z.optional(z.boolean()),
  /** What the findings advise was asked for before that: a hint. */
  adviceSeen: z.optional(z.boolean()),
})

const preferences = z.object({
  theme: z.enum(['system', 'light', 'dark']),
  /** Sizes in percent by group and panel. */
  layout: z.record(z.string(), z.record(z.string(), z.number())),
})

export type Draft = z.infer<typeof draft>
export type HistoryEntry = z.infer<typeof historyEntry>
export type LessonProgress = z.infer<typeof lessonProgress>
/** By lesson. */
export type Progress = Readonly<Record<string, LessonProgress>>
export type Preferences = z.infer<typeof preferences>

export const DRAFT: Shape<Draft> = { version: 1, schema: draft, migrations: {} }
export const HISTORY: Shape<HistoryEntry[]> = { version: 1, schema: z.array(historyEntry), migrations: {} }
export const PROGRESS: Shape<Record<string, LessonProgress>> = {
  version: 1,
  schema: z.record(z.string(), lessonProgress),
  migrations: {},
}
export const PREFERENCES: Shape<Preferences> = { version: 1, schema: preferences, migrations: {} }

/** Everything that a file carries from one browser to another; `drafts` by document. */
const transfer = z.object({
  progress: z.record(z.string(), lessonProgress),
  history: z.array(historyEntry),
  drafts: z.record(z.string(), draft),
})

export type Transfer = z.infer<typeof transfer>

export const TRANSFER: Shape<Transfer> = { version: 1, schema: transfer, migrations: {} }

const DRAFTS = 'planground.draft.'

export const KEYS = {
  history: 'planground.history',
  progress: 'planground.progress',
  preferences: 'planground.preferences',
  draft: (document: string) => `${DRAFTS}${document}`,
  /** The document whose draft is under this key; undefined for other keys. */
  documentOf: (key: string) => (key.startsWith(DRAFTS) ? key.slice(DRAFTS.length) : undefined),
} as const
