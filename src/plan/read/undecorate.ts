/**
 * Takes off what surrounds a plan where people copy it from: psql's borders, header, ruler, `+` continuations,
 * expanded records and footer; log prefixes; quotes around each line; Markdown fences.
 */

/** A line that is left, with its number (from 1) in the text as given. */
export interface Line {
  readonly text: string
  readonly number: number
}

const RULER = /^[\s|+\-─━│┃┌┐└┘├┤┬┴┼╞╡═╪╔╗╚╝╠╣║╤╧┄]*[-─━═┄]{3,}[\s|+\-─━│┃┌┐└┘├┤┬┴┼╞╡═╪╔╗╚╝╠╣║╤╧┄]*$/
const HEADER = /^[\s|│┃║]*QUERY PLAN[\s|│┃║]*$/
const FOOTER = /^\s*\(\d+ (?:rows?|lignes?|Zeilen?)\)\s*$|^Time: [\d.]+ ms/
const RECORD = /^[-─]+\[ ?RECORD \d+ ?\][-─+┬]*$/
const FENCE = /^\s*```\w*\s*$/
const LEFT_BORDER = /^\s*[|│┃║] ?/
const RIGHT_BORDER = /\s*[|│┃║]\s*$/
const EXPANDED = /^(?:QUERY PLAN|\s{10}) ?[|│] ?/
const PLAN_LOG = /(?:^|\s|")duration: [\d.]+ ms\s+plan:\s*/
const SYSLOG = /^\w{3}\s+\d+ [\d:]+ \S+ \S+\[\d+\]:\s*\[\d+-\d+\]\s?/
const ESCAPED_BREAK = /\\n|\\r\\n/

/** A whole text that is one quoted string with `\n` in it, as Python and JSON print strings. */
function unquoteWhole(text: string): string {
  const trimmed = text.trim()
  const quote = trimmed[0]
  if ((quote !== '"' && quote !== "'") || !trimmed.endsWith(quote) || trimmed.includes('\n')) return text
  if (quote === '"' && !ESCAPED_BREAK.test(trimmed)) return text
  return trimmed
    .slice(1, -1)
    .replace(/\\(r\\n|[nrt"'\\])/g, (_, char: string) =>
      char.endsWith('n') ? '\n' : char === 't' ? '\t' : char === 'r' ? '' : char,
    )
}

/** Cuts away everything before the first logged plan, and the log lines after it. */
function fromLog(lines: readonly Line[]): readonly Line[] {
  const start = lines.findIndex((line) => PLAN_LOG.test(line.text))
  if (start < 0) return lines
  const first = lines[start]!
  const prefix = first.text.slice(0, PLAN_LOG.exec(first.text)!.index)
  // csvlog: the message is one field in quotes, quotes inside are doubled.
  const csv = prefix.endsWith('"') || first.text.includes('"duration:')
  const undouble = (text: string): string =>
    csv && !text.includes('": ') ? text.replaceAll('""', '"') : text
  const rest = first.text.replace(/^.*?duration: [\d.]+ ms\s+plan:\s*/, '')
  const kept: Line[] = rest === '' ? [] : [{ text: undouble(rest), number: first.number }]
  const tabbed = lines[start + 1]?.text.startsWith('\t') ?? false
  for (const line of lines.slice(start + 1)) {
    if (tabbed && line.text.trim() !== '' && !line.text.startsWith('\t')) break
    if (PLAN_LOG.test(line.text)) break
    kept.push({ text: undouble(tabbed ? line.text.replace(/^\t/, '') : line.text), number: line.number })
  }
  return kept
}

/** Quotes around every line, as tools that copy a result as CSV leave them. */
function unquoteLines(lines: readonly Line[]): readonly Line[] {
  const filled = lines.filter((line) => line.text.trim() !== '')
  const quoted = filled.filter((line) => /^\s*".*"\s*$/.test(line.text) && !/^\s*"[^"]*":/.test(line.text))
  if (quoted.length === 0 || quoted.length < filled.length - 1) return lines
  return lines.map((line) => ({
    text: line.text.replace(/^\s*"(.*)"\s*$/, '$1').replaceAll('""', '"'),
    number: line.number,
  }))
}

/** Takes off the borders of a table: left and right where all lines have them, then `+` continuations. */
function unbox(lines: readonly Line[]): readonly Line[] {
  const filled = lines.filter((line) => line.text.trim() !== '')
  const share = (test: (text: string) => boolean): number =>
    filled.length === 0 ? 0 : filled.filter((line) => test(line.text)).length / filled.length
  const expanded = share((text) => EXPANDED.test(text)) > 0.9
  const boxed = !expanded && share((text) => LEFT_BORDER.test(text)) > 0.9
  let unboxed = lines.map((line) => {
    if (expanded) return { text: line.text.replace(EXPANDED, ''), number: line.number }
    if (boxed)
      return { text: line.text.replace(LEFT_BORDER, '').replace(RIGHT_BORDER, ''), number: line.number }
    return line
  })
  const continued = unboxed.filter((line) => /[+↵]\s*$/.test(line.text)).length
  // One row of many lines: every line but the last ends in the mark. Rare marks are part of the plan.
  if (continued > 0 && continued >= unboxed.filter((line) => line.text.trim() !== '').length * 0.5)
    unboxed = unboxed.map((line) => ({ text: line.text.replace(/\s*[+↵]\s*$/, ''), number: line.number }))
  return unboxed
}

/** The lines of a plan without their surroundings. Blank lines stay, indentation stays. */
export function undecorate(text: string): readonly Line[] {
  const bare = text.replace(/^\uFEFF/, '')
  // A CSV field (psql --csv, csvlog) doubles its quotes.
  const plain = bare.includes('""Node Type""') ? bare.replaceAll('""', '"') : bare
  const given = unquoteWhole(plain)
    .split(/\r\n|\n|\r/)
    .map((line, index) => ({ text: line.replace(SYSLOG, '').replace(/^#011/, '\t'), number: index + 1 }))
  const logged = fromLog(given)
  const kept = logged.filter(
    ({ text }) =>
      !HEADER.test(text) &&
      !RULER.test(text) &&
      !FOOTER.test(text) &&
      !RECORD.test(text) &&
      !FENCE.test(text),
  )
  return unquoteLines(unbox(kept))
}
