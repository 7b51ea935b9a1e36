/** What stands on a node's card, line by line, and how large the card is. Pixels at zoom 1. */
import type { PlanNode } from '../../../plan/types.ts'
import { factorWords } from '../../../plan/words/figures.ts'
import { elide, shortCount } from './fit.ts'
import { count, counted, kilobytes } from '../../../shared/words.ts'
import type { PlanItem } from '../model/model.ts'

export const CARD_WIDTH = 264
export const CARD_PADDING = 11
export const LINE_HEIGHT = 17
/** Room of the title above the lines, and of the bar below them. */
export const TITLE_HEIGHT = 30
export const BAR_HEIGHT = 25

/** Characters of the monospaced face (6.9 px each at 11.5 px) that fit into a line. */
export const LINE_CHARACTERS = Math.floor((CARD_WIDTH - 2 * CARD_PADDING) / 6.9)

export type LineKind = 'target' | 'index' | 'condition' | 'rows' | 'removed' | 'note'

export interface CardLine {
  readonly kind: LineKind
  readonly text: string
  /** Second text, right-aligned. */
  readonly right: string | null
}

/** The condition that says most about the node, first by what finds rows, then by what drops them. */
const CONDITION_ORDER = [
  'Index Cond',
  'Hash Cond',
  'Merge Cond',
  'TID Cond',
  'Recheck Cond',
  'Filter',
  'Join Filter',
  'Order By',
  'One-Time Filter',
]

const rank = (label: string): number => {
  const at = CONDITION_ORDER.indexOf(label)
  return at < 0 ? CONDITION_ORDER.length : at
}

/** Outer parentheses say nothing on a card. */
const bare = (text: string): string => (/^\([^()]*\)$/.test(text) ? text.slice(1, -1) : text)

function conditionLine(node: PlanNode): CardLine | null {
  const sorted = node.conditions.toSorted((a, b) => rank(a.label) - rank(b.label))
  const first = sorted[0]
  const keys = node.sort?.key ?? node.aggregate?.groupKey ?? []
  if (!first && keys.length === 0) return null
  const more = sorted.length > 1 ? `+${sorted.length - 1}` : null
  const text = first ? `${first.label} ${bare(first.text)}` : `by ${keys.join(', ')}`
  const room = LINE_CHARACTERS - (more ? more.length + 1 : 0)
  return { kind: 'condition', text: elide(text, room), right: more }
}

/** What was thrown away, over all loops. */
function removedLine({ node, figures }: PlanItem): CardLine | null {
  if (figures.rowsRemoved < 1) return null
  const { filter, joinFilter, indexRecheck } = node.removed
  const by = filter > 0 ? 'filter' : joinFilter > 0 ? 'join filter' : indexRecheck > 0 ? 'recheck' : ''
  const gone = Math.round(figures.rowsRemoved)
  return {
    kind: 'removed',
    text: `${shortCount(gone)} ${gone === 1 ? 'row' : 'rows'} removed by ${by}`,
    right: null,
  }
}

/** Short facts that change how a node is judged: spilled sorts, batches, lossy pages, heap fetches, workers. */
function notes(node: PlanNode): readonly string[] {
  const found: string[] = []
  const { sort, hash, aggregate, bitmap, memoize, parallel, modify } = node
  if (sort?.spaceType === 'Disk' && sort.spaceKb !== null)
    found.push(`spilled ${kilobytes(sort.spaceKb)} to disk`)
  if (hash && hash.batches > 1) found.push(`${count(hash.batches)} batches, spilled`)
  if (aggregate?.diskKb) found.push(`spilled ${kilobytes(aggregate.diskKb)} to disk`)
  if (bitmap && bitmap.lossyBlocks > 0) found.push(`${shortCount(bitmap.lossyBlocks)} lossy heap blocks`)
  if (node.heapFetches) found.push(counted(node.heapFetches, 'heap fetch', 'heap fetches'))
  if (memoize?.hits != null)
    found.push(`${shortCount(memoize.hits)} hits, ${shortCount(memoize.misses ?? 0)} misses`)
  if (parallel.workersPlanned !== null)
    found.push(`${parallel.workersLaunched ?? 0} of ${counted(parallel.workersPlanned, 'worker')}`)
  if (node.subplansRemoved) found.push(`${counted(node.subplansRemoved, 'partition')} pruned`)
  if (modify?.conflictResolution) found.push(`on conflict ${modify.conflictResolution.toLowerCase()}`)
  if (node.disabled) found.push('disabled')
  return found
}

function rowsLines(item: PlanItem): readonly CardLine[] {
  const { node, figures } = item
  const estimated = node.estimate ? `est ${shortCount(node.estimate.rows)}` : ''
  if (!node.actual)
    return estimated
      ? [{ kind: 'rows', text: `${estimated} ${node.estimate?.rows === 1 ? 'row' : 'rows'}`, right: null }]
      : []
  if (!figures.executed) return [{ kind: 'rows', text: 'never executed', right: estimated }]
  const { rows, loops } = node.actual
  const text = [`${shortCount(rows)} ${rows === 1 ? 'row' : 'rows'}`, estimated].filter(Boolean).join(', ')
  const lines: CardLine[] = [{ kind: 'rows', text, right: factorWords(item.estimateFactor) }]
  if (loops > 1)
    lines.push({
      kind: 'note',
      text: `${shortCount(loops)} loops, ${shortCount(Math.round(figures.rows))} ${figures.rows === 1 ? 'row' : 'rows'} in all`,
      right: null,
    })
  return lines
}

/** The lines under a card's title. */
export function cardLines(item: PlanItem): readonly CardLine[] {
  const { node } = item
  const lines: CardLine[] = []
  const line = (kind: LineKind, text: string): void => {
    lines.push({ kind, text: elide(text, LINE_CHARACTERS), right: null })
  }
  if (item.target !== null) line('target', item.target)
  if (node.index !== null)
    line('index', `${node.nodeType === 'Bitmap Index Scan' ? 'on' : 'using'} ${node.index}`)
  const condition = conditionLine(node)
  if (condition) lines.push(condition)
  lines.push(...rowsLines(item))
  const removed = removedLine(item)
  if (removed) lines.push(removed)
  const facts = notes(node)
  if (facts.length > 0) line('note', facts.join(', '))
  return lines
}

/** Height of the card with these lines. */
export const cardHeight = (lines: readonly CardLine[]): number =>
  TITLE_HEIGHT + lines.length * LINE_HEIGHT + BAR_HEIGHT
