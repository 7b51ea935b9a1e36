/** Pairs numbers of two sequences so that no pair crosses another. */

export interface AlignedPair {
  readonly before: number
  readonly after: number
}

/** More than any sum of distances between statements. */
const PAIR = 1e6

/**
 * As many pairs as the order allows, and of these choices the one whose pairs stand closest to each other. `before` and
 * `after` ascend; `fits` says which of them may be paired. Quadratic in the length.
 */
export function alignInOrder(
  before: readonly number[],
  after: readonly number[],
  fits: (a: number, b: number) => boolean,
): readonly AlignedPair[] {
  const width = after.length + 1
  // Value of the best choice from here to both ends.
  const best = new Float64Array((before.length + 1) * width)
  const paired = (i: number, j: number): number => {
    const [a, b] = [before[i]!, after[j]!]
    return fits(a, b) ? PAIR - Math.abs(a - b) + best[(i + 1) * width + j + 1]! : -1
  }
  for (let i = before.length - 1; i >= 0; i--)
    for (let j = after.length - 1; j >= 0; j--)
      best[i * width + j] = Math.max(paired(i, j), best[(i + 1) * width + j]!, best[i * width + j + 1]!)
  const pairs: AlignedPair[] = []
  for (let i = 0, j = 0; i < before.length && j < after.length;) {
    const value = best[i * width + j]!
    if (value === paired(i, j)) pairs.push({ before: before[i++]!, after: after[j++]! })
    else if (value === best[(i + 1) * width + j]) i++
    else j++
  }
  return pairs
}
