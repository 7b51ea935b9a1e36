/** Words for what the browser does not keep. */
import type { Notice } from './app-state.ts'
import type { Failing, Unkept } from './archive.ts'

const WORDS: Readonly<Record<Unkept, string>> = {
  text: 'your text',
  progress: 'your progress',
  history: 'your history',
  'oldest-history': 'the oldest texts of your history',
}

export const KEEPING = 'keeping'

/** undefined where all is kept. */
export function keepingNotice(failing: Failing): Notice | undefined {
  if (failing.size === 0) return undefined
  const refused = [...failing.values()].includes('unavailable')
  const why = refused
    ? 'This browser stores nothing for this page'
    : 'This browser’s storage for the page is full'
  const words = (Object.keys(WORDS) as Unkept[])
    .filter((what) => failing.has(what))
    .map((what) => WORDS[what])
  const list = words.join(', ').replace(/, ([^,]*)$/, ' and $1')
  return {
    id: KEEPING,
    tone: 'warning',
    text: `${why}: ${list} will be gone when you close the page.`,
    action: { label: 'Save all to a file', command: { kind: 'export' } },
  }
}

export const UNREADABLE: Notice = {
  id: 'unreadable',
  tone: 'warning',
  text: 'Something that this browser keeps for the page cannot be read here: perhaps a newer version wrote it. It is put aside and not deleted.',
  action: { label: 'Reload', command: { kind: 'reload' } },
}
