import { count } from '../../../shared/words.ts'
import { identifier } from '../sql.ts'
import { evidence } from '../evidence.ts'
import type { CatalogFacts, Candidate, IndexFacts, RequestContext, Rule } from '../types.ts'

const keyText = (key: IndexFacts['keys'][number]): string =>
  [key.expression, key.opclass, key.collation ?? '', key.descending, key.nullsFirst].join(' ')

/** True where everything that `index` answers is answered by `other`, whose keys start with the same ones. */
function isPrefixOf(index: IndexFacts, other: IndexFacts): boolean {
  if (index === other || index.table !== other.table || index.method !== 'btree' || other.method !== 'btree')
    return false
  if (index.unique || index.primary || index.constraint || index.predicate !== other.predicate) return false
  if (index.include.length > 0 && !index.include.every((one) => other.include.includes(one))) return false
  const same = index.keys.every(
    (key, i) => other.keys[i] !== undefined && keyText(key) === keyText(other.keys[i]),
  )
  if (!same) return false
  // Of two equal indexes only one is redundant: the one without a constraint, else the later name.
  return index.keys.length < other.keys.length || other.unique || other.constraint || index.name > other.name
}

const columns = (index: IndexFacts): string => `(${index.keys.map((key) => key.expression).join(', ')})`

const plainName = (name: string): string => name.replace(/^"|"$/g, '').replaceAll('""', '"')

const FOREIGN_KEY =
  /^FOREIGN KEY \(([^)]+)\) REFERENCES (?:(?:\w+|"(?:[^"]|"")+")\.)?(\w+|"(?:[^"]|"")+") ?\(/

/**
 * True where the index starts with the referencing columns of a foreign key to one of these tables: the key's check
 * looks for children of each parent that goes or changes, at COMMIT where it is deferred, and no plan shows it.
 */
function checksForeignKey(
  catalog: CatalogFacts | null,
  index: IndexFacts,
  parents: ReadonlySet<string | null>,
): boolean {
  return (catalog?.constraints ?? []).some(({ table, type, definition }) => {
    const [, columnList, parent] = FOREIGN_KEY.exec(definition) ?? []
    if (type !== 'f' || table !== index.table || columnList === undefined || parent === undefined)
      return false
    const referencing = columnList.split(/,\s*/).map(plainName)
    const leading = index.keys.slice(0, referencing.length).map((key) => plainName(key.expression))
    return parents.has(plainName(parent)) && referencing.every((column) => leading.includes(column))
  })
}

/** How to tell the index that makes another redundant from it. */
function nameOfOther(index: IndexFacts, other: IndexFacts): string {
  if (other.keys.length > index.keys.length) return 'the wider index'
  return other.unique ? 'the unique index' : 'the other index'
}

const bill =
  'Every INSERT, and every UPDATE that is not HOT, writes to each index; it also takes cache and disk.'

/** 32: indexes that no query needs. */
export const idleIndex: Rule = {
  id: 'idle-index',
  title: 'Redundant or unused index',
  request(context: RequestContext) {
    const indexes = (context.catalog?.indexes ?? []).filter((one) => one.valid)
    const nodes = context.plans.flatMap((plan) => plan?.nodes ?? [])
    // Who only reads does not pay for an index: without a list of new ones, only tables that are written count.
    const written = new Set(nodes.filter((node) => node.modify !== null).map((node) => node.relation))
    const parents = new Set(
      nodes
        .filter(({ modify }) => modify !== null && modify.operation !== 'Insert')
        .map((node) => node.relation),
    )
    const used = new Set(nodes.map((node) => node.index))
    const added = context.addedIndexes ? new Set(context.addedIndexes) : null
    const mine = (one: IndexFacts): boolean => (added?.has(one.name) ?? false) || written.has(one.table)
    const candidates: Candidate[] = []
    for (const index of indexes) {
      const wider = indexes.find((other) => isPrefixOf(index, other) && (mine(index) || mine(other)))
      if (wider)
        candidates.push({
          node: null,
          what: `${index.name} ${columns(index)} is redundant: ${wider.name} ${columns(wider)} ${wider.keys.length > index.keys.length ? 'starts with' : 'has'} the same columns.`,
          evidence: [evidence('Pages', count(index.pages)), evidence('Index scans', count(index.scans))],
          why: bill,
          advice: `Drop ${index.name} if nothing needs it for itself: ${nameOfOther(index, wider)} answers the same questions.`,
          share: 0,
          tryIt: `DROP INDEX ${identifier(index.name)};`,
          note: true,
        })
      else if (
        added?.has(index.name) &&
        !index.constraint &&
        !index.unique &&
        index.scans === 0 &&
        !used.has(index.name) &&
        !checksForeignKey(context.catalog, index, parents)
      )
        candidates.push({
          node: null,
          what: `${index.name} ${columns(index)} was added and this request does not use it.`,
          evidence: [evidence('Pages', count(index.pages)), evidence('Index scans', '0')],
          why: bill,
          advice: 'Leave it out unless another query needs it.',
          share: 0,
          note: true,
        })
    }
    return candidates
  },
}
