/**
 * An experiment as a plain .sql file:
 *
 *     -- @dataset entreprinder 0.5
 *     -- @notes
 *     -- Words about it, as comments.
 *     -- @changes
 *     CREATE INDEX …;
 *     -- @query
 *     SELECT …;
 *
 * Every part may be missing; a file without `@changes` and `@query` is all query. Other `-- @word: value` lines before
 * the first part are kept as meta. A line of a part's own text that looks like a marker is written with a backslash,
 * `-- \@query`, which is taken off again when it is read. The last line end of a part belongs to the format, not to
 * the text, so that printing and parsing gives back exactly the same texts.
 */
import { DATASET_NAME } from '../dataset/name.ts'
import { err, ok, type Result } from '../shared/result.ts'
import type { Experiment } from './types.ts'

type SectionName = 'notes' | 'changes' | 'query'

export interface ParsedExperiment {
  readonly experiment: Pick<Experiment, SectionName>
  /** Which parts the file has; the others are empty. */
  readonly has: Readonly<Record<SectionName, boolean>>
  /** What the file says that it runs on; where it says nothing, that is the reader's own choice. */
  readonly dataset: NamedDataset | undefined
  /** Other markers at the top, e.g. `{ rejects: 'rows' }`; several of one name are joined by line ends. */
  readonly meta: Readonly<Record<string, string>>
}

interface NamedDataset {
  readonly name: string
  /** undefined: the dataset's own default. */
  readonly scale: number | undefined
}

/** `line` counts from 1. */
export type FormatError =
  | { readonly kind: 'text-before-section'; readonly line: number }
  | { readonly kind: 'duplicate-section'; readonly section: SectionName; readonly line: number }
  | { readonly kind: 'marker-with-text'; readonly section: SectionName; readonly line: number }
  | { readonly kind: 'bad-dataset'; readonly line: number }
  | { readonly kind: 'notes-not-commented'; readonly line: number }

const SECTION = /^--[ \t]*@(notes|changes|query)(?![\w-])(.*)$/s
/** A section marker with any number of backslashes before its @. */
const MARKER_LIKE = /^(--[ \t]*)(\\*)(@(?:notes|changes|query)(?![\w-]))/
const META = /^--[ \t]*@([a-z][a-z0-9-]*)(?::|(?=\s|$))(.*)$/s

interface Line {
  readonly text: string
  readonly start: number
  /** Start of the next line. */
  readonly next: number
}

function linesOf(text: string): Line[] {
  const lines: Line[] = []
  for (let start = 0; start < text.length;) {
    const end = text.indexOf('\n', start)
    const next = end < 0 ? text.length : end + 1
    lines.push({ text: text.slice(start, end < 0 ? next : end), start, next })
    start = next
  }
  return lines
}

/** Whether a line of its own marks a part, `-- @notes`, `-- @changes` or `-- @query`: anything else is plain SQL. */
export const hasSections = (text: string): boolean => linesOf(text).some((line) => SECTION.test(line.text))

/** Reads an experiment file. A byte order mark is skipped. */
export function parseExperiment(file: string): Result<ParsedExperiment, FormatError> {
  const text = file.startsWith('\ufeff') ? file.slice(1) : file
  const lines = linesOf(text)
  const firstSection = lines.findIndex((line) => SECTION.test(line.text))
  const header = parseHeader(lines, firstSection)
  if (!header.ok) return header
  const sections =
    firstSection < 0
      ? ok({ query: withoutLineEnd(text.slice(header.value.end), false) })
      : parseSections(text, lines, firstSection)
  if (!sections.ok) return sections
  const { notes, changes, query }: Partial<Record<SectionName, string>> = sections.value
  const { dataset, meta } = header.value
  return ok({
    experiment: { changes: changes ?? '', query: query ?? '', notes: notes ?? '' },
    has: {
      notes: notes !== undefined,
      changes: changes !== undefined,
      query: query !== undefined,
    },
    dataset,
    meta: Object.fromEntries(meta),
  })
}

interface Header {
  readonly dataset: NamedDataset | undefined
  readonly meta: ReadonlyMap<string, string>
  /** Where the text goes on after the last marker of the header. */
  readonly end: number
}

function parseHeader(lines: readonly Line[], firstSection: number): Result<Header, FormatError> {
  let dataset: Header['dataset']
  let end = 0
  const meta = new Map<string, string>()
  for (const [index, line] of (firstSection < 0 ? lines : lines.slice(0, firstSection)).entries()) {
    const [, word, rest = ''] = META.exec(line.text) ?? []
    if (word === undefined || word === 'for-each-row') {
      if (word === undefined && (line.text.trim() === '' || line.text.startsWith('--'))) continue
      if (firstSection < 0) break
      return err({ kind: 'text-before-section', line: index + 1 })
    }
    end = line.next
    const value = rest.trim()
    if (word === 'dataset') {
      dataset = parseDataset(value)
      if (!dataset) return err({ kind: 'bad-dataset', line: index + 1 })
    } else {
      const before = meta.get(word)
      meta.set(word, before === undefined ? value : `${before}\n${value}`)
    }
  }
  return ok({ dataset, meta, end })
}

function parseDataset(value: string): NamedDataset | undefined {
  const [name = '', scale, ...rest] = value.split(/\s+/)
  if (!DATASET_NAME.test(name) || rest.length > 0) return undefined
  if (scale === undefined) return { name, scale }
  const factor = /^\d*\.?\d+(?:e[+-]?\d+)?$/.test(scale) ? Number(scale) : 0
  return factor > 0 && Number.isFinite(factor) ? { name, scale: factor } : undefined
}

function parseSections(
  text: string,
  lines: readonly Line[],
  first: number,
): Result<Partial<Record<SectionName, string>>, FormatError> {
  const found: Partial<Record<SectionName, string>> = {}
  const starts = lines.flatMap((line, index) => (index >= first && SECTION.test(line.text) ? [index] : []))
  for (const [position, index] of starts.entries()) {
    const marker = lines[index] as Line
    const [, word, rest = ''] = SECTION.exec(marker.text) ?? []
    const section = word as SectionName
    if (!/^\s*:?\s*$/.test(rest)) return err({ kind: 'marker-with-text', section, line: index + 1 })
    if (found[section] !== undefined) return err({ kind: 'duplicate-section', section, line: index + 1 })
    const nextStart = lines[starts[position + 1] ?? -1]?.start ?? text.length
    const windows = marker.text.endsWith('\r')
    const body = withoutLineEnd(text.slice(marker.next, nextStart), windows)
    if (section === 'notes') {
      const notes = uncomment(body, windows)
      if (typeof notes !== 'string') return err({ kind: 'notes-not-commented', line: index + 2 + notes.line })
      found.notes = notes
    } else found[section] = unescape(body)
  }
  return ok(found)
}

/** Takes off the one line end that belongs to the format, in the style of the part's marker. */
function withoutLineEnd(body: string, windows: boolean): string {
  if (windows && body.endsWith('\r\n')) return body.slice(0, -2)
  return body.endsWith('\n') ? body.slice(0, -1) : body
}

const eachLine = (text: string, change: (line: string) => string) => text.split('\n').map(change).join('\n')

const escape = (text: string) =>
  eachLine(text, (line) =>
    line.replace(MARKER_LIKE, (_, dashes, slashes, word) => `${dashes}\\${slashes}${word}`),
  )

const unescape = (text: string) =>
  eachLine(text, (line) =>
    line.replace(MARKER_LIKE, (_, dashes, slashes: string, word) => `${dashes}${slashes.slice(1)}${word}`),
  )

function uncomment(body: string, windows: boolean): string | { readonly line: number } {
  const lines = body.split('\n').map((line) => (windows ? line.replace(/\r$/, '') : line))
  while (lines.length > 1 && lines.at(-1)?.trim() === '') lines.pop()
  const bad = lines.findIndex((line) => line.trim() !== '' && !line.startsWith('--'))
  if (bad >= 0) return { line: bad }
  return lines.map((line) => unescape(line).replace(/^-- ?/, '')).join('\n')
}

/** Writes an experiment file. `meta` goes to the top as `-- @word: value` lines. */
export function printExperiment(experiment: Experiment, meta: Readonly<Record<string, string>> = {}): string {
  const { dataset, scale, notes, changes, query } = experiment
  let file = `-- @dataset ${dataset} ${scale}\n`
  for (const [word, value] of Object.entries(meta))
    file += eachLine(value, (line) => `-- @${word}: ${line}`.trimEnd()) + '\n'
  if (notes !== '')
    file += `-- @notes\n${escape(eachLine(notes, (line) => (line === '' ? '--' : `-- ${line}`)))}\n`
  return file + printSection('changes', changes) + printSection('query', query)
}

const printSection = (name: SectionName, text: string) =>
  `-- @${name}\n${text === '' ? '' : `${escape(text)}\n`}`

const WORDS: { readonly [K in FormatError['kind']]: string } = {
  'text-before-section': 'There is text before the first marker; put it below “-- @query” or “-- @changes”.',
  'duplicate-section': 'This marker stands in the file a second time.',
  'marker-with-text': 'A marker stands alone on its line.',
  'bad-dataset': 'Write the dataset as its name and a scale, e.g. “-- @dataset entreprinder 0.5”.',
  'notes-not-commented': 'Notes are comments: begin each of their lines with “--”.',
}

/** Words an error, with its line. */
export const describeFormatError = (error: FormatError): string => `Line ${error.line}: ${WORDS[error.kind]}`
