/** What an engine tells while it works. */
import type { Measurement } from './measurement.ts'

/** Progress of a long operation. */
export type EngineProgress =
  | { readonly stage: 'download'; readonly loaded: number; readonly total: number }
  | { readonly stage: 'start' }
  | {
      readonly stage: 'setup' | 'changes'
      readonly index: number
      readonly count: number
      readonly text: string
    }
  | {
      readonly stage: 'request'
      readonly index: number
      readonly count: number
      readonly run: number
      readonly runs: number
    }
  /** The figures are there; variants, catalog and probes, which grading needs, are still to come. */
  | { readonly stage: 'measured'; readonly measurement: Measurement }
  /** All but the probes is there. */
  | { readonly stage: 'undisturbed'; readonly measurement: Measurement }
  | { readonly stage: 'probe' | 'variant'; readonly index: number; readonly count: number }

export type OnProgress = (progress: EngineProgress) => void
