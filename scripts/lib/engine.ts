/** The engine for command-line tools: the snapshot is built where it is missing, runaway statements are stopped. */
import { spawnSync } from 'node:child_process'
import { setFlagsFromString } from 'node:v8'
import { fileURLToPath } from 'node:url'
import { createNodeEngine } from '../../src/engine/host/node-engine.node.ts'
import type { Engine, EngineError } from '../../src/engine/contract/index.ts'
import type { GradingFailure } from '../../src/grading/session.ts'
import { errorAdvice } from '../../src/sql/advice.ts'
import { loadSqlParser } from '../../src/sql/parser-module.ts'
import { UsageError } from './arguments.ts'

/** Longest time for one measurement, ms. */
const TIME_LIMIT = 120_000

/**
 * For a command that measures little: V8's optimizing compiler then costs more than it saves. Measured: a first
 * measurement takes 1.3 s of processor time without it and 3.3 s with it. Only times change, and those are not graded.
 */
export function preferQuickStart(): void {
  setFlagsFromString('--liftoff-only')
}

const built = new Set<string>()

/** In a process of its own: building freezes the clock and the random sources of its process. */
function buildSnapshotIfNeeded(dataset: string, scale: number): void {
  const script = fileURLToPath(new URL('../build-snapshot.ts', import.meta.url))
  const { status } = spawnSync(
    process.execPath,
    ['--import', 'tsx', script, '--if-needed', '--dataset', dataset, '--scale', String(scale)],
    {
      cwd: fileURLToPath(new URL('../..', import.meta.url)),
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  )
  if (status !== 0) throw new UsageError(`The snapshot of ${dataset} at scale ${scale} could not be built.`)
}

export async function openEngine(dataset: string, scale: number): Promise<Engine> {
  const key = `${dataset}@${scale}`
  if (!built.has(key)) buildSnapshotIfNeeded(dataset, scale)
  built.add(key)
  await loadSqlParser()
  return createNodeEngine({ dataset, scale, timeLimit: TIME_LIMIT })
}

/** An error in words, with PostgreSQL's own fields. */
export function describeEngineError(error: EngineError): string {
  switch (error.kind) {
    case 'postgres': {
      const { severity, message, code, detail, hint } = error.error
      const advice = errorAdvice(error.error)
      const more = [detail && `DETAIL: ${detail}`, hint && `HINT: ${hint}`, advice].filter(
        (line) => line !== undefined && line !== '',
      )
      return [`${severity} ${code} in the ${error.span.pane}: ${message}`, ...more].join('\n')
    }
    case 'text':
      return `In the ${error.span.pane}, character ${error.span.start + 1}: ${error.message}${error.hint === undefined ? '' : `\n${error.hint}`}`
    case 'stopped':
      return `It took longer than ${TIME_LIMIT / 1000} s and was stopped.`
    case 'crash':
    case 'load':
    case 'internal':
      return error.message
  }
}

/** Why an attempt has no verdict. */
export const describeGradingFailure = (failure: GradingFailure): string =>
  'error' in failure ? describeEngineError(failure.error) : failure.message
