/** Which settings (GUC parameters) a statement touches, wherever it hides that. */
import {
  asNode,
  nameParts,
  nodeName,
  stringLiteral,
  stringValue,
  walk,
  type Fields,
  type Node,
  type NodeOf,
} from './ast.ts'
import { embeddedSql } from './bodies.ts'

type SettingScope = 'session' | 'transaction' | 'function' | 'database' | 'role' | 'system' | 'tablespace'

export interface TouchedSetting {
  /** Lower case; `*` for all of them (RESET ALL); null where the name is computed. */
  readonly name: string | null
  readonly scope: SettingScope
  readonly action: 'set' | 'reset'
  /** As far as it is written as literals, joined by `, `; null for computed values and resets. */
  readonly value: string | null
  /** Inside a function or DO body. */
  readonly nested: boolean
}

type Touched = Omit<TouchedSetting, 'nested'>

/**
 * Settings that the statement touches: SET, SET LOCAL, RESET, DISCARD ALL, SET clauses of functions, ALTER DATABASE,
 * ROLE, SYSTEM and TABLESPACE, set_config() anywhere, UPDATE pg_settings; and the same in bodies of functions and
 * DO blocks. What cannot be read there is told by `embeddedSql(node).opaque`.
 */
export function settingsTouched(node: Node): TouchedSetting[] {
  const own = touchedIn(node).map((each) => ({ ...each, nested: false }))
  const inner = embeddedSql(node).nodes.flatMap(touchedIn)
  return [...own, ...inner.map((each) => ({ ...each, nested: true }))]
}

function touchedIn(node: Node): Touched[] {
  const found: Touched[] = []
  walk(node, (visit) => {
    const here = touchedBy(visit.name, visit.fields)
    found.push(...here.touched)
    return here.below
  })
  return found
}

/** What one node touches, and whether to look below it. */
function touchedBy(name: string, fields: Fields): { touched: Touched[]; below: boolean } {
  const node = { [name]: fields } as unknown as Node
  switch (name) {
    case 'VariableSetStmt':
      return { touched: variableSet(fields), below: true }
    case 'AlterDatabaseSetStmt':
      return scoped(asNode(node, 'AlterDatabaseSetStmt')?.setstmt, 'database')
    case 'AlterRoleSetStmt':
      return scoped(asNode(node, 'AlterRoleSetStmt')?.setstmt, 'role')
    case 'AlterSystemStmt':
      return scoped(asNode(node, 'AlterSystemStmt')?.setstmt, 'system')
    case 'DefElem':
      return functionClause(fields)
    case 'AlterTableSpaceOptionsStmt':
      return { touched: tablespaceOptions(fields), below: true }
    case 'DiscardStmt': {
      const all = (fields as NodeOf<'DiscardStmt'>).target === 'DISCARD_ALL'
      return {
        touched: all ? [{ name: '*', scope: 'session', action: 'reset', value: null }] : [],
        below: false,
      }
    }
    case 'FuncCall':
      return { touched: setConfig(fields), below: true }
    case 'UpdateStmt': {
      const settings = (fields as NodeOf<'UpdateStmt'>).relation?.relname === 'pg_settings'
      return {
        touched: settings ? [{ name: null, scope: 'session', action: 'set', value: null }] : [],
        below: true,
      }
    }
    default:
      return { touched: [], below: true }
  }
}

const scoped = (statement: NodeOf<'VariableSetStmt'> | undefined, scope: SettingScope) => ({
  touched: statement ? variableSet(statement, scope) : [],
  below: false,
})

/** `SET name = value` of CREATE or ALTER FUNCTION. */
function functionClause(option: NodeOf<'DefElem'>): { touched: Touched[]; below: boolean } {
  const statement = option.defname === 'set' ? asNode(option.arg, 'VariableSetStmt') : undefined
  return statement ? scoped(statement, 'function') : { touched: [], below: true }
}

function variableSet(statement: NodeOf<'VariableSetStmt'>, given?: SettingScope): Touched[] {
  const scope = given ?? (statement.is_local ? 'transaction' : 'session')
  const kind = statement.kind ?? 'VAR_SET_VALUE'
  if (kind === 'VAR_RESET_ALL') return [{ name: '*', scope, action: 'reset', value: null }]
  if (kind === 'VAR_SET_MULTI') return multi(statement, scope)
  const name = statement.name?.toLowerCase() ?? null
  const isSet = kind === 'VAR_SET_VALUE' || kind === 'VAR_SET_CURRENT'
  return [{ name, scope, action: isSet ? 'set' : 'reset', value: isSet ? valueText(statement.args) : null }]
}

/** SET TRANSACTION … sets for the transaction, SET SESSION CHARACTERISTICS … sets the defaults. */
function multi(statement: NodeOf<'VariableSetStmt'>, given: SettingScope): Touched[] {
  const defaults = statement.name === 'SESSION CHARACTERISTICS'
  return (statement.args ?? []).map((each) => {
    const option = asNode(each, 'DefElem')
    const name = option?.defname ?? null
    return {
      name: name !== null && defaults ? `default_${name}` : name,
      scope: defaults ? given : 'transaction',
      action: 'set',
      value: valueText(option?.arg ? [option.arg] : undefined),
    }
  })
}

function tablespaceOptions(statement: NodeOf<'AlterTableSpaceOptionsStmt'>): Touched[] {
  return (statement.options ?? []).map((each) => {
    const option = asNode(each, 'DefElem')
    return {
      name: option?.defname?.toLowerCase() ?? null,
      scope: 'tablespace',
      action: statement.isReset ? 'reset' : 'set',
      value: valueText(option?.arg ? [option.arg] : undefined),
    }
  })
}

function setConfig(call: NodeOf<'FuncCall'>): Touched[] {
  if (nameParts(call.funcname).at(-1) !== 'set_config') return []
  const argument = (name: string, position: number) => {
    for (const each of call.args ?? []) {
      const named = asNode(each, 'NamedArgExpr')
      if (named?.name === name) return named.arg
    }
    const positional = call.args?.[position]
    return positional && nodeName(positional) === 'NamedArgExpr' ? undefined : positional
  }
  const local = constantText(argument('is_local', 2))
  return [
    {
      name: constantText(argument('setting_name', 0))?.toLowerCase() ?? null,
      scope: local !== null && /^t/i.test(local) ? 'transaction' : 'session',
      action: 'set',
      value: constantText(argument('new_value', 1)),
    },
  ]
}

function valueText(args: readonly Node[] | undefined): string | null {
  const texts = (args ?? []).map(constantText)
  return texts.length > 0 && texts.every((text) => text !== null) ? texts.join(', ') : null
}

/** The text of a literal of any type, also under a cast; null for anything else. */
function constantText(node: Node | undefined): string | null {
  const literal = stringLiteral(node) ?? stringValue(node)
  if (literal !== undefined) return literal
  const cast = asNode(node, 'TypeCast')
  if (cast) return constantText(cast.arg)
  const constant = asNode(node, 'A_Const')
  if (constant?.boolval) return constant.boolval.boolval ? 'true' : 'false'
  const integer = constant?.ival ?? asNode(node, 'Integer')
  if (integer) return String(integer.ival ?? 0)
  return (constant?.fval ?? asNode(node, 'Float'))?.fval ?? null
}
