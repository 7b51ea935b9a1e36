/** Problems with names, in words. */
import { nearest } from './nearest.ts'
import type { NameProblem } from './problems.ts'

export function describeNameProblem(problem: NameProblem): string {
  const meant = nearest(problem.name, problem.candidates)
  const question = meant === undefined ? '' : ` Did you mean ${meant}?`
  return `${whatIsMissing(problem)}${question}`
}

function whatIsMissing(problem: NameProblem): string {
  const { name } = problem
  switch (problem.kind) {
    case 'table':
      return `There is no table ${name}: not in the dataset, and the changes make none.`
    case 'qualifier':
      return `${name} is no table of this query: what stands in FROM, or its alias, qualifies a column.`
    case 'column': {
      const { of } = problem
      if (!of) return `No table of this query has a column ${name}.`
      const alias = of.alias ?? 'The subquery'
      return `${of.table === undefined ? alias : `${alias} (${of.table})`} has no column ${name}.`
    }
  }
}
