import { z } from 'zod'
import { catalogs, normalExpression } from '../catalog-diff.ts'
import type { CheckKind } from '../check.ts'
import { code, list } from '../../shared/words.ts'

const TYPES = { primary: 'p', unique: 'u', foreign: 'f', check: 'c', 'not-null': 'n', exclude: 'x' } as const

/** What PostgreSQL's manual calls them. */
const NAMES = {
  primary: 'primary key',
  unique: 'unique constraint',
  foreign: 'foreign key',
  check: 'check constraint',
  'not-null': 'not-null constraint',
  exclude: 'exclusion constraint',
} as const satisfies Record<keyof typeof TYPES, string>

const schema = z.strictObject({
  table: z.string(),
  type: z.enum(Object.keys(TYPES) as [keyof typeof TYPES]).describe('Sort of constraint.'),
  mentions: z
    .array(z.string())
    .default([])
    .describe('Texts that its definition must contain, e.g. column names.'),
  where: z
    .array(z.string())
    .optional()
    .describe('Columns that the predicate of an exclusion constraint may look at. Any where left out.'),
  validated: z.boolean().default(true).describe('Existing rows must have been checked.'),
  absent: z.boolean().default(false).describe('There must be no such constraint.'),
})

/** Columns, of `columns`, that the WHERE of a constraint's definition names. */
function filteredBy(definition: string, columns: readonly string[]): string[] {
  const predicate = /\bWHERE \((.*)\)/s.exec(definition)?.[1] ?? ''
  const words = new Set(predicate.replaceAll(/'(?:[^']|'')*'/g, '').match(/\w+/g))
  return columns.filter((column) => words.has(column))
}

/** A constraint is there, known by what it says and not by its name. A unique index counts as a unique constraint. */
export const constraint: CheckKind<z.infer<typeof schema>> = {
  kind: 'constraint',
  schema,
  evaluate({ table, type, mentions, where, validated, absent }, { attempt }) {
    const { after } = catalogs(attempt)
    const says = (definition: string) =>
      mentions.every((each) => normalExpression(definition).includes(normalExpression(each)))
    const matching = after.constraints.filter(
      (each) => each.table === table && each.type === TYPES[type] && says(each.definition),
    )
    const index =
      type === 'unique'
        ? after.indexes.find(
            (each) =>
              each.table === table &&
              each.unique &&
              each.valid &&
              says(each.definition) &&
              // Unique among some rows only, unless the lesson asks for just that.
              (each.predicate === null ||
                mentions.some((text) =>
                  normalExpression(each.predicate ?? '').includes(normalExpression(text)),
                )),
          )
        : undefined
    const columns =
      after.relations.find((each) => each.name === table)?.columns.map((column) => column.name) ?? []
    const narrowed = (definition: string) =>
      where === undefined ? [] : filteredBy(definition, columns).filter((column) => !where.includes(column))
    const whole = matching.filter((each) => narrowed(each.definition).length === 0)
    const good = whole.find((each) => !validated || each.validated)
    const found = good?.name ?? index?.name
    const passed = (found !== undefined) !== absent
    const wanted = `${NAMES[type]} on ${table}${mentions.length > 0 ? ` (${mentions.join(', ')})` : ''}`
    const pending = whole.length > 0 && !found
    const partial = pending ? undefined : matching[0]
    return {
      title: absent ? `No ${wanted}` : `${type === 'exclude' ? 'An' : 'A'} ${wanted}`,
      passed,
      message: found
        ? `${code(found)}${passed ? ' says it.' : ' is still there: drop it.'}`
        : pending
          ? `${code(matching[0]?.name ?? '')} is NOT VALID: VALIDATE CONSTRAINT checks the rows that are there already.`
          : partial
            ? `${code(partial.name)} holds only for some rows: its WHERE looks at ${list(narrowed(partial.definition).map(code))}.`
            : `There is no ${wanted}.`,
      actual: found ?? null,
      limit: wanted,
    }
  },
}
