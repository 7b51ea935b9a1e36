/** psql's commands in the console: each becomes queries on the catalog. */
import { quotedLiteral } from '../../../shared/quote.ts'
import type { Database } from '../database.ts'
import { describeRelations } from './describe.ts'
import { CONSOLE_HELP, instead } from './help.ts'
import {
  databases,
  extensions,
  functions,
  relations,
  roles,
  schemas,
  type Options,
  type PsqlQuery,
} from './lists.ts'

/** One answer of a command: a query, lines of text, or a query and the lines under its rows. */
export interface PsqlAnswer extends Partial<PsqlQuery> {
  readonly lines?: readonly string[]
}

export type PsqlOutcome =
  | { readonly ok: true; readonly answers: readonly PsqlAnswer[] }
  | { readonly ok: false; readonly message: string; readonly hint?: string }

const LISTS: Readonly<Record<string, (options: Options) => PsqlQuery>> = {
  '\\d': (options) => relations('List of relations', 'rpvmSf', options),
  '\\dt': (options) => relations('List of tables', 'rp', options),
  '\\di': (options) => relations('List of indexes', 'iI', options),
  '\\dv': (options) => relations('List of views', 'v', options),
  '\\dm': (options) => relations('List of materialized views', 'm', options),
  '\\ds': (options) => relations('List of sequences', 'S', options),
  '\\df': functions,
  '\\dn': schemas,
  '\\du': roles,
  '\\dg': roles,
  '\\dx': extensions,
  '\\l': databases,
}

/** Definitions, by the command that shows them: of a function, and of a view. */
const SOURCES: Readonly<Record<string, (name: string) => string>> = {
  '\\sf': (name) => {
    const type = name.includes('(') ? 'regprocedure' : 'regproc'
    return `SELECT pg_catalog.pg_get_functiondef(${quotedLiteral(name)}::pg_catalog.${type})`
  },
  '\\sv': (
    name,
  ) => `SELECT CASE c.relkind WHEN 'v' THEN 'CREATE OR REPLACE VIEW ' WHEN 'm' THEN 'CREATE MATERIALIZED VIEW ' END
  || c.oid::pg_catalog.regclass || E' AS\\n' || pg_catalog.pg_get_viewdef(c.oid, true)
FROM pg_catalog.pg_class c WHERE c.oid = ${quotedLiteral(name)}::pg_catalog.regclass`,
}

/**
 * What one line asks, e.g. `\d auth_user`.
 * @throws PostgresError, DatabaseCrash as the database does
 */
export async function psqlCommand(database: Database, line: string): Promise<PsqlOutcome> {
  const [, command = '', argument = ''] = /^\s*([^\s;]+)\s*(.*?)\s*;?\s*$/s.exec(line) ?? []
  if (command === '\\?') return { ok: true, answers: [{ lines: CONSOLE_HELP }] }
  const letters = command.replaceAll(/[+S]/g, '')
  const source = SOURCES[letters]
  if (source) return definition(database, letters, argument, source)
  const list = LISTS[letters]
  if (!list) return { ok: false, ...instead(command) }
  const options = { more: command.includes('+'), system: command.includes('S'), pattern: argument }
  if (letters !== '\\d' || argument === '') return { ok: true, answers: [list(options)] }
  const answers = await describeRelations(database, options)
  if (answers.length > 0) return { ok: true, answers }
  return { ok: true, answers: [{ lines: [`Did not find any relation named "${argument}".`] }] }
}

async function definition(
  database: Database,
  command: string,
  name: string,
  source: (name: string) => string,
): Promise<PsqlOutcome> {
  const what = command === '\\sf' ? 'function' : 'view'
  if (name === '') return { ok: false, message: `${what} name is required` }
  const [row] = await database.rows(source(name))
  const text = row?.[0]
  if (text === undefined || text === null) return { ok: false, message: `"${name}" is not a ${what}` }
  return { ok: true, answers: [{ lines: text.trimEnd().split('\n') }] }
}
