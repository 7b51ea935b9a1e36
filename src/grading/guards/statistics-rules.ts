/** Statistics as ANALYZE would not have left them. */
import type { CatalogRelation } from '../../engine/contract/index.ts'
import { nodeName } from '../../sql/ast.ts'
import { catalogs, holdsRows } from '../catalog-diff.ts'
import type { GradingContext } from '../check.ts'
import { code, count } from '../../shared/words.ts'
import type { Breach } from './kinds.ts'

/** Statements that write statistics as a side effect. */
const MEASURES = new Set([
  'VacuumStmt',
  'IndexStmt',
  'ReindexStmt',
  'ClusterStmt',
  'AlterTableStmt',
  'TruncateStmt',
  'DoStmt',
  'CallStmt',
  'TransactionStmt',
])

const close = (a: number, b: number) => Math.abs(a - b) <= 0.05 * Math.max(a, b) + 10

/** Row counts that nobody would be surprised by. */
function plausible(
  then: CatalogRelation,
  now: CatalogRelation,
  reference: CatalogRelation | undefined,
): boolean {
  const live = now.inserted - now.deleted
  // -1: never analyzed.
  return (
    now.tuples === -1 ||
    [then.tuples, reference?.tuples, live > 0 ? live : undefined].some(
      (tuples) => tuples !== undefined && tuples >= 0 && close(now.tuples, tuples),
    )
  )
}

export function statisticsBreaches({ attempt, reference, syntax }: GradingContext): Breach[] {
  const { before, after } = catalogs(attempt)
  const then = new Map(before.relations.map((relation) => [relation.oid, relation]))
  const solved = new Map(catalogs(reference).after.relations.map((relation) => [relation.name, relation]))
  const measured = syntax.changes.some((statement) => MEASURES.has(nodeName(statement.node)))
  return after.relations.filter(holdsRows).flatMap((now): Breach[] => {
    const old = then.get(now.oid)
    if (!old) return []
    const written =
      now.inserted !== old.inserted || now.updated !== old.updated || now.deleted !== old.deleted
    if (written) return []
    if (!plausible(old, now, solved.get(now.name)))
      return [
        {
          guard: 'tampering',
          message: `The planner is told ${count(now.tuples)} rows for ${code(now.name)}, which no ANALYZE would say (it was ${count(old.tuples)}).`,
        },
      ]
    const touched = now.columns.find((column) => {
      const was = old.columns.find((each) => each.name === column.name)
      return (
        was !== undefined && (was.distinct !== column.distinct || was.nullFraction !== column.nullFraction)
      )
    })
    return touched && !measured
      ? [
          {
            guard: 'tampering',
            message: `Statistics of ${code(`${now.name}.${touched.name}`)} changed although nothing analyzed the table.`,
          },
        ]
      : []
  })
}
