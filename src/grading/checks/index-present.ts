import { z } from 'zod'
import type { CatalogIndex, CatalogIndexKey } from '../../engine/protocol.ts'
import { catalogs, normalExpression } from '../catalog-diff.ts'
import type { CheckKind } from '../check.ts'
import { code, list } from '../numbers.ts'

const key = z
  .string()
  .describe('Column or expression; with `asc` or `desc` behind it the direction counts, e.g. `sent_at desc`.')
const schema = z.strictObject({
  table: z.string().describe('Table of the index.'),
  keys: z
    .array(z.union([key, z.array(key).min(2)]))
    .min(1)
    .describe('Leading keys in order. A list inside the list: these in any order.'),
  exactly: z.boolean().default(false).describe('No further key columns.'),
  method: z
    .union([z.string(), z.array(z.string())])
    .optional()
    .describe('Access method or methods, e.g. `gin`. Any where left out.'),
  where: z
    .union([z.literal('none'), z.literal('any'), z.string()])
    .default('none')
    .describe('Predicate: `none` (index over all rows), `any`, or the predicate itself.'),
  include: z
    .array(z.string())
    .optional()
    .describe('Columns that the index must carry, as keys or by INCLUDE.'),
  unique: z.boolean().optional().describe('Must be unique, or must not.'),
  opclass: z.string().optional().describe('Operator class of the first key, e.g. `jsonb_path_ops`.'),
  absent: z.boolean().default(false).describe('There must be no such index.'),
})

type Params = z.infer<typeof schema>

interface Wanted {
  readonly expression: string
  readonly descending: boolean | undefined
}

function wanted(text: string): Wanted {
  const match = /^(.*?)\s+(asc|desc)$/i.exec(text)
  return {
    expression: normalExpression(match?.[1] ?? text),
    descending: match ? match[2]?.toLowerCase() === 'desc' : undefined,
  }
}

/** Whether `keys` answer `specs`, mirrored or not: a B-tree reads both ways. */
function keysMatch(keys: readonly CatalogIndexKey[], specs: Params['keys']): boolean {
  const directions = new Set<boolean>()
  let at = 0
  for (const spec of specs) {
    const group = (typeof spec === 'string' ? [spec] : spec).map(wanted)
    const open = [...group]
    for (let index = 0; index < group.length; index++) {
      const mine = keys[at++]
      const found = mine
        ? open.findIndex((each) => each.expression === normalExpression(mine.expression))
        : -1
      const match = open[found]
      if (!mine || !match) return false
      if (match.descending !== undefined) directions.add(match.descending === mine.descending)
      open.splice(found, 1)
    }
  }
  return directions.size <= 1
}

function matches(index: CatalogIndex, params: Params): boolean {
  const { method, where, include, unique, opclass } = params
  const carried = [...index.keys.map((each) => each.expression), ...index.include].map(normalExpression)
  return (
    index.valid &&
    index.table === params.table &&
    keysMatch(index.keys, params.keys) &&
    (!params.exactly || index.keys.length === params.keys.flat().length) &&
    (method === undefined || (typeof method === 'string' ? [method] : method).includes(index.method)) &&
    (where === 'any' ||
      (where === 'none'
        ? index.predicate === null
        : normalExpression(index.predicate ?? '') === normalExpression(where))) &&
    (include ?? []).every((each) => carried.includes(normalExpression(each))) &&
    (unique === undefined || index.unique === unique) &&
    (opclass === undefined || index.keys[0]?.opclass === opclass)
  )
}

const words = ({ table, keys, method, where }: Params): string => {
  const columns = keys.map((each) => (typeof each === 'string' ? each : `{${each.join(', ')}}`)).join(', ')
  const using =
    method === undefined ? '' : ` using ${typeof method === 'string' ? method : method.join(' or ')}`
  return `${table}${using} (${columns})${where === 'none' ? '' : where === 'any' ? ', partial or not' : ` where ${where}`}`
}

/** An index is there, known by what it covers and not by its name. */
export const index: CheckKind<Params> = {
  kind: 'index',
  schema,
  evaluate(params, { attempt }) {
    const { after } = catalogs(attempt)
    const found = after.indexes.find((each) => matches(each, params))
    const passed = (found !== undefined) !== params.absent
    const own = after.indexes
      .filter((each) => each.table === params.table)
      .map((each) => each.definition.replace(/^.* ON /, ''))
    return {
      title: `${params.absent ? 'No index' : 'Index'} on ${words(params)}`,
      passed,
      message: found
        ? `${code(found.name)} covers it${passed ? '.' : ': drop it.'}`
        : `No index covers it.${passed ? '' : ` The table has ${list(own) || 'none'}.`}`,
      actual: found?.definition ?? null,
      limit: words(params),
    }
  },
}
