/** Functions that do more than compute a value, called in the changes or in the request. */
import type { Node } from '../../sql/ast.ts'
import { functionWrites, SQL_TEXT_FUNCTIONS } from '../../sql/known-functions.ts'
import { code } from '../../shared/words.ts'
import { calledFunctions } from '../syntax.ts'
import type { Breach } from './kinds.ts'

const TAMPERING =
  /^(?:pg_(?:restore|clear|set)_\w*stats|pg_stat_reset\w*|binary_upgrade_\w+|pg_replication_origin_\w+)$/
const FILES = /^(?:pg_read_\w*file|pg_ls_\w+|pg_stat_file|pg_file_\w+|lo_\w+|pg_logdir_ls)$/

/** `known` are functions that the lesson's own texts call: those are part of the question. */
export function functionBreaches(node: Node, known: ReadonlySet<string> = new Set()): Breach[] {
  return calledFunctions(node).flatMap((name): Breach[] => {
    if (known.has(name)) return []
    if (TAMPERING.test(name))
      return [
        {
          guard: 'tampering',
          message: `${code(name)} replaces statistics or counters by hand: let ANALYZE gather them.`,
        },
      ]
    if (name === 'set_config')
      return [
        {
          guard: 'settings',
          permission: 'settings',
          message: `${code(name)} changes a setting from within a query.`,
        },
      ]
    if (SQL_TEXT_FUNCTIONS.has(name))
      return [
        {
          guard: 'new-code',
          message: `${code(name)} runs a text as SQL, where no plan shows it: write the query plainly.`,
        },
      ]
    if (functionWrites(name) || FILES.test(name))
      return [
        {
          guard: 'not-allowed',
          permission: 'procedural',
          message: `${code(name)} does more than compute a value; the request does not need it.`,
        },
      ]
    return []
  })
}
