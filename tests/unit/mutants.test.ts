/** What `npm run mutants` remembers between two runs, and what it draws by lot. */
import { expect, test } from 'vitest'
import { forgetStale } from '../../scripts/mutants/memory.ts'
import { lot } from '../../scripts/mutants/sample.mjs'

const REPORT = JSON.stringify({
  schemaVersion: '1.0',
  files: {
    'src/a.ts': {
      source: 'x',
      mutants: [
        { id: '1', status: 'Killed', killedBy: ['t1'] },
        { id: '2', status: 'Killed', killedBy: ['t2'] },
        { id: '3', status: 'Survived', coveredBy: ['t1'] },
        { id: '4', status: 'NoCoverage' },
        { id: '5', status: 'Timeout' },
      ],
    },
  },
  testFiles: {
    'src/a.test.ts': { source: 'old', tests: [{ id: 't1' }] },
    'src/b.test.ts': { source: 'same', tests: [{ id: 't2' }] },
  },
})

const kept = (tests: Readonly<Record<string, string>>) =>
  (
    JSON.parse(forgetStale(REPORT, new Map(Object.entries(tests)))) as {
      files: Record<string, { mutants: { id: string }[] }>
    }
  ).files['src/a.ts']?.mutants.map(({ id }) => id)

test('nothing is forgotten while the tests are the same', () => {
  expect(kept({ 'src/a.test.ts': 'old', 'src/b.test.ts': 'same' })).toEqual(['1', '2', '3', '4', '5'])
})

test('a changed, new or removed test file: only what the others had found is kept', () => {
  expect(kept({ 'src/a.test.ts': 'new', 'src/b.test.ts': 'same' })).toEqual(['2'])
  expect(kept({ 'src/a.test.ts': 'old', 'src/b.test.ts': 'same', 'src/c.test.ts': '' })).toEqual(['1', '2'])
  expect(kept({ 'src/b.test.ts': 'same' })).toEqual(['2'])
})

test('lots are the same for the same seed, and others for another', () => {
  const draw = (seed: number) =>
    Array.from({ length: 200 }, (_, id) => String(id))
      .sort((a, b) => lot(seed, a).localeCompare(lot(seed, b)))
      .slice(0, 5)
  expect(draw(1)).toEqual(draw(1))
  expect(draw(1)).not.toEqual(draw(2))
})
