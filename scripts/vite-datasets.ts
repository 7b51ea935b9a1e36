/** Vite plugin: `virtual:datasets` gives what a page needs of the datasets in seed-data/, some hundred bytes. */
import { join } from 'node:path'
import type { Plugin } from 'vite'
import { DESCRIPTOR, readDatasets, type DatasetSource } from '../src/dataset/read-datasets.node.ts'
import type { Dataset } from '../src/dataset/types.ts'

const ID = 'virtual:datasets'
const RESOLVED = `\0${ID}`

/** What only building needs stays out of the page. */
const BUILD_ONLY: readonly string[] = ['folder', 'firstVisit'] satisfies readonly Exclude<
  keyof DatasetSource,
  keyof Dataset
>[]

export function datasetsPlugin(): Plugin {
  return {
    name: 'datasets',
    resolveId: (id) => (id === ID ? RESOLVED : undefined),
    load(id) {
      if (id !== RESOLVED) return undefined
      const datasets = readDatasets()
      for (const { folder } of datasets) this.addWatchFile(join(folder, DESCRIPTOR))
      const json = JSON.stringify(datasets, (key, value: unknown) =>
        BUILD_ONLY.includes(key) ? undefined : value,
      )
      return `export const datasets = ${json}\n`
    },
  }
}
