/** The page's own palette as editor themes; the values are those of `tokens.css`. */
import type * as Monaco from 'monaco-editor/editor/editor.api.js'

interface Palette {
  readonly base: 'vs' | 'vs-dark'
  readonly sheet: string
  readonly ink: string
  readonly ink2: string
  readonly ink3: string
  readonly line: string
  readonly hover: string
  readonly selection: string
  readonly keyword: string
  readonly literal: string
  readonly error: string
}

const LIGHT: Palette = {
  base: 'vs',
  sheet: '#fdfcf9',
  ink: '#211f1b',
  ink2: '#56514a',
  ink3: '#6d675d',
  line: '#ddd7ca',
  hover: '#efebe2',
  selection: '#f3e2ab',
  keyword: '#5a3f78',
  literal: '#7a4a2b',
  error: '#a5302a',
}

const DARK: Palette = {
  base: 'vs-dark',
  sheet: '#1e2022',
  ink: '#e9e6df',
  ink2: '#b9b5ac',
  ink3: '#989389',
  line: '#33363a',
  hover: '#2a2d30',
  selection: '#4d431d',
  keyword: '#c3a6e0',
  literal: '#d9b08c',
  error: '#ec9186',
}

const plain = (colour: string): string => colour.slice(1)

function theme(palette: Palette): Monaco.editor.IStandaloneThemeData {
  const { sheet, ink, ink2, ink3, line, hover, selection, keyword, literal, error } = palette
  return {
    base: palette.base,
    inherit: false,
    rules: [
      { token: '', foreground: plain(ink) },
      { token: 'comment', foreground: plain(ink3), fontStyle: 'italic' },
      { token: 'keyword', foreground: plain(keyword), fontStyle: 'bold' },
      { token: 'operator', foreground: plain(ink) },
      { token: 'string', foreground: plain(literal) },
      { token: 'number', foreground: plain(literal) },
      { token: 'predefined', foreground: plain(ink) },
      { token: 'identifier', foreground: plain(ink) },
    ],
    colors: {
      'editor.background': sheet,
      'editor.foreground': ink,
      'editorLineNumber.foreground': ink3,
      'editorLineNumber.activeForeground': ink,
      'editorCursor.foreground': ink,
      'editor.selectionBackground': selection,
      'editor.inactiveSelectionBackground': hover,
      'editor.lineHighlightBackground': '#00000000',
      'editor.lineHighlightBorder': '#00000000',
      'editorBracketMatch.background': hover,
      'editorBracketMatch.border': line,
      ...Object.fromEntries(
        [1, 2, 3, 4, 5, 6].map((level) => [`editorBracketHighlight.foreground${level}`, ink2]),
      ),
      'editorBracketHighlight.unexpectedBracket.foreground': error,
      'editorError.foreground': error,
      'editorWarning.foreground': ink2,
      'editorWidget.background': sheet,
      'editorWidget.foreground': ink,
      'editorWidget.border': line,
      'editorHoverWidget.background': sheet,
      'editorHoverWidget.border': line,
      'editorSuggestWidget.background': sheet,
      'editorSuggestWidget.border': line,
      'editorSuggestWidget.foreground': ink,
      'editorSuggestWidget.selectedBackground': hover,
      'editorSuggestWidget.selectedForeground': ink,
      'editorSuggestWidget.highlightForeground': ink,
      'list.hoverBackground': hover,
      'input.background': sheet,
      'input.foreground': ink,
      'input.border': line,
      'scrollbarSlider.background': `${line}99`,
      'scrollbarSlider.hoverBackground': line,
      'scrollbarSlider.activeBackground': line,
      'editor.placeholder.foreground': ink3,
      focusBorder: '#00000000',
    },
  }
}

export const themeName = (dark: boolean): string => (dark ? 'planground-dark' : 'planground-light')

export function defineThemes({ editor }: typeof Monaco): void {
  editor.defineTheme(themeName(false), theme(LIGHT))
  editor.defineTheme(themeName(true), theme(DARK))
}
