import { describe, expect, test } from 'vitest'
import { settled, testApp, type TestApp } from '../testing/app.ts'

async function opened(): Promise<TestApp> {
  const app = testApp()
  await app.commands.navigate('#/lesson/composite-top-n')
  await settled()
  return app
}

const state = (app: TestApp) => app.store.getState()

test('what is typed waits to be kept; the same text again is no change', async () => {
  const app = await opened()
  app.commands.edit('changes', state(app).text.changes)
  expect(state(app).saving).toBe('saved')
  app.commands.edit('changes', 'mine')
  expect(state(app)).toMatchObject({ saving: 'pending', text: { changes: 'mine' } })
  app.commands.flush()
  expect(state(app).saving).toBe('saved')
})

test('where no document is open nothing is typed', async () => {
  const app = testApp()
  await app.commands.navigate('#/')
  app.commands.edit('changes', 'mine')
  app.commands.replaceText({ changes: 'mine', query: '' }, 'open')
  expect(state(app)).toMatchObject({ text: { changes: '', query: '' }, history: [] })
})

describe('another text in the panes', () => {
  test('puts the old one into the history, unless it is the same', async () => {
    const app = await opened()
    const { text } = state(app)
    app.commands.replaceText(text, 'open')
    expect(state(app).history).toEqual([])
    app.commands.replaceText({ changes: 'other', query: 'SELECT 1' }, 'solution')
    expect(state(app).text).toEqual({ changes: 'other', query: 'SELECT 1' })
    expect(state(app).history).toMatchObject([{ ...text, reason: 'solution' }])
  })

  test('comes from the history, if it is there', async () => {
    const app = await opened()
    app.commands.edit('changes', 'mine')
    app.commands.reset()
    const [kept] = state(app).history
    app.commands.restore('none')
    expect(state(app).text.changes).toBe('')
    app.commands.restore(kept?.id ?? '')
    expect(state(app).text.changes).toBe('mine')
    expect(state(app).history[0]).toMatchObject({ changes: '', reason: 'restore' })
  })
})

test('a statement is added to the changes, and the caret goes there', async () => {
  const app = await opened()
  app.commands.addChange('ANALYZE;')
  expect(state(app).text.changes).toBe('ANALYZE;\n')
  app.commands.edit('changes', 'ANALYZE;\n\n')
  app.commands.addChange('VACUUM;')
  expect(state(app).text.changes).toBe('ANALYZE;\nVACUUM;\n')
  expect(state(app).view).toMatchObject({
    narrowTab: 'editor',
    reveal: { id: 2, pane: 'changes', offset: 'ANALYZE;\nVACUUM;'.length },
  })
})
