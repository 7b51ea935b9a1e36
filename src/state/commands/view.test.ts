import { expect, test } from 'vitest'
import { settled, testApp, type TestApp } from '../testing/app.ts'

async function opened(): Promise<TestApp> {
  const app = testApp()
  await app.commands.navigate('#/lesson/composite-top-n')
  await settled()
  return app
}

const view = (app: TestApp) => app.store.getState().view

test('the tabs are shown as they are asked for; the schema is loaded when it is looked at', async () => {
  const app = await opened()
  app.commands.showResultTab('console')
  app.commands.showNarrowTab('editor')
  expect(view(app)).toMatchObject({ resultTab: 'console', narrowTab: 'editor' })
  expect(app.store.getState().schema.status).toBe('idle')
  app.commands.showResultTab('schema')
  await settled()
  expect(view(app)).toMatchObject({ resultTab: 'schema', narrowTab: 'editor' })
  expect(app.store.getState().schema.status).toBe('ready')
})

test('the caret goes to a place, and to the same place once more', async () => {
  const app = await opened()
  app.commands.showNarrowTab('result')
  app.commands.reveal('query', 7)
  expect(view(app)).toMatchObject({ narrowTab: 'editor', reveal: { id: 1, pane: 'query', offset: 7 } })
  app.commands.reveal('query', 7)
  expect(view(app).reveal).toEqual({ id: 2, pane: 'query', offset: 7 })
})

test('another document begins with its text and its result', async () => {
  const app = await opened()
  app.commands.showResultTab('history')
  app.commands.reveal('query', 7)
  await app.commands.navigate('#/free')
  expect(view(app)).toEqual({
    resultTab: 'result',
    narrowTab: 'lesson',
    solutionOpen: false,
    reveal: null,
  })
})
