import { z } from 'zod'
import type { CheckKind } from '../check.ts'
import { list } from '../../shared/words.ts'
import { nodesOf, type MeasuredNode } from '../plan-nodes.ts'

const types = z.union([z.string(), z.array(z.string()).min(1)])
const schema = z
  .strictObject({
    present: types
      .optional()
      .describe('Node type, or several of which one must be there, e.g. `Index Only Scan`.'),
    absent: types.optional().describe('Node type or types of which none may be there.'),
    on: z.string().optional().describe('Only nodes that read this relation or index.'),
    executed: z.boolean().default(true).describe('Ignore nodes that never ran.'),
  })
  .refine(
    (value) => (value.present === undefined) !== (value.absent === undefined),
    'give either `present` or `absent`',
  )

const WRITES = new Set(['Insert', 'Update', 'Delete', 'Merge'])

const asList = (value: string | readonly string[]) => (typeof value === 'string' ? [value] : value)

/** A node of the plan is there, or is not. Prefer `buffers`: it accepts every plan that does the work as well. */
export const node: CheckKind<z.infer<typeof schema>> = {
  kind: 'node',
  schema,
  evaluate({ present, absent, on, executed }, { attempt }) {
    const wanted = asList(present ?? absent ?? [])
    const where = on === undefined ? '' : ` on ${on}`
    const matches = ({ node: each, type, figures }: MeasuredNode) =>
      wanted.includes(type) &&
      (on === undefined || each.relation === on || each.index === on) &&
      (!executed || figures.executed)
    const nodes = nodesOf(attempt)
    const found = nodes.find(matches)
    const passed = (found !== undefined) === (present !== undefined)
    const names = list(wanted)
    const scans = [...new Set(nodes.filter((each) => each.type.endsWith('Scan')).map((each) => each.title))]
    return {
      title: present === undefined ? `No ${names}${where}` : `${wanted.join(' or ')}${where}`,
      passed,
      message: found
        ? `The plan has a ${found.title}${passed ? '.' : ': find a way around it.'}`
        : !passed && wanted.every((each) => WRITES.has(each))
          ? `No statement of the request does a ${wanted.join(' or ')}${where}.`
          : `The plan has no ${wanted.join(' or ')}${where}${passed ? '.' : `; it reads by ${list(scans) || 'no scan at all'}.`}`,
      actual: found ? found.title : list(scans),
      limit: wanted.join(' or '),
    }
  },
}
