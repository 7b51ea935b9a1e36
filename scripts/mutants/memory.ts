/** What Stryker remembers of the run before, without what changed tests may have overturned. */
import { z } from 'zod'

const report = z.looseObject({
  files: z.record(
    z.string(),
    z.looseObject({
      mutants: z.array(z.looseObject({ status: z.string(), killedBy: z.array(z.string()).optional() })),
    }),
  ),
  testFiles: z
    .record(
      z.string(),
      z.looseObject({ source: z.string().optional(), tests: z.array(z.looseObject({ id: z.string() })) }),
    )
    .optional(),
})

/**
 * Stryker tells tests apart by name, because Vitest's runner gives no places: a test with a new body would count as the
 * old one, and a new test would not be tried on what is evaluated at import. So where a test file is new or has
 * changed, what no test had found is tried again, and what a test in a changed file had found too.
 *
 * @param text the incremental report
 * @param tests the present test files, text by path
 */
export function forgetStale(text: string, tests: ReadonlyMap<string, string>): string {
  const old = report.parse(JSON.parse(text))
  const known = old.testFiles ?? {}
  const changed = Object.entries(known).filter(([path, { source }]) => source !== tests.get(path))
  if (changed.length === 0 && [...tests.keys()].every((path) => path in known)) return text
  const ids = new Set(changed.flatMap(([, file]) => file.tests.map(({ id }) => id)))
  const holds = ({ status, killedBy = [] }: { status: string; killedBy?: string[] | undefined }) =>
    status === 'Killed' && !killedBy.some((id) => ids.has(id))
  return JSON.stringify({
    ...old,
    files: Object.fromEntries(
      Object.entries(old.files).map(([path, file]) => [
        path,
        { ...file, mutants: file.mutants.filter(holds) },
      ]),
    ),
  })
}
