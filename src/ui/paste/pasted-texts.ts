/** The pasted texts over a reload of the tab. They are kept in the tab's own storage and go nowhere else. */
import { z } from 'zod'

const KEY = 'planground.pasted-plans.v1'

/** Longer texts are not kept: browsers allow some 5 MB for all of a site. */
const MOST_CHARACTERS = 1_000_000

const stored = z.object({ first: z.string(), second: z.string() })

export type PastedTexts = Readonly<z.infer<typeof stored>>

export const NO_TEXTS: PastedTexts = { first: '', second: '' }

/** What was kept, or empty texts where nothing was or where the storage cannot be read. */
export function loadTexts(storage: Pick<Storage, 'getItem'> | null): PastedTexts {
  try {
    const text = storage?.getItem(KEY)
    const parsed = text == null ? null : stored.safeParse(JSON.parse(text))
    return parsed?.success ? parsed.data : NO_TEXTS
  } catch {
    return NO_TEXTS
  }
}

/** Keeps the texts. @returns false where they are too long or the storage refuses */
export function saveTexts(storage: Pick<Storage, 'setItem'> | null, texts: PastedTexts): boolean {
  if (texts.first.length + texts.second.length > MOST_CHARACTERS) return false
  try {
    storage?.setItem(KEY, JSON.stringify(texts))
    return storage !== null
  } catch {
    return false
  }
}

/** The tab's storage; null where the browser forbids it. */
export function tabStorage(): Storage | null {
  try {
    return window.sessionStorage
  } catch {
    return null
  }
}

/** Where a line of a text starts and ends, to select it; lines count from 1. */
export function lineRange(text: string, line: number): { readonly start: number; readonly end: number } {
  const lines = text.split('\n')
  const at = Math.min(Math.max(line, 1), lines.length) - 1
  const start = lines.slice(0, at).reduce((sum, one) => sum + one.length + 1, 0)
  return { start, end: start + lines[at]!.length }
}
