/** Reads the descriptors of seed-data/<dataset>/dataset.yaml. A dataset is such a folder, and nothing else lists it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { readYaml } from '../shared/read-yaml.node.ts'
import { DATASET_NAME } from './name.ts'
import type { Dataset } from './types.ts'

/** The repository's root. */
const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..')
export const SEED_DATA = join(ROOT, 'seed-data')
export const DESCRIPTOR = 'dataset.yaml'

/** The SQL of a dataset, in the order in which it runs. */
export const SEED_FILES: readonly string[] = ['schema.sql', 'seed.sql', 'indexes.sql', 'finish.sql']

/** A dataset with what building it needs besides. */
export interface DatasetSource extends Dataset {
  /** Absolute path of its folder, where the files of `SEED_FILES` lie. */
  readonly folder: string
  /** Statements of a first visit: what they touch of the system catalogs is loaded before anything else. */
  readonly firstVisit: readonly string[]
}

const text = z.string().trim().min(1)
const scale = z.number().positive().max(4)

const schema = z
  .strictObject({
    name: z
      .string()
      .regex(DATASET_NAME, 'a lower case letter, then lower case letters, digits, hyphens and underscores'),
    title: text.max(60).describe('What people call it.'),
    default: z.boolean().default(false).describe('Pages start with it; true of exactly one dataset.'),
    scales: z.array(scale).min(1).describe('Scales that are built; 1 is about a million rows.'),
    'default-scale': scale.describe('One of the scales.'),
    platforms: z
      .record(z.string(), text)
      .refine((value) => Object.keys(value).length > 0, 'name at least one')
      .describe('Titles by the name that a lesson uses.'),
    'first-query': text.describe('What the free experiment begins with.'),
    'first-visit': z
      .array(text)
      .min(1)
      .describe('Statements whose system catalogs are loaded before anything else.'),
  })
  .refine((value) => value.scales.includes(value['default-scale']), {
    path: ['default-scale'],
    message: 'is not one of the scales',
  })

/** @throws with file, line and reason where a descriptor is not right */
export function readDatasets(root = SEED_DATA): readonly DatasetSource[] {
  const found = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(root, entry.name, DESCRIPTOR)))
    .map((entry) => readDataset(root, entry.name))
    .toSorted((a, b) => Number(b.isDefault) - Number(a.isDefault) || (a.name < b.name ? -1 : 1))
  const defaults = found.filter(({ isDefault }) => isDefault).length
  if (defaults !== 1)
    throw new Error(
      `${relative(ROOT, root)}: ${defaults} datasets say “default: true”; it is one that pages start with.`,
    )
  return found
}

function readDataset(root: string, name: string): DatasetSource {
  const folder = join(root, name)
  const file = join(folder, DESCRIPTOR)
  const read = readYaml(readFileSync(file, 'utf8').replaceAll('\r\n', '\n'), schema)
  const problems = read.ok
    ? read.value.name === name
      ? []
      : [{ line: 1, message: `name is ${read.value.name}, the folder says ${name}` }]
    : read.error
  if (!read.ok || problems.length > 0)
    throw new Error(
      problems.map(({ line, message }) => `${relative(ROOT, file)}:${line}: ${message}`).join('\n'),
    )
  const { value } = read
  return {
    name,
    title: value.title,
    isDefault: value.default,
    scales: value.scales,
    defaultScale: value['default-scale'],
    platforms: value.platforms,
    firstQuery: `${value['first-query']}\n`,
    firstVisit: value['first-visit'],
    folder,
  }
}

/** The dataset of that name, or the default one. @throws where there is none */
export function findDataset(name?: string, all = readDatasets()): DatasetSource {
  const found = all.find((each) => (name === undefined ? each.isDefault : each.name === name))
  if (!found)
    throw new Error(`There is no dataset ${name}. There are: ${all.map((each) => each.name).join(', ')}`)
  return found
}
