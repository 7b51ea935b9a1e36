/** Turns a value of version n into one of version n + 1. */
export type MigrationStep = (value: unknown) => unknown

/**
 * Brings a stored value from version `from` to version `to`, one step at a time; `steps[n]` leads from n to n + 1.
 * @throws if a step is missing, which is a mistake of ours: every version ever written has its step.
 */
export function migrate(
  value: unknown,
  from: number,
  to: number,
  steps: Readonly<Record<number, MigrationStep>>,
): unknown {
  let current = value
  for (let version = from; version < to; version++) {
    const step = steps[version]
    if (!step) throw new Error(`There is no migration from version ${version}.`)
    current = step(current)
  }
  return current
}
