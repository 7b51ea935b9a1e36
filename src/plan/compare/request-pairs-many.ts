/** Pairs the statements of long requests in time that grows with their number, not with its square. */
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

type Key = (one: RequestStatement) => string | null

const about = (one: RequestStatement): string => [...subjects(one)].toSorted().join(' ')

/** From the closest likeness to the loosest. */
const LIKENESSES: readonly Key[] = [
  plainText,
  (one) => (one.plan ? `${operationOf(one)} ${about(one)}` : null),
  (one) => (one.plan ? about(one) : null),
]

/** Numbers by the key of their statement, in order; each is taken once. */
class Waiting {
  private readonly queues = new Map<string, { readonly places: number[]; next: number }>()

  constructor(places: Iterable<number>, keyAt: (at: number) => string | null) {
    for (const at of places) {
      const key = keyAt(at)
      if (key === null) continue
      const queue = this.queues.get(key)
      if (queue) queue.places.push(at)
      else this.queues.set(key, { places: [at], next: 0 })
    }
  }

  get keys(): readonly string[] {
    return [...this.queues].filter(([, { places, next }]) => next < places.length).map(([key]) => key)
  }

  take(key: string | null): number | undefined {
    const queue = key === null ? undefined : this.queues.get(key)
    return queue?.places[queue.next++]
  }
}

/**
 * The k-th with the k-th of those alike: of one text, then of one kind and about the same tables, then about the same.
 * What is left over after finds the one before that touches most of the same tables; of requests of equal length the
 * rest is paired in order. Loops that are gone stay alone.
 */
export function pairMany(
  before: readonly RequestStatement[],
  after: readonly RequestStatement[],
): RequestPairs {
  const gone = findGoneLoops(before, after)
  const left = new Set(before.keys())
  for (const at of gone) left.delete(at)
  const right = new Set(after.keys())
  const pairs: StatementPair[] = []
  const pair = (a: number, b: number): void => {
    left.delete(a)
    right.delete(b)
    pairs.push({ before: a, after: b })
  }
  for (const key of LIKENESSES) {
    const waiting = new Waiting(left, (at) => key(before[at]!))
    for (const b of right) {
      const a = waiting.take(key(after[b]!))
      if (a !== undefined) pair(a, b)
    }
  }
  const themes = new Waiting(left, (at) => about(before[at]!))
  for (const b of right) {
    const own = subjects(after[b]!)
    const best = closest(own, themes.keys)
    const a = best === undefined ? undefined : themes.take(best)
    if (a !== undefined) pair(a, b)
  }
  if (before.length === after.length) {
    const rest = [...right]
    for (const [at, a] of [...left].entries()) if (rest[at] !== undefined) pair(a, rest[at])
  }
  return {
    pairs: pairs.toSorted((x, y) => x.after - y.after),
    onlyBefore: [...left, ...gone].toSorted((x, y) => x - y),
    onlyAfter: [...right],
    goneLoops: gone.map((at) => ({ before: at, heir: heirOf(before[at]!, after, right) })),
  }
}

/** Of the themes, as `about` names them, the one that shares most with `own`; undefined where none shares anything. */
function closest(own: ReadonlySet<string>, themes: readonly string[]): string | undefined {
  let [best, most]: [string | undefined, number] = [undefined, 0]
  for (const theme of themes) {
    const score = overlap(own, new Set(theme.split(' ')))
    if (score > most) [best, most] = [theme, score]
  }
  return best
}

/** The statement after, without a partner, that touches most of the same tables. */
function heirOf(
  loop: RequestStatement,
  after: readonly RequestStatement[],
  free: ReadonlySet<number>,
): number | null {
  const own = subjects(loop)
  let [heir, most]: [number | null, number] = [null, 0]
  for (const at of free) {
    const score = overlap(own, subjects(after[at]!))
    if (score > most) [heir, most] = [at, score]
  }
  return heir
}
