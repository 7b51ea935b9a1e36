import { describe, expect, test } from 'vitest'
import { KEYS } from '../stored-shapes.ts'
import { settled, testApp, type TestApp } from '../testing/app.ts'
import { FakeStorage } from '../testing/fake-storage.ts'
import { LESSON } from '../testing/lesson.ts'

async function opened(hash = `#/lesson/${LESSON.id}`, storage?: FakeStorage): Promise<TestApp> {
  const app = testApp(storage)
  await app.commands.navigate(hash)
  await settled()
  return app
}

const BOTH = '-- @changes\nCREATE INDEX x\n-- @query\nSELECT 2'
const state = (app: TestApp) => app.store.getState()
const said = (app: TestApp) => state(app).notices.find(({ id }) => id === 'file')

describe('a file', () => {
  test('with markers fills both panes; the earlier text is in the history and both are kept', async () => {
    const app = await opened()
    await app.commands.openFile('a.sql', BOTH, 'query')
    expect(state(app).text).toEqual({ changes: 'CREATE INDEX x', query: 'SELECT 2' })
    expect(state(app).history[0]).toMatchObject({ reason: 'open', ...LESSON.before })
    expect(said(app)).toMatchObject({
      tone: 'info',
      text: 'a.sql is open in both panes. Your earlier text is in the history.',
    })
    app.commands.flush()
    expect((await opened(undefined, app.storage)).store.getState().text.changes).toBe('CREATE INDEX x')
  })

  test.each([
    ['changes', 'Changes', { changes: 'CREATE INDEX y', query: LESSON.before.query }],
    ['query', 'Query', { changes: LESSON.before.changes, query: 'CREATE INDEX y' }],
  ] as const)('of plain SQL goes into the pane it was dropped on: %s', async (pane, title, text) => {
    const app = await opened()
    await app.commands.openFile('a.sql', 'CREATE INDEX y', pane)
    expect(state(app).text).toEqual(text)
    expect(said(app)?.text).toBe(
      `a.sql has no markers; it is open in the ${title} pane. Your earlier text is in the history.`,
    )
  })

  test('with the dataset and scale of the lesson is one of its texts', async () => {
    const app = await opened()
    await app.commands.openFile('a.sql', `-- @dataset entreprinder 0.5\n${BOTH}`, 'query')
    expect(state(app).document?.key).toBe(`lesson:${LESSON.id}`)
    expect(state(app).text.changes).toBe('CREATE INDEX x')
    expect(app.addresses).toEqual([])
  })

  test.each([
    ['a syntax of its own', 'SELECT 1\n-- @query\nSELECT 2', /^a\.sql was not opened: Line 1: /],
    [
      'a dataset that is not here',
      `-- @dataset nowhere 1\n${BOTH}`,
      /^a\.sql was not opened: there is no dataset/,
    ],
  ])('with %s changes nothing and says why', async (_, content, words) => {
    const app = await opened()
    const before = state(app)
    await app.commands.openFile('a.sql', content, 'query')
    expect(said(app)).toMatchObject({ tone: 'warning', text: expect.stringMatching(words) as string })
    expect({ ...state(app), notices: [] }).toEqual(before)
  })

  test('that cannot be read because the page is offline is told', async () => {
    const app = testApp(undefined, {
      files: {
        print: () => Promise.reject(new Error('offline')),
        parse: () => Promise.reject(new Error('offline')),
      },
    })
    await app.commands.navigate('#/free')
    await app.commands.openFile('a.sql', BOTH, 'query')
    expect(said(app)?.text).toMatch(/^a\.sql was not opened: what reads files could not be loaded/)
    expect(await app.commands.readPasted(BOTH)).toBeUndefined()
    expect(await app.commands.fileText()).toBeUndefined()
    expect(said(app)?.text).toMatch(/^The file could not be made/)
  })

  test('that is read when the page has gone elsewhere opens nowhere', async () => {
    const app = await opened()
    const opening = app.commands.openFile('a.sql', BOTH, 'query')
    await app.commands.navigate('#/free')
    await opening
    expect(state(app).text.changes).toBe('')
    expect(said(app)).toBeUndefined()
  })
})

describe('a file with a dataset, a scale or notes of its own', () => {
  const OTHER = `-- @dataset entreprinder 0.25\n-- @notes\n-- Why\n${BOTH}`

  test('opens as an experiment of its own, with all it brings, and says so', async () => {
    const app = await opened()
    app.commands.edit('changes', 'mine')
    await app.commands.openFile('a.sql', OTHER, 'query')
    await settled()
    const { document, text, bench, history } = state(app)
    expect(document).toMatchObject({
      dataset: 'entreprinder',
      scale: 0.25,
      title: 'a.sql',
      source: { kind: 'shared', experiment: { notes: 'Why' } },
    })
    expect(text).toEqual({ changes: 'CREATE INDEX x', query: 'SELECT 2' })
    const { measured } = app.engineOf({ dataset: 'entreprinder', scale: 0.25 })
    expect(measured.map(({ changes }) => changes)).toEqual(['CREATE INDEX x', ''])
    expect(bench.attempt?.text).toEqual(text)
    expect(said(app)).toMatchObject({
      tone: 'info',
      text: `a.sql is open as an experiment of its own: it runs on entreprinder at scale 0.25, and “${LESSON.title}” on entreprinder at scale 0.5. Your text there is kept.`,
    })
    expect(history.find(({ changes }) => changes === 'mine')).toMatchObject({
      document: `lesson:${LESSON.id}`,
      reason: 'open',
    })
    await app.commands.navigate(`#/lesson/${LESSON.id}`)
    expect(state(app).text.changes).toBe('mine')
  })

  test('has an address that holds it, for a reload and for the way back', async () => {
    const app = await opened()
    await app.commands.openFile('a.sql', OTHER, 'query')
    await settled()
    expect(app.addresses).toHaveLength(1)
    const reloaded = await opened(app.addresses[0])
    expect(state(reloaded).document).toMatchObject({ scale: 0.25, title: 'a.sql' })
    expect(state(reloaded).text.query).toBe('SELECT 2')
    expect(await reloaded.commands.fileText()).toBe(`${OTHER}\n`)
  })

  test('leaves an untouched lesson out of the history', async () => {
    const app = await opened()
    await app.commands.openFile('a.sql', OTHER, 'query')
    expect(state(app).history.filter(({ document }) => document.startsWith('lesson'))).toEqual([])
  })

  test('opened a second time is the file again, and what was made of it is in the history', async () => {
    const app = await opened()
    await app.commands.openFile('a.sql', OTHER, 'query')
    app.commands.edit('query', 'SELECT 3')
    await app.commands.navigate(`#/lesson/${LESSON.id}`)
    await app.commands.openFile('a.sql', OTHER, 'query')
    expect(state(app).text.query).toBe('SELECT 2')
    const { key } = state(app).document ?? { key: '' }
    expect(
      state(app)
        .history.filter(({ document }) => document === key)
        .map(({ query }) => query),
    ).toContain('SELECT 3')
    // In the experiment of its own, it is one of its texts.
    app.commands.edit('query', 'SELECT 4')
    await app.commands.openFile('a.sql', OTHER, 'query')
    expect(state(app).text.query).toBe('SELECT 2')
    expect(app.addresses).toHaveLength(2)
    app.commands.flush()
    expect(app.storage.getItem(KEYS.draft(key))).toContain('SELECT 2')
  })

  test.each([
    [`-- @notes\n-- Why\n${BOTH}`, 'it has notes of its own'],
    [`-- @dataset entreprinder 0.25\n${BOTH}`, 'it runs on entreprinder at scale 0.25'],
  ])('%j is one', async (content, reason) => {
    const app = await opened('#/free')
    await app.commands.openFile('a.sql', content, 'query')
    expect(state(app).document?.source.kind).toBe('shared')
    expect(said(app)?.text).toContain(reason)
  })

  test('with notes and no dataset runs on what was open', async () => {
    const app = testApp()
    const shared = { dataset: 'entreprinder', scale: 0.25, notes: 'Old', changes: '', query: 'SELECT 1' }
    await app.commands.navigate(`#/x/v1.${encodeURIComponent(JSON.stringify(shared))}`)
    await settled()
    await app.commands.openFile('a.sql', `-- @notes\n-- New\n${BOTH}`, 'query')
    expect(state(app).document).toMatchObject({ scale: 0.25, source: { experiment: { notes: 'New' } } })
    await app.commands.openFile('a.sql', `-- @notes\n--  \n${BOTH}`, 'query')
    expect(said(app)?.text).toMatch(/open in both panes/)
  })

  test('that no link can hold is told, and nothing changes', async () => {
    const app = testApp(undefined, {
      share: {
        encode: () => Promise.reject(new Error('This experiment is too large for a link.')),
        decode: () => Promise.resolve({ ok: false, error: '' }),
      },
    })
    await app.commands.navigate('#/free')
    const before = state(app)
    await app.commands.openFile('a.sql', OTHER, 'query')
    expect(said(app)).toMatchObject({
      tone: 'warning',
      text: 'a.sql was not opened: This experiment is too large for a link.',
    })
    expect({ ...state(app), notices: [] }).toEqual(before)
    expect(app.addresses).toEqual([])
  })

  test('whose link is ready when the page has gone elsewhere opens nowhere', async () => {
    let made: (payload: string) => void = () => undefined
    const app = testApp(undefined, {
      share: {
        encode: () => new Promise((resolve) => (made = resolve)),
        decode: () => Promise.resolve({ ok: false, error: '' }),
      },
    })
    await app.commands.navigate('#/free')
    const opening = app.commands.openFile('a.sql', OTHER, 'query')
    await settled()
    await app.commands.navigate(`#/lesson/${LESSON.id}`)
    made('v1.x')
    await opening
    expect(app.addresses).toEqual([])
    expect(state(app).document?.key).toBe(`lesson:${LESSON.id}`)
  })
})

describe('what was pasted', () => {
  test.each([
    ['only text', 'SELECT 1', undefined],
    ['a damaged experiment', 'SELECT 1\n-- @query\nSELECT 2', undefined],
    ['an experiment that fits', BOTH, 'fits'],
    ['an experiment on another scale', `-- @dataset entreprinder 0.25\n${BOTH}`, 'apart'],
  ])('%s', async (_, content, kind) => {
    expect(await (await opened()).commands.readPasted(content)).toBe(kind)
  })

  test('is opened in place of the paste, and the text before the paste is in the history', async () => {
    const app = await opened()
    app.commands.edit('changes', 'mine')
    const before = state(app).text
    app.commands.edit('query', BOTH)
    await app.commands.openPasted(BOTH, before)
    expect(state(app).text).toEqual({ changes: 'CREATE INDEX x', query: 'SELECT 2' })
    expect(state(app).history.map(({ changes, query }) => ({ changes, query }))).toEqual([before])
    expect(said(app)?.text).toMatch(/^What you pasted is open in both panes\./)
  })

  test('is opened by itself and leaves the text as it was before the paste', async () => {
    const app = await opened()
    app.commands.edit('changes', 'mine')
    const before = state(app).text
    const content = `-- @dataset entreprinder 0.25\n${BOTH}`
    app.commands.edit('query', content)
    await app.commands.openPasted(content, before)
    expect(state(app).document?.scale).toBe(0.25)
    await app.commands.navigate(`#/lesson/${LESSON.id}`)
    expect(state(app).text).toEqual(before)
  })

  test('is nothing where no document is open', async () => {
    const app = await opened('#/')
    const before = state(app)
    await app.commands.openPasted(BOTH, { changes: 'a', query: 'b' })
    expect(await app.commands.readPasted(BOTH)).toBeUndefined()
    await app.commands.openFile('a.sql', BOTH, 'query')
    expect(state(app)).toEqual(before)
  })
})

describe('the panes as a file', () => {
  test('carry dataset and scale of what is open', async () => {
    const app = await opened()
    app.commands.edit('changes', 'CREATE INDEX x')
    expect(await app.commands.fileText()).toBe(
      '-- @dataset entreprinder 0.5\n-- @changes\nCREATE INDEX x\n-- @query\nSELECT slow\n',
    )
  })
})
