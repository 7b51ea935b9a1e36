import { count, counted, percent } from '../../../shared/words.ts'
import { evidence } from '../evidence.ts'
import {
  ADVICE_FOREIGN_KEY,
  ADVICE_TRIGGER,
  foreignKeyIndex,
  WHY_FOREIGN_KEY,
  WHY_TRIGGER,
} from '../foreign-key-index.ts'
import type { Rule } from '../types.ts'

const LEAST_SHARE = 0.1

/** So many buffers a call are a look into an index and the row that it finds: there is nothing to mend. */
const LOOKUP = 10

/** 30, measured: what triggers fetch stands in no node of the plan. */
export const triggerWork: Rule = {
  id: 'trigger-work',
  title: 'Triggers do the work',
  supersedes: ['trigger-time'],
  plan: (context) =>
    context.triggers
      .filter(
        (trigger) =>
          context.blocksShare(trigger.buffers) > LEAST_SHARE &&
          (trigger.kind === 'trigger' || trigger.buffers > LOOKUP * trigger.calls),
      )
      .map((trigger) => {
        const share = context.blocksShare(trigger.buffers)
        const key = trigger.kind === 'constraint'
        return {
          node: context.plan.root,
          what: key
            ? `Checking the foreign key ${trigger.name} took ${counted(trigger.buffers, 'buffer')} in ${counted(trigger.calls, 'call')}: ${percent(share)} of the request’s.`
            : `The trigger ${trigger.name} on ${trigger.relation} took ${counted(trigger.buffers, 'buffer')} in ${counted(trigger.calls, 'call')}: ${percent(share)} of the request’s.`,
          evidence: [
            evidence('Calls', count(trigger.calls)),
            evidence('Buffers', count(trigger.buffers)),
            evidence('Rows read by its statements', count(trigger.rowsRead)),
          ],
          why: key ? WHY_FOREIGN_KEY : WHY_TRIGGER,
          advice: key ? ADVICE_FOREIGN_KEY : ADVICE_TRIGGER,
          share,
          tryIt: key ? foreignKeyIndex(context, trigger.name) : null,
        }
      }),
}
