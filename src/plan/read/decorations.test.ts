/** Every plan of the corpus in the wrappings that people copy it in: the tree must not change. */
import { describe, expect, it } from 'vitest'
import { corpusPairs } from '../testing/corpus.node.ts'
import { parsePlan } from './parse-plan.ts'
import type { Plan } from '../types.ts'

const lines = (text: string): string[] => text.replace(/\n$/, '').split('\n')
const width = (rows: readonly string[]): number => Math.max(...rows.map((row) => row.length), 10)
const indented = (json: string): string => JSON.stringify(JSON.parse(json), null, 2)

/** psql's aligned output: one cell of many lines, marked by `+`; borders by style. */
function psqlCell(rows: readonly string[], border: 0 | 1 | 2, mark = '+'): string {
  const size = width(rows)
  const body = rows.map((row, index) => {
    const cell = row.padEnd(size) + (index < rows.length - 1 ? mark : ' ')
    return border === 2 ? `| ${cell}|` : border === 1 ? ` ${cell}` : cell
  })
  const ruler = border === 2 ? `+${'-'.repeat(size + 2)}+` : '-'.repeat(size + 2)
  const header = border === 2 ? `| ${'QUERY PLAN'.padEnd(size)} |` : '   QUERY PLAN'
  const top = border === 2 ? [ruler] : []
  return [...top, header, ruler, ...body, ...top, '(1 row)', ''].join('\n')
}

/** psql's output of the text format: one row for each line. */
function psqlRows(rows: readonly string[], border: 1 | 2, style: 'ascii' | 'unicode'): string {
  const size = width(rows)
  const [vertical, dash] = style === 'ascii' ? ['|', '-'] : ['│', '─']
  const wrap = (row: string): string =>
    border === 2 ? `${vertical} ${row.padEnd(size)} ${vertical}` : ` ${row}`
  const rule = dash.repeat(size + 2)
  const head = border === 2 ? `+${rule}+` : rule
  const top = border === 2 ? [head] : []
  return [...top, wrap('QUERY PLAN'), head, ...rows.map(wrap), ...top, `(${rows.length} rows)`, ''].join('\n')
}

const python = (value: unknown): string => {
  if (value === null) return 'None'
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  if (typeof value === 'string')
    return `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n')}'`
  if (Array.isArray(value)) return `[${value.map(python).join(', ')}]`
  if (typeof value !== 'object') return JSON.stringify(value)
  return `{${Object.entries(value)
    .map(([key, part]) => `'${key}': ${python(part)}`)
    .join(', ')}}`
}

const jsonForms: Readonly<Record<string, (json: string) => unknown>> = {
  'a value from a driver': (json) => JSON.parse(json) as unknown,
  'without the array': (json) => (JSON.parse(json) as readonly unknown[])[0],
  'in a QUERY PLAN column': (json) => [{ 'QUERY PLAN': JSON.parse(json) as unknown }],
  'as text in rows': (json) => ({ rows: [{ 'QUERY PLAN': indented(json) }] }),
  indented,
  'one line of psql -At': (json) => `${json}\n`,
  'psql, aligned': (json) => psqlCell(lines(indented(json)), 1),
  'psql, border 0': (json) => psqlCell(lines(indented(json)), 0),
  'psql, border 2': (json) => psqlCell(lines(indented(json)), 2),
  'psql, unicode marks': (json) => psqlCell(lines(indented(json)), 1, '↵'),
  'psql, expanded': (json) =>
    [
      '-[ RECORD 1 ]----',
      ...lines(indented(json)).map((row, i) => `${i === 0 ? 'QUERY PLAN' : ' '.repeat(10)} | ${row} +`),
    ]
      .join('\n')
      .replace(/ \+$/, ''),
  'CSV field': (json) => `"QUERY PLAN"\n"${indented(json).replaceAll('"', '""')}"\n`,
  auto_explain: (json) =>
    `2026-03-01 10:00:00.123 UTC [4711] LOG:  duration: 12.345 ms  plan:\n${lines(
      indented(JSON.stringify((JSON.parse(json) as unknown[])[0])),
    )
      .map((row) => `\t${row}`)
      .join('\n')}\n2026-03-01 10:00:00.200 UTC [4711] LOG:  statement: SELECT 1`,
  'Django, printed': (json) => JSON.stringify((JSON.parse(json) as readonly unknown[])[0]),
  'Django on Python dictionaries': (json) => python(JSON.parse(json)),
  'in a Markdown fence': (json) => `Look at this:\n\n\`\`\`json\n${indented(json)}\n\`\`\`\n`,
}

const textForms: Readonly<Record<string, (text: string) => unknown>> = {
  psql: (text) => psqlRows(lines(text), 1, 'ascii'),
  'psql, border 2': (text) => psqlRows(lines(text), 2, 'ascii'),
  'psql, border 2 in unicode': (text) => psqlRows(lines(text), 2, 'unicode'),
  'with the statement before it': (text) =>
    `demo=# EXPLAIN (ANALYZE) SELECT something FROM somewhere;\n${psqlRows(lines(text), 1, 'ascii')}\ndemo=# `,
  'Windows line ends': (text) => text.replaceAll('\n', '\r\n'),
  'every line in quotes': (text) =>
    ['"QUERY PLAN"', ...lines(text).map((row) => `"${row.replaceAll('"', '""')}"`)].join('\n'),
  'shifted to the right': (text) =>
    lines(text)
      .map((row) => `      ${row}`)
      .join('\n'),
  'rows of a driver': (text) => lines(text).map((row) => ({ 'QUERY PLAN': row })),
  'rows printed as JSON': (text) => JSON.stringify(lines(text).map((row) => ({ 'QUERY PLAN': row }))),
  auto_explain: (text) =>
    [
      '2026-03-01 10:00:00.123 UTC [4711] LOG:  duration: 12.345 ms  plan:',
      '\tQuery Text: SELECT something',
      '\t  FROM somewhere;',
      ...lines(text).map((row) => `\t${row}`),
      '2026-03-01 10:00:01 UTC [4711] LOG:  done',
    ].join('\n'),
  syslog: (text) =>
    [
      'LOG:  duration: 12.345 ms  plan:',
      '#011Query Text: SELECT 1',
      ...lines(text).map((row) => `#011${row}`),
    ]
      .map((row, i) => `Mar  1 10:00:00 db1 postgres[99]: [7-${i + 1}] ${row}`)
      .join('\n'),
  'Python string': (text) =>
    `'${text.trimEnd().replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n')}'`,
  'in a Markdown fence': (text) => `\`\`\`\n${text}\`\`\`\n`,
}

function treeOf(input: unknown): Plan['root'] {
  const result = parsePlan(input)
  if (!result.ok) throw new Error(`${result.error.message}\n${String(input).slice(0, 600)}`)
  return result.value.root
}

// Line breaks inside a literal are cut into rows or padded by these tools: such plans have their own test.
const pairs = corpusPairs().filter((pair) => !pair.name.includes('line-break'))

describe.each(Object.entries(jsonForms))('JSON: %s', (_, wrap) => {
  it('gives the same tree for every plan', () => {
    for (const pair of pairs) expect(treeOf(wrap(pair.json))).toEqual(treeOf(pair.json))
  })
})

describe.each(Object.entries(textForms))('text: %s', (_, wrap) => {
  it('gives the same tree for every plan', () => {
    for (const pair of pairs) expect(treeOf(wrap(pair.text))).toEqual(treeOf(pair.text))
  })
})
