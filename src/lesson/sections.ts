/** Texts in parts: `-- @name` lines of SQL files, `# name` lines of orm.py, `## Title` lines of Markdown. */

export interface Section {
  /** What the marker says; empty for what stands before the first one. */
  readonly name: string
  readonly text: string
  /** Line of the marker, from 1. */
  readonly line: number
}

/** Splits at the lines that `marker` matches; its first group is the section's name. */
export function sections(text: string, marker: RegExp): readonly Section[] {
  const found: { name: string; line: number; lines: string[] }[] = [{ name: '', line: 1, lines: [] }]
  for (const [index, line] of text.split('\n').entries()) {
    const match = marker.exec(line)
    if (match) found.push({ name: (match[1] ?? '').trim(), line: index + 1, lines: [] })
    else found.at(-1)?.lines.push(line)
  }
  return found.map(({ name, line, lines }) => ({ name, line, text: lines.join('\n').trim() }))
}
