/** Monaco with what a SQL pane needs and nothing else; a chunk of its own. */
import 'monaco-editor/features/bracketMatching/register.js'
import 'monaco-editor/features/clipboard/register.js'
import 'monaco-editor/features/codeEditor/register.js'
import 'monaco-editor/features/codicon/register.js'
import 'monaco-editor/features/comment/register.js'
import 'monaco-editor/features/cursorUndo/register.js'
import 'monaco-editor/features/find/register.js'
import 'monaco-editor/features/hover/register.js'
import 'monaco-editor/features/linesOperations/register.js'
import 'monaco-editor/features/multicursor/register.js'
import 'monaco-editor/features/placeholderText/register.js'
import 'monaco-editor/features/wordOperations/register.js'
// features/suggest registers inline completions only; the list is here.
import 'monaco-editor/editor/contrib/suggest/browser/suggestController.js'
import * as monaco from 'monaco-editor/editor/editor.api.js'
import { conf, language } from 'monaco-editor/languages/definitions/pgsql/pgsql.js'
// oxlint-disable-next-line import/default -- Vite makes the constructor
import EditorWorker from 'monaco-editor/editor/editor.worker.js?worker'
import { defineThemes } from './themes.ts'

globalThis.MonacoEnvironment = { getWorker: () => new EditorWorker() }
defineThemes(monaco)

// Monaco's list has PostgreSQL's reserved words only.
const MORE_KEYWORDS =
  'ADD ALTER BEGIN BY COMMIT CONCURRENTLY COPY CROSS DELETE DROP EXISTS EXPLAIN FILTER FOLLOWING FULL FUNCTION GROUPS IF INCLUDE INDEX INSERT KEY LANGUAGE MATERIALIZED MERGE NULLS OFFSET OVER PARTITION PRECEDING RANGE RECURSIVE REFRESH RELEASE REPLACE RETURNS ROLLBACK ROW ROWS SAVEPOINT SET STATISTICS TRIGGER TRUNCATE UPDATE VACUUM VALIDATE VALUES VIEW WITHIN'

monaco.languages.register({ id: 'pgsql' })
monaco.languages.setLanguageConfiguration('pgsql', conf)
monaco.languages.setMonarchTokensProvider('pgsql', {
  ...language,
  // AND, JOIN and the like, which Monaco tells apart from keywords.
  operators: [],
  keywords: [
    ...(language['keywords'] as string[]),
    ...(language['operators'] as string[]),
    ...MORE_KEYWORDS.split(' '),
  ],
})

export { monaco }
