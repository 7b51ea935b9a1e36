/** What a request may consist of: queries, and besides them only what the lesson's own texts consist of. */
import type { Catalog } from '../../engine/contract/index.ts'
import { asNode, nameParts, nodeName, type Node } from '../../sql/ast.ts'
import { writesSomething } from '../../sql/kind.ts'
import { selectsInto } from '../../sql/tags.ts'
import type { Statement } from '../../sql/split.ts'
import { code } from '../../shared/words.ts'
import { calledFunctions, excerpt, nodesNamed, relationNames, selectOf, statementsOf } from '../syntax.ts'
import type { Task } from '../types.ts'
import { alterTableBreaches } from './alter-table-rules.ts'
import { functionBreaches } from './function-rules.ts'
import { harmlessSetting } from './harmless-names.ts'
import type { Breach } from './kinds.ts'
import { catalogWrites } from './statement-rules.ts'
import { watchingBreaches } from './watching-rules.ts'

const DATA_WRITES = ['InsertStmt', 'UpdateStmt', 'DeleteStmt', 'MergeStmt']

/** Statements that change the table which is their `relation`. */
const CHANGING = [...DATA_WRITES, 'AlterTableStmt', 'IndexStmt']

/** Statements that leave tables and settings as they are. */
const READING = new Set(['SelectStmt', 'PrepareStmt', 'ExecuteStmt', 'DeallocateStmt'])

interface Question {
  /** Types of the statements in the lesson's own requests. */
  readonly types: ReadonlySet<string>
  readonly functions: ReadonlySet<string>
  readonly relations: ReadonlySet<string>
  readonly writes: boolean
  /** Whether they only read. */
  readonly reads: boolean
  /** Tables that they write or alter. */
  readonly changed: ReadonlySet<string>
  /** What they do in ALTER TABLE. */
  readonly commands: ReadonlySet<string>
  /** Constraints and indexes that are there before the request. */
  readonly existing: ReadonlySet<string>
}

/** Tables that a statement writes or alters. */
const changedTables = (node: Node): string[] =>
  CHANGING.flatMap((name) => nodesNamed(node, name)).flatMap((fields) => {
    const relation = fields['relation'] as { relname?: string } | undefined
    return relation?.relname ?? []
  })

const alterCommands = (node: Node) =>
  (asNode(node, 'AlterTableStmt')?.cmds ?? []).flatMap((each) => asNode(each, 'AlterTableCmd') ?? [])

function questionOf(task: Task, catalog: Catalog | undefined): Question {
  const statements = [...statementsOf(task.before.query), ...statementsOf(task.solution.query)]
  return {
    types: new Set(statements.map((statement) => nodeName(statement.node))),
    functions: new Set(statements.flatMap((statement) => calledFunctions(statement.node))),
    relations: new Set(
      statements.flatMap((statement) => relationNames(statement.node).map(({ name }) => name)),
    ),
    writes: statements.some(
      (statement) => writesSomething(statement.node) || DATA_WRITES.includes(nodeName(statement.node)),
    ),
    reads: statements.every((statement) => READING.has(nodeName(statement.node))),
    changed: new Set(statements.flatMap((statement) => changedTables(statement.node))),
    commands: new Set(
      statements
        .flatMap((statement) => alterCommands(statement.node))
        .map((command) => command.subtype ?? ''),
    ),
    existing: new Set(
      [...(catalog?.constraints ?? []), ...(catalog?.indexes ?? [])].map((object) => object.name),
    ),
  }
}

/** `catalog` is the one before the request. */
export function requestBreaches(statements: readonly Statement[], task: Task, catalog?: Catalog): Breach[] {
  const question = questionOf(task, catalog)
  return statements.flatMap((statement) => [
    ...typeBreaches(statement.node, code(excerpt(statement)), question),
    ...targetBreaches(statement.node, code(excerpt(statement)), question),
    ...catalogWrites(statement.node),
    ...functionBreaches(statement.node, question.functions),
    ...watchingBreaches(statement.node, question),
  ])
}

/** Where the question writes, it writes to its own tables, and what is there already stays. */
function targetBreaches(node: Node, shown: string, { reads, changed, existing }: Question): Breach[] {
  if (reads) return []
  const other = changedTables(node).filter((table) => !changed.has(table))
  const dropped = alterCommands(node).filter(
    (command) => command.subtype === 'AT_DropConstraint' && existing.has(command.name ?? ''),
  )
  return [
    ...[...new Set(other)].map((table): Breach => ({
      guard: 'base-data',
      permission: 'request-writes',
      message: `${shown}: ${code(table)} is not what the request has to change.`,
    })),
    ...dropped.map((command): Breach => ({
      guard: 'dropped',
      permission: 'drop-constraint',
      message: `${shown}: the application relies on ${code(command.name ?? '')}.`,
    })),
  ]
}

/** What a migration does beside its task: gathers statistics, cleans up, removes what an earlier try has left. */
function asideOfMigration(node: Node, existing: ReadonlySet<string>): boolean {
  const vacuum = asNode(node, 'VacuumStmt')
  if (vacuum) return !(vacuum.options ?? []).some((option) => asNode(option, 'DefElem')?.defname === 'full')
  const dropped = asNode(node, 'DropStmt')
  return (
    dropped?.removeType === 'OBJECT_INDEX' &&
    (dropped.objects ?? []).every((object) => !existing.has(nameParts([object]).at(-1) ?? ''))
  )
}

function typeBreaches(node: Node, shown: string, question: Question): Breach[] {
  const { types, writes, reads, commands, existing } = question
  const name = nodeName(node)
  if (name === 'SelectStmt') return selectBreaches(node, shown, writes)
  if (name === 'VariableSetStmt') {
    const setting = nodesNamed(node, 'VariableSetStmt')[0]?.['name']
    return harmlessSetting(typeof setting === 'string' ? setting : '') ? [] : [settings(shown)]
  }
  if (name === 'AlterTableStmt' && types.has(name)) return alterTableBreaches(node, shown, commands)
  if (types.has(name) || name === 'VariableShowStmt') return []
  if (!reads && asideOfMigration(node, existing)) return []
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
      message: `${shown} is not part of the request that is measured. Move it to the Changes pane: what stands there happens before.`,
    },
  ]
}

const settings = (shown: string): Breach => ({
  guard: 'settings',
  permission: 'settings',
  message: `${shown}: settings only bend this one session; find out why the planner chooses what it chooses.`,
})

const writing = (shown: string): Breach => ({
  guard: 'base-data',
  permission: 'request-writes',
  message: `${shown}: the request only has to read.`,
})

function selectBreaches(node: Node, shown: string, writes: boolean): Breach[] {
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
