import { z } from 'zod'
import { catalogs, normalExpression } from '../catalog-diff.ts'
import type { CheckKind } from '../check.ts'
import { code } from '../numbers.ts'

const TYPES = { primary: 'p', unique: 'u', foreign: 'f', check: 'c', 'not-null': 'n', exclude: 'x' } as const

const schema = z.strictObject({
  table: z.string(),
  type: z.enum(Object.keys(TYPES) as [keyof typeof TYPES]).describe('Sort of constraint.'),
  mentions: z
    .array(z.string())
    .default([])
    .describe('Texts that its definition must contain, e.g. column names.'),
  validated: z.boolean().default(true).describe('Existing rows must have been checked.'),
  absent: z.boolean().default(false).describe('There must be no such constraint.'),
})

/** A constraint is there, known by what it says and not by its name. A unique index counts as a unique constraint. */
export const constraint: CheckKind<z.infer<typeof schema>> = {
  kind: 'constraint',
  schema,
  evaluate({ table, type, mentions, validated, absent }, { attempt }) {
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
    const good = matching.find((each) => !validated || each.validated)
    const found = good?.name ?? index?.name
    const passed = (found !== undefined) !== absent
    const wanted = `${type} constraint on ${table}${mentions.length > 0 ? ` (${mentions.join(', ')})` : ''}`
    const pending = matching.length > 0 && !found
    return {
      title: absent ? `No ${wanted}` : `A ${wanted}`,
      passed,
      message: found
        ? `${code(found)}${passed ? ' says it.' : ' is still there: drop it.'}`
        : pending
          ? `${code(matching[0]?.name ?? '')} is NOT VALID: VALIDATE CONSTRAINT checks the rows that are there already.`
          : `There is no ${wanted}.`,
      actual: found ?? null,
      limit: wanted,
    }
  },
}
