/** The known name that a mistyped one was meant to be. */

/** Letters that may be wrong: one in three, at most three. */
const allowed = (name: string): number => Math.min(3, Math.floor(name.length / 3))

/** The name nearest to `name`, or one that begins with it; undefined where none is near. */
export function nearest(name: string, names: Iterable<string>): string | undefined {
  const others = [...new Set(names)]
  let best: string | undefined
  let least = allowed(name) + 1
  for (const other of others) {
    if (Math.abs(other.length - name.length) >= least || other === name) continue
    const distance = editDistance(name, other)
    if (distance < least) {
      best = other
      least = distance
    }
  }
  return best ?? (name.length < 3 ? undefined : others.find((other) => other.startsWith(name)))
}

/** Letters to insert, remove, replace, or swap with their neighbour (optimal string alignment). */
export function editDistance(a: string, b: string): number {
  let before: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      const at = (list: readonly number[], index: number) => list[index] ?? 0
      let cost = Math.min(at(previous, j) + 1, at(row, j - 1) + 1, at(previous, j - 1) + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, at(before, j - 2) + 1)
      row.push(cost)
    }
    before = previous
    previous = row
  }
  return previous[b.length] ?? 0
}
