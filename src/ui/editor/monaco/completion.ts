/** Completion: what `sql/completion` offers, as Monaco's list shows it. */
import type { Completion } from '../../../sql/completion/candidates.ts'
import type { Completions } from '../../../sql/completion/complete.ts'
import type { PaneName } from '../../../experiment/types.ts'
import { monaco } from './load.ts'
import { paneOf } from './pane-editor.ts'

/**
 * Gives the completions of a pane's text with the caret at a UTF-16 offset. `bySpace`: nobody asked. `partial`: more is
 * known soon.
 */
export type CompletionSource = (
  pane: PaneName,
  text: string,
  offset: number,
  bySpace: boolean,
) => Promise<Completions & { readonly partial: boolean }>

/** Longer texts are dumps: nobody writes them by hand, and reading them takes longer than typing a letter. */
const LONGEST = 100_000

/** Offers what `source` gives, in all panes. */
export function registerCompletion(source: CompletionSource): { dispose(): void } {
  return monaco.languages.registerCompletionItemProvider('pgsql', {
    triggerCharacters: ['.', ' '],
    async provideCompletionItems(model, position, context, token) {
      const pane = paneOf(model)
      if (pane === undefined || model.getValueLength() > LONGEST) return { suggestions: [] }
      const text = model.getValue()
      const offset = model.getOffsetAt(position)
      const version = model.getVersionId()
      const { from, to, items, partial } = await source(pane, text, offset, context.triggerCharacter === ' ')
      if (token.isCancellationRequested || model.isDisposed()) return { suggestions: [] }
      if (items.length === 0 && model.getVersionId() !== version) askAgain(model)
      const range = (end: number) =>
        monaco.Range.fromPositions(model.getPositionAt(from), model.getPositionAt(end))
      const called = text[to] === '('
      return {
        // A word's first letters may lead to another list than its next.
        incomplete: partial || offset - from < 2,
        suggestions: items.map((item, index) => ({
          ...suggestion(item, called),
          sortText: String(index).padStart(5, '0'),
          range: { insert: range(offset), replace: range(to) },
        })),
      }
    },
  })
}

/**
 * Letters typed while an empty list was on its way belong to that list for Monaco, which then shows nothing until the
 * next one: asks anew where the caret is now.
 */
function askAgain(model: monaco.editor.ITextModel): void {
  setTimeout(() => {
    const editor = monaco.editor.getEditors().find((each) => each.getModel() === model)
    const position = editor?.getPosition()
    if (!editor?.hasTextFocus() || !position || model.getWordUntilPosition(position).word === '') return
    editor.trigger('planground', 'editor.action.triggerSuggest', { auto: true })
  })
}

function suggestion({ kind, label, insert, filter, detail }: Completion, called: boolean) {
  const { CompletionItemKind: Kind, CompletionItemInsertTextRule: Rule } = monaco.languages
  const kinds = {
    column: Kind.Field,
    table: Kind.Class,
    alias: Kind.Variable,
    condition: Kind.Snippet,
    function: Kind.Function,
    keyword: Kind.Keyword,
    type: Kind.TypeParameter,
    index: Kind.Reference,
  } as const
  const [before = '', after] = insert.split('|')
  return {
    kind: kinds[kind],
    label: { label, description: detail },
    filterText: filter,
    ...(after === undefined || called
      ? { insertText: called && kind === 'function' ? label : insert }
      : { insertText: `${before}$0${after}`, insertTextRules: Rule.InsertAsSnippet }),
  }
}
