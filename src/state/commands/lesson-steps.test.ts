import { describe, expect, test } from 'vitest'
import { selectAdviceFolded, selectCovered } from '../selectors.ts'
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

describe('what is covered', () => {
  const covered = (app: TestApp) => selectCovered(app.store.getState())
  const folded = (app: TestApp) => selectAdviceFolded(app.store.getState())

  test('the baseline until the question is answered', async () => {
    const app = await opened()
    expect(covered(app)).toBe(true)
    app.commands.predict(0)
    expect(covered(app)).toBe(false)
    expect(folded(app)).toBe(true)
  })

  test('or skipped; both are kept', async () => {
    const app = await opened()
    app.commands.skipPrediction()
    expect(covered(app)).toBe(false)
    expect(covered(await opened(undefined, app))).toBe(false)
    expect(progress(app)?.prediction).toBeUndefined()
  })

  test('what to try, until it is asked for', async () => {
    const app = await opened()
    expect(folded(app)).toBe(true)
    app.commands.showAdvice()
    expect(folded(app)).toBe(false)
    expect(covered(app)).toBe(true)
    expect(folded(await opened(undefined, app))).toBe(false)
  })

  test('or a text of one’s own is measured; a Run of the lesson’s own shows figures, not advice', async () => {
    const app = await opened()
    await app.commands.run()
    expect(covered(app)).toBe(false)
    expect(folded(app)).toBe(true)
    app.commands.edit('changes', 'SELECT 1')
    expect(folded(app)).toBe(true)
    await app.commands.run()
    expect(folded(app)).toBe(false)
    const again = await opened(undefined, app)
    expect([covered(again), folded(again)]).toEqual([false, false])
  })

  test('the solution shows all', async () => {
    const app = await opened()
    app.commands.openSolution()
    expect([covered(app), folded(app)]).toEqual([false, false])
  })

  test('outside lessons nothing', async () => {
    const app = await opened('#/free')
    expect([covered(app), folded(app)]).toEqual([false, false])
  })
})

test('outside lessons there is nothing to reach', async () => {
  const app = await opened('#/free')
  app.commands.unfoldHint()
  app.commands.predict(1)
  app.commands.skipPrediction()
  app.commands.showAdvice()
  app.commands.openSolution()
  expect(app.store.getState().progress).toEqual({})
  expect(app.store.getState().view.solutionOpen).toBe(false)
})
