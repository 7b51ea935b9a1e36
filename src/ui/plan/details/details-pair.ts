/** Fields of a node beside those of its match in the other plan. */
import { fieldGroups, type Field, type FieldGroup } from './details.ts'
import type { PlanItem } from '../model/model.ts'

export interface PairedField {
  readonly key: string
  readonly code?: boolean
  /** Null where only the other node has the field. */
  readonly value: string | null
  /** The other node's value, where it differs; null where it has none. */
  readonly other?: string | null
}

export interface PairedGroup {
  readonly title: string
  readonly fields: readonly PairedField[]
}

/** A key that comes twice in a group (two Filters never do, but Group Keys may) is told apart by its count. */
function keyed(fields: readonly Field[]): ReadonlyMap<string, Field> {
  const found = new Map<string, Field>()
  for (const field of fields) {
    let key = field.key
    for (let n = 2; found.has(key); n++) key = `${field.key} ${n}`
    found.set(key, field)
  }
  return found
}

function pair(mine: FieldGroup | undefined, other: FieldGroup | undefined): readonly PairedField[] {
  const own = keyed(mine?.fields ?? [])
  const theirs = keyed(other?.fields ?? [])
  const fields: PairedField[] = [...own].map(([key, field]) => {
    const match = theirs.get(key)
    return match?.value === field.value ? field : { ...field, other: match?.value ?? null }
  })
  for (const [key, field] of theirs)
    if (!own.has(key)) fields.push({ ...field, value: null, other: field.value })
  return fields
}

/** All fields of a node; with a match in another plan, those that differ have both values. */
export function pairedGroups(item: PlanItem, other?: PlanItem): readonly PairedGroup[] {
  const mine = fieldGroups(item)
  if (!other) return mine
  const theirs = fieldGroups(other)
  const titles = [...new Set([...mine, ...theirs].map((group) => group.title))]
  return titles.map((title) => ({
    title,
    fields: pair(
      mine.find((group) => group.title === title),
      theirs.find((group) => group.title === title),
    ),
  }))
}
