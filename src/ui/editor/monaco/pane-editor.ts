/**
 * One pane's Monaco editor and its model. The model owns the text while the pane is open; what the state puts in its
 * place arrives as an edit, so that undo leads back.
 */
import type { PaneName } from '../../../experiment/types.ts'
import { monaco } from './load.ts'
import { themeName } from './themes.ts'

export interface PaneMarker {
  /** UTF-16 offset. */
  readonly offset: number
  readonly message: string
}

export interface PaneProblem {
  readonly severity: 'error' | 'warning'
  readonly message: string
  /** UTF-16 offsets, `end` exclusive. */
  readonly start: number
  readonly end: number
}

interface Options {
  readonly pane: PaneName
  readonly container: HTMLElement
  readonly text: string
  readonly label: string
  readonly placeholder: string
  readonly dark: boolean
  readonly onChange: (text: string) => void
  /** Text was pasted; the pane's text already holds it. */
  readonly onPaste: (pasted: string) => void
  /** The caret was sent to a problem. */
  readonly onProblem: (message: string) => void
}

const panes = new WeakMap<monaco.editor.ITextModel, PaneName>()

/** The pane that a model is the text of. */
export const paneOf = (model: monaco.editor.ITextModel): PaneName | undefined => panes.get(model)

export const setEditorTheme = (dark: boolean): void => monaco.editor.setTheme(themeName(dark))

export class PaneEditor {
  private readonly editor: monaco.editor.IStandaloneCodeEditor
  private readonly model: monaco.editor.ITextModel
  private readonly disposables: { dispose(): void }[] = []
  private readonly onProblem: (message: string) => void

  constructor({ pane, container, text, label, placeholder, dark, onChange, onPaste, onProblem }: Options) {
    this.model = monaco.editor.createModel(text, 'pgsql')
    panes.set(this.model, pane)
    this.model.updateOptions({ tabSize: 2 })
    this.model.setEOL(monaco.editor.EndOfLineSequence.LF)
    this.editor = monaco.editor.create(container, {
      model: this.model,
      theme: themeName(dark),
      ariaLabel: label,
      placeholder,
      fontFamily: "'IBM Plex Mono', 'Plex Mono Fallback', ui-monospace, monospace",
      fontSize: 13,
      lineHeight: 20,
      padding: { top: 8, bottom: 8 },
      lineNumbersMinChars: 3,
      lineDecorationsWidth: 10,
      glyphMargin: false,
      folding: false,
      minimap: { enabled: false },
      overviewRulerLanes: 0,
      hideCursorInOverviewRuler: true,
      overviewRulerBorder: false,
      scrollBeyondLastLine: false,
      scrollbar: { verticalScrollbarSize: 8, horizontalScrollbarSize: 8, alwaysConsumeMouseWheel: false },
      renderLineHighlight: 'none',
      occurrencesHighlight: 'off',
      selectionHighlight: false,
      guides: { indentation: false },
      wordWrap: 'on',
      wrappingIndent: 'same',
      quickSuggestions: { other: true, comments: false, strings: false },
      wordBasedSuggestions: 'off',
      // A line end ends the line, unless the list would change the word.
      acceptSuggestionOnEnter: 'smart',
      acceptSuggestionOnCommitCharacter: false,
      suggest: { showIcons: false, showStatusBar: false, preview: false, insertMode: 'replace' },
      stickyScroll: { enabled: false },
      automaticLayout: true,
      fixedOverflowWidgets: true,
      accessibilityPageSize: 100,
      contextmenu: false,
      links: false,
      hover: { above: false },
    })
    this.onProblem = onProblem
    this.editor.addAction({
      id: 'planground.nextProblem',
      label: 'Go to the next problem',
      keybindings: [monaco.KeyCode.F8],
      run: () => this.goToProblem(1),
    })
    this.editor.addAction({
      id: 'planground.previousProblem',
      label: 'Go to the previous problem',
      keybindings: [monaco.KeyMod.Shift | monaco.KeyCode.F8],
      run: () => this.goToProblem(-1),
    })
    this.disposables.push(
      this.editor,
      this.model,
      this.model.onDidChangeContent(() => onChange(this.model.getValue())),
      this.editor.onDidPaste((event) => onPaste(this.model.getValueInRange(event.range))),
      leaveByEscapeTab(container),
    )
  }

  /** Shows `text`; undo leads back to what was there. */
  setText(text: string): void {
    if (this.model.getValue() === text) return
    this.editor.pushUndoStop()
    this.editor.executeEdits('planground', [{ range: this.model.getFullModelRange(), text }])
    this.editor.pushUndoStop()
  }

  setMarker(marker: PaneMarker | null): void {
    if (!marker) return monaco.editor.setModelMarkers(this.model, 'postgres', [])
    const at = this.model.getPositionAt(marker.offset)
    const word = this.model.getWordAtPosition(at)
    const lineEnd = this.model.getLineMaxColumn(at.lineNumber)
    monaco.editor.setModelMarkers(this.model, 'postgres', [
      {
        severity: monaco.MarkerSeverity.Error,
        message: marker.message,
        startLineNumber: at.lineNumber,
        startColumn: at.column >= lineEnd ? Math.max(1, lineEnd - 1) : at.column,
        endLineNumber: at.lineNumber,
        endColumn: Math.max(word?.endColumn ?? 0, Math.min(at.column + 1, lineEnd)),
      },
    ])
  }

  /** Marks what is wrong with the text as it stands. */
  setProblems(problems: readonly PaneProblem[]): void {
    const markers = problems.map(({ severity, message, start, end }) => ({
      severity: severity === 'error' ? monaco.MarkerSeverity.Error : monaco.MarkerSeverity.Warning,
      message,
      ...rangeOf(this.model, start, end),
    }))
    monaco.editor.setModelMarkers(this.model, 'check', markers)
  }

  /** Sends the caret to the next problem, or the one before, shows what it says and tells it. */
  goToProblem(step: 1 | -1): void {
    const markers = monaco.editor
      .getModelMarkers({ resource: this.model.uri })
      .map((marker) => ({ marker, offset: this.model.getOffsetAt(startOf(marker)) }))
      .toSorted((a, b) => a.offset - b.offset)
    const caret = this.model.getOffsetAt(this.editor.getPosition() ?? { lineNumber: 1, column: 1 })
    const next =
      step > 0
        ? (markers.find(({ offset }) => offset > caret) ?? markers[0])
        : (markers.findLast(({ offset }) => offset < caret) ?? markers.at(-1))
    if (!next) return
    this.reveal(next.offset)
    this.editor.trigger('planground', 'editor.action.showHover', { focus: 'noAutoFocus' })
    this.onProblem(next.marker.message)
  }

  /** Puts the caret there and takes the focus. */
  reveal(offset: number): void {
    const position = this.model.getPositionAt(offset)
    this.editor.setPosition(position)
    this.editor.revealPositionInCenterIfOutsideViewport(position)
    this.editor.focus()
  }

  setSelection(start: number, end: number): void {
    const from = this.model.getPositionAt(start)
    const to = this.model.getPositionAt(end)
    this.editor.setSelection(monaco.Range.fromPositions(from, to))
    this.editor.focus()
  }

  dispose(): void {
    for (const disposable of this.disposables) disposable.dispose()
  }
}

const startOf = ({ startLineNumber, startColumn }: monaco.IRange) => ({
  lineNumber: startLineNumber,
  column: startColumn,
})

function rangeOf(model: monaco.editor.ITextModel, start: number, end: number): monaco.IRange {
  return monaco.Range.fromPositions(model.getPositionAt(start), model.getPositionAt(end))
}

/** In an editor Tab indents. After Escape the next Tab leaves it, for those who work by keyboard alone. */
function leaveByEscapeTab(container: HTMLElement): { dispose(): void } {
  let leaving = false
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Tab' && leaving) event.stopImmediatePropagation()
    leaving = event.key === 'Escape' || (leaving && event.key === 'Shift')
  }
  container.addEventListener('keydown', onKeyDown, { capture: true })
  return { dispose: () => container.removeEventListener('keydown', onKeyDown, { capture: true }) }
}
