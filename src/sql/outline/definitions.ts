/** Parts of definitions as they are written: names, columns and foreign keys. */
import { findTable, type ForeignKey, type Schema, type SchemaColumn } from '../schema.ts'
import { isGroup, isSign, nameIn, wordOf, type Group, type Item } from './groups.ts'

interface Named {
  readonly parts: readonly string[]
  /** Index behind the name. */
  readonly next: number
}

const SKIPPED = new Set(['IF', 'NOT', 'EXISTS', 'ONLY', 'CONCURRENTLY'])

/** The dotted name at `from`, after IF NOT EXISTS and the like. */
export function nameAt(items: readonly Item[], from: number): Named {
  let at = from
  while (SKIPPED.has(wordOf(items[at]))) at++
  const parts: string[] = []
  for (let name = nameIn(items[at]); name !== undefined; name = nameIn(items[at])) {
    parts.push(name)
    at++
    if (!isSign(items[at], '.')) break
    at++
  }
  return { parts, next: at }
}

export const CONSTRAINT_WORDS = new Set([
  'CONSTRAINT',
  'PRIMARY',
  'UNIQUE',
  'FOREIGN',
  'CHECK',
  'EXCLUDE',
  'NOT',
])
const AFTER_TYPE = new Set([
  'NOT',
  'NULL',
  'DEFAULT',
  'PRIMARY',
  'REFERENCES',
  'GENERATED',
  'CHECK',
  'UNIQUE',
  'COLLATE',
  'CONSTRAINT',
  'STORAGE',
  'COMPRESSION',
])

/** `name type …`. */
export function columnOf(part: readonly Item[]): SchemaColumn | undefined {
  const name = nameIn(part[0])
  if (name === undefined) return undefined
  const end = part.findIndex((item, index) => index > 0 && AFTER_TYPE.has(wordOf(item)))
  const type = part.slice(1, end < 0 ? undefined : end)
  const words = part.map(wordOf)
  const key = words.includes('PRIMARY') ? 'primary' : words.includes('REFERENCES') ? 'foreign' : undefined
  return { name, type: textOf(type), ...(key ? { key } : {}) }
}

/** Items as text, with single spaces between words. */
const textOf = (items: readonly Item[]): string =>
  items
    .map((item) => (isGroup(item) ? `(${textOf(item.items)})` : item.text))
    .join(' ')
    .replaceAll(' (', '(')
    .replaceAll(' ,', ',')

/** Foreign keys that a column or a table constraint declares. */
export function foreignKeysOf(table: string, part: readonly Item[], schema: Schema): ForeignKey[] {
  const at = part.findIndex((item) => wordOf(item) === 'REFERENCES')
  if (at < 0) return []
  const { parts, next } = nameAt(part, at + 1)
  const references = parts.at(-1)
  if (references === undefined) return []
  const list = part.findIndex((item) => wordOf(item) === 'KEY')
  const own = wordOf(part[list - 1]) === 'FOREIGN' ? part[list + 1] : undefined
  const columns = isGroup(own) ? namesIn(own) : [nameIn(part[0]) ?? '']
  const target = part[next]
  const primary = findTable(schema, parts)?.columns?.find(({ key }) => key === 'primary')
  const referencedColumns = isGroup(target) ? namesIn(target) : [primary?.name ?? 'id']
  return [{ table, columns, references, referencedColumns }]
}

export const namesIn = (group: Group) => group.items.flatMap((item) => nameIn(item) ?? [])
