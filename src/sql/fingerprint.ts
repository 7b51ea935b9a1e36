/** Recognises statements that differ only in their values, as an N+1 loop sends them. */
import { maskText } from './placeholders.ts'
import { rawFingerprint, wellFormed } from './parser-module.ts'

/**
 * libpg_query's fingerprint of a statement, 16 hex digits: the same for statements that differ in literals, in the
 * length of IN lists, in spelling and comments. A `:column` placeholder counts as a literal. Null for a text that
 * does not parse.
 */
export function fingerprint(text: string): string | null {
  const masked = maskText(text)
  if (!masked.ok || text.includes('\0')) return null
  const raw = rawFingerprint(wellFormed(masked.value.masked))
  return raw.kind === 'value' && /^[0-9a-f]{16}$/.test(raw.value) ? raw.value : null
}
