/** Functions, triggers, rules, extensions and other objects that the changes added, as the catalog says. */
import type { Catalog } from '../../engine/contract/index.ts'
import { code } from '../../shared/words.ts'
import { indexExtension } from './harmless-names.ts'
import type { Breach } from './kinds.ts'

export function objectBreaches(before: Catalog, after: Catalog): Breach[] {
  const added = <T>(then: readonly T[], now: readonly T[]): readonly T[] => {
    const known = new Set(then.map((each) => JSON.stringify(each)))
    return now.filter((each) => !known.has(JSON.stringify(each)))
  }
  const functions = added(before.functions, after.functions)
  return [
    ...functions.map((each): Breach => ({
      guard: 'new-code',
      permission: 'function',
      message: `${code(each.name)} is a new function: it hides the work from EXPLAIN. Write it into the request.`,
    })),
    ...functions
      .filter((each) => /^\s*SET \w+ (?:TO|=)/m.test(each.definition))
      .map((each): Breach => ({
        guard: 'settings',
        message: `${code(each.name)} changes settings while it runs.`,
      })),
    ...added(before.triggers, after.triggers).map((each): Breach => ({
      guard: 'new-code',
      permission: 'trigger',
      message: `${code(each.name)} is a new trigger: every write to ${code(each.table)} pays for it.`,
    })),
    ...added(before.rules, after.rules).map((each): Breach => ({
      guard: 'shadowing',
      message: `Rule ${code(each.name)} answers in place of ${code(each.table)}.`,
    })),
    ...added(before.otherObjects, after.otherObjects)
      // PostgreSQL makes these by itself, for REFRESH … CONCURRENTLY too. A temporary table that stays is found as one.
      .filter(({ catalog, name }) => catalog !== 'pg_namespace' || !TEMPORARY_SCHEMA.test(name))
      .map(otherObject),
    ...added(before.extensions, after.extensions)
      .filter((name) => !indexExtension(name))
      .map((name): Breach => ({
        guard: 'not-allowed',
        permission: 'extension',
        message: `The lesson does not need the extension ${code(name)}.`,
      })),
  ]
}

const TEMPORARY_SCHEMA = /^pg_(?:toast_)?temp_\d+$/

function otherObject({ catalog, name }: { readonly catalog: string; readonly name: string }): Breach {
  if (catalog === 'pg_policy')
    return { guard: 'row-security', message: `Policy ${code(name)} hides rows from the request.` }
  if (catalog === 'pg_namespace' || catalog === 'pg_type')
    return {
      guard: catalog === 'pg_namespace' ? 'shadowing' : 'not-allowed',
      permission: 'type',
      message: `${code(name)} is a new ${catalog === 'pg_type' ? 'type' : 'schema'}; the lesson needs none.`,
    }
  return { guard: 'shadowing', message: `${code(name)} (${catalog}) changes what the request means.` }
}
