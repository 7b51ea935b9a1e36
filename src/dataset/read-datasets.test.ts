import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { findDataset, readDatasets } from './read-datasets.node.ts'

const SHOP = `name: shop
title: The shop
scales: [1]
default-scale: 1
platforms: { shop: Shop }
first-query: SELECT 1;
first-visit: [SELECT 1]
`
const FIRST = `${SHOP.replaceAll('shop', 'first')}default: true\n`

const made: string[] = []
afterEach(() => made.splice(0).forEach((path) => rmSync(path, { recursive: true })))

/** A seed-data/ with these descriptors, by folder. */
function root(descriptors: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'planground-datasets-'))
  made.push(folder)
  for (const [name, text] of Object.entries(descriptors)) {
    mkdirSync(join(folder, name))
    writeFileSync(join(folder, name, 'dataset.yaml'), text)
  }
  return folder
}

describe('datasets', () => {
  test('are the folders that have a descriptor, the default one first', () => {
    const folder = root({ shop: SHOP, first: FIRST })
    mkdirSync(join(folder, 'notes'))
    const all = readDatasets(folder)
    expect(all.map(({ name }) => name)).toEqual(['first', 'shop'])
    expect(all[1]).toEqual({
      name: 'shop',
      title: 'The shop',
      isDefault: false,
      scales: [1],
      defaultScale: 1,
      platforms: { shop: 'Shop' },
      firstQuery: 'SELECT 1;\n',
      firstVisit: ['SELECT 1'],
      folder: join(folder, 'shop'),
    })
    expect(findDataset(undefined, all).name).toBe('first')
    expect(findDataset('shop', all).name).toBe('shop')
    expect(() => findDataset('other', all)).toThrow('There is no dataset other. There are: first, shop')
  })

  test.each([
    ['another name than the folder’s', { shop: FIRST }, /shop\/dataset\.yaml:1: name is first, the folder/],
    ['an unknown key', { first: `${FIRST}more: 1\n` }, /dataset\.yaml:\d+: Unrecognized key: "more"/],
    [
      'a default scale that is not built',
      { first: FIRST.replace('[1]', '[2]') },
      /yaml:4: default-scale: is not/,
    ],
    ['no default', { shop: SHOP }, /0 datasets say/],
    ['two defaults', { first: FIRST, shop: `${SHOP}default: true\n` }, /2 datasets say/],
    [
      'a name that no link can carry',
      { Shop: SHOP.replace('shop', 'Shop') },
      /yaml:1: name: a lower case letter/,
    ],
  ])('%s is refused', (_, descriptors, message) => {
    expect(() => readDatasets(root(descriptors as Record<string, string>))).toThrow(message)
  })
})
