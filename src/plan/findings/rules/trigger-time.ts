import { count, percent } from '../../../shared/words.ts'
import {
  ADVICE_FOREIGN_KEY,
  ADVICE_TRIGGER,
  foreignKeyIndex,
  WHY_FOREIGN_KEY,
  WHY_TRIGGER,
} from '../foreign-key-index.ts'
import { evidence } from '../evidence.ts'
import type { Rule } from '../types.ts'

const LEAST_SHARE = 0.1

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
    const index = slowest.constraint === null ? null : foreignKeyIndex(context, slowest.constraint)
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
        why: slowest.constraint === null ? WHY_TRIGGER : WHY_FOREIGN_KEY,
        advice: slowest.constraint === null ? ADVICE_TRIGGER : ADVICE_FOREIGN_KEY,
        share: time / total,
        tryIt: index,
      },
    ]
  },
}
