/** Two pages of one browser share a storage and may not hear of each other: nothing that was written is lost. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PER_DOCUMENT } from './merge.ts'
import { DRAFT, HISTORY, KEYS, PROGRESS } from './stored-shapes.ts'
import { decode, encode } from './persist.ts'
import { settled, testApp, type TestApp } from './testing/app.ts'
import { entry } from './testing/entry.ts'
import { FakeStorage } from './testing/fake-storage.ts'
import { LESSON } from './testing/lesson.ts'

const DOCUMENT = `lesson:${LESSON.id}`
const DRAFT_KEY = KEYS.draft(DOCUMENT)

async function opened(storage?: FakeStorage): Promise<TestApp> {
  const app = testApp(storage)
  await app.commands.navigate(`#/lesson/${LESSON.id}`)
  await settled()
  return app
}

function write(app: TestApp, changes: string): void {
  app.commands.edit('changes', changes)
  app.commands.flush()
}

function stored(storage: FakeStorage) {
  const history = decode(HISTORY, storage.getItem(KEYS.history) ?? '')
  const progress = decode(PROGRESS, storage.getItem(KEYS.progress) ?? '')
  const draft = decode(DRAFT, storage.getItem(DRAFT_KEY) ?? '')
  return {
    history: history.kind === 'value' ? history.value : [],
    progress: progress.kind === 'value' ? progress.value : {},
    draft: draft.kind === 'value' ? draft.value.changes : undefined,
  }
}

const storedTexts = (storage: FakeStorage): readonly string[] => {
  const { history, draft } = stored(storage)
  return [...history.map(({ changes }) => changes), ...(draft === undefined ? [] : [draft])]
}

describe('a page that has missed what the other one wrote', () => {
  test('leaves the other’s passed lesson as it is', async () => {
    const one = await opened()
    const two = await opened(one.storage)
    write(one, 'CREATE INDEX good')
    await one.commands.run()
    const { passedAt } = one.store.getState().progress[LESSON.id] ?? {}
    expect(passedAt).toBeTypeOf('number')
    two.commands.unfoldHint()
    expect(stored(one.storage).progress[LESSON.id]).toMatchObject({ passedAt, hints: 1 })
    one.commands.openSolution()
    expect(stored(one.storage).progress[LESSON.id]).toMatchObject({ passedAt, hints: 1, solutionSeen: true })
  })

  test('leaves the other’s history as it is', async () => {
    const one = await opened()
    const two = await opened(one.storage)
    write(one, 'of one')
    await one.commands.run()
    write(two, 'of two')
    await two.commands.run()
    const kept = stored(one.storage).history.filter(({ reason }) => reason === 'run')
    expect(kept.map(({ changes }) => changes)).toEqual(['of two', 'of one'])
    expect(kept.every(({ buffers }) => buffers === 21)).toBe(true)
  })

  test('stores the other’s text in the history before it writes its own over it', async () => {
    const one = await opened()
    const two = await opened(one.storage)
    write(one, 'of one')
    write(two, 'of two')
    expect(stored(one.storage)).toMatchObject({
      draft: 'of two',
      history: [{ reason: 'other-tab', changes: 'of one', document: DOCUMENT }],
    })
    // Only once, however long the second goes on typing.
    write(two, 'of two, longer')
    expect(stored(one.storage).history).toHaveLength(1)
  })

  test('keeps both texts where both pages go at the same time', async () => {
    const one = await opened()
    const two = await opened(one.storage)
    one.commands.edit('changes', 'of one')
    two.commands.edit('changes', 'of two')
    one.commands.flush()
    two.commands.flush()
    expect(storedTexts(one.storage)).toEqual(['of one', 'of two'])
  })

  test('keeps the text of a page that was closed, also where it was told of it', async () => {
    const one = await opened()
    const two = await opened(one.storage)
    write(one, 'of one')
    two.commands.storageChanged(DRAFT_KEY, one.storage.getItem(DRAFT_KEY))
    write(two, 'of two')
    expect(storedTexts((await opened(one.storage)).storage)).toEqual(['of one', 'of two'])
  })

  test('keeps its own text where the other one started from it and was closed', async () => {
    const one = await opened()
    write(one, 'of both')
    const two = await opened(one.storage)
    write(two, 'of two')
    one.commands.storageChanged(DRAFT_KEY, one.storage.getItem(DRAFT_KEY))
    expect(storedTexts(one.storage)).toEqual(['of both', 'of two'])
    const { writes } = one.storage
    write(two, 'of two, longer')
    one.commands.storageChanged(DRAFT_KEY, one.storage.getItem(DRAFT_KEY))
    // A write of the draft, and none of the history.
    expect(one.storage.writes).toBe(writes + 1)
  })

  test('the lesson’s own text is no loss', async () => {
    const one = await opened()
    const two = await opened(one.storage)
    write(two, 'of two')
    one.commands.storageChanged(DRAFT_KEY, one.storage.getItem(DRAFT_KEY))
    expect(stored(one.storage).history).toEqual([])
  })

  test('Reset is a write as any other', async () => {
    const one = await opened()
    const two = await opened(one.storage)
    write(one, 'of one')
    two.commands.reset()
    two.commands.flush()
    expect(storedTexts(one.storage)).toEqual(['of one', LESSON.before.changes])
  })

  test('cuts the history by age, not by who wrote it', async () => {
    const one = await opened()
    const two = await opened(one.storage)
    for (let run = 0; run < PER_DOCUMENT; run++) {
      for (const app of [one, two]) {
        write(app, `text ${run} of ${app === one ? 'one' : 'two'}`)
        await app.commands.run()
      }
    }
    const kept = stored(one.storage).history.filter(({ reason }) => reason === 'run')
    const ofOne = kept.filter(({ changes }) => changes.endsWith('one')).length
    expect(Math.abs(ofOne - (kept.length - ofOne))).toBeLessThanOrEqual(1)
    expect(kept[0]?.changes).toBe(`text ${PER_DOCUMENT - 1} of two`)
  })
})

describe('while the storage is full', () => {
  test('the other’s text is not written over, and the page says that its own is not kept', async () => {
    const one = await opened()
    const two = await opened(one.storage)
    write(one, 'of one')
    one.storage.room = one.storage.used
    write(two, 'of two')
    expect(stored(one.storage).draft).toBe('of one')
    expect(two.store.getState()).toMatchObject({ saving: 'failed', text: { changes: 'of two' } })
    expect(two.store.getState().notices.at(-1)?.text).toMatch(/is full: your text and your history will be/)
    one.storage.room = Infinity
    two.commands.flush()
    expect(storedTexts(one.storage)).toEqual(['of one', 'of two'])
    expect(two.store.getState()).toMatchObject({ saving: 'saved', notices: [] })
  })

  test('a text waits in memory while other lessons are open', async () => {
    const app = await opened()
    app.storage.room = app.storage.used
    write(app, 'mine')
    await app.commands.navigate('#/free')
    await settled()
    expect(app.store.getState().saving).toBe('saved')
    await app.commands.navigate(`#/lesson/${LESSON.id}`)
    expect(app.store.getState()).toMatchObject({ saving: 'failed', text: { changes: 'mine' } })
    app.storage.room = Infinity
    app.commands.flush()
    expect(stored(app.storage).draft).toBe('mine')
    expect(app.store.getState().saving).toBe('saved')
  })
})

describe('what another page stores', () => {
  test('is joined, and what it has taken away by accident is stored again', async () => {
    const one = await opened()
    write(one, 'of one')
    await one.commands.run()
    // A page of an earlier version, which knew nothing of joining.
    const value = encode(HISTORY, [entry(1, 'of two', { document: DOCUMENT })])
    one.storage.values.set(KEYS.history, value)
    one.storage.values.set(KEYS.progress, encode(PROGRESS, {}))
    one.commands.storageChanged(KEYS.history, value)
    one.commands.storageChanged(KEYS.progress, encode(PROGRESS, {}))
    expect(one.store.getState().history.map(({ changes }) => changes)).toEqual(['of one', 'of two'])
    expect(stored(one.storage).history).toEqual(one.store.getState().history)
    expect(stored(one.storage).progress[LESSON.id]?.passedAt).toBeTypeOf('number')
  })

  test('that is removed or cleared takes nothing from this page', async () => {
    const one = await opened()
    write(one, 'of one')
    await one.commands.run()
    const before = one.store.getState()
    one.commands.storageChanged(null, null)
    for (const key of [KEYS.history, KEYS.progress, KEYS.preferences, DRAFT_KEY])
      one.commands.storageChanged(key, null)
    expect(one.store.getState()).toEqual(before)
  })
})

/** A step of one of two pages. */
type Step =
  | { readonly kind: 'write' | 'type' | 'run' | 'reset' | 'close' | 'hear'; readonly page: 0 | 1 }
  | { readonly kind: 'room'; readonly full: boolean }

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    fc.record({
      kind: fc.constantFrom('write' as const, 'type', 'run', 'reset', 'close', 'hear'),
      page: fc.constantFrom(0 as const, 1 as const),
    }),
    fc.record({ kind: fc.constant('room' as const), full: fc.boolean() }),
  ),
  { maxLength: 30 },
)

test('whatever two pages do, a text is lost only to those who typed over it or were told', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (sequence) => {
      const storage = new FakeStorage()
      const pages = [await opened(storage), await opened(storage)]
      /** Texts that somebody left, save by typing on. */
      const texts = new Set<string>()
      const mayGo = new Set<string>(['', LESSON.before.changes])
      let written = 0
      for (const step of sequence) {
        if (step.kind === 'room') {
          storage.room = step.full ? storage.used : Infinity
          continue
        }
        const app = pages[step.page]
        if (!app) continue
        const shown = app.store.getState().text.changes
        switch (step.kind) {
          case 'write':
          case 'type':
            if (!app.store.getState().history.some(({ changes }) => changes === shown)) mayGo.add(shown)
            app.commands.edit('changes', `text ${++written}`)
            texts.add(`text ${written}`)
            if (step.kind === 'write') app.commands.flush()
            break
          case 'run':
            await app.commands.run()
            break
          case 'reset':
            app.commands.reset()
            break
          case 'hear':
            for (const [key, value] of storage.values) app.commands.storageChanged(key, value)
            break
          case 'close':
            app.commands.flush()
            if (app.store.getState().notices.some(({ id }) => id === 'keeping')) {
              mayGo.add(shown)
              for (const { changes } of app.store.getState().history) mayGo.add(changes)
            }
            pages[step.page] = await opened(storage)
        }
      }
      for (const app of pages) app.commands.flush()
      const found = new Set([
        ...storedTexts(storage),
        ...pages.flatMap(({ store }) => [
          store.getState().text.changes,
          ...store.getState().history.map(({ changes }) => changes),
        ]),
      ])
      expect([...texts].filter((text) => !found.has(text) && !mayGo.has(text))).toEqual([])
    }),
    { numRuns: 150 },
  )
})
