/** What stands around the tree in EXPLAIN's text format: query text before it; planning, JIT, triggers, times after. */
import { leadingNumber, parsePairs, splitList } from './text-split.ts'
import { parseProperty, zeroBuffers } from './text-property.ts'
import type { RawNode } from './text-title.ts'

const TAIL =
  /^(?:Planning:?$|Planning Time: |Planning time: |Execution Time: |Execution time: |Total runtime: |JIT:|Trigger |Settings: |Query Identifier: |Serialization: |Planning:|Buffers: )/

/** True for a line that can only stand after the tree, at its left edge. */
export const isTailLine = (text: string): boolean => TAIL.test(text)

/** `Trigger for constraint fk on orders: time=0.3 calls=2`, `Trigger audit on orders: calls=2`. */
function parseTrigger(text: string): RawNode | null {
  const match =
    /^Trigger(?: (?!for constraint)(.+?))?(?: for constraint (.+?))?(?: on (.+?))?: (.*calls=.*)$/.exec(text)
  if (!match) return null
  const pairs = parsePairs(match[4]!)
  const trigger: RawNode = { Calls: pairs['calls'] ?? 0 }
  if (match[1] !== undefined) trigger['Trigger Name'] = match[1]
  if (match[2] !== undefined) trigger['Constraint Name'] = match[2]
  if (match[3] !== undefined) trigger['Relation'] = match[3]
  if (pairs['time'] !== undefined) trigger['Time'] = pairs['time']
  return trigger
}

/** `Generation 0.4 ms (Deform 0.1 ms), Inlining 0.0 ms, Total 1.2 ms`. */
function parseJitTiming(text: string): RawNode {
  const timing: RawNode = {}
  for (const match of text.matchAll(/([A-Z]\w+) ([\d.]+) ms(?: \(Deform ([\d.]+) ms\))?/g)) {
    const total = Number(match[2])
    timing[match[1]!] = match[3] === undefined ? total : { Deform: Number(match[3]), Total: total }
  }
  return timing
}

const parseJitOptions = (text: string): RawNode =>
  Object.fromEntries(
    splitList(text).map((one) => [one.replace(/ (?:true|false)$/, ''), one.endsWith(' true')]),
  )

/** A line below `JIT:`, of the whole plan or of one worker; false if it is none. */
export function parseJitLine(jit: RawNode, text: string): boolean {
  const [label, value] = [text.slice(0, text.indexOf(':')), text.slice(text.indexOf(':') + 1).trim()]
  if (label === 'Functions') jit[label] = leadingNumber(value)
  else if (label === 'Options') jit[label] = parseJitOptions(value)
  else if (label === 'Timing') jit[label] = parseJitTiming(value)
  else return false
  return true
}

function parseSettings(text: string): RawNode {
  const settings: RawNode = {}
  for (const one of splitList(text)) {
    const match = /^(.+?) = '(.*)'$/s.exec(one)
    if (match) settings[match[1]!] = match[2]!.replaceAll("''", "'")
  }
  return settings
}

/** Collects the lines around the tree into the keys of the JSON format. */
export class Tail {
  readonly raw: RawNode = {}
  readonly #triggers: RawNode[] = []
  /** Block that indented lines belong to. */
  #block: 'Planning' | 'JIT' | 'Serialization' | null = null

  /** Takes a line at the tree's left edge; false if it is no tail line. */
  take(text: string): boolean {
    if (!isTailLine(text)) return false
    this.#block = null
    const [label, value] = [text.slice(0, text.indexOf(':')), text.slice(text.indexOf(':') + 1).trim()]
    if (text.startsWith('Trigger ')) {
      const trigger = parseTrigger(text)
      if (!trigger) return false
      this.#triggers.push(trigger)
      this.raw['Triggers'] = this.#triggers
    } else if (label === 'Planning' || label === 'JIT') {
      this.#block = label
      this.raw[label] = {}
    } else if (label === 'Settings') this.raw[label] = parseSettings(value)
    else if (label === 'Query Identifier') this.raw[label] = value
    else if (label === 'Serialization') {
      this.#block = 'Serialization'
      const pairs = parsePairs(value)
      const serialization: RawNode = { 'Output Volume': pairs['output'] ?? 0 }
      serialization['Format'] = /format=(\w+)/.exec(value)?.[1] ?? 'text'
      if (pairs['time'] !== undefined) serialization['Time'] = pairs['time']
      this.raw['Serialization'] = serialization
    } else
      this.raw[label === 'Total runtime' ? 'Execution Time' : label.replace(' time', ' Time')] =
        leadingNumber(value)
    return true
  }

  /** Takes an indented line of the last block; false if no block is open or it is not understood. */
  takeIndented(text: string): boolean {
    if (this.#block === null) return false
    const block = this.raw[this.#block] as RawNode
    const [label, value] = [text.slice(0, text.indexOf(':')), text.slice(text.indexOf(':') + 1).trim()]
    if (this.#block === 'JIT') return parseJitLine(block, text)
    if (label === 'Memory') {
      const pairs = parsePairs(value)
      block['Memory Used'] = pairs['used'] ?? 0
      block['Memory Allocated'] = pairs['allocated'] ?? 0
      return true
    }
    Object.assign(block, parseProperty(text, '') ?? {})
    return true
  }

  /** The JSON format prints zeros where the text format prints no line. */
  fillBuffers(): void {
    for (const key of ['Planning', 'Serialization']) {
      const present = this.raw[key]
      if (present === undefined && (key !== 'Planning' || this.raw['Planning Time'] === undefined)) continue
      this.raw[key] = { ...zeroBuffers(), ...(present as RawNode | undefined) }
    }
  }
}
