/** The datasets of this site: those of the folders in seed-data/, read when the page was built. */
import { datasets } from 'virtual:datasets'
import type { Dataset } from './types.ts'

export { datasets }

export const datasetNamed = (name: string): Dataset | undefined =>
  datasets.find((dataset) => dataset.name === name)

/** What a page starts with. @throws where the build let none through, which it does not */
export function defaultDataset(): Dataset {
  const found = datasets.find(({ isDefault }) => isDefault)
  if (!found) throw new Error('No dataset is the default one.')
  return found
}
