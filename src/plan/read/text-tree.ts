/** Builds the tree of EXPLAIN's text format from lines and their columns. */
import { parseExtraTarget, type RawNode } from './text-title.ts'
import { parseProperty, parseWorkerActual, zeroBuffers, zeroWal } from './text-property.ts'
import { splitList } from './text-split.ts'
import { parseJitLine, type Tail } from './text-tail.ts'

interface Open {
  readonly raw: RawNode
  /** Column of the node's arrow; -1 for the top node. */
  readonly column: number
  /** Column of its properties and of its children's arrows. */
  readonly inner: number
  /** Subplan heading that the next child belongs to. */
  heading: { readonly column: number; readonly relationship: string; readonly name: string } | null
  worker: RawNode | null
}

const HEADING = /^(?:(InitPlan|SubPlan) \S+(?: \(returns .*\))?|CTE .+)$/

/** Children that are not Outer and Inner by their place. */
const MEMBERS: ReadonlySet<string> = new Set(['Append', 'Merge Append', 'BitmapAnd', 'BitmapOr'])

const INDEX_SCANS: ReadonlySet<string> = new Set(['Index Scan', 'Index Only Scan'])

const IO_KEYS = ['Shared', 'Local', 'Temp'].flatMap((kind) => [
  `${kind} I/O Read Time`,
  `${kind} I/O Write Time`,
])

const OLD_IO_KEYS = ['', 'Temp '].flatMap((kind) => [`${kind}I/O Read Time`, `${kind}I/O Write Time`])

const zeros = (keys: readonly string[]): RawNode => Object.fromEntries(keys.map((key) => [key, 0]))

export class TextTree {
  readonly #root: RawNode
  readonly #all: RawNode[]
  readonly #stack: Open[]

  /** `inner` is the column where the top node's properties stand, relative to its own line. */
  constructor(root: RawNode, inner: number) {
    this.#root = root
    this.#all = [root]
    this.#stack = [{ raw: root, column: -1, inner, heading: null, worker: null }]
  }

  /** Node whose properties and children stand at or left of this column. */
  #owner(column: number): Open | null {
    while (this.#stack.length > 1 && this.#stack.at(-1)!.inner > column) this.#stack.pop()
    const owner = this.#stack.at(-1)!
    return owner.inner <= column ? owner : null
  }

  /** A node with its arrow at `column`; false if it has no parent there. */
  child(column: number, raw: RawNode): boolean {
    const owner = this.#owner(column)
    if (!owner) return false
    const heading = owner.heading && column > owner.heading.column ? owner.heading : null
    const plans = (owner.raw['Plans'] ??= []) as RawNode[]
    if (heading) {
      raw['Parent Relationship'] = heading.relationship
      raw['Subplan Name'] = heading.name
    } else raw['Parent Relationship'] = this.#relationship(owner.raw, plans)
    owner.heading = null
    plans.push(raw)
    this.#all.push(raw)
    this.#stack.push({ raw, column, inner: column + 6, heading: null, worker: null })
    return true
  }

  #relationship(parent: RawNode, plans: readonly RawNode[]): string {
    const type = String(parent['Node Type'])
    if (MEMBERS.has(type)) return 'Member'
    if (type === 'Subquery Scan') return 'Subquery'
    const before = plans.filter((plan) => !String(plan['Parent Relationship']).endsWith('Plan'))
    return before.length === 0 ? 'Outer' : 'Inner'
  }

  /** `InitPlan 1`, `SubPlan 2`, `CTE recent`; false if the text is no such heading. */
  heading(column: number, text: string): boolean {
    const match = HEADING.exec(text)
    const owner = match && this.#owner(column)
    if (!owner) return false
    // A CTE is an InitPlan with a name, also in the JSON format.
    owner.heading = { column, relationship: match[1] ?? 'InitPlan', name: text }
    return true
  }

  /** A property line; false if the text is none. */
  property(column: number, text: string): boolean {
    const owner = this.#owner(column)
    if (!owner) return false
    const target = parseExtraTarget(text)
    if (target && owner.raw['Node Type'] === 'ModifyTable') {
      ;((owner.raw['Target Tables'] ??= []) as RawNode[]).push(target)
      return true
    }
    const worker = /^Worker (\d+):\s+(.*)$/s.exec(text)
    if (worker) return this.#worker(owner, Number(worker[1]), worker[2]!)
    const keys = /^(?:Group|Hash|Sort) Key: /.test(text) && owner.raw['Node Type'] === 'Aggregate'
    if (keys) return this.#groupKeys(owner.raw, text)
    if (text.startsWith('Group Key: ')) {
      owner.raw['Group Key'] = splitList(text.slice('Group Key: '.length))
      return true
    }
    if (column > owner.inner && owner.worker) {
      if (text === 'JIT:') owner.worker['JIT'] = {}
      const jit = owner.worker['JIT'] as RawNode | undefined
      if (text === 'JIT:' || (jit && parseJitLine(jit, text))) return true
    }
    const property = parseProperty(text, String(owner.raw['Node Type']))
    if (!property) return false
    Object.assign(column > owner.inner && owner.worker ? owner.worker : owner.raw, property)
    return true
  }

  #worker(owner: Open, number: number, text: string): boolean {
    const workers = (owner.raw['Workers'] ??= []) as RawNode[]
    let worker = workers.find((one) => one['Worker Number'] === number)
    if (!worker) {
      worker = { 'Worker Number': number }
      workers.push(worker)
    }
    owner.worker = worker
    const keys = parseWorkerActual(text) ?? parseProperty(text, String(owner.raw['Node Type']))
    if (keys) Object.assign(worker, keys)
    return keys !== null
  }

  /** One line is a plain key; several, `()` and hash keys are grouping sets, as the JSON format nests them. */
  #groupKeys(raw: RawNode, text: string): boolean {
    const sets = (raw['Grouping Sets'] ??= []) as RawNode[]
    const colon = text.indexOf(':')
    const [label, value] = [text.slice(0, colon), text.slice(colon + 1).trim()]
    const keys = value === '()' ? [] : splitList(value)
    const last = sets.at(-1)
    if (label === 'Sort Key') sets.push({ 'Sort Key': keys, 'Group Keys': [] })
    else if (label === 'Hash Key') sets.push({ 'Hash Keys': [keys] })
    else if (last?.['Group Keys']) (last['Group Keys'] as unknown[]).push(keys)
    else sets.push({ 'Group Keys': [keys] })
    return true
  }

  /** Adds what the JSON format says and the text format leaves out, and gives the whole plan's object. */
  finish(tail: Tail): RawNode {
    const some = (key: string): boolean => this.#all.some((raw) => key in raw)
    const timed = some('Actual Total Time')
    const defaults: RawNode[] = []
    if (some('Shared Hit Blocks')) {
      defaults.push(zeroBuffers())
      tail.fillBuffers()
    }
    if (some('WAL Records')) defaults.push(zeroWal())
    // Before PostgreSQL 17 one pair of keys stands for shared and local blocks.
    const old = some('I/O Read Time')
    if (old || IO_KEYS.some(some)) defaults.push(zeros(old ? OLD_IO_KEYS : IO_KEYS))
    for (const raw of this.#all) {
      for (const keys of defaults) for (const [key, zero] of Object.entries(keys)) raw[key] ??= zero
      if (timed && raw['Actual Loops'] === 0)
        Object.assign(raw, { 'Actual Startup Time': 0, 'Actual Total Time': 0 })
      if (INDEX_SCANS.has(String(raw['Node Type']))) raw['Scan Direction'] ??= 'Forward'
      this.#plainGroupKey(raw)
    }
    return { Plan: this.#root, ...tail.raw }
  }

  #plainGroupKey(raw: RawNode): void {
    const sets = raw['Grouping Sets'] as RawNode[] | undefined
    const keys = sets?.length === 1 ? (sets[0]!['Group Keys'] as readonly string[][] | undefined) : undefined
    if (keys?.length !== 1 || keys[0]!.length === 0 || sets?.[0]?.['Sort Key']) return
    raw['Group Key'] = keys[0]
    delete raw['Grouping Sets']
  }
}
