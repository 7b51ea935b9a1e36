import { z } from 'zod'
import { catalogs, normalExpression } from '../catalog-diff.ts'
import type { CheckKind } from '../check.ts'
import { code, list } from '../../shared/words.ts'

const schema = z.strictObject({
  table: z.string(),
  on: z
    .array(z.string())
    .min(1)
    .optional()
    .describe('Columns or expressions that extended statistics must cover together.'),
  kinds: z
    .array(z.enum(['ndistinct', 'dependencies', 'mcv']))
    .optional()
    .describe('One of these kinds must be among them.'),
  analyzed: z
    .boolean()
    .default(true)
    .describe('The table has been analyzed since its rows last changed, and extended statistics are built.'),
})

/** What `CREATE STATISTICS name (kinds) ON columns FROM table` covers. */
function covers(definition: string): { readonly kinds: readonly string[]; readonly on: string } {
  const match = /^CREATE STATISTICS \S+(?: \(([^)]*)\))? ON (.*) FROM \S+$/i.exec(definition)
  return {
    kinds: match?.[1]?.split(/,\s*/) ?? ['ndistinct', 'dependencies', 'mcv'],
    on: match?.[2] ?? '',
  }
}

/** The planner has the statistics that it needs. */
export const statistics: CheckKind<z.infer<typeof schema>> = {
  kind: 'statistics',
  schema,
  evaluate({ table, on, kinds, analyzed }, { attempt }) {
    const { after } = catalogs(attempt)
    const title = on === undefined ? `${table} is analyzed` : `Statistics on ${list(on)} of ${table}`
    const done = (passed: boolean, message: string) => ({
      title,
      passed,
      message,
      actual: passed ? 'present' : 'missing',
      limit: 'present',
    })
    const relation = after.relations.find((each) => each.name === table)
    if (analyzed && (!relation || relation.tuples < 0 || relation.modifiedSinceAnalyze > 0))
      return done(false, `${code(table)} has changed since it was last analyzed: add ANALYZE ${table}.`)
    if (on === undefined) return done(true, `${code(table)} is analyzed.`)
    const matching = after.statistics.filter((each) => {
      const own = covers(each.definition)
      const parts = own.on.split(/,\s*/).map(normalExpression)
      return (
        each.table === table &&
        on.every(
          (column) =>
            parts.includes(normalExpression(column)) ||
            (column.includes('(') && normalExpression(own.on).includes(normalExpression(column))),
        ) &&
        (kinds === undefined || kinds.some((kind) => own.kinds.includes(kind)))
      )
    })
    if (matching.length === 0)
      return done(
        false,
        `No extended statistics cover ${list(on)} together: CREATE STATISTICS … ON ${on.join(', ')} FROM ${table}.`,
      )
    if (analyzed && !matching.some((each) => each.built))
      return done(false, `${code(matching[0]?.name ?? '')} is defined but empty: ANALYZE fills it.`)
    return done(true, `${code(matching[0]?.name ?? '')} covers ${list(on)}.`)
  },
}
