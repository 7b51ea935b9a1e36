/** The sentence above a comparison of two requests of one or several statements. */
import { groupBy } from '../../shared/group-by.ts'
import { comparePlans, type NodeChange, type PlanDiff } from './diff.ts'
import { count, counted, list, times } from '../../shared/words.ts'
import { headline } from './headline.ts'
import type { Plan } from '../types.ts'
import { pairStatements } from './request-pairs.ts'
import {
  statementCount,
  statementName,
  type RequestPairs,
  type RequestStatement,
} from './request-statements.ts'

/** A request as it was measured. */
export interface RequestPlans {
  readonly statements: readonly RequestStatement[]
  /** Blocks that AFTER triggers fetched, foreign-key checks among them, which no plan shows. 8 kB each. */
  readonly triggerBuffers?: number
}

/** So many statements that went or came are named. */
const NAMED = 3

const buffersIn = (statements: readonly RequestStatement[]): number =>
  statements.reduce((sum, one) => sum + one.buffers, 0)

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** What became of the loops that are gone: one statement in their place, or none. */
function loopClauses(before: RequestPlans, after: RequestPlans, pairs: RequestPairs): readonly string[] {
  const groups = groupBy(pairs.goneLoops, ({ heir }) => heir)
  return [...groups].map(([heir, loops]) => {
    const ran = loops.map((loop) => before.statements[loop.before]!)
    const names = ran.map((one) => `${statementName(one)} (${times(one.executions)})`)
    const many = ran.length > 1
    const repeated = `the repeated ${many ? 'statements ' : ''}${list(names)}`
    const instead = heir === null ? undefined : after.statements[heir]
    if (!instead) return `${repeated} ${many ? 'are' : 'is'} gone`
    const [sum, now] = [buffersIn(ran), instead.buffers]
    const one = instead.executions === 1 ? 'one' : `one that runs ${times(instead.executions)}`
    return sum === 0 && now === 0
      ? `${repeated} became ${one}`
      : `${repeated}, ${many ? 'together ' : ''}${counted(sum, 'buffer')}, became ${one} (${counted(now, 'buffer')})`
  })
}

/** Statements that only one of the requests has, those of one kind together. */
function onlyClauses(statements: readonly RequestStatement[], verb: 'gone' | 'new'): readonly string[] {
  const groups = groupBy(
    statements.filter(({ plan }) => plan !== null),
    statementName,
  )
  return [...groups]
    .toSorted(([, a], [, b]) => buffersIn(b) - buffersIn(a))
    .map(([name, group]) => {
      const sum = counted(buffersIn(group), 'buffer')
      return group.length === 1
        ? `the ${name} (${sum}) is ${verb}`
        : `${group.length} ${name.replace(' ', 's ')} (together ${sum}) are ${verb}`
    })
}

interface Compared {
  readonly before: RequestStatement
  readonly after: RequestStatement
  readonly identical: boolean
  readonly diff: () => PlanDiff
  /** Number of the statement after, from 1. */
  readonly number: number
  readonly moved: number
}

/** The pairs whose plans can be compared, loops that are gone left out: those have a clause of their own. */
const comparedPairs = (before: RequestPlans, after: RequestPlans, pairs: RequestPairs): readonly Compared[] =>
  pairs.pairs.flatMap((pair) => {
    const [was, is] = [before.statements[pair.before]!, after.statements[pair.after]!]
    const [old, now] = [was.plan, is.plan]
    if (!old || !now || pairs.goneLoops.some((loop) => loop.before === pair.before)) return []
    const moved = Math.abs(was.buffers - is.buffers)
    const diff = once(() => comparePlans(old, now))
    const identical = (moved === 0 && equal(old, now)) || diff().identical
    return [{ before: was, after: is, identical, diff, number: pair.after + 1, moved }]
  })

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => (made ??= { value: make() }).value
}

/** Equal to the last figure: there is nothing to compare. */
const equal = (a: Plan, b: Plan): boolean => JSON.stringify(a.root) === JSON.stringify(b.root)

/** The same step with the same work, whatever its conditions say. */
const didTheSame = ({ status, figuresBefore, figuresAfter }: NodeChange): boolean =>
  status === 'same' || (status === 'changed' && figuresBefore?.buffers === figuresAfter?.buffers)

/** What happened to the statement whose work changed most; of several statements, which one that is. */
function mostChanged(compared: readonly Compared[], several: boolean, counts: boolean): string {
  const changed = compared.filter(({ identical }) => !identical)
  const [told] = compared
    .filter((one) => one.moved > 0 || !one.identical)
    .toSorted((a, b) => b.moved - a.moved)
  if (!several && compared[0]) return told || !counts ? headline(compared[0].diff()) : ''
  if (!told) return counts || compared.length === 0 ? '' : 'No plan changed.'
  const which = `statement ${told.number}`
  const { before, after } = told
  const diff = told.diff()
  const figures = `${count(before.buffers)} → ${counted(after.buffers, 'buffer')}`
  if (told.moved > 0 && diff.changes.every(didTheSame))
    return `${capital(which)}, ${statementName(after)}${after.executions > 1 ? `, run ${times(after.executions)}` : ''}: ${figures} with the same plan.`
  const loop = after.executions > 1 ? ` (run ${times(after.executions)}, ${figures}), in one run` : ''
  const sentence = headline(diff)
  if (counts) return `In ${which}${loop}: ${sentence}`
  if (compared.length === 1) return `${capital(which)}${loop}: ${sentence}`
  return changed.length === 1
    ? `Only ${which} changed${loop}: ${sentence}`
    : `${changed.length} of ${compared.length} plans changed, most of all ${which}${loop}: ${sentence}`
}

/**
 * The headline of a whole request: how many statements became how many, which loop is gone, and what happened to the
 * statement whose work changed most.
 */
export function requestHeadline(before: RequestPlans, after: RequestPlans): string {
  const pairs = pairStatements(before.statements, after.statements)
  const [from, to] = [statementCount(before.statements), statementCount(after.statements)]
  const heirs = pairs.goneLoops.map(({ heir }) => heir)
  const gone = pairs.onlyBefore.filter((at) => pairs.goneLoops.every((loop) => loop.before !== at))
  const clauses = [
    ...loopClauses(before, after, pairs),
    ...onlyClauses(
      gone.map((at) => before.statements[at]!),
      'gone',
    ),
    ...onlyClauses(
      pairs.onlyAfter.filter((at) => !heirs.includes(at)).map((at) => after.statements[at]!),
      'new',
    ),
  ].slice(0, NAMED)
  const counts = from === to ? '' : `${counted(from, 'statement')} became ${count(to)}`
  const structure = [counts, clauses.join('; ')].filter((text) => text !== '').join(': ')
  const several = before.statements.length > 1 || after.statements.length > 1
  const compared = comparedPairs(before, after, pairs)
  const sentences = [
    structure === '' ? '' : `${capital(structure)}.`,
    mostChanged(compared, several && after.statements.length > 1, structure !== ''),
    failureSentence(before, after),
    triggerSentence(before, after),
  ].filter((text) => text !== '')
  if (compared.length > 0 || clauses.length > 0) return sentences.join(' ')
  const totals = [buffersIn(before.statements), buffersIn(after.statements)] as const
  const without = `PostgreSQL has no plan for ${several ? 'these statements' : 'this statement'}: ${count(totals[0])} → ${counted(totals[1], 'buffer')}.`
  return [...sentences, without].join(' ')
}

/** `statement 2`, `statements 3 and 4`: those that PostgreSQL refused; empty where there are none. */
function failedOnes({ statements }: RequestPlans): string {
  const numbers = statements.flatMap(({ failed }, at) => (failed ? [String(at + 1)] : []))
  return numbers.length === 0 ? '' : `statement${numbers.length > 1 ? 's' : ''} ${list(numbers)}`
}

/** Which statements failed: what a failed statement did not do is no saving. */
function failureSentence(before: RequestPlans, after: RequestPlans): string {
  const [was, is] = [failedOnes(before), failedOnes(after)]
  const now =
    is === '' ? '' : `${was === '' ? '' : 'now '}${is} fail${is.startsWith('statements') ? '' : 's'}`
  const sides = [was === '' ? '' : `before, ${was} failed`, now].filter((text) => text !== '')
  return sides.length === 0 ? '' : `${capital(sides.join('; '))}.`
}

/** AFTER triggers: no plan shows their buffers, and the whole counts them. */
function triggerSentence(before: RequestPlans, after: RequestPlans): string {
  const [from, to] = [before.triggerBuffers ?? 0, after.triggerBuffers ?? 0]
  if (from === 0 && to === 0) return ''
  const figures =
    from === to ? `${counted(to, 'buffer')} before and after` : `${count(from)} → ${counted(to, 'buffer')}`
  return `Triggers and foreign-key checks after the plan: ${figures}.`
}
