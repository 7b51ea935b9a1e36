/** What is wrong with a lesson as a task, before anything is measured. */
import { guardKinds } from './guards/kinds.ts'
import { replaceLiterals } from './literals.ts'
import { checkKinds, validateCheck } from './registry.ts'
import { nodesNamed, statementsOf } from './syntax.ts'
import type { Task } from './types.ts'

/** Every kind that can fail in a verdict: what `-- @rejects:` may name. */
export const verdictKinds = (): readonly string[] => [...checkKinds(), ...guardKinds()]

/** Sentences for the author; none if all is well. Needs `loadSqlParser()`. */
export function validateTask(task: Task): readonly string[] {
  const problems = task.checks.flatMap((spec) => {
    const valid = validateCheck(spec)
    return valid.ok ? [] : [valid.error]
  })
  const kinds = task.checks.map((check) => check.kind)
  if (!kinds.includes('rows') && !kinds.includes('state'))
    problems.push('`checks` needs `rows` or `state`: without one of them any answer would pass')
  if (kinds.includes('state') && task.state.length === 0)
    problems.push('the check `state` needs `state:` queries in the frontmatter')
  for (const variant of task.variants) {
    // Further keys are other spellings that an attempt may use.
    if (replaceLiterals(task.solution.query, variant).count === 0)
      problems.push(
        `\`variants\` replaces ${Object.keys(variant).join(', ')}, which the solution's query does not contain`,
      )
  }
  const rows = task.checks.find((check) => check.kind === 'rows')
  if (rows && rows['order'] === undefined && ordersItsRows(task.solution.query))
    problems.push(
      'the solution orders its rows: say in the check `rows` whether `order` matters (columns, `exact` or `any`)',
    )
  return problems
}

/** Whether the last statement has an ORDER BY of its own. */
function ordersItsRows(query: string): boolean {
  const last = statementsOf(query).at(-1)
  return last !== undefined && nodesNamed(last.node, 'SelectStmt')[0]?.['sortClause'] !== undefined
}
