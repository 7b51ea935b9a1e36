/** Items by their key, in the order in which they came. (Map.groupBy is not in Node 20.) */
export function groupBy<K, T>(
  items: readonly T[],
  keyOf: (item: T, index: number) => K,
): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>()
  items.forEach((item, index) => {
    const key = keyOf(item, index)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  })
  return groups
}
