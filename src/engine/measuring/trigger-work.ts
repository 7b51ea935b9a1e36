/**
 * What each trigger did, from the statements that it ran: foreign-key checks and cascades are statements of
 * PostgreSQL's own, the functions of user triggers stand in the CONTEXT of theirs.
 */
import { NO_TOTALS, addTotals } from './explain-totals.ts'
import type { Totals, TriggerWork } from '../contract/index.ts'
import type { LoggedPlan } from '../postgres/plan-log.ts'
import type { ForeignKey, TriggerCatalog } from '../postgres/trigger-catalog.ts'
import type { LoggedStatement, TriggerCalls } from './execution-log.ts'

/** Whether a statement was run by a foreign key: PostgreSQL's checks are called from no function of anybody. */
export const isForeignKeyCheck = ({ context, query }: LoggedStatement): boolean =>
  context.startsWith('SQL statement "') &&
  !/\bfunction\b[^"]*$/m.test(context) &&
  query.includes(' OPERATOR(')

/** How deep a statement is nested: 1 where a trigger of the client's own statement ran it. */
const depth = ({ context }: LoggedStatement): number =>
  context.match(/^SQL (?:statement|expression) "/gm)?.length ?? 1

/** Whether a foreign key's own statement reads this side of it. */
const reads = (query: string, table: string, columns: readonly string[]): boolean =>
  query.includes(`${table} `) && columns.every((column) => query.includes(column))

/** Foreign keys that send this statement: as the check of a new child row, or for the children of a changed parent. */
function keysOf(query: string, keys: readonly ForeignKey[]): readonly ForeignKey[] {
  const check = query.startsWith('SELECT 1 FROM')
  return keys.filter(
    (key) =>
      reads(query, key.child, key.childColumns) || (check && reads(query, key.parent, key.parentColumns)),
  )
}

type Head = Pick<TriggerWork, 'name' | 'relation' | 'kind' | 'timing'>

interface Work extends Head {
  calls: number
  executions: number
  totals: Totals
  plan: LoggedPlan | null
  query: string | null
  most: number
}

const onlyRows = ({ rowsRead, rowsProcessed }: Totals): Totals => ({ ...NO_TOTALS, rowsRead, rowsProcessed })

function add(work: Work, statement: LoggedStatement): void {
  work.executions += statement.executions
  // Deeper ones are part of the blocks of the one that called them; their rows are in no plan but their own.
  const own = depth(statement) === 1 ? statement.totals : onlyRows(statement.totals)
  work.totals = addTotals(work.totals, own)
  if (statement.totals.buffers <= work.most) return
  work.most = statement.totals.buffers
  work.plan = statement.plan
  work.query = statement.query
}

/**
 * A line for each trigger of a statement. `fired` are those that EXPLAIN lists; checks that it does not (deferred ones)
 * are told by their statements alone.
 */
export function triggerWork(
  fired: readonly TriggerCalls[],
  nested: readonly LoggedStatement[],
  catalog: TriggerCatalog,
): readonly TriggerWork[] {
  const found = new Map<string, Work>()
  const workOf = (head: Head): Work => {
    const key = `${head.kind} ${head.name} ${head.relation}`
    const known = found.get(key)
    if (known) return known
    const made: Work = {
      ...head,
      calls: 0,
      executions: 0,
      totals: NO_TOTALS,
      plan: null,
      query: null,
      most: -1,
    }
    found.set(key, made)
    return made
  }
  const constraintWork = (name: string, relation: string) =>
    workOf({ name, relation, kind: 'constraint', timing: 'after' })
  const called = new Set<string>()
  for (const line of fired) {
    const trigger = catalog.triggers.find(
      (each) => each.name === line.trigger && each.relation === line.relation,
    )
    const work =
      line.constraint !== undefined && !trigger
        ? constraintWork(line.constraint, line.relation)
        : workOf({
            name: line.trigger,
            relation: line.relation,
            kind: 'trigger',
            timing: trigger?.timing ?? 'after',
          })
    work.calls += line.calls
    called.add(line.constraint ?? line.trigger)
  }
  /** One line for foreign keys whose statements look alike: two of them to the same parent. */
  const together = (keys: readonly ForeignKey[], relation: string): Work => {
    const name = keys.map((key) => key.name).join(', ')
    const parts = [...found].filter(
      ([, each]) => each.kind === 'constraint' && keys.some((key) => key.name === each.name),
    )
    const calls = parts.reduce((sum, [, each]) => sum + each.calls, 0)
    if (keys.length === 1 && parts[0]) return parts[0][1]
    for (const [key] of parts) found.delete(key)
    const work = workOf({ name, relation, kind: 'constraint', timing: 'after' })
    work.calls += calls
    return work
  }
  for (const statement of nested) {
    if (isForeignKeyCheck(statement)) {
      const keys = keysOf(statement.query, catalog.foreignKeys)
      const likely = keys.filter((key) => called.has(key.name))
      const named = likely.length > 0 ? likely : keys
      const [first] = named
      if (!first) continue
      const ofChild = reads(statement.query, first.child, first.childColumns)
      // A check of the parent comes with a new child; of several children's keys, it asks whether a deleted parent is
      // there again.
      const oneChild = named.every((key) => key.child === first.child)
      const work = together(named, nameOf(ofChild || !oneChild ? first.parent : first.child))
      add(work, statement)
      if (likely.length === 0) work.calls += statement.executions
      continue
    }
    const owner = catalog.triggers.find((each) => statement.context.includes(`function ${each.function}(`))
    if (!owner) continue
    add(
      workOf({ name: owner.name, relation: owner.relation, kind: 'trigger', timing: owner.timing }),
      statement,
    )
  }
  return [...found.values()].map(
    ({ name, relation, kind, timing, calls, executions, totals, plan, query }) => ({
      name,
      relation,
      kind,
      timing,
      calls,
      statements: executions,
      buffers: totals.buffers,
      rowsRead: totals.rowsRead,
      rowsProcessed: totals.rowsProcessed,
      walBytes: totals.walBytes,
      query,
      plan,
    }),
  )
}

/** `"public"."toot"` → `toot`. */
const nameOf = (quoted: string): string =>
  /"((?:[^"]|"")*)"$/.exec(quoted)?.[1]?.replaceAll('""', '"') ?? quoted
