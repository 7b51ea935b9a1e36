import { describe, expect, test } from 'vitest'
import { Archive, type Failing } from './archive.ts'
import { encode } from './persist.ts'
import { DRAFT, HISTORY, KEYS, PROGRESS, type Draft, type HistoryEntry } from './stored-shapes.ts'
import { entry } from './testing/entry.ts'
import { FakeStorage } from './testing/fake-storage.ts'

const opened = { openedAt: 10, hints: 0, solutionSeen: false }
const LONG = 'x'.repeat(1000)
const texts = (count: number, from = 0): HistoryEntry[] =>
  Array.from({ length: count }, (_, at) => entry(from + at, `${from + at} ${LONG}`)).toReversed()
const draft = (changes: string, revision = 'r'): Draft => ({ changes, query: '', savedAt: 1, revision })

const asItIs = (history: readonly HistoryEntry[]) => history

function archiveOver(storage?: FakeStorage) {
  const said: Record<string, string>[] = []
  let unreadable = 0
  const archive = new Archive({
    storage,
    onFailing: (failing: Failing) => said.push(Object.fromEntries(failing)),
    onUnreadable: () => unreadable++,
  })
  return { archive, said, unreadable: () => unreadable }
}

const storedHistory = (storage: FakeStorage): readonly HistoryEntry[] =>
  (JSON.parse(storage.values.get(KEYS.history) ?? '{"data":[]}') as { data: HistoryEntry[] }).data

describe('progress and history', () => {
  test('are joined with what another page has stored since', () => {
    const storage = new FakeStorage()
    const { archive, said } = archiveOver(storage)
    storage.values.set(KEYS.progress, encode(PROGRESS, { a: { ...opened, passedAt: 20 } }))
    storage.values.set(KEYS.history, encode(HISTORY, [entry(1, 'theirs')]))
    const { progress, result } = archive.keepProgress({ a: opened, b: opened })
    expect(result).toBe('saved')
    expect(progress).toEqual({ a: { ...opened, passedAt: 20 }, b: opened })
    expect(storage.values.get(KEYS.progress)).toBe(encode(PROGRESS, { ...progress }))
    const { history, kept } = archive.keepHistory([entry(2, 'mine')], asItIs)
    expect(history.map(({ changes }) => changes)).toEqual(['mine', 'theirs'])
    expect(storedHistory(storage)).toEqual(history)
    expect(kept).toBe(2)
    expect(said).toEqual([])
  })

  test('that cannot be read are set aside before they are written over', () => {
    const storage = new FakeStorage()
    const { archive, unreadable } = archiveOver(storage)
    storage.values.set(KEYS.progress, 'damaged')
    storage.values.set(KEYS.history, 'damaged too')
    expect(archive.keepProgress({ a: opened }).progress).toEqual({ a: opened })
    expect(archive.keepHistory([entry(1, 'mine')], asItIs).history).toEqual([entry(1, 'mine')])
    expect(storage.values.get(`${KEYS.progress}.unreadable`)).toBe('damaged')
    expect(storage.values.get(`${KEYS.history}.unreadable`)).toBe('damaged too')
    expect(storedHistory(storage)).toHaveLength(1)
    expect(unreadable()).toBe(2)
  })

  test('that cannot even be set aside stay, and what is not kept is told', () => {
    const storage = new FakeStorage()
    const { archive, said } = archiveOver(storage)
    storage.values.set(KEYS.progress, 'damaged')
    storage.values.set(KEYS.history, 'damaged')
    storage.values.set(KEYS.draft('free'), 'damaged')
    storage.room = storage.used
    expect(archive.keepProgress({}).result).toBe('full')
    expect(archive.keepHistory([], asItIs)).toEqual({ history: [], result: 'full', kept: 0 })
    expect(archive.writeDraft('free', draft(''))).toBe('full')
    expect([...storage.values.values()]).toEqual(['damaged', 'damaged', 'damaged'])
    expect(said).toEqual([{ progress: 'full' }, { progress: 'full', history: 'full' }])
  })

  test('without a storage are told as not kept', () => {
    const { archive, said } = archiveOver()
    const refused = new FakeStorage()
    refused.unreadable = refused.failure = new DOMException('denied', 'SecurityError')
    const { archive: other, said: alsoSaid } = archiveOver(refused)
    for (const each of [archive, other]) {
      expect(each.keepProgress({ a: opened })).toEqual({ progress: { a: opened }, result: 'unavailable' })
      expect(each.keepHistory([entry(1, 'a')], asItIs)).toEqual({
        history: [entry(1, 'a')],
        result: 'unavailable',
        kept: 0,
      })
      expect(each.writeDraft('free', draft('a'))).toBe('unavailable')
      expect(each.draft('free')).toEqual({ kind: 'unavailable' })
      expect(each.drafts()).toEqual({})
      expect(each.joinHistory([entry(1, 'a')])).toEqual([entry(1, 'a')])
    }
    expect(alsoSaid).toEqual(said)
    expect(said).toEqual([{ progress: 'unavailable' }, { progress: 'unavailable', history: 'unavailable' }])
  })
})

describe('where the storage is full', () => {
  test('the newest part of the history is stored, and the rest stays on screen', () => {
    const storage = new FakeStorage()
    const { archive, said } = archiveOver(storage)
    archive.keepHistory(texts(20), asItIs)
    storage.room = storage.used
    const { history, result, kept } = archive.keepHistory(texts(25), asItIs)
    expect(history).toHaveLength(25)
    expect(result).toBe('saved')
    expect(kept).toBe(19)
    expect(storedHistory(storage)).toEqual(history.slice(0, kept))
    expect(said).toEqual([{ 'oldest-history': 'full' }])
    storage.room = Infinity
    expect(archive.keepHistory(history, asItIs).kept).toBe(25)
    expect(said.at(-1)).toEqual({})
  })

  test('not even the newest text may find room', () => {
    const storage = new FakeStorage()
    storage.room = 100
    const { archive, said } = archiveOver(storage)
    expect(archive.keepHistory(texts(3), asItIs)).toMatchObject({ result: 'full', kept: 0 })
    expect(storage.values.size).toBe(0)
    expect(said).toEqual([{ history: 'full' }])
    expect(archive.keepHistory(texts(3), asItIs).result).toBe('full')
    expect(said).toHaveLength(1)
  })

  test('a single text is no reason to give up', () => {
    const storage = new FakeStorage()
    const { archive } = archiveOver(storage)
    archive.keepHistory(texts(1), asItIs)
    storage.room = storage.used
    expect(archive.keepHistory(texts(2), asItIs).kept).toBe(1)
    expect(storedHistory(storage)[0]?.id).toBe('1')
  })

  test('the oldest texts of the history make room for progress and for what is being written', () => {
    const storage = new FakeStorage()
    const { archive, said } = archiveOver(storage)
    archive.keepHistory(texts(30), asItIs)
    storage.room = storage.used
    expect(archive.keepProgress({ a: opened }).result).toBe('saved')
    expect(said).toEqual([{ 'oldest-history': 'full' }])
    expect(storedHistory(storage)).toEqual(texts(30).slice(0, 27))
    expect(archive.writeDraft('free', draft(LONG.repeat(10)))).toBe('saved')
    const left = storedHistory(storage)
    expect(left.length).toBeLessThan(20)
    expect(left).toEqual(texts(30).slice(0, left.length))
    expect(said).toHaveLength(1)
  })

  test('the newest five stay, and nothing is given up for what finds no room all the same', () => {
    const storage = new FakeStorage()
    const { archive, said } = archiveOver(storage)
    archive.keepHistory(texts(30), asItIs)
    storage.room = storage.used
    expect(archive.writeDraft('free', draft('x'.repeat(26_800)))).toBe('saved')
    expect(storedHistory(storage)).toEqual(texts(30).slice(0, 5))
    const before = Object.fromEntries(storage.values)
    storage.room = storage.used
    expect(archive.writeDraft('other', draft(LONG))).toBe('full')
    expect(Object.fromEntries(storage.values)).toEqual(before)
    expect(said).toEqual([{ 'oldest-history': 'full' }])
  })

  test('too large a text leaves the whole history', () => {
    const storage = new FakeStorage()
    const { archive, said } = archiveOver(storage)
    archive.keepHistory(texts(30), asItIs)
    storage.room = storage.used
    expect(archive.writeDraft('free', draft(LONG.repeat(100)))).toBe('full')
    expect(storedHistory(storage)).toEqual(texts(30))
    expect(said).toEqual([])
  })

  test('two pages do not push each other’s texts out for ever', () => {
    const storage = new FakeStorage()
    const one = archiveOver(storage).archive
    const two = archiveOver(storage).archive
    one.keepHistory(texts(20), asItIs)
    storage.room = storage.used
    two.keepHistory(texts(10, 100), asItIs)
    const { writes } = storage
    one.joinHistory(texts(20))
    two.joinHistory(texts(10, 100))
    expect(storage.writes).toBe(writes)
  })
})

describe('what another page has stored', () => {
  test('is joined, and what it lacks is stored again', () => {
    const storage = new FakeStorage()
    const { archive } = archiveOver(storage)
    storage.values.set(KEYS.history, encode(HISTORY, [entry(2, 'theirs')]))
    const joined = archive.joinHistory([entry(1, 'mine')])
    expect(joined.map(({ changes }) => changes)).toEqual(['theirs', 'mine'])
    expect(storedHistory(storage)).toEqual(joined)
    const { writes } = storage
    archive.joinHistory(joined)
    expect(storage.writes).toBe(writes)
  })
})

describe('drafts', () => {
  test('are found by document, and nothing else is taken for one', () => {
    const storage = new FakeStorage()
    const { archive } = archiveOver(storage)
    archive.writeDraft('free', draft('a'))
    archive.writeDraft('lesson:x', draft('b', 's'))
    archive.keepHistory([entry(1, 'c')], asItIs)
    storage.values.set(KEYS.draft('lesson:y'), 'damaged')
    expect(archive.drafts()).toEqual({ free: draft('a'), 'lesson:x': draft('b', 's') })
    expect(archive.draft('free')).toEqual({ kind: 'value', value: draft('a') })
    expect(archive.draft('lesson:z')).toEqual({ kind: 'none' })
  })

  test('that cannot be read are set aside before they are written over', () => {
    const storage = new FakeStorage()
    const { archive } = archiveOver(storage)
    storage.values.set(KEYS.draft('free'), 'damaged')
    expect(archive.writeDraft('free', draft('a'))).toBe('saved')
    expect(storage.values.get(`${KEYS.draft('free')}.unreadable`)).toBe('damaged')
    expect(storage.values.get(KEYS.draft('free'))).toBe(encode(DRAFT, draft('a')))
  })
})
