/** Ways to find out from within a statement how it is being run: whether plans are logged, which execution this is. */
import type { Node } from '../../sql/ast.ts'
import { code } from '../../shared/words.ts'
import { calledFunctions, relationNames } from '../syntax.ts'
import type { Breach } from './kinds.ts'

const FUNCTIONS =
  /^(?:current_setting|pg_show_all_settings|current_query|pg_stat_get_\w+|pg_stat_statements\w*|planground_statements|pg_lock_status)$/
const RELATIONS =
  /^pg_(?:settings|file_settings|db_role_setting|stat_\w+|statio_\w+|locks|cursors|prepared_statements|backend_memory_contexts)$/

/** What the lesson's own texts name is part of the question. */
interface Known {
  readonly functions: ReadonlySet<string>
  readonly relations: ReadonlySet<string>
}

const NOTHING: Known = { functions: new Set(), relations: new Set() }

export function watchingBreaches(node: Node, known = NOTHING): Breach[] {
  const names = [
    ...calledFunctions(node).filter((name) => FUNCTIONS.test(name) && !known.functions.has(name)),
    ...relationNames(node)
      .map(({ name }) => name)
      .filter((name) => RELATIONS.test(name) && !known.relations.has(name)),
  ]
  return [...new Set(names)].map((name) => ({
    guard: 'tampering',
    message: `${code(name)} tells how and when a statement is run: the answer must not depend on that.`,
  }))
}
