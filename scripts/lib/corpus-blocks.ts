/** Statements with what surrounds them, as statements.sql of the plan corpus holds them. */

export interface CorpusBlock {
  readonly name: string
  readonly settings: readonly string[]
  readonly before: readonly string[]
  readonly changes: readonly string[]
  readonly options: string
  readonly statement: string
}

/** Reads the blocks of statements.sql. @throws on a block without a name or a statement */
export function readBlocks(text: string): readonly CorpusBlock[] {
  return text
    .split(/^-- @name /m)
    .slice(1)
    .map((part) => {
      const lines = part.trimEnd().split('\n')
      const values = (key: string): string[] =>
        lines.filter((line) => line.startsWith(`-- @${key} `)).map((line) => line.slice(key.length + 5))
      const statement = lines.slice(1).filter((line) => !/^-- @(?!after)/.test(line))
      if (statement.join('').trim() === '') throw new Error(`${lines[0]} has no statement`)
      return {
        name: (lines[0] ?? '').trim(),
        settings: values('set').flatMap((line) => line.split(' ')),
        before: values('before'),
        changes: values('change'),
        options: values('options').join(', '),
        statement: statement.join('\n').trim(),
      }
    })
}
