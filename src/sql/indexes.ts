/** Indexes that a statement asks for. */
import { asNode, nameParts, walk, type Node, type NodeOf } from './ast.ts'
import { byteOffsets } from './offsets.ts'
import { isComment, scanTokens, type Token } from './parse.ts'

interface IndexKey {
  /** Column name, or the expression as written. */
  readonly text: string
  readonly isColumn: boolean
  readonly descending: boolean
  /** True, false, or null where not written. */
  readonly nullsFirst: boolean | null
  readonly collation: string | null
  readonly opclass: string | null
}

export interface CreatedIndex {
  readonly name: string | null
  readonly schema: string | null
  readonly table: string
  /** Access method, `btree` unless written. */
  readonly method: string
  readonly keys: readonly IndexKey[]
  readonly include: readonly string[]
  /** Predicate of a partial index as written. */
  readonly where: string | null
  readonly unique: boolean
  readonly concurrently: boolean
  /** Made by PRIMARY KEY, UNIQUE or EXCLUDE rather than CREATE INDEX. */
  readonly constraint: boolean
}

/** Indexes that the statement creates, by CREATE INDEX or by a constraint of CREATE or ALTER TABLE. */
export function createdIndexes(statement: { readonly node: Node; readonly text: string }): CreatedIndex[] {
  const index = asNode(statement.node, 'IndexStmt')
  if (index) return [fromIndexStatement(index, statement.text)]
  const relation =
    asNode(statement.node, 'CreateStmt')?.relation ?? asNode(statement.node, 'AlterTableStmt')?.relation
  const found: CreatedIndex[] = []
  if (!relation?.relname) return found
  const table = { table: relation.relname, schema: relation.schemaname ?? null }
  walk(statement.node, ({ name, fields, parent }) => {
    if (name === 'ColumnDef') {
      const column = fields as NodeOf<'ColumnDef'>
      for (const each of column.constraints ?? []) {
        const made = fromConstraint(asNode(each, 'Constraint'), table, [column.colname ?? ''])
        if (made) found.push(made)
      }
      return false
    }
    if (name === 'Constraint' && parent?.name !== 'ColumnDef') {
      const made = fromConstraint(fields, table, [])
      if (made) found.push(made)
    }
    return true
  })
  return found
}

function fromIndexStatement(index: NodeOf<'IndexStmt'>, text: string): CreatedIndex {
  const written = writtenParts(text)
  return {
    name: index.idxname ?? null,
    schema: index.relation?.schemaname ?? null,
    table: index.relation?.relname ?? '',
    method: index.accessMethod ?? 'btree',
    keys: (index.indexParams ?? []).map((each, position) => indexKey(each, written.keys[position])),
    include: (index.indexIncludingParams ?? []).map((each) => asNode(each, 'IndexElem')?.name ?? ''),
    where: index.whereClause ? (written.where ?? '') : null,
    unique: index.unique ?? false,
    concurrently: index.concurrent ?? false,
    constraint: false,
  }
}

function indexKey(node: Node, expression = ''): IndexKey {
  const element = asNode(node, 'IndexElem')
  return {
    text: element?.name ?? expression,
    isColumn: element?.name !== undefined,
    descending: element?.ordering === 'SORTBY_DESC',
    nullsFirst:
      element?.nulls_ordering === 'SORTBY_NULLS_FIRST'
        ? true
        : element?.nulls_ordering === 'SORTBY_NULLS_LAST'
          ? false
          : null,
    collation: nameParts(element?.collation).join('.') || null,
    opclass: nameParts(element?.opclass).join('.') || null,
  }
}

const plainKey = (text: string): IndexKey => ({
  text,
  isColumn: true,
  descending: false,
  nullsFirst: null,
  collation: null,
  opclass: null,
})

function fromConstraint(
  constraint: NodeOf<'Constraint'> | undefined,
  table: { table: string; schema: string | null },
  ownColumns: readonly string[],
): CreatedIndex | undefined {
  const unique = constraint?.contype === 'CONSTR_PRIMARY' || constraint?.contype === 'CONSTR_UNIQUE'
  // ADD CONSTRAINT … USING INDEX takes an index that exists.
  if (!constraint || constraint.indexname || !(unique || constraint.contype === 'CONSTR_EXCLUSION'))
    return undefined
  const columns = constraint.keys ? nameParts(constraint.keys) : ownColumns
  const excluded = (constraint.exclusions ?? []).map((each) =>
    indexKey(asNode(each, 'List')?.items?.[0] ?? each),
  )
  return {
    ...table,
    name: constraint.conname ?? null,
    method: constraint.access_method || 'btree',
    keys: unique ? columns.map(plainKey) : excluded,
    include: nameParts(constraint.including),
    where: null,
    unique,
    concurrently: false,
    constraint: true,
  }
}

/** Texts of the key expressions and of the predicate of a CREATE INDEX, cut out between its tokens. */
function writtenParts(text: string): { keys: string[]; where: string | undefined } {
  const tokens = (scanTokens(text, byteOffsets(text)) ?? []).filter((token) => !isComment(token))
  const open = tokens.findIndex((token) => token.text === '(')
  const keys: string[] = []
  let depth = 0
  let from = open + 1
  let where: Token | undefined
  for (let at = open; at < tokens.length && at >= 0; at++) {
    const token = tokens[at] as Token
    if (depth === 1 && (token.text === ',' || token.text === ')') && from >= 0) {
      keys.push(expressionText(text, tokens.slice(from, at)))
      from = token.text === ',' ? at + 1 : -1
    }
    if (token.text === '(') depth++
    if (token.text === ')') depth--
    if (depth === 0 && /^where$/i.test(token.text)) where = tokens[at + 1]
  }
  return { keys, where: where && text.slice(where.start) }
}

/** The expression at the beginning of an index key: up to where its operator class, collation or direction begins. */
function expressionText(text: string, tokens: readonly Token[]): string {
  let depth = 0
  const first = tokens[0]
  for (const token of tokens) {
    if (token.text === '(') depth++
    if (token.text === ')') depth--
    if (first && token.text === ')' && depth === 0) return text.slice(first.start, token.end)
  }
  return first ? text.slice(first.start, tokens.at(-1)?.end) : ''
}
