import { expect, test } from 'vitest'
import type { Catalog } from '../../../engine/contract/index.ts'
import { measurement } from '../../../grading/testing/fixtures.ts'
import { INITIAL_STATE, type AppState } from '../../../state/app-state.ts'
import { paneSchema, schemaOf, textSchema } from './schema.ts'

const base = measurement().catalog?.after as Catalog
const [table] = base.relations
const catalog = (names: readonly string[], more: Partial<Catalog> = {}): Catalog => ({
  ...base,
  relations: names.map((name) => ({ ...table!, kind: 'r', schema: 'public', name })),
  ...more,
})

const state = (changes: string, more: Partial<AppState['bench']>): AppState => ({
  ...INITIAL_STATE,
  text: { changes, query: '' },
  bench: { ...INITIAL_STATE.bench, ...more },
})
const measured = (changes: string) => ({
  text: { changes, query: '' },
  at: 1,
  measurement: measurement({ catalog: { before: catalog(['base']), after: catalog(['base', 'made']) } }),
})
const names = (schema: ReturnType<typeof paneSchema>) => schema?.tables.map(({ name }) => name)

test('keys come from the constraints', () => {
  const column = { ...table!.columns[0]!, type: 'bigint' }
  const { tables, foreignKeys } = schemaOf({
    ...base,
    relations: [
      {
        ...table!,
        kind: 'r',
        name: 'a',
        tuples: 12,
        columns: ['id', 'B c', 'd'].map((name) => ({ ...column, name })),
      },
      { ...table!, kind: 'S', name: 'a_id_seq' },
    ],
    constraints: [
      { name: 'p', table: 'a', type: 'p', definition: 'PRIMARY KEY (id)', validated: true, references: null },
      {
        name: 'f',
        table: 'a',
        type: 'f',
        definition: 'FOREIGN KEY ("B c") REFERENCES audit.other(id) DEFERRABLE INITIALLY DEFERRED',
        validated: true,
        references: 'other',
      },
    ],
  })
  expect(tables.map(({ name, rows }) => [name, rows])).toEqual([['a', 12]])
  expect(tables[0]?.columns?.map(({ key }) => key)).toEqual(['primary', 'foreign', undefined])
  expect(foreignKeys).toEqual([
    { table: 'a', columns: ['B c'], references: 'other', referencedColumns: ['id'] },
  ])
})

test('the Changes pane meets the dataset, the Query pane what the changes make of it', () => {
  const run = state('CREATE TABLE made (a int)', { attempt: measured('CREATE TABLE made (a int)') })
  expect(names(paneSchema(run, 'changes'))).toEqual(['base'])
  expect(names(paneSchema(run, 'query'))).toEqual(['base', 'made'])
  const edited = state('CREATE TABLE other (a int)', { attempt: measured('CREATE TABLE made (a int)') })
  expect(names(paneSchema(edited, 'query'))).toEqual(['base', 'other'])
})

test('without a measurement the schema that was read counts, and without that the text alone', () => {
  const nothing = state('CREATE TABLE made (a int)', {})
  expect(paneSchema(nothing, 'query')).toBeNull()
  expect(names(textSchema(nothing, 'query'))).toEqual(['made'])
  expect(names(textSchema(nothing, 'changes'))).toEqual([])
  const looked: AppState = {
    ...nothing,
    schema: { status: 'ready', catalog: catalog(['base']), error: null },
  }
  expect(names(paneSchema(looked, 'query'))).toEqual(['base', 'made'])
})
