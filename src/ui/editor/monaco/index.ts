/** What the panes use of Monaco; imported only lazily. */
export { registerCompletion } from './completion.ts'
export { PaneEditor, setEditorTheme } from './pane-editor.ts'
