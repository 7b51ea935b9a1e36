/** Errors in plain words. What PostgreSQL said stays as it said it. */
import { datasets } from '../../dataset/registry.ts'
import type { Dataset } from '../../dataset/types.ts'
import type { EngineError, LoadReason, SourceSpan } from '../../engine/contract/index.ts'
import type { GradingFailure } from '../../grading/session.ts'
import type { PaneName, PaneText } from '../../experiment/types.ts'
import { errorAdvice, recursionAdvice } from '../../sql/advice.ts'
import { WHY_NOT_LOADED } from '../loading/words.ts'

export interface ErrorText {
  /** PostgreSQL's severity and code, or what kind of trouble it is. */
  readonly label: string
  readonly message: string
  readonly detail?: string
  readonly hint?: string
  /** What to do, where PostgreSQL does not say it. */
  readonly advice?: string
  /** PostgreSQL's own words, set in its typeface. */
  readonly fromPostgres: boolean
  /** Where in the panes. */
  readonly place?: { readonly pane: PaneName; readonly offset: number }
}

const UNTOUCHED = 'Your text is untouched.'

const LOAD_WORDS: Readonly<Record<LoadReason, { readonly label: string; readonly hint: string }>> = {
  offline: { label: 'The connection failed', hint: `Check the connection and try again. ${UNTOUCHED}` },
  'no-dataset': {
    label: 'This dataset is not here',
    hint: `There is ${datasets.map(describeDataset).join('; ')}. ${UNTOUCHED}`,
  },
  outdated: { label: 'The page is out of date', hint: `Reload the page. ${UNTOUCHED}` },
  code: {
    label: 'Something did not arrive',
    hint: `${WHY_NOT_LOADED} Try again, or reload the page. ${UNTOUCHED}`,
  },
  server: { label: 'Something did not arrive', hint: `Try again in a while. ${UNTOUCHED}` },
  start: { label: 'The database did not start', hint: `Try again, or reload the page. ${UNTOUCHED}` },
}

/** @param text the panes as they were run: an error may be about more than its place */
export function describeError(error: EngineError, text?: PaneText): ErrorText {
  const endless = text && recursionAdvice(text.query)
  switch (error.kind) {
    case 'text': {
      const place = placeOf(error.span)
      return {
        label: 'Not sent to PostgreSQL',
        message: error.message,
        fromPostgres: false,
        ...(error.hint === undefined ? {} : { hint: error.hint }),
        ...(place ? { place } : {}),
      }
    }
    case 'postgres': {
      const { severity, code, message, detail, hint, offset } = error.error
      const place = placeOf(error.span, offset)
      const advice = errorAdvice(error.error, text && [text.changes, text.query].join('\n'))
      return {
        label: `${severity} ${code}`,
        message,
        fromPostgres: true,
        ...(detail === undefined ? {} : { detail }),
        ...(hint === undefined ? {} : { hint }),
        ...(advice === undefined ? {} : { advice }),
        ...(place ? { place } : {}),
      }
    }
    case 'crash': {
      const place = error.span && placeOf(error.span)
      return {
        label: 'The database crashed',
        message: error.message,
        hint: 'A fresh database has taken its place and your text is untouched. Change the statement and run again.',
        fromPostgres: false,
        ...(endless === undefined ? {} : { advice: endless }),
        ...(place ? { place } : {}),
      }
    }
    case 'stopped':
      return {
        label: 'Stopped',
        message: 'You stopped the run. A fresh database is ready and your text is untouched.',
        fromPostgres: false,
        ...(endless === undefined ? {} : { advice: endless }),
      }
    case 'load':
      return { ...LOAD_WORDS[error.reason], message: error.message, fromPostgres: false }
    case 'internal':
      return {
        label: 'A fault of the playground',
        message: error.message,
        hint: 'Your text is untouched. Reset the lesson or reload the page if it happens again.',
        fromPostgres: false,
      }
  }
}

/** Why there is no verdict. */
export function describeGradingFailure(failure: GradingFailure): string {
  switch (failure.kind) {
    case 'grader':
      return `The grading could not be loaded, so there is no verdict. ${WHY_NOT_LOADED} Run again, or reload the page. Your text is kept.`
    case 'verdict':
      return `The playground failed at the verdict: ${failure.message} Your text is kept.`
    case 'baseline':
    case 'references':
    case 'attempt': {
      if (failure.error.kind === 'stopped') return 'Stopped before the verdict. Run again for it.'
      const { label, message } = describeError(failure.error)
      return `The reference solution could not be measured, so there is no verdict. ${label}: ${message}`
    }
  }
}

/** `entreprinder at scale 0.5 or 0.25`. */
function describeDataset({ name, scales }: Dataset): string {
  return `${name} at scale ${scales.join(' or ')}`
}

const placeOf = (span: SourceSpan, offset?: number): ErrorText['place'] =>
  span.pane === 'changes' || span.pane === 'query'
    ? { pane: span.pane, offset: offset ?? span.start }
    : undefined

/** Line of an offset, from 1. */
export const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length

export const PANE_TITLES: Readonly<Record<PaneName, string>> = { changes: 'Changes', query: 'Query' }
