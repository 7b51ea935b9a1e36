import { z } from 'zod'
import type { CatalogIndex, CatalogIndexKey } from '../../engine/contract/index.ts'
import { catalogs, newIndexes, normalExpression } from '../catalog-diff.ts'
import type { CheckKind } from '../check.ts'
import { code, list } from '../../shared/words.ts'

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

/** What an index with the right keys lacks; null where it answers `params`, undefined where its keys are others. */
function lacks(index: CatalogIndex, params: Params): string | null | undefined {
  const { method, where, include, unique, opclass } = params
  if (index.table !== params.table || !keysMatch(index.keys, params.keys)) return undefined
  const carried = [...index.keys.map((each) => each.expression), ...index.include].map(normalExpression)
  const methods = typeof method === 'string' ? [method] : method
  if (!index.valid) return 'is not valid'
  if (params.exactly && index.keys.length !== params.keys.flat().length) return 'has further columns'
  if (methods && !methods.includes(index.method)) return `is a ${index.method} index`
  if (where === 'none' && index.predicate !== null) return 'covers some rows only'
  if (
    where !== 'any' &&
    where !== 'none' &&
    normalExpression(index.predicate ?? '') !== normalExpression(where)
  )
    return index.predicate === null ? 'covers all rows' : 'covers other rows'
  const missing = (include ?? []).filter((each) => !carried.includes(normalExpression(each)))
  if (missing.length > 0) return `does not carry ${list(missing)}`
  if (unique !== undefined && index.unique !== unique) return unique ? 'is not unique' : 'is unique'
  if (opclass !== undefined && index.keys[0]?.opclass !== opclass)
    return `has the operator class ${index.keys[0]?.opclass ?? ''}`
  return null
}

const words = ({ table, keys, method, where, unique }: Params): string => {
  const columns = keys.map((each) => (typeof each === 'string' ? each : `{${each.join(', ')}}`)).join(', ')
  const using =
    method === undefined ? '' : ` using ${typeof method === 'string' ? method : method.join(' or ')}`
  return `${table}${using} (${columns})${unique === true ? ', unique' : ''}${where === 'none' ? '' : where === 'any' ? ', partial or not' : ` where ${where}`}`
}

/** An index is there, known by what it covers and not by its name. */
export const index: CheckKind<Params> = {
  kind: 'index',
  schema,
  evaluate(params, { attempt }) {
    const { after } = catalogs(attempt)
    const found = after.indexes.find((each) => lacks(each, params) === null)
    // An index that was there before may serve something else.
    const near =
      newIndexes(attempt).find((each) => lacks(each, params) !== undefined) ??
      after.indexes.find((each) => params.opclass === undefined && lacks(each, params) !== undefined)
    const passed = (found !== undefined) !== params.absent
    const own = after.indexes
      .filter((each) => each.table === params.table)
      .map((each) => each.definition.replace(/^.* ON /, ''))
    return {
      title: `${params.absent ? 'No index' : 'Index'} on ${words(params)}`,
      passed,
      message: found
        ? `${code(found.name)} covers it${passed ? '.' : ': drop it.'}`
        : near && !passed
          ? `${code(near.name)} ${lacks(near, params) ?? ''}.`
          : `No index covers it.${passed ? '' : ` The table has ${list(own) || 'none'}.`}`,
      actual: found?.definition ?? null,
      limit: words(params),
    }
  },
}
