/** What a request may consist of: queries, and besides them only what the lesson's own texts consist of. */
import { nodeName, type Node } from '../../sql/ast.ts'
import { writesSomething } from '../../sql/kind.ts'
import { selectsInto } from '../../sql/tags.ts'
import type { Statement } from '../../sql/split.ts'
import { code } from '../numbers.ts'
import { calledFunctions, excerpt, nodesNamed, selectOf, statementsOf } from '../syntax.ts'
import type { Task } from '../types.ts'
import { functionFindings } from './function-rules.ts'
import type { Finding } from './kinds.ts'
import { catalogWrites, harmlessSetting } from './statement-rules.ts'

const DATA_WRITES = ['InsertStmt', 'UpdateStmt', 'DeleteStmt', 'MergeStmt']

interface Question {
  /** Types of the statements in the lesson's own requests. */
  readonly types: ReadonlySet<string>
  readonly functions: ReadonlySet<string>
  readonly writes: boolean
}

function questionOf(task: Task): Question {
  const statements = [...statementsOf(task.before.query), ...statementsOf(task.solution.query)]
  return {
    types: new Set(statements.map((statement) => nodeName(statement.node))),
    functions: new Set(statements.flatMap((statement) => calledFunctions(statement.node))),
    writes: statements.some(
      (statement) => writesSomething(statement.node) || DATA_WRITES.includes(nodeName(statement.node)),
    ),
  }
}

export function requestFindings(statements: readonly Statement[], task: Task): Finding[] {
  const question = questionOf(task)
  return statements.flatMap((statement) => [
    ...typeFindings(statement.node, code(excerpt(statement)), question),
    ...catalogWrites(statement.node),
    ...functionFindings(statement.node, question.functions),
  ])
}

function typeFindings(node: Node, shown: string, { types, writes }: Question): Finding[] {
  const name = nodeName(node)
  if (name === 'SelectStmt') return selectFindings(node, shown, writes)
  if (name === 'VariableSetStmt') {
    const setting = nodesNamed(node, 'VariableSetStmt')[0]?.['name']
    return harmlessSetting(typeof setting === 'string' ? setting : '') ? [] : [settings(shown)]
  }
  if (types.has(name) || name === 'VariableShowStmt') return []
  if (name === 'TransactionStmt') return []
  if (DATA_WRITES.includes(name)) return writes ? [] : [writing(shown)]
  if (['PrepareStmt', 'ExecuteStmt', 'DeallocateStmt'].includes(name))
    return [
      {
        guard: 'not-allowed',
        permission: 'prepare',
        message: `${shown}: write the query itself into the request.`,
      },
    ]
  if (name === 'DoStmt' || name === 'CallStmt')
    return [
      {
        guard: 'new-code',
        permission: 'procedural',
        message: `${shown}: what it does cannot be measured. Write its statements plainly.`,
      },
    ]
  return [
    {
      guard: 'not-allowed',
      permission: 'request-writes',
      message: `${shown} is not part of the request that is measured; what prepares it belongs into the changes.`,
    },
  ]
}

const settings = (shown: string): Finding => ({
  guard: 'settings',
  permission: 'settings',
  message: `${shown}: settings only bend this one session; find out why the planner chooses what it chooses.`,
})

const writing = (shown: string): Finding => ({
  guard: 'base-data',
  permission: 'request-writes',
  message: `${shown}: the request only has to read.`,
})

function selectFindings(node: Node, shown: string, writes: boolean): Finding[] {
  const select = selectOf(node)
  if (select && selectsInto(select))
    return [
      {
        guard: 'kept-results',
        permission: 'new-table',
        message: `${shown}: the rows belong into the result, not into a table.`,
      },
    ]
  return !writes && DATA_WRITES.some((name) => nodesNamed(node, name).length > 0) ? [writing(shown)] : []
}
