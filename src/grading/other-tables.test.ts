import { beforeAll, expect, test } from 'vitest'
import { loadSqlParser } from '../sql/parser-module.ts'
import { splitStatements } from '../sql/split.ts'
import { catalog, column, index, relation } from './testing/fixtures.ts'
import { otherTablesProbe } from './other-tables.ts'

beforeAll(() => loadSqlParser())

const id = column('id', 'bigint', { notNull: true })
const reference = (table: string, references: string) => ({
  name: `${table}_${references}`,
  table,
  type: 'f',
  definition: `FOREIGN KEY (${references}_id) REFERENCES ${references}(id)`,
  validated: true,
  references,
})
const schema = catalog({
  relations: [
    relation('message', { columns: [id, column('sender_id', 'bigint', { notNull: true })] }),
    relation('sender', {
      columns: [
        id,
        column('active', 'boolean', { notNull: true }),
        column('note', 'text'),
        column('town_id', 'bigint'),
      ],
    }),
    relation('town', { columns: [id, column('name', 'text', { notNull: true })] }),
    relation('seen', { kind: 'v' }),
  ],
  indexes: ['message', 'sender', 'town'].map((name) =>
    index(`${name}_pk`, name, ['id'], { primary: true, unique: true }),
  ),
  constraints: [reference('message', 'sender'), reference('sender', 'town')],
})
const probe = (request: string, own = 'SELECT id FROM message') =>
  otherTablesProbe(request, [own], schema)?.sql

test('only tables that the lesson does not read are changed', () => {
  expect(probe('SELECT id FROM message')).toBeUndefined()
  expect(probe('SELECT 1 FROM message, sender', 'SELECT 1 FROM message JOIN sender ON true')).toBeUndefined()
  const sql = probe('SELECT 1 FROM message m JOIN sender s ON s.id = m.sender_id WHERE s.active') ?? ''
  expect(splitStatements(sql).ok).toBe(true)
  expect(sql).toMatch(/UPDATE "public"."sender" SET "active" = NOT "active"/)
  expect(sql).not.toMatch(/(?:UPDATE|DELETE FROM) "public"."(?:message|town)"|"note" =|"town_id" =/)
})
test('rows that the lesson’s own tables refer to stay, of others of the attempt’s tables those that are left', () => {
  const sql =
    probe('SELECT 1 FROM message m JOIN sender s ON s.id = m.sender_id JOIN town t ON t.id = s.town_id') ?? ''
  const deleted = [
    ...sql.matchAll(
      /DELETE FROM "public"."(\w+)" p WHERE true(?: AND NOT EXISTS \(SELECT 1 FROM "public"."(\w+)")?/g,
    ),
  ]
  expect(deleted.map(([, table, child]) => [table, child])).toEqual([
    ['sender', 'message'],
    ['town', 'sender'],
  ])
})
test('a table that nothing of the lesson refers to is emptied; nullable columns are NULL in part', () => {
  expect(probe('SELECT note FROM message, sender', 'SELECT id FROM town')).toMatch(
    /DELETE FROM "public"."message" p WHERE true;.*DELETE FROM "public"."sender" p WHERE true AND NOT EXISTS \(SELECT 1 FROM "public"."message"/s,
  )
  expect(probe('SELECT note FROM sender')).toMatch(/"note" = reverse\("note"\).*"note" = NULL/s)
})
test('what a view of the lesson reads is not known', () => {
  expect(probe('SELECT 1 FROM sender', 'SELECT 1 FROM seen')).toBeUndefined()
})
