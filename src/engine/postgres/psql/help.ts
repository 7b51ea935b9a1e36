/** What the console says about psql's commands: those that it has, and what to use instead of the others. */

/** The answer to `\?`, in psql's groups. */
export const CONSOLE_HELP: readonly string[] = [
  'Help',
  '  \\?                     show this help',
  '',
  'Informational',
  '  (options: S = show system objects, + = additional detail)',
  '  \\d[S+]                 list tables, views and sequences',
  '  \\d[S+]  NAME           describe table, view, sequence or index',
  '  \\df[S+] [PATTERN]      list functions',
  '  \\di[S+] [PATTERN]      list indexes',
  '  \\dm[S+] [PATTERN]      list materialized views',
  '  \\dn[S+] [PATTERN]      list schemas',
  '  \\ds[S+] [PATTERN]      list sequences',
  '  \\dt[S+] [PATTERN]      list tables',
  '  \\du[S+] [PATTERN]      list roles',
  '  \\dv[S+] [PATTERN]      list views',
  '  \\dx     [PATTERN]      list extensions',
  '  \\l[+]   [PATTERN]      list databases',
  '  \\sf FUNCTION           show a function’s definition',
  '  \\sv VIEW               show a view’s definition',
  '',
  'In a PATTERN * and ? are wildcards: \\dt crush*',
]

const NO_FILES = 'The page reads and writes no files of yours. Paste the statements into the console.'
const SQL_ONLY = 'Write the value into the statement itself.'

/** What to do instead of a command that is psql's and not the console's. */
const INSTEAD: Readonly<Record<string, string>> = {
  '\\e': 'Edit in the console itself: ↑ brings an earlier statement back, Shift Enter makes a new line.',
  '\\ef': 'Print the function with \\sf, change it and send it.',
  '\\ev': 'Print the view with \\sv, change it and send it.',
  '\\i': NO_FILES,
  '\\ir': NO_FILES,
  '\\o': 'Select a result’s rows with the pointer and copy them.',
  '\\w': NO_FILES,
  '\\copy': 'Select a result’s rows with the pointer and copy them; to put rows in, use INSERT.',
  '\\c': 'There is one database here. Another dataset is chosen when an experiment is opened.',
  '\\connect': 'There is one database here. Another dataset is chosen when an experiment is opened.',
  '\\g': 'End the statement with a semicolon and press Enter.',
  '\\gx': 'End the statement with a semicolon and press Enter.',
  '\\h': 'The statements are described at https://www.postgresql.org/docs/18/sql-commands.html',
  '\\help': 'The statements are described at https://www.postgresql.org/docs/18/sql-commands.html',
  '\\set': SQL_ONLY,
  '\\gset': SQL_ONLY,
  '\\watch': 'Send the statement again: ↑ brings it back.',
  '\\s': '↑ brings earlier statements back.',
  '\\q': 'Close the page, or choose another tab. Your texts are kept.',
  '\\dp': "Ask the catalog: SELECT relname, relacl FROM pg_class WHERE relkind = 'r'",
  '\\z': "Ask the catalog: SELECT relname, relacl FROM pg_class WHERE relkind = 'r'",
  '\\dT': "Ask the catalog: SELECT typname FROM pg_type WHERE typtype IN ('e', 'd')",
  '\\conninfo': 'Ask PostgreSQL: SELECT current_database(), current_user, version()',
  '\\x': 'A result is a table here, which scrolls sideways where it is wide.',
  '\\timing': 'The time of each statement stands under its result.',
  '\\!': 'There is no shell here.',
}

/** The message about a command that the console does not have. */
export function instead(command: string): { message: string; hint: string } {
  if (!command.startsWith('\\'))
    return {
      message: `"${command}" is not a command of psql`,
      hint: 'Send SQL and backslash commands apart.',
    }
  const hint = INSTEAD[command] ?? INSTEAD[command.replaceAll(/[+S]/g, '')]
  return hint
    ? { message: `${command} is a command of psql that this console does not have`, hint }
    : { message: `invalid command ${command}`, hint: 'Try \\? for help.' }
}
