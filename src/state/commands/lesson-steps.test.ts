import { expect, test } from 'vitest'
import { settled, testApp, type TestApp } from '../testing/app.ts'
import { LESSON } from '../testing/lesson.ts'

async function opened(hash = `#/lesson/${LESSON.id}`, from?: TestApp): Promise<TestApp> {
  const app = testApp(from?.storage)
  await app.commands.navigate(hash)
  await settled()
  return app
}

const progress = (app: TestApp) => app.store.getState().progress[LESSON.id]

test('hints that were unfolded stay unfolded, and there are no more than the lesson has', async () => {
  const app = await opened()
  expect(progress(app)).toMatchObject({ hints: 0, solutionSeen: false })
  app.commands.unfoldHint()
  expect(progress(app)?.hints).toBe(1)
  for (let press = 0; press < 5; press++) app.commands.unfoldHint()
  expect(progress(await opened(undefined, app))?.hints).toBe(LESSON.hints.length)
})

test('the first prediction counts', async () => {
  const app = await opened()
  app.commands.predict(1)
  app.commands.predict(0)
  expect(progress(await opened(undefined, app))?.prediction).toBe(1)
})

test('the solution opens and closes, and that it was seen is kept', async () => {
  const app = await opened()
  app.commands.openSolution()
  expect(app.store.getState().view.solutionOpen).toBe(true)
  app.commands.closeSolution()
  expect(app.store.getState().view.solutionOpen).toBe(false)
  expect(progress(await opened(undefined, app))?.solutionSeen).toBe(true)
})

test('outside lessons there is nothing to reach', async () => {
  const app = await opened('#/free')
  app.commands.unfoldHint()
  app.commands.predict(1)
  app.commands.openSolution()
  expect(app.store.getState().progress).toEqual({})
  expect(app.store.getState().view.solutionOpen).toBe(false)
})
