/** Problems of a pane's text; a part of its own, because it needs PostgreSQL's parser. */
import type { PaneName } from '../../../experiment/types.ts'
import { checkText, type TextProblem } from '../../../sql/check/check-text.ts'
import { loadSqlParser } from '../../../sql/parser-module.ts'
import type { AppState } from '../../../state/app-state.ts'
import { paneSchema } from './schema.ts'

/** Problems of the text as the state holds it. @throws where the parser cannot be loaded */
export async function problemsIn(getState: () => AppState, pane: PaneName): Promise<readonly TextProblem[]> {
  await loadSqlParser()
  const state = getState()
  return checkText(state.text[pane], pane === 'query' ? 'request' : 'changes', paneSchema(state, pane))
}
