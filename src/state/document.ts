/** What is open in the workbench. */
import type { DatasetRef } from '../engine/contract/index.ts'
import type { Lesson } from '../lesson/types.ts'
import type { PaneText } from '../experiment/types.ts'
import type { SharedExperiment, StartDataset } from './ports.ts'

export type Source =
  | { readonly kind: 'lesson'; readonly lesson: Lesson }
  | { readonly kind: 'shared'; readonly experiment: SharedExperiment; readonly lesson: Lesson | undefined }
  | { readonly kind: 'free' }

export interface Document extends DatasetRef {
  /** Name of the draft: `lesson:ID`, `free` or `x:…`. */
  readonly key: string
  readonly source: Source
  readonly title: string
  readonly setup: string
  /** What Reset restores. */
  readonly original: PaneText
  /** What is measured as “before”; null: the query as it stands, without the changes. */
  readonly before: PaneText | null
}

export const sameText = (a: PaneText, b: PaneText): boolean => a.changes === b.changes && a.query === b.query

export function lessonDocument(lesson: Lesson): Document {
  return {
    key: `lesson:${lesson.id}`,
    source: { kind: 'lesson', lesson },
    title: lesson.title,
    dataset: lesson.dataset,
    scale: lesson.scale,
    setup: lesson.setup,
    original: lesson.before,
    before: lesson.before,
  }
}

/** The payload names the draft, so that two links do not share one. */
export const sharedKey = (payload: string): string => `x:${payload.slice(0, 24)}:${payload.length}`

export function sharedDocument(
  payload: string,
  experiment: SharedExperiment,
  lesson: Lesson | undefined,
): Document {
  return {
    key: sharedKey(payload),
    source: { kind: 'shared', experiment, lesson },
    title: lesson ? `Shared from “${lesson.title}”` : (experiment.name ?? 'Shared experiment'),
    dataset: experiment.dataset,
    scale: experiment.scale,
    setup: lesson?.setup ?? '',
    original: { changes: experiment.changes, query: experiment.query },
    before: lesson?.before ?? null,
  }
}

export function freeDocument({ dataset, scale, firstQuery }: StartDataset): Document {
  return {
    key: 'free',
    source: { kind: 'free' },
    title: 'Free experiment',
    dataset,
    scale,
    setup: '',
    original: { changes: '', query: firstQuery },
    before: null,
  }
}

export const lessonOf = (document: Document | null): Lesson | undefined =>
  document?.source.kind === 'lesson' ? document.source.lesson : undefined

export const notesOf = ({ source }: Document): string =>
  source.kind === 'shared' ? source.experiment.notes : ''
