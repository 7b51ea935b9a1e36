import { describe, expect, test } from 'vitest'
import { PER_DOCUMENT } from '../merge.ts'
import { decode, encode } from '../persist.ts'
import { KEYS, TRANSFER, type Transfer } from '../stored-shapes.ts'
import { settled, testApp, type TestApp } from '../testing/app.ts'
import { entry } from '../testing/entry.ts'
import { FakeStorage } from '../testing/fake-storage.ts'
import { LESSON } from '../testing/lesson.ts'

const DOCUMENT = `lesson:${LESSON.id}`

async function solved(storage?: FakeStorage): Promise<TestApp> {
  const app = testApp(storage)
  await app.commands.navigate(`#/lesson/${LESSON.id}`)
  await settled()
  app.commands.edit('changes', 'CREATE INDEX mine')
  await app.commands.run()
  await settled()
  app.commands.flush()
  return app
}

function contents(file: string): Transfer {
  const found = decode(TRANSFER, file)
  if (found.kind !== 'value') throw new Error('This is no progress file.')
  return found.value
}

const fileOf = (part: Partial<Transfer>): string =>
  encode(TRANSFER, { progress: {}, history: [], drafts: {}, ...part })

const changesOf = (app: TestApp) => app.store.getState().history.map(({ changes }) => changes)

describe('the file', () => {
  test('carries progress, text and history to another browser', async () => {
    const file = (await solved()).commands.exportProgress()
    const other = testApp()
    expect(other.commands.importProgress(file)).toEqual({
      kind: 'added',
      lessons: 1,
      cut: 0,
      unkept: { progress: false, texts: 0 },
    })
    expect(other.store.getState().progress[LESSON.id]?.passedAt).toBeTypeOf('number')
    expect(changesOf(other)).toContain('CREATE INDEX mine')
    await other.commands.navigate(`#/lesson/${LESSON.id}`)
    expect(other.store.getState().text.changes).toBe('CREATE INDEX mine')
    const reloaded = testApp(other.storage)
    expect(reloaded.store.getState().progress[LESSON.id]?.passedAt).toBeTypeOf('number')
    expect(changesOf(reloaded)).toContain('CREATE INDEX mine')
  })

  test('holds the texts of all documents, and what was typed a moment ago', async () => {
    const app = await solved()
    await app.commands.navigate('#/free')
    app.commands.edit('changes', 'CREATE INDEX free')
    const { drafts } = contents(app.commands.exportProgress())
    expect(Object.keys(drafts).toSorted()).toEqual(['free', DOCUMENT])
    expect(drafts['free']?.changes).toBe('CREATE INDEX free')
    expect(drafts[DOCUMENT]?.changes).toBe('CREATE INDEX mine')
  })

  test('holds also what the browser does not store', async () => {
    const app = await solved()
    app.storage.room = app.storage.used
    app.commands.edit('changes', 'CREATE INDEX unkept')
    expect(contents(app.commands.exportProgress()).drafts[DOCUMENT]?.changes).toBe('CREATE INDEX unkept')
    const without = testApp(undefined, { storage: undefined })
    await without.commands.navigate('#/free')
    without.commands.edit('changes', 'CREATE INDEX unkept')
    await without.commands.run()
    const { drafts, history } = contents(without.commands.exportProgress())
    expect(drafts['free']?.changes).toBe('CREATE INDEX unkept')
    expect(history[0]?.changes).toBe('CREATE INDEX unkept')
  })
})

describe('importing', () => {
  test('overwrites no text: the file’s goes into the history, once', async () => {
    const file = (await solved()).commands.exportProgress()
    const other = testApp()
    await other.commands.navigate(`#/lesson/${LESSON.id}`)
    other.commands.edit('changes', 'CREATE INDEX theirs')
    other.commands.importProgress(file)
    other.commands.importProgress(file)
    await other.commands.navigate('#/free')
    await other.commands.navigate(`#/lesson/${LESSON.id}`)
    expect(other.store.getState().text.changes).toBe('CREATE INDEX theirs')
    expect(changesOf(other).filter((changes) => changes === 'CREATE INDEX mine')).toHaveLength(1)
  })

  test('a text that differs from the one here and was never run goes into the history too', async () => {
    const app = await solved()
    const draft = { changes: 'CREATE INDEX draft', query: 'SELECT 1', savedAt: 1, revision: 'r' }
    const file = fileOf({ drafts: { [DOCUMENT]: draft } })
    expect(app.commands.importProgress(file)).toMatchObject({ cut: 0, unkept: { texts: 0 } })
    app.commands.importProgress(file)
    expect(app.store.getState().history.filter(({ changes }) => changes === 'CREATE INDEX draft')).toEqual([
      expect.objectContaining({ document: DOCUMENT, reason: 'open', query: 'SELECT 1' }),
    ])
    // It is no older than what is here, and so not the first to be cut.
    expect(changesOf(app)[0]).toBe('CREATE INDEX draft')
  })

  test('the same again changes nothing, and nothing that was reached here is lost', async () => {
    const app = await solved()
    const file = app.commands.exportProgress()
    app.commands.unfoldHint()
    const before = app.store.getState()
    app.commands.importProgress(file)
    app.commands.importProgress(file)
    expect(app.store.getState().progress).toEqual(before.progress)
    expect(app.store.getState().history).toEqual(before.history)
  })

  test('a prediction that was made here stays', async () => {
    const app = await solved()
    app.commands.predict(1)
    const theirs = { openedAt: 1, hints: 0, solutionSeen: false, prediction: 0 }
    app.commands.importProgress(fileOf({ progress: { [LESSON.id]: theirs } }))
    expect(app.store.getState().progress[LESSON.id]).toMatchObject({ openedAt: 1, prediction: 1 })
  })

  test('entries from a clock that is ahead do not stand before what is run here', async () => {
    const app = await solved()
    app.commands.importProgress(fileOf({ history: [entry(9e15, 'ahead', { document: DOCUMENT })] }))
    app.commands.edit('changes', 'later')
    await app.commands.run()
    expect(changesOf(app).slice(0, 2)).toEqual(['later', 'ahead'])
  })

  test('says how many texts the history has no place for', async () => {
    const app = await solved()
    const history = Array.from({ length: PER_DOCUMENT + 3 }, (_, at) =>
      entry(at, `old ${at}`, { document: DOCUMENT }),
    )
    expect(app.commands.importProgress(fileOf({ history }))).toMatchObject({ cut: 4 })
    expect(changesOf(app)[0]).toBe('CREATE INDEX mine')
    expect(changesOf(app)).toHaveLength(PER_DOCUMENT)
  })

  test('into a full storage says what is not kept, and keeps it on the page', async () => {
    const file = (await solved()).commands.exportProgress()
    const storage = new FakeStorage()
    storage.room = 0
    const app = testApp(storage)
    expect(app.commands.importProgress(file)).toEqual({
      kind: 'added',
      lessons: 1,
      cut: 0,
      unkept: { progress: true, texts: 1 },
    })
    expect(storage.values.size).toBe(0)
    expect(app.store.getState().progress[LESSON.id]?.passedAt).toBeTypeOf('number')
    expect(changesOf(app)).toEqual(['CREATE INDEX mine'])
    expect(app.store.getState().notices.map(({ text }) => text)).toEqual([
      expect.stringMatching(/is full: your progress and your history will be gone/),
    ])
  })

  test('where only a part finds room says which', async () => {
    const draft = { changes: 'x'.repeat(5000), query: '', savedAt: 1, revision: 'r' }
    const progress = { [LESSON.id]: { openedAt: 1, hints: 0, solutionSeen: false } }
    const file = fileOf({ progress, history: [entry(1, 'small')], drafts: { free: draft } })
    const storage = new FakeStorage()
    storage.room = 2000
    const app = testApp(storage)
    expect(app.commands.importProgress(file)).toMatchObject({ unkept: { progress: false, texts: 2 } })
    expect([...storage.values.keys()]).toEqual([KEYS.progress])
    expect(app.store.getState().history).toHaveLength(2)
  })

  test.each(['', 'null', '{}', '{"v":1,"data":{}}', '{"v":99,"data":{}}', 'PK\u0003\u0004'])(
    'refuses %j and changes nothing',
    async (text) => {
      const app = await solved()
      const before = app.store.getState()
      expect(app.commands.importProgress(text)).toEqual({ kind: 'not-a-progress-file' })
      expect(app.store.getState()).toEqual(before)
    },
  )
})
