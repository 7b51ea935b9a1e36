/** One lesson, for tests. */
import type { Lesson, Track } from '../../lesson/types.ts'

export const LESSON: Lesson = {
  id: 'composite-top-n',
  title: 'Filter, ORDER BY and LIMIT in one index',
  track: 'indexes',
  order: 20,
  platform: 'Crush.lu',
  goal: 'At most {{limit.buffers}} buffers.',
  dataset: 'entreprinder',
  scale: 0.5,
  topics: ['indexing'],
  story: 'A story.',
  explanation: 'Why.',
  whenNot: 'When not.',
  takeaway: 'One line.',
  versionDifferences: [],
  hints: [{ text: 'First.' }, { text: 'Second.' }],
  prediction: { question: 'How many?', options: ['One', 'All'], answer: 1, reveal: 'All.' },
  quiz: [],
  checks: [{ kind: 'buffers', max: 50 }],
  allows: [],
  variants: [],
  derivedProbes: [],
  state: [],
  baselineIsWrong: false,
  setup: '',
  before: { changes: '', query: 'SELECT slow' },
  solution: { changes: 'CREATE INDEX good', query: 'SELECT slow' },
  probes: [],
  accept: [],
  reject: [],
  unfinished: [],
}

export const TRACKS: readonly Track[] = [
  { id: 'indexes', order: 20, title: 'Indexes', summary: '', lessons: [LESSON] },
]
