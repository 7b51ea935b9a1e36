/** Between the experiment as the state shares it and the payload of a link, whose list of figures is open. */
import { decodeShare, describeShareError, encodeShare, type ShareNumber } from '../experiment/share.ts'
import { err, ok, type Result } from '../shared/result.ts'
import type { SharedExperiment, SharedTotals } from './ports.ts'

const FIGURES = ['buffers', 'rowsRead', 'rowsReturned', 'statements'] as const
const LESSON = 'lesson'
const NAME = 'file'
const figure = (name: (typeof FIGURES)[number]): string => `after.${name}`

/** What follows `#/x/` in the link. @throws with a sentence for the reader, where no link can hold it */
export async function encodeExperiment({
  lesson,
  name,
  totals,
  ...experiment
}: SharedExperiment): Promise<string> {
  const numbers: ShareNumber[] = []
  if (lesson !== undefined) numbers.push({ kind: LESSON, value: lesson })
  if (name !== undefined) numbers.push({ kind: NAME, value: name })
  if (totals) numbers.push(...FIGURES.map((each) => ({ kind: figure(each), value: totals[each] })))
  const link = await encodeShare(experiment, numbers)
  if (!link.ok) throw new Error(describeShareError(link.error))
  return link.value.replace(/^#\/x\//, '')
}

/** The experiment of a link; the error is a sentence for the reader. */
export async function decodeExperiment(payload: string): Promise<Result<SharedExperiment, string>> {
  const decoded = await decodeShare(`#/x/${payload}`)
  if (!decoded.ok) return err(describeShareError(decoded.error))
  const { experiment, numbers } = decoded.value
  const value = (kind: string) => numbers.find((number) => number.kind === kind)?.value
  const lesson = value(LESSON)
  const name = value(NAME)
  const totals = Object.fromEntries(FIGURES.map((each) => [each, value(figure(each))]))
  const complete = FIGURES.every((each) => typeof totals[each] === 'number')
  return ok({
    ...experiment,
    ...(typeof lesson === 'string' ? { lesson } : {}),
    ...(typeof name === 'string' ? { name } : {}),
    ...(complete ? { totals: totals as unknown as SharedTotals } : {}),
  })
}
