import { isCovered } from './index-advice.ts'
import { identifier, indexName } from './sql.ts'
import type { PlanContext } from './types.ts'

/** Index on the referencing columns of this foreign key, where the catalog knows it and has none. */
export function foreignKeyIndex(context: PlanContext, name: string | null): string | null {
  const constraint = (context.catalog?.constraints ?? []).find((one) => one.name === name && one.type === 'f')
  const columns = /^FOREIGN KEY \(([^)]+)\)/.exec(constraint?.definition ?? '')?.[1]?.split(/,\s*/)
  if (!constraint || !columns || isCovered(context.indexesOf(constraint.table), columns)) return null
  const index = indexName(constraint.table, columns)
  return `CREATE INDEX ${identifier(index)} ON ${identifier(constraint.table)} (${columns.join(', ')});`
}

export const WHY_FOREIGN_KEY =
  'A foreign key is checked by a query per row; on the referencing side that query needs an index, which PostgreSQL does not create by itself.'
export const WHY_TRIGGER = 'A row trigger runs its function once for every row.'
export const ADVICE_FOREIGN_KEY = 'Index the referencing columns, so that each check is a short index lookup.'
export const ADVICE_TRIGGER =
  'Do the work for all rows at once in a statement trigger with transition tables, or in the statement itself.'
