/**
 * SQL inside SQL: bodies of functions and DO blocks, dynamic EXECUTE, and functions that run a text as SQL. What can
 * be read is parsed; what cannot is told, so that nothing hides there.
 */
import {
  asNode,
  nameParts,
  rootVisit,
  stringLiteral,
  stringValue,
  walk,
  type Fields,
  type Node,
  type NodeOf,
} from './ast.ts'
import { parseNodes } from './parse.ts'
import { rawPlpgsql, wellFormed } from './parser-module.ts'
import { SQL_TEXT_FUNCTIONS } from './known-functions.ts'
import { quotedIdentifier } from '../shared/quote.ts'

/** A piece of SQL that cannot be known without running it. */
interface OpaqueSql {
  readonly kind:
    /** EXECUTE of a computed text, or a function such as query_to_xml given one. */
    | 'dynamic-sql'
    /** A function body in a language other than SQL and PL/pgSQL. */
    | 'language'
    /** A body that the parser does not understand. */
    | 'unreadable-body'
  /** The expression or the language. */
  readonly text: string
}

export interface EmbeddedSql {
  /** Parse trees of every statement and expression found, at any depth; expressions as `SELECT expression`. */
  readonly nodes: readonly Node[]
  readonly opaque: readonly OpaqueSql[]
  /** A PL/pgSQL body has COMMIT or ROLLBACK, and so cannot run inside a transaction. */
  readonly endsTransaction: boolean
}

const NONE: EmbeddedSql = { nodes: [], opaque: [], endsTransaction: false }
/** Bodies within bodies within bodies: nobody needs more. */
const MAX_DEPTH = 5

/** All SQL embedded in the statement. */
export function embeddedSql(node: Node, depth = 0): EmbeddedSql {
  const parts: EmbeddedSql[] = []
  walk(node, ({ name, fields }) => {
    const part = embeddedIn(name, fields)
    if (part) parts.push(part)
  })
  if (parts.length === 0) return NONE
  const found = merge(parts)
  if (found.nodes.length === 0) return found
  if (depth >= MAX_DEPTH) return merge([found, opaque('unreadable-body', 'nested too deep')])
  const inner = found.nodes.map((each) => embeddedSql(each, depth + 1))
  return merge([found, ...inner])
}

function embeddedIn(name: string, fields: Fields): EmbeddedSql | undefined {
  const node = { [name]: fields } as unknown as Node
  const block = asNode(node, 'DoStmt')
  if (block) return body(node, options(block.args), 'plpgsql')
  const routine = asNode(node, 'CreateFunctionStmt')
  if (routine) return routine.sql_body === undefined ? body(node, options(routine.options), 'sql') : undefined
  const call = asNode(node, 'FuncCall')
  if (!call) return undefined
  if (!SQL_TEXT_FUNCTIONS.has(nameParts(call.funcname).at(-1) ?? '')) return undefined
  return merge((call.args ?? []).map((argument) => sqlText(argument)))
}

/** `AS` and `LANGUAGE` of a routine. The body of a C or internal function is a list of two names. */
function options(list: readonly Node[] | undefined): { language?: string; body?: string } {
  const found: { language?: string; body?: string } = {}
  for (const each of list ?? []) {
    const option = asNode(each, 'DefElem')
    if (option?.defname === 'language') found.language = stringValue(option.arg)?.toLowerCase() ?? ''
    if (option?.defname === 'as' && option.arg) found.body = nameParts([option.arg]).join(' ')
  }
  return found
}

function body(node: Node, { language, body }: ReturnType<typeof options>, fallback: string): EmbeddedSql {
  const spoken = language ?? fallback
  if (spoken === 'plpgsql') return plpgsqlBody(node, body ?? '')
  if (spoken !== 'sql') return opaque('language', spoken)
  const nodes = parseNodes(body ?? '')
  return nodes ? { ...NONE, nodes } : opaque('unreadable-body', body ?? '')
}

function plpgsqlBody(node: Node, text: string): EmbeddedSql {
  const raw = rawPlpgsql(wellFormed(`${routineHead(node)} ${quoteBody(text)}`))
  if (raw.kind !== 'value') return opaque('unreadable-body', text)
  const parts: EmbeddedSql[] = []
  collect(JSON.parse(raw.value), parts)
  return merge(parts)
}

/** A dollar quote that does not occur in the text. */
function quoteBody(text: string): string {
  let tag = '$body$'
  for (let count = 0; text.includes(tag); count++) tag = `$body${count}$`
  return `${tag}${text}${tag}`
}

const MODES: Readonly<Record<string, string>> = {
  FUNC_PARAM_OUT: 'OUT',
  FUNC_PARAM_TABLE: 'OUT',
  FUNC_PARAM_INOUT: 'INOUT',
}

/**
 * PL/pgSQL's parser takes a whole statement, and here it knows no types of the database. So it is given a head of the
 * same shape, which decides what RETURN may say, with plain types.
 */
function routineHead(node: Node): string {
  const routine = asNode(node, 'CreateFunctionStmt')
  if (!routine) return 'DO'
  const outputs: string[] = []
  const parameters = (routine.parameters ?? []).flatMap((each) => {
    const parameter = asNode(each, 'FunctionParameter')
    const mode = MODES[parameter?.mode ?? ''] ?? ''
    const type = typeText(parameter?.argType)
    if (mode !== '') outputs.push(type)
    return parameter?.name === undefined ? [] : [`${mode} ${quotedIdentifier(parameter.name)} ${type}`]
  })
  const type = nameParts(routine.returnType?.names).at(-1) ?? ''
  const output = outputs.length > 1 ? 'record' : (outputs[0] ?? 'text')
  const result = /^(?:void|trigger|event_trigger)$/.test(type) ? type : output
  const returns = routine.is_procedure ? '' : `RETURNS ${routine.returnType?.setof ? 'SETOF ' : ''}${result}`
  return `CREATE ${routine.is_procedure ? 'PROCEDURE' : 'FUNCTION'} f(${parameters.join(', ')}) ${returns} LANGUAGE plpgsql AS`
}

/** A parameter's type by name: one that PostgreSQL does not bring counts as a row, whose fields may be used. */
function typeText(type: NodeOf<'TypeName'> | undefined): string {
  const name = nameParts(type?.names).map(quotedIdentifier)
  return name.length === 0 || type?.pct_type ? 'text' : `${name.join('.')}${type?.arrayBounds ? '[]' : ''}`
}

const DYNAMIC_OWNERS = new Set(['PLpgSQL_stmt_dynexecute', 'PLpgSQL_stmt_dynfors'])

/** Finds the expressions of a PL/pgSQL tree. */
function collect(tree: unknown, parts: EmbeddedSql[], owner = ''): void {
  if (Array.isArray(tree)) {
    for (const each of tree as unknown[]) collect(each, parts, owner)
  } else if (typeof tree === 'object' && tree !== null) {
    for (const [field, value] of Object.entries(tree)) {
      if (field === 'PLpgSQL_stmt_commit' || field === 'PLpgSQL_stmt_rollback')
        parts.push({ ...NONE, endsTransaction: true })
      const expression = expressionText(value)
      const named = field.startsWith('PLpgSQL') ? field : owner
      if (expression === undefined) collect(value, parts, named)
      else if (field === 'dynquery' || (field === 'query' && DYNAMIC_OWNERS.has(owner)))
        parts.push(dynamic(expression))
      else parts.push(statementOrExpression(expression))
    }
  }
}

function expressionText(value: unknown): string | undefined {
  const { PLpgSQL_expr: expression } = (value ?? {}) as { PLpgSQL_expr?: { query?: unknown } }
  return typeof expression?.query === 'string' ? expression.query : undefined
}

/** An expression of PL/pgSQL: a statement, a value, or an assignment `target := value`. */
function statementOrExpression(text: string): EmbeddedSql {
  const value = /^[^'"(]*?:?=(.*)$/s.exec(text)?.[1]
  const nodes =
    parseNodes(text) ??
    parseNodes(`SELECT ${text}`) ??
    (value === undefined ? undefined : parseNodes(`SELECT ${value}`))
  return nodes ? { ...NONE, nodes } : opaque('unreadable-body', text)
}

function dynamic(expression: string): EmbeddedSql {
  const nodes = parseNodes(`SELECT ${expression}`)
  const target = asNode(asNode(nodes?.[0], 'SelectStmt')?.targetList?.[0], 'ResTarget')?.val
  if (!nodes || !target) return opaque('dynamic-sql', expression)
  return merge([{ ...NONE, nodes }, sqlText(target, expression)])
}

/** A value that is run as SQL: parsed if it is a literal. */
function sqlText(value: Node, shown = 'computed'): EmbeddedSql {
  const text = stringLiteral(value)
  if (text !== undefined) {
    const nodes = parseNodes(text)
    return nodes ? { ...NONE, nodes } : NONE
  }
  const isPlain = rootVisit(value)?.name === 'A_Const'
  return isPlain ? NONE : opaque('dynamic-sql', shown)
}

const opaque = (kind: OpaqueSql['kind'], text: string): EmbeddedSql => ({ ...NONE, opaque: [{ kind, text }] })

const merge = (parts: readonly EmbeddedSql[]): EmbeddedSql => ({
  nodes: parts.flatMap((part) => part.nodes),
  opaque: parts.flatMap((part) => part.opaque),
  endsTransaction: parts.some((part) => part.endsTransaction),
})
