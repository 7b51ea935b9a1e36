import { z } from 'zod'
import { catalogs } from '../catalog-diff.ts'
import type { CheckKind } from '../check.ts'
import { code } from '../../shared/words.ts'

const schema = z.strictObject({ table: z.string().describe('Table whose file must stay the same one.') })

/** The changes leave the table in its file: no VACUUM FULL, CLUSTER, TRUNCATE or rewriting ALTER TABLE. */
export const noRewrite: CheckKind<z.infer<typeof schema>> = {
  kind: 'no-rewrite',
  schema,
  evaluate({ table }, { attempt }) {
    const { before, after } = catalogs(attempt)
    const file = (catalog: typeof before) => catalog.relations.find((each) => each.name === table)?.filenode
    const passed = file(before) !== undefined && file(before) === file(after)
    return {
      title: `${table} is not rewritten`,
      passed,
      message: passed
        ? `${code(table)} is still in the same file.`
        : `${code(table)} was written anew. That takes an ACCESS EXCLUSIVE lock: nobody can read or write the table meanwhile.`,
      actual: passed ? 'kept' : 'rewritten',
      limit: 'kept',
    }
  },
}
