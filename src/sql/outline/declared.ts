/**
 * The schema after statements that are only written, not run: tables and views made, changed and dropped. What cannot
 * be told from the text, e.g. what a DO block does, makes the schema `incomplete`.
 */
import { findTable, type ForeignKey, type Schema, type SchemaColumn, type SchemaTable } from '../schema.ts'
import { levelOf } from './clauses.ts'
import { groupColumns, type Names } from './columns.ts'
import { columnOf, CONSTRAINT_WORDS, foreignKeysOf, nameAt, namesIn } from './definitions.ts'
import { byComma, isGroup, nameIn, statementsOf, wordOf, type Group, type Item } from './groups.ts'

/** `schema` after the statements of `text`. */
export const schemaAfter = (schema: Schema, text: string): Schema =>
  statementsOf(text).reduce(afterStatement, schema)

/** `schema` after one statement. */
export function afterStatement(schema: Schema, statement: Group): Schema {
  const { items } = statement
  const words = items.map(wordOf)
  const [first = ''] = words
  switch (first) {
    case 'CREATE':
      return afterCreate(schema, statement, words)
    case 'ALTER':
      return afterAlter(schema, items, words)
    case 'DROP':
      return afterDrop(schema, items, words)
    case 'DO':
    case 'CALL':
    case 'EXECUTE':
    case 'IMPORT':
      return { ...schema, incomplete: true }
    case 'SET':
    case 'RESET':
      return words.includes('SEARCH_PATH') ? { ...schema, incomplete: true } : schema
    case 'SELECT':
    case 'WITH':
      return afterSelectInto(schema, statement)
    default:
      return schema
  }
}

const isSame = (table: SchemaTable, parts: readonly string[]) =>
  table.name === parts.at(-1) && (parts.length < 2 || table.schema === parts.at(-2))

function withTable(
  schema: Schema,
  parts: readonly string[],
  kind: string,
  columns: SchemaTable['columns'],
): Schema {
  const name = parts.at(-1)
  if (name === undefined) return schema
  const table: SchemaTable = { schema: parts.at(-2) ?? 'public', name, kind, rows: null, columns }
  return { ...schema, tables: [...schema.tables.filter((each) => !isSame(each, parts)), table] }
}

const MODIFIERS = new Set([
  'OR',
  'REPLACE',
  'TEMP',
  'TEMPORARY',
  'GLOBAL',
  'LOCAL',
  'UNLOGGED',
  'UNIQUE',
  'RECURSIVE',
])

function afterCreate(schema: Schema, statement: Group, words: readonly string[]): Schema {
  const { items } = statement
  let at = 1
  while (MODIFIERS.has(words[at] ?? '')) at++
  const what = words[at]
  switch (what) {
    case 'TABLE':
      return afterCreateTable(schema, statement, at + 1)
    case 'MATERIALIZED':
      return afterCreateView(schema, statement, at + 2, 'materialized view')
    case 'VIEW':
      return afterCreateView(schema, statement, at + 1, 'view')
    case 'INDEX': {
      const index = words[at + 1] === 'ON' ? undefined : nameAt(items, at + 1)
      const table = nameAt(items, words.indexOf('ON', at) + 1).parts.at(-1)
      const name = index?.parts.at(-1)
      if (name === undefined || table === undefined) return schema
      return { ...schema, indexes: [...schema.indexes.filter((each) => each.name !== name), { name, table }] }
    }
    case 'FUNCTION':
    case 'PROCEDURE': {
      const name = nameAt(items, at + 1).parts.at(-1)
      // Its body may do anything when it is called.
      return {
        ...schema,
        incomplete: true,
        functions: name === undefined ? schema.functions : [...schema.functions, name],
      }
    }
    case 'SCHEMA':
    case 'FOREIGN':
      return { ...schema, incomplete: true }
    default:
      return schema
  }
}

function afterCreateTable(schema: Schema, statement: Group, from: number): Schema {
  const { items } = statement
  const { parts, next } = nameAt(items, from)
  const name = parts.at(-1)
  if (name === undefined) return schema
  const list = items[next]
  const as = items.findIndex((item, index) => index >= next && wordOf(item) === 'AS')
  if (as >= 0) return withTable(schema, parts, 'table', queryColumns(schema, statement, list))
  if (wordOf(list) === 'PARTITION') {
    const parent = findTable(schema, nameAt(items, next + 2).parts)
    return withTable(schema, parts, 'table', parent?.columns ?? null)
  }
  if (!isGroup(list)) return withTable(schema, parts, 'table', null)
  const columns: SchemaColumn[] = []
  let known = !items.some((item) => wordOf(item) === 'INHERITS')
  const foreignKeys: ForeignKey[] = []
  for (const part of byComma(list.items)) {
    const word = wordOf(part[0])
    if (word === 'LIKE') {
      const like = findTable(schema, nameAt(part, 1).parts)?.columns
      if (like) columns.push(...like)
      else known = false
    } else if (!CONSTRAINT_WORDS.has(word)) {
      const column = columnOf(part)
      if (column) columns.push(column)
    }
    foreignKeys.push(...foreignKeysOf(name, part, schema))
  }
  const made = withTable(schema, parts, 'table', known ? columns : null)
  return { ...made, foreignKeys: [...made.foreignKeys.filter(({ table }) => table !== name), ...foreignKeys] }
}

/** Columns of the query of CREATE … AS, under the names of `list` where there are some. */
function queryColumns(schema: Schema, statement: Group, list: Item | undefined): SchemaTable['columns'] {
  const names: Names = { schema, ctes: [] }
  const columns = groupColumns(statement, names)?.map(({ name, type }) => ({ name, type })) ?? null
  if (!isGroup(list)) return columns
  return namesIn(list).map((name, index) => ({ type: '', ...columns?.[index], name }))
}

function afterCreateView(schema: Schema, statement: Group, from: number, kind: string): Schema {
  const { parts, next } = nameAt(statement.items, from)
  return withTable(schema, parts, kind, queryColumns(schema, statement, statement.items[next]))
}

function afterSelectInto(schema: Schema, statement: Group): Schema {
  const clause = levelOf(statement).queries[0]?.clauses.find(({ name }) => name === 'select')
  const into = clause?.items.findIndex((item) => wordOf(item) === 'INTO') ?? -1
  if (!clause || into < 0) return schema
  const at = clause.items.findIndex(
    (item, index) => index > into && !['TEMP', 'TEMPORARY', 'UNLOGGED', 'TABLE'].includes(wordOf(item)),
  )
  return withTable(
    schema,
    nameAt(clause.items, at).parts,
    'table',
    queryColumns(schema, statement, undefined),
  )
}

function afterDrop(schema: Schema, items: readonly Item[], words: readonly string[]): Schema {
  const at = words[1] === 'MATERIALIZED' ? 3 : 2
  const names = byComma(items.slice(at)).map((part) => nameAt(part, 0).parts)
  switch (words[1]) {
    case 'TABLE':
    case 'VIEW':
    case 'MATERIALIZED':
      return {
        ...schema,
        tables: schema.tables.filter((table) => !names.some((parts) => isSame(table, parts))),
        foreignKeys: schema.foreignKeys.filter(
          ({ table, references }) => !names.some((parts) => [table, references].includes(parts.at(-1) ?? '')),
        ),
      }
    case 'INDEX':
      return {
        ...schema,
        indexes: schema.indexes.filter(({ name }) => !names.some((parts) => parts.at(-1) === name)),
      }
    default:
      return schema
  }
}

function afterAlter(schema: Schema, items: readonly Item[], words: readonly string[]): Schema {
  const at = words[1] === 'MATERIALIZED' ? 3 : 2
  const { parts, next } = nameAt(items, at)
  const name = parts.at(-1)
  if (name === undefined) return schema
  if (words[1] === 'INDEX') {
    const to = words[next] === 'RENAME' ? nameIn(items[next + 2]) : undefined
    return to === undefined
      ? schema
      : {
          ...schema,
          indexes: schema.indexes.map((each) => (each.name === name ? { ...each, name: to } : each)),
        }
  }
  if (!['TABLE', 'VIEW', 'MATERIALIZED'].includes(words[1] ?? '')) return schema
  return byComma(items.slice(next)).reduce((each, action) => afterAction(each, name, action), schema)
}

/** One action of ALTER TABLE. */
function afterAction(schema: Schema, table: string, action: readonly Item[]): Schema {
  const words = action.map(wordOf)
  const [verb = '', second = ''] = words
  const at = second === 'COLUMN' ? 2 : 1
  const change = (columns: (list: readonly SchemaColumn[]) => readonly SchemaColumn[]): Schema => ({
    ...schema,
    tables: schema.tables.map((each) =>
      each.name === table && each.columns ? { ...each, columns: columns(each.columns) } : each,
    ),
  })
  const foreignKeys = foreignKeysOf(
    table,
    words[at] === 'IF' ? action.slice(at + 3) : action.slice(at),
    schema,
  )
  if (verb === 'ADD') {
    const column = CONSTRAINT_WORDS.has(second)
      ? undefined
      : columnOf(action.slice(words[at] === 'IF' ? at + 3 : at))
    const added = column
      ? change((list) => [...list.filter(({ name }) => name !== column.name), column])
      : schema
    return { ...added, foreignKeys: [...added.foreignKeys, ...foreignKeys] }
  }
  if (verb === 'DROP' && second !== 'CONSTRAINT') {
    const dropped = nameAt(action, at).parts.at(-1)
    return change((list) => list.filter(({ name }) => name !== dropped))
  }
  if (verb !== 'RENAME' || second === 'CONSTRAINT') return schema
  if (second === 'TO') {
    const to = nameIn(action[2])
    if (to === undefined) return schema
    return {
      ...schema,
      tables: schema.tables.map((each) => (each.name === table ? { ...each, name: to } : each)),
      foreignKeys: schema.foreignKeys.map((key) => ({
        ...key,
        table: key.table === table ? to : key.table,
        references: key.references === table ? to : key.references,
      })),
    }
  }
  const from = nameIn(action[at])
  const to = nameIn(action[at + 2])
  return to === undefined
    ? schema
    : change((list) => list.map((column) => (column.name === from ? { ...column, name: to } : column)))
}
