import { describe, expect, test } from 'vitest'
import type { Dataset } from '../dataset/types.ts'
import { parseLesson, parseTrack } from './parse-lesson.ts'
import { describeProblem } from './problem.ts'

const FRONT = `---
id: top-n
title: The last rows
platform: crush_lu
topics: [indexing]
goal: At most {{limit.buffers}} buffers.
checks:
  - kind: rows
  - kind: buffers
    max: auto
variants:
  - { 1: 7, '2025-05-01': 2024-01-01 }
hints: [one, two]
takeaway: One line.
---
`
const BODY = `## Story

Who waits.

## Why it works

From {{before.buffers}}.

## When not to

Never say never.
`
const QUERY = '-- @query\nSELECT id FROM t WHERE id = 1;\n'

const folder = (files: Readonly<Record<string, string>>, path = 'lessons/020-indexes/030-top-n') => ({
  path,
  files: new Map(
    Object.entries({
      'lesson.md': FRONT + BODY,
      'before.sql': QUERY,
      'solution.sql': '-- @changes\nCREATE INDEX ON t (id);\n',
      ...files,
    }),
  ),
})

const dataset = (name: string, isDefault: boolean, platforms: Readonly<Record<string, string>>): Dataset => ({
  name,
  title: name,
  isDefault,
  scales: [0.5, 1],
  defaultScale: isDefault ? 0.5 : 1,
  platforms,
  firstQuery: 'SELECT 1;\n',
})
const DATASETS = [
  dataset('entreprinder', true, { crush_lu: 'Crush.lu' }),
  dataset('shop', false, { shop: 'The shop' }),
]

const parsed = (files: Readonly<Record<string, string>> = {}) => {
  const result = parseLesson(folder(files), 'indexes', DATASETS)
  if (!result.ok) throw new Error(result.error.map(describeProblem).join('\n'))
  return result.value
}
const problems = (files: Readonly<Record<string, string>>, path?: string) => {
  const result = parseLesson(folder(files, path), 'indexes', DATASETS)
  return result.ok ? [] : result.error.map(describeProblem)
}

describe('a lesson', () => {
  test('is its frontmatter, its prose and its files', () => {
    const lesson = parsed({
      'accept/hash.sql': '-- Hash will do.\n-- @changes\nCREATE INDEX ON t USING hash (id);\n',
      'reject/cheat.sql': '-- @rejects: hard-coded\n-- Knows the answer.\n-- @query\nSELECT 1;\n',
      'probes.sql':
        '-- @probe none left\nDELETE FROM t;\n-- @probe more\nINSERT INTO t VALUES (1);\nANALYZE t;\n-- @probe before the changes: less\nDELETE FROM t;\n',
      'orm.py': '# before\nT.objects.get(id=1)\n\n# after\nclass T: ...\n',
      'setup.sql': 'DROP INDEX i;\n',
    })
    expect(lesson).toMatchObject({
      id: 'top-n',
      track: 'indexes',
      order: 30,
      dataset: 'entreprinder',
      scale: 0.5,
      platform: 'Crush.lu',
      story: 'Who waits.',
      whenNot: 'Never say never.',
      variants: [{ '1': '7', '2025-05-01': '2024-01-01' }],
      before: { changes: '', query: 'SELECT id FROM t WHERE id = 1;' },
      solution: { changes: 'CREATE INDEX ON t (id);', query: 'SELECT id FROM t WHERE id = 1;' },
      setup: 'DROP INDEX i;',
      probes: [
        { name: 'none left', sql: 'DELETE FROM t;' },
        { name: 'more', sql: 'INSERT INTO t VALUES (1);\nANALYZE t;' },
        { name: 'before the changes: less', sql: 'DELETE FROM t;', early: true },
      ],
      orm: { before: 'T.objects.get(id=1)', after: 'class T: ...' },
    })
    expect(lesson.derivedProbes).toContain('nulls')
    expect(lesson.accept).toMatchObject([
      {
        note: 'Hash will do.',
        query: 'SELECT id FROM t WHERE id = 1;',
        has: { changes: true, query: false },
      },
    ])
    expect(lesson.reject).toMatchObject([
      { note: 'Knows the answer.', rejects: 'hard-coded', changes: '', query: 'SELECT 1;' },
    ])
  })
})

test('a lesson on another dataset takes its scale and its platforms from there', () => {
  const front = FRONT.replace('platform: crush_lu', 'platform: shop\ndataset: shop')
  expect(parsed({ 'lesson.md': front + BODY })).toMatchObject({
    dataset: 'shop',
    scale: 1,
    platform: 'The shop',
  })
  expect(
    parsed({ 'lesson.md': front.replace('dataset: shop', 'dataset: shop\nscale: 0.5') + BODY }).scale,
  ).toBe(0.5)
})

describe('mistakes are named by file, line and what to do', () => {
  test.each<[string, Readonly<Record<string, string>>, RegExp]>([
    [
      'an unknown key',
      { 'lesson.md': FRONT.replace('takeaway', 'lesson: x\ntakeaway') + BODY },
      /lesson\.md:\d+: Unrecognized key: "lesson"/,
    ],
    ['a missing key', { 'lesson.md': FRONT.replace(/takeaway.*\n/, '') + BODY }, /takeaway: /],
    [
      'a wrong value, with its line',
      { 'lesson.md': FRONT.replace('crush_lu', 'crush') + BODY },
      /lesson\.md:4: platform: entreprinder has no crush; it has: crush_lu/,
    ],
    [
      'an unknown dataset',
      { 'lesson.md': FRONT.replace('goal:', 'dataset: shops\ngoal:') + BODY },
      /lesson\.md:6: dataset: there is no shops; there are: entreprinder, shop/,
    ],
    [
      'a platform of another dataset',
      { 'lesson.md': FRONT.replace('crush_lu', 'shop') + BODY },
      /lesson\.md:4: platform: entreprinder has no shop/,
    ],
    [
      'broken YAML, with its line',
      { 'lesson.md': FRONT.replace('hints: [one, two]', 'hints: [one') + BODY },
      /lesson\.md:1[34]: YAML: /,
    ],
    ['no frontmatter', { 'lesson.md': BODY }, /lesson\.md:1: begin the file with frontmatter/],
    [
      'an unknown placeholder',
      { 'lesson.md': FRONT + BODY.replace('before.buffers', 'before.speed') },
      /lesson\.md:22: \{\{before\.speed\}\}: there is no figure speed/,
    ],
    [
      'a limit without its check',
      { 'lesson.md': FRONT.replace('limit.buffers', 'limit.wal') + BODY },
      /lesson\.md:6: .*no check wal/,
    ],
    [
      'a section missing',
      { 'lesson.md': FRONT + BODY.replace(/## When not to[^]*/, '') },
      /the section ## When not to is missing/,
    ],
    [
      'an unknown section',
      { 'lesson.md': `${FRONT + BODY}## More\n\nText\n` },
      /lesson\.md:27: there is no section ## More/,
    ],
    [
      'another id than the folder’s',
      { 'lesson.md': FRONT.replace('top-n', 'other') + BODY },
      /id is other, the folder says top-n/,
    ],
    ['a file that no lesson has', { 'notes.txt': '' }, /notes\.txt: no lesson has such a file/],
    ['no query', { 'before.sql': '-- @changes\nANALYZE;\n' }, /before\.sql: there is no -- @query/],
    [
      'SQL before the first marker',
      { 'solution.sql': 'SELECT 1;\n-- @query\nSELECT 1;\n' },
      /solution\.sql:1: /,
    ],
    ['a reject without its check', { 'reject/x.sql': QUERY }, /reject\/x\.sql:1: say which check must fail/],
    ['half an orm.py', { 'orm.py': '# before\nx\n' }, /orm\.py: the part # after is missing/],
    [
      'two probes of one name',
      { 'probes.sql': '-- @probe a\nSELECT 1;\n-- @probe a\nSELECT 2;\n' },
      /probes\.sql:3: there are two probes/,
    ],
  ])('%s', (_, files, message) => expect(problems(files).join('\n')).toMatch(message))

  test('a folder without a number', () => {
    expect(problems({}, 'lessons/020-indexes/top-n')).toEqual([
      'lessons/020-indexes/top-n: name the folder NNN-slug, e.g. 020-composite-top-n',
    ])
  })
})

test('tracks', () => {
  expect(
    parseTrack('lessons/020-indexes', '---\nid: indexes\ntitle: Indexes\n---\nOne paragraph.\n'),
  ).toEqual({
    ok: true,
    value: { id: 'indexes', order: 20, title: 'Indexes', summary: 'One paragraph.' },
  })
  expect(parseTrack('lessons/020-indexes', '---\nid: index\ntitle: Indexes\n---\nText\n').ok).toBe(false)
  expect(parseTrack('lessons/020-indexes', '').ok).toBe(false)
})
