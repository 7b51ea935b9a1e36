import { describe, expect, test } from 'vitest'
import { selectReproduced } from '../selectors.ts'
import { settled, testApp, type TestApp } from '../testing/app.ts'

const GOOD = 'CREATE INDEX good'

async function openLesson(app: TestApp): Promise<void> {
  await app.commands.navigate('#/lesson/composite-top-n')
  await settled()
}

describe('a shared experiment', () => {
  test('a shared link opens with the author’s text and says whether the figures are reproduced', async () => {
    const app = testApp()
    await openLesson(app)
    app.commands.edit('changes', GOOD)
    await app.commands.run()
    await app.commands.share()
    const { payload } = app.store.getState().share
    const reader = testApp()
    await reader.commands.navigate(`#/x/${payload}`)
    await settled()
    const state = reader.store.getState()
    expect(state.text.changes).toBe(GOOD)
    expect(state.bench.baseline?.measurement.totals.buffers).toBe(563)
    expect(selectReproduced(state)).toBe(true)
    reader.commands.edit('changes', '')
    await reader.commands.run()
    expect(selectReproduced(reader.store.getState())).toBeUndefined()
  })

  test('other figures than the author’s are told', async () => {
    const app = testApp()
    const totals = { buffers: 999, rowsRead: 1, rowsReturned: 1, statements: 1 }
    const shared = {
      dataset: 'entreprinder',
      scale: 0.5,
      changes: GOOD,
      query: 'SELECT 1',
      notes: '',
      totals,
    }
    await app.commands.navigate(`#/x/v1.${encodeURIComponent(JSON.stringify(shared))}`)
    await settled()
    expect(selectReproduced(app.store.getState())).toBe(false)
  })

  test('a text that was not measured is shared without figures', async () => {
    const app = testApp()
    await openLesson(app)
    app.commands.edit('changes', GOOD)
    await app.commands.share()
    expect(decodeURIComponent(app.store.getState().share.payload)).not.toContain('totals')
  })
})

test('a link that cannot be made says why, and closes', async () => {
  const app = testApp(undefined, {
    share: {
      encode: () => Promise.reject(new Error('too large')),
      decode: () => Promise.resolve({ ok: false, error: '' }),
    },
  })
  await app.commands.share()
  expect(app.store.getState().share.status).toBe('closed')
  await app.commands.navigate('#/free')
  await app.commands.share()
  expect(app.store.getState().share).toMatchObject({ status: 'failed', error: 'too large', payload: '' })
  app.commands.closeShare()
  expect(app.store.getState().share.status).toBe('closed')
})

test('whether the clipboard took it is noted', async () => {
  const app = testApp()
  await app.commands.navigate('#/free')
  await app.commands.share()
  expect(app.store.getState().share).toMatchObject({ status: 'ready', copied: null })
  app.commands.shareCopied(true)
  expect(app.store.getState().share.copied).toBe(true)
})
