/**
 * What the catalog says after the changes, whatever their text was. The second line of defence: it also sees what
 * a function or dynamic SQL did.
 */
import type { Catalog } from '../../engine/contract/index.ts'
import { catalogs, droppedIndexes, startsWith } from '../catalog-diff.ts'
import type { GradingContext } from '../check.ts'
import { code, list } from '../../shared/words.ts'
import { harmlessSetting } from './harmless-names.ts'
import type { Breach } from './kinds.ts'
import { objectBreaches } from './object-rules.ts'
import { newRelationBreaches, relationBreaches } from './relation-rules.ts'

export function catalogBreaches(context: GradingContext): Breach[] {
  const { before, after } = catalogs(context.attempt)
  return [
    ...relationBreaches(before, after, catalogs(context.reference)),
    ...newRelationBreaches(before, after, catalogs(context.reference)),
    ...objectBreaches(before, after),
    ...settingBreaches(before, after),
    ...dropBreaches(context),
  ]
}

function settingBreaches(before: Catalog, after: Catalog): Breach[] {
  const found: Breach[] = []
  const then = new Map(before.settings.map((setting) => [setting.name, setting.value]))
  const changed = after.settings.filter(
    (setting) =>
      setting.name !== 'search_path' &&
      then.get(setting.name) !== setting.value &&
      !harmlessSetting(setting.name),
  )
  if (changed.length > 0)
    found.push({
      guard: 'settings',
      permission: 'settings',
      message: `${list(changed.map((setting) => code(`${setting.name} = ${setting.value}`)))}: settings only bend this one session; find out why the planner chooses what it chooses.`,
    })
  if (after.searchPath !== before.searchPath)
    found.push({
      guard: 'shadowing',
      message: `search_path is ${code(after.searchPath)}: the request has to find the lesson’s own tables.`,
    })
  if (after.roleSettings.join('\n') !== before.roleSettings.join('\n'))
    found.push({
      guard: 'settings',
      message: `Settings of a database or a role were changed (${list(after.roleSettings)}).`,
    })
  return found
}

/** Indexes may go where another one covers them; constraints may not. */
function dropBreaches({ attempt }: GradingContext): Breach[] {
  const { before, after } = catalogs(attempt)
  const indexes = droppedIndexes(attempt).flatMap((index): Breach[] => {
    if (index.constraint || index.unique)
      return [
        {
          guard: 'dropped',
          permission: 'drop-constraint',
          message: `${code(index.name)} keeps values unique: the application relies on it.`,
        },
      ]
    return after.indexes.some((other) => other.valid && startsWith(other, index))
      ? []
      : [
          {
            guard: 'dropped',
            permission: 'drop-index',
            message: `${code(index.name)} is dropped, and no other index begins with ${list(index.keys.map((key) => key.expression))}: other requests may need it.`,
          },
        ]
  })
  const tables = new Set(after.relations.map((relation) => relation.name))
  const left = new Set(after.constraints.map((each) => `${each.table} ${each.type} ${each.definition}`))
  const constraints = before.constraints
    .filter((each) => tables.has(each.table) && !left.has(`${each.table} ${each.type} ${each.definition}`))
    .map((each): Breach => ({
      guard: 'dropped',
      permission: 'drop-constraint',
      message: `Constraint ${code(each.name)} of ${code(each.table)} is gone: the application relies on it.`,
    }))
  return [...indexes, ...constraints]
}
