/** Completion of table, column and index names from the catalog, and of the words a lesson needs. */
import type { Catalog } from '../../../engine/contract/index.ts'
import { monaco } from './load.ts'

const WORDS =
  'SELECT FROM WHERE ORDER BY GROUP BY HAVING LIMIT OFFSET JOIN LEFT JOIN LATERAL ON USING WITH AS DISTINCT UNION ALL EXISTS IN NOT NULL AND OR CASE WHEN THEN ELSE END INSERT INTO VALUES UPDATE SET DELETE RETURNING CREATE INDEX CREATE UNIQUE INDEX CREATE STATISTICS ANALYZE VACUUM DROP INDEX ALTER TABLE INCLUDE DESC ASC NULLS LAST NULLS FIRST'

/** Offers the names of the catalog that `current` gives at that moment. */
export function registerCompletion(current: () => Catalog | null): { dispose(): void } {
  return monaco.languages.registerCompletionItemProvider('pgsql', {
    triggerCharacters: ['.'],
    provideCompletionItems(model, position) {
      const word = model.getWordUntilPosition(position)
      const range = {
        startLineNumber: position.lineNumber,
        endLineNumber: position.lineNumber,
        startColumn: word.startColumn,
        endColumn: word.endColumn,
      }
      const afterDot = model.getLineContent(position.lineNumber)[word.startColumn - 2] === '.'
      return { suggestions: items(current(), model.getValue(), afterDot).map((item) => ({ ...item, range })) }
    },
  })
}

type Item = Omit<monaco.languages.CompletionItem, 'range'>

function items(catalog: Catalog | null, text: string, afterDot: boolean): Item[] {
  const { CompletionItemKind: Kind } = monaco.languages
  const found: Item[] = []
  const seen = new Set<string>()
  const add = (label: string, kind: monaco.languages.CompletionItemKind, detail: string, rank: string) => {
    if (seen.has(label)) return
    seen.add(label)
    found.push({ label, kind, detail, insertText: label, sortText: rank + label })
  }
  const tables = catalog?.relations.filter(({ kind }) => 'rmvpf'.includes(kind)) ?? []
  // Columns of the tables that the text names come first.
  for (const table of tables) {
    if (!text.includes(table.name)) continue
    for (const column of table.columns) add(column.name, Kind.Field, `${column.type}, ${table.name}`, '1')
  }
  if (afterDot) return found
  for (const table of tables) add(table.name, Kind.Class, 'table', '2')
  for (const index of catalog?.indexes ?? []) add(index.name, Kind.Reference, `index on ${index.table}`, '3')
  for (const word of new Set(WORDS.split(' '))) add(word, Kind.Keyword, '', '4')
  return found
}
