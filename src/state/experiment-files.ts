/** Between experiment files and what the state opens. */
import { datasetNamed } from '../dataset/registry.ts'
import { describeFormatError, hasSections, parseExperiment } from '../experiment/format.ts'
import { err, ok, type Result } from '../shared/result.ts'
import type { ExperimentFile } from './ports.ts'

/** undefined where the text has neither parts nor a dataset of its own: it is plain SQL. */
export function parseFile(text: string): Result<ExperimentFile, string> | undefined {
  const parsed = parseExperiment(text)
  if (!hasSections(text) && !(parsed.ok && parsed.value.dataset)) return undefined
  if (!parsed.ok) return err(describeFormatError(parsed.error))
  const { experiment, dataset: named } = parsed.value
  if (!named) return ok({ ...experiment, dataset: undefined })
  const dataset = datasetNamed(named.name)
  if (!dataset) return err(`there is no dataset “${named.name}” here.`)
  const scale = named.scale ?? dataset.defaultScale
  if (!dataset.scales.includes(scale))
    return err(`the dataset ${dataset.name} is there at scale ${dataset.scales.join(', ')}, not at ${scale}.`)
  return ok({ ...experiment, dataset: { dataset: dataset.name, scale } })
}
