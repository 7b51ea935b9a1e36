/** Command-line arguments: `--name value`, `--flag`, and the rest. */
import { parseArgs, type ParseArgsConfig } from 'node:util'

/** The text printed where arguments are wrong; exit code 2. */
export class UsageError extends Error {
  override name = 'UsageError'
}

export function readArguments<T extends NonNullable<ParseArgsConfig['options']>>(usage: string, options: T) {
  try {
    return parseArgs({ options, allowPositionals: true, strict: true })
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n${usage}`)
  }
}

/** A scale of the dataset. */
export function readScale(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const scale = Number(text)
  if (!(scale > 0 && scale <= 4))
    throw new UsageError(`--scale ${text}: write a number between 0 and 4, e.g. 0.5`)
  return scale
}

/**
 * Runs a command and ends the process with its exit code: what `main` returns, or 2 with a message where it throws.
 * The database keeps Node alive, so the process is always ended by hand.
 */
export async function command(main: () => Promise<number>): Promise<never> {
  let code = 2
  try {
    code = await main()
  } catch (error) {
    const expected =
      error instanceof UsageError || (error instanceof Error && error.name === 'LessonProblems')
    process.stderr.write(
      `${error instanceof Error ? (expected ? error.message : (error.stack ?? error.message)) : String(error)}\n`,
    )
  }
  // Large JSON on a pipe is written asynchronously.
  await new Promise<void>((resolve) => process.stdout.write('', () => resolve()))
  process.exit(code)
}
