/** Verdicts and figures as text. */
import type { Measurement, Totals } from '../../src/engine/contract/index.ts'
import { nodesOf } from '../../src/grading/plan-nodes.ts'
import type { CheckResult, Grade } from '../../src/grading/types.ts'
import { count } from '../../src/shared/words.ts'

export function describeTotals(totals: Totals): string {
  const parts = [
    `${count(totals.buffers)} buffers`,
    `${count(totals.rowsRead)} rows read`,
    `${count(totals.rowsReturned)} rows returned`,
    `${count(totals.statements)} statement${totals.statements === 1 ? '' : 's'}`,
    ...(totals.tempBlocks > 0 ? [`${count(totals.tempBlocks)} temporary blocks`] : []),
    ...(totals.walBytes > 0 ? [`${count(totals.walBytes)} bytes of WAL`] : []),
    `${totals.executionTime.toFixed(1)} ms`,
  ]
  return parts.join(', ')
}

function printCheck({ kind, title, passed, message, difference }: CheckResult): string {
  const lines = [`  ${passed ? 'pass' : 'FAIL'}  ${kind}: ${title}. ${message}`]
  for (const row of difference?.missing ?? []) lines.push(`        missing ${JSON.stringify(row)}`)
  for (const row of difference?.extra ?? []) lines.push(`        extra   ${JSON.stringify(row)}`)
  return lines.join('\n')
}

export function printGrade(name: string, grade: Grade): string {
  return [
    `${name}: ${grade.passed ? 'passed' : 'failed'}`,
    ...grade.checks.map(printCheck),
    `  before: ${describeTotals(grade.before)}`,
    `  after:  ${describeTotals(grade.after)}`,
  ].join('\n')
}

/** A measurement's figures, statement by statement. */
export function printMeasurement({ changes, statements, totals }: Measurement): string {
  return [
    ...changes.map((each) => `change: ${firstLine(each.text)} (${each.ms.toFixed(1)} ms)`),
    ...statements.map(
      (each) =>
        `${each.executions > 1 ? `${each.executions} × ` : ''}${firstLine(each.text)}\n  ${describeTotals(each.totals)}`,
    ),
    `total: ${describeTotals(totals)}`,
  ].join('\n')
}

const firstLine = (text: string) => {
  const line = text.replaceAll(/\s+/g, ' ')
  return line.length > 90 ? `${line.slice(0, 89)}…` : line
}

/** The plan as an indented list of nodes, with estimated and actual rows of one loop. */
export const printPlan = (statement: Measurement['statements'][number]): string =>
  nodesOf({ statements: [statement] })
    .map(({ node: { estimate, actual }, figures, title }) => {
      const rows = `${count(estimate?.rows ?? 0)} rows expected, ${count(actual?.rows ?? 0)} found`
      const loops = actual === null || actual.loops === 1 ? '' : ` × ${count(actual.loops)}`
      return `${'  '.repeat(figures.depth + 1)}${title}: ${rows}${loops}`
    })
    .join('\n')
