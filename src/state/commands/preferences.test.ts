import { expect, test } from 'vitest'
import { read } from '../persist.ts'
import { KEYS, PREFERENCES } from '../stored-shapes.ts'
import { testApp } from '../testing/app.ts'

test('theme and sizes are kept beside each other, each group of panes with its own', () => {
  const app = testApp()
  app.commands.setLayout('columns', { lesson: 20, editor: 80 })
  app.commands.setTheme('dark')
  app.commands.setLayout('work', { editor: 60 })
  app.commands.setLayout('columns', { lesson: 30, editor: 70 })
  const preferences = {
    theme: 'dark',
    layout: { columns: { lesson: 30, editor: 70 }, work: { editor: 60 } },
  }
  expect(app.store.getState().preferences).toEqual(preferences)
  expect(read(app.storage, KEYS.preferences, PREFERENCES)).toEqual({ kind: 'value', value: preferences })
})

test('the theme can be left to the system again', () => {
  const app = testApp()
  app.commands.setTheme('light')
  app.commands.setTheme('system')
  expect(testApp(app.storage).store.getState().preferences.theme).toBe('system')
})

test('where they cannot be kept they hold for this page, and nobody is bothered', () => {
  const app = testApp()
  app.storage.failure = new DOMException('no room', 'QuotaExceededError')
  app.commands.setTheme('dark')
  expect(app.store.getState()).toMatchObject({ preferences: { theme: 'dark' }, notices: [] })
})
