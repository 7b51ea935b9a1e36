/** Verdicts and figures as text. */
import type { Totals } from '../../src/engine/protocol.ts'
import type { CheckResult, Grade } from '../../src/grading/types.ts'
import { formatNumber } from '../../src/lesson/placeholders.ts'

export function describeTotals(totals: Totals): string {
  const parts = [
    `${formatNumber(totals.buffers)} buffers`,
    `${formatNumber(totals.rowsRead)} rows read`,
    `${formatNumber(totals.rowsReturned)} rows returned`,
    `${formatNumber(totals.statements)} statement${totals.statements === 1 ? '' : 's'}`,
    ...(totals.tempBlocks > 0 ? [`${formatNumber(totals.tempBlocks)} temporary blocks`] : []),
    ...(totals.walBytes > 0 ? [`${formatNumber(totals.walBytes)} bytes of WAL`] : []),
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
