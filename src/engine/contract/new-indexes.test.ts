import { describe, expect, it } from 'vitest'
import type { Catalog, CatalogIndex } from './index.ts'
import { EMPTY_CATALOG, newIndexes, newIndexesOfTables } from './index.ts'

let oids = 100
function index(name: string, on: string, more: Partial<CatalogIndex> = {}): CatalogIndex {
  const table = on.split(' ')[0] ?? ''
  return {
    oid: ++oids,
    name,
    schema: 'public',
    table,
    method: 'btree',
    unique: false,
    primary: false,
    valid: true,
    constraint: false,
    keys: [],
    include: [],
    predicate: null,
    definition: `CREATE INDEX ${name} ON public.${on}`,
    pages: 1,
    bytes: 8192,
    scans: 0,
    ...more,
  }
}

const of = (...indexes: CatalogIndex[]): Catalog => ({ ...EMPTY_CATALOG, indexes })
const added = (before: Catalog, after: Catalog) => newIndexes(before, after).map(({ name }) => name)

describe('an index is new', () => {
  const old = index('old', 't USING btree (a)')

  it('where there was none', () => {
    expect(added(of(old), of(old, index('more', 't USING btree (b)')))).toEqual(['more'])
    expect(added(of(), of(old))).toEqual(['old'])
  })

  it('where a second one of the same definition stands beside it', () => {
    expect(added(of(old), of(old, index('twin', 't USING btree (a)')))).toEqual(['twin'])
    const again = index('again', 't USING btree (a)')
    expect(added(of(old), of(again, index('twin', 't USING btree (a)')))).toEqual(['twin'])
  })

  it('where it stands for nothing: the build of its like has failed', () => {
    const invalid = index('again', 't USING btree (a)', { valid: false })
    expect(added(of(old), of(invalid))).toEqual(['again'])
    expect(added(of(invalid), of(old))).toEqual(['old'])
  })

  it('where the one that is gone was another', () => {
    expect(added(of(old), of(index('old', 't USING btree (a, b)')))).toEqual(['old'])
    expect(added(of(old), of(index('old', 'other USING btree (a)')))).toEqual(['old'])
    const unique = index('old', 't', { definition: 'CREATE UNIQUE INDEX old ON public.t USING btree (a)' })
    expect(added(of(old), of(unique))).toEqual(['old'])
  })
})

describe('an index is not new', () => {
  it.each([
    [
      'renamed',
      (old: CatalogIndex) => ({
        ...old,
        name: 'x',
        definition: 'CREATE INDEX x ON public.t USING btree (a)',
      }),
    ],
    ['rebuilt', (old: CatalogIndex) => ({ ...old, oid: 1 })],
    ['made again under another name', () => index('other', 't USING btree (a)')],
    [
      'made again under a name in quotes',
      () => index('an ON', 't', { definition: 'CREATE INDEX "an ""ON" ON public.t USING btree (a)' }),
    ],
  ])('%s', (_what, change) => {
    const old = index('old', 't USING btree (a)')
    expect(added(of(old), of(change(old)))).toEqual([])
  })
})

it('indexes of tables that the changes make belong to them', () => {
  const relation = { name: 't', schema: 'public', kind: 'r' } as Catalog['relations'][number]
  const before = { ...of(), relations: [relation, { ...relation, name: 'v', kind: 'm' }] }
  const after = of(
    index('known', 't USING btree (a)'),
    index('made', 'u USING btree (a)'),
    index('of_view', 'v USING btree (a)'),
    index('elsewhere', 't USING btree (a)', { schema: 'mine' }),
  )
  expect(newIndexesOfTables(before, after).map(({ name }) => name)).toEqual(['known'])
})
