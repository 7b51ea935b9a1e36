import { expect, test } from 'vitest'
import { readLessons } from './load-lessons.node.ts'
import { PLACEMENT, suggestLesson } from './placement.ts'

const right = PLACEMENT.map((question) => question.answer)

test('every question has its answer among the options and a lesson of the course, in the course’s order', async () => {
  const { lessons } = await readLessons()
  const ids = lessons.map((lesson) => lesson.id)
  const places = PLACEMENT.map((question) => ids.indexOf(question.lesson))
  expect(PLACEMENT).toHaveLength(8)
  expect(places.every((place) => place >= 0)).toBe(true)
  expect(places).toEqual([...places].sort((a, b) => a - b))
  for (const { options, answer } of PLACEMENT) expect(options[answer]).toBeTypeOf('string')
})

test('suggests the lesson of the first gap, and the end of the course to somebody without one', () => {
  expect(suggestLesson(right, 'capstone')).toBe('capstone')
  PLACEMENT.forEach((question, gap) => {
    const answers = right.map((answer, index) => (index < gap ? answer : undefined))
    expect(suggestLesson(answers, 'capstone')).toBe(question.lesson)
  })
})
