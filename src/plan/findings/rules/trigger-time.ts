import { count, percent } from '../../../shared/words.ts'
import { isCovered } from '../index-advice.ts'
import { identifier, indexName } from '../sql.ts'
import { evidence } from '../evidence.ts'
import type { Trigger } from '../../types.ts'
import type { PlanContext, Rule } from '../types.ts'

const LEAST_SHARE = 0.1

/** Index on the referencing columns of the foreign key behind a constraint trigger, where the catalog knows it. */
function foreignKeyIndex(context: PlanContext, trigger: Trigger): string | null {
  const constraint = (context.catalog?.constraints ?? []).find(
    (one) => one.name === trigger.constraint && one.type === 'f',
  )
  const columns = /^FOREIGN KEY \(([^)]+)\)/.exec(constraint?.definition ?? '')?.[1]?.split(/,\s*/)
  if (!constraint || !columns || isCovered(context.indexesOf(constraint.table), columns)) return null
  const name = indexName(constraint.table, columns)
  return `CREATE INDEX ${identifier(name)} ON ${identifier(constraint.table)} (${columns.join(', ')});`
}

/** 30: triggers and constraints take the time, not the statement itself. */
export const triggerTime: Rule = {
  id: 'trigger-time',
  title: 'Triggers take the time',
  plan(context) {
    const total = context.plan.executionTimeMs ?? 0
    const triggers = context.plan.triggers.toSorted((a, b) => (b.timeMs ?? 0) - (a.timeMs ?? 0))
    const time = triggers.reduce((sum, one) => sum + (one.timeMs ?? 0), 0)
    const [slowest] = triggers
    if (!slowest || total <= 0 || time / total <= LEAST_SHARE) return []
    const name = slowest.constraint ?? slowest.name ?? 'a trigger'
    const index = slowest.constraint === null ? null : foreignKeyIndex(context, slowest)
    return [
      {
        node: context.plan.root,
        what: `Triggers took ${count(time)} of ${count(total)} ms (${percent(time / total)}), most of it ${name} in ${count(slowest.calls)} calls.`,
        evidence: triggers
          .slice(0, 5)
          .map((one) =>
            evidence(
              one.constraint ?? one.name ?? 'trigger',
              `${count(one.timeMs ?? 0)} ms, ${count(one.calls)} calls`,
            ),
          ),
        why:
          slowest.constraint === null
            ? 'A row trigger runs its function once for every row.'
            : 'A foreign key is checked by a query per row; on the referencing side that query needs an index, which PostgreSQL does not create by itself.',
        advice:
          slowest.constraint === null
            ? 'Do the work for all rows at once in a statement trigger with transition tables, or in the statement itself.'
            : 'Index the referencing columns, so that each check is a short index lookup.',
        share: time / total,
        tryIt: index,
      },
    ]
  },
}
