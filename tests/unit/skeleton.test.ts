/** A new lesson's files can be read at once, and nothing that is still to be written in them passes. */
import { describe, expect, it } from 'vitest'
import { checkLesson } from '../../scripts/lib/check-lesson.ts'
import { skeleton } from '../../scripts/lib/skeleton.ts'
import { readDatasets } from '../../src/dataset/read-datasets.node.ts'
import type { Engine } from '../../src/engine/contract/index.ts'
import { parseLesson } from '../../src/lesson/parse-lesson.ts'
import { describeProblem } from '../../src/lesson/problem.ts'
import { loadSqlParser } from '../../src/sql/parser-module.ts'

const ID = 'new-one'
const PATH = `lessons/020-indexes/010-${ID}`

function read(files: ReadonlyMap<string, string>) {
  const lesson = parseLesson({ path: PATH, files }, 'indexes', readDatasets())
  if (!lesson.ok) throw new Error(lesson.error.map(describeProblem).join('\n'))
  return lesson.value
}

/** The skeleton with everything written. */
const finished = new Map([...skeleton(ID)].map(([name, text]) => [name, text.replaceAll('TODO', 'Written')]))

/** An engine that measures nothing: what is said of a lesson is then only what its files say. */
const engine = {
  measure: () => Promise.resolve({ ok: false, error: { kind: 'stopped' } }),
} as unknown as Engine

describe('a new lesson', () => {
  it('reports every line that is to be written, and is not right until all are', async () => {
    await loadSqlParser()
    const lines = [...skeleton(ID)].flatMap(([name, text]) =>
      text
        .split('\n')
        .flatMap((line, index) =>
          line.includes('TODO') ? [`${PATH}/${name}:${index + 1}: to be written`] : [],
        ),
    )
    expect(lines.length).toBeGreaterThan(5)
    const { problems } = await checkLesson(read(skeleton(ID)), engine)
    for (const line of lines) expect(problems.join('\n')).toContain(line)
    const { problems: left } = await checkLesson(read(finished), engine)
    expect(left.join('\n')).not.toContain('to be written')
  })

  it.each<[string, string, (text: string) => string]>([
    ['the title', 'lesson.md', (text) => text.replace(/title: .*/, 'title: TODO')],
    ['the goal', 'lesson.md', (text) => text.replace(/goal: .*/, "goal: 'Say: TODO.'")],
    ['a hint', 'lesson.md', (text) => text.replace('hints:', 'hints:\n  - TODO')],
    [
      'a quiz',
      'lesson.md',
      (text) =>
        text.replace(
          'takeaway:',
          'quiz:\n  - question: Why?\n    options: [a, (TODO)]\n    answer: 0\n    explanation: b\ntakeaway:',
        ),
    ],
    ['the prose', 'lesson.md', (text) => text.replace('## Why', '**TODO**\n\n## Why')],
    ['a comment of the baseline', 'before.sql', (text) => `-- TODO\n${text}`],
    ['a comment within SQL', 'solution.sql', (text) => `${text}-- (TODO: more)\n`],
    ['a comment of another kind', 'solution.sql', (text) => `${text}/* TODO */\n`],
    ['a probe', 'probes.sql', (text) => `${text}-- @probe TODO\nSELECT 1;\n`],
    ['Django code', 'orm.py', (text) => `${text}# TODO\n`],
    ['an accepted attempt', 'accept/another-way.sql', (text) => `-- TODO why\n${text}`],
    [
      'a refused attempt',
      'reject/nothing.sql',
      (text) => text.replace('-- @changes', '-- TODO\n-- @changes'),
    ],
    ['a setup', 'setup.sql', () => '-- TODO\nSELECT 1;\n'],
  ])('%s that is left is found', (_, name, change) => {
    const text = finished.get(name) ?? ''
    const files = new Map([...finished, [name, change(text)]])
    expect(read(finished).unfinished).toEqual([])
    expect(read(files).unfinished.map(({ file }) => file)).toEqual([`${PATH}/${name}`])
  })
})
