/** Which statements of two requests are compared with each other. */
import { alignInOrder } from './request-align.ts'
import { pairMany } from './request-pairs-many.ts'
import {
  findGoneLoops,
  operationOf,
  overlap,
  plainText,
  subjects,
  type RequestPairs,
  type RequestStatement,
  type StatementPair,
} from './request-statements.ts'

/**
 * Pairs the statements of two requests. Comparing each with each takes time that grows with the square of their number,
 * so statements of long requests are paired by what they have in common, in their order.
 */
export function pairStatements(
  before: readonly RequestStatement[],
  after: readonly RequestStatement[],
): RequestPairs {
  return Math.max(before.length, after.length) > LONG ? pairMany(before, after) : pairFew(before, after)
}

/** More statements than this make a long request. */
const LONG = 120

/**
 * Pairs the statements of two requests: those with the same text first, then those of one kind (SELECT, UPDATE …), and
 * of these the ones that touch most of the same tables. What fits equally well keeps its order. A loop that is gone waits until the other statements
 * have found theirs. What is left over on both sides of requests of equal length is paired in order.
 */
function pairFew(before: readonly RequestStatement[], after: readonly RequestStatement[]): RequestPairs {
  const gone = findGoneLoops(before, after)
  const pairs: StatementPair[] = []
  const left = new Set(before.keys())
  const right = new Set(after.keys())
  const pair = (a: number, b: number): void => {
    if (!left.has(a) || !right.has(b)) return
    left.delete(a)
    right.delete(b)
    pairs.push({ before: a, after: b })
  }
  const [themes, others] = [before.map(subjects), after.map(subjects)]
  const candidates = [...left]
    .flatMap((a) => [...right].map((b) => ({ a, b, score: overlap(themes[a]!, others[b]!) })))
    .filter(({ score }) => score > 0)
    .map((one) => ({
      ...one,
      otherKind: Number(operationOf(before[one.a]!) !== operationOf(after[one.b]!)),
      isGone: Number(gone.includes(one.a)),
      distance: Math.abs(one.a - one.b),
    }))
  const rank = (x: (typeof candidates)[number], y: (typeof candidates)[number]): number =>
    x.otherKind - y.otherKind || x.isGone - y.isGone || y.score - x.score
  const ranked = candidates.toSorted((x, y) => rank(x, y) || x.distance - y.distance)
  /** Pairs in order first, then what can only be paired crosswise. */
  const pairAll = (alike: readonly { readonly a: number; readonly b: number }[]): void => {
    const keys = new Set(alike.map(({ a, b }) => `${a} ${b}`))
    for (const one of alignInOrder([...left], [...right], (a, b) => keys.has(`${a} ${b}`)))
      pair(one.before, one.after)
    for (const { a, b } of alike) pair(a, b)
  }
  const texts = [before.map(plainText), after.map(plainText)] as const
  pairAll(
    [...left].flatMap((a) =>
      [...right].flatMap((b) =>
        texts[0][a] != null && texts[0][a] === texts[1][b] && !gone.includes(a) ? [{ a, b }] : [],
      ),
    ),
  )
  for (let at = 0; at < ranked.length;) {
    const first = ranked[at]!
    const end = ranked.findIndex((one, place) => place > at && rank(first, one) !== 0)
    pairAll(ranked.slice(at, end < 0 ? ranked.length : end))
    at = end < 0 ? ranked.length : end
  }
  if (before.length === after.length) {
    const rest = [...right]
    for (const [at, one] of [...left].entries()) pair(one, rest[at]!)
  }
  const taken = new Set(pairs.filter((one) => !gone.includes(one.before)).map((one) => one.after))
  return {
    pairs: pairs.toSorted((x, y) => x.after - y.after),
    onlyBefore: [...left],
    onlyAfter: [...right],
    goneLoops: gone.map((at) => ({
      before: at,
      heir: ranked.find(({ a, b }) => a === at && !taken.has(b))?.b ?? null,
    })),
  }
}
