import { count, percent, times } from '../../../shared/words.ts'
import { groupBy } from '../../../shared/group-by.ts'
import { planShape } from '../../words/node-names.ts'
import { evidence } from '../evidence.ts'
import type { Candidate, PlanContext, RequestContext, Rule, StatementFacts } from '../types.ts'

const LEAST_RUNS = 3

/** What statements that differ in their values only have in common: the fingerprint, else the plan's shape. */
const shapeOf = ({ fingerprint, plan }: StatementFacts): string =>
  fingerprint ?? (plan ? planShape(plan) : '')

const WRITES: Readonly<Record<string, string>> = {
  Insert: 'Send one INSERT with all rows (bulk_create).',
  Update:
    'Send one UPDATE for all rows: a WHERE that names them all (QuerySet.update), or bulk_update where each gets a value of its own.',
  Delete: 'Send one DELETE for all rows, with a WHERE that names them all (QuerySet.delete).',
  Merge: 'Send one MERGE whose source holds all rows.',
}

function adviceFor(plan: PlanContext | null): string {
  const write = plan?.nodes.find((node) => node.modify !== null)?.modify
  return (
    WRITES[write?.operation ?? ''] ??
    'Ask once for all rows: a join (select_related) for a foreign key, one query with = ANY (…) (prefetch_related) for many rows.'
  )
}

function candidate(context: RequestContext, members: readonly number[]): Candidate {
  const runs = members.reduce((sum, at) => sum + (context.statements[at]?.executions ?? 0), 0)
  const all = context.statements.reduce((sum, one) => sum + one.executions, 0)
  const buffers = members.reduce((sum, at) => sum + (context.plans[at]?.buffers ?? 0), 0)
  const first = context.statements[members[0] ?? 0]
  const text = first?.text ?? ''
  // Of one statement that ran often it is known without a fingerprint.
  const isSame = members.length === 1 || first?.fingerprint != null
  return {
    node: null,
    what: `${isSame ? 'The same statement was' : 'Statements with the same plan were'} sent ${times(runs)}.`,
    evidence: [
      ...(text === '' ? [] : [evidence('Statement', text.replace(/\s+/g, ' ').trim().slice(0, 160))]),
      evidence('Executions', `${count(runs)} of ${count(all)} statements (${percent(runs / all)})`),
      evidence('Buffers of all of them', count(buffers)),
    ],
    why: 'Each statement costs a round trip, parsing and planning, whatever it reads. Over a network that is most of the time.',
    advice: adviceFor(context.plans[members[0] ?? 0] ?? null),
    share: Math.max(
      members.reduce((sum, at) => sum + context.weight(at), 0),
      runs / all,
    ),
  }
}

/** 28: the same statement many times. */
export const nPlusOne: Rule = {
  id: 'n-plus-one',
  title: 'Same statement many times (N+1)',
  request(context) {
    // BEGIN, SAVEPOINT and their kin, which have no plan, belong to every transaction.
    const planned = [...context.statements.keys()].filter((at) => context.statements[at]?.plan)
    const groups = groupBy(planned, (at) => shapeOf(context.statements[at]!))
    return [...groups.values()]
      .filter(
        (members) =>
          members.reduce((sum, at) => sum + (context.statements[at]?.executions ?? 0), 0) >= LEAST_RUNS,
      )
      .map((members) => candidate(context, members))
  },
}
