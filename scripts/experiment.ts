/**
 * Measures an experiment file.
 *
 *   npm run experiment -- FILE.sql [--scale 0.5] [--json]
 *
 * Exit code: 0 measured, 2 an error.
 */
import { readFile } from 'node:fs/promises'
import { findDataset } from '../src/dataset/read-datasets.node.ts'
import { describeFormatError, parseExperiment } from '../src/experiment/format.ts'
import { command, readArguments, readScale, UsageError } from './lib/arguments.ts'
import { describeEngineError, openEngine, preferQuickStart } from './lib/engine.ts'
import { printPlan, printMeasurement } from './lib/print.ts'

const USAGE = 'Usage: npm run experiment -- FILE.sql [--scale 0.5] [--json]'

preferQuickStart()

await command(async () => {
  const { values, positionals } = readArguments(USAGE, {
    scale: { type: 'string' },
    json: { type: 'boolean', default: false },
  })
  const [file, ...surplus] = positionals
  if (file === undefined || surplus.length > 0) throw new UsageError(USAGE)
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new UsageError(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`)
  })
  const parsed = parseExperiment(text)
  if (!parsed.ok) throw new UsageError(`${file}: ${describeFormatError(parsed.error)}`)
  const { changes, query } = parsed.value.experiment
  const found = findDataset(parsed.value.dataset?.name)
  const dataset = found.name
  const scale = readScale(values.scale) ?? parsed.value.dataset?.scale ?? found.defaultScale
  const engine = await openEngine(dataset, scale)
  const outcome = await engine.measure({ dataset, scale, changes, query })
  if (!outcome.ok) {
    if (values.json) process.stdout.write(`${JSON.stringify({ error: outcome.error }, null, 2)}\n`)
    throw new UsageError(describeEngineError(outcome.error))
  }
  const measured = outcome.value
  process.stdout.write(
    values.json
      ? `${JSON.stringify(measured, null, 2)}\n`
      : `${printMeasurement(measured)}\n${measured.statements.map(printPlan).join('\n')}\n`,
  )
  return 0
})
