/** Prints a plan in EXPLAIN's text format, for plans that came as JSON. */
import { nodeOperation } from './node-names.ts'
import { isSubplan } from '../tree.ts'
import type { Plan, PlanNode } from '../types.ts'
import { buffersLine, propertyLines } from './explain-text-node.ts'
import { quotedIdentifier } from '../../shared/quote.ts'

/** Keywords of the grammar that name functions of plans. */
const KEYWORDS: ReadonlySet<string> = new Set(['json_table', 'xmltable', 'user', 'order', 'group', 'table'])

/** Quotes what PostgreSQL quotes. Of its reserved words only those likely for a relation are known here. */
const quoted = (name: string): string =>
  /^[a-z_][a-z0-9_]*$/.test(name) && !KEYWORDS.has(name) ? name : quotedIdentifier(name)

function targetOf(node: PlanNode): string | null {
  const name = node.relation ?? node.cteName ?? node.functionName
  const schema = node.schema !== null && name !== null ? `${quoted(node.schema)}.` : ''
  if (name === null) return node.alias === null ? null : quoted(node.alias)
  return `${schema}${quoted(name)}${node.alias === null || node.alias === name ? '' : ` ${quoted(node.alias)}`}`
}

function titleOf(node: PlanNode, rows: (value: number) => string): string {
  const target = targetOf(node)
  const { estimate, actual, index } = node
  let title = nodeOperation(node)
  if (node.nodeType === 'Bitmap Index Scan') title += index === null ? '' : ` on ${quoted(index)}`
  else {
    if (index !== null) title += ` using ${quoted(index)}`
    if (target !== null) title += ` on ${target}`
  }
  if (estimate)
    title += `  (cost=${estimate.startupCost.toFixed(2)}..${estimate.totalCost.toFixed(2)} rows=${estimate.rows} width=${estimate.width})`
  if (!actual) return title
  if (actual.loops === 0) return `${title} (never executed)`
  const time =
    actual.totalMs === null ? '' : `time=${(actual.startupMs ?? 0).toFixed(3)}..${actual.totalMs.toFixed(3)} `
  return `${title} (actual ${time}rows=${rows(actual.rows)} loops=${actual.loops})`
}

function printTree(root: PlanNode, rows: (value: number) => string): readonly string[] {
  const lines: string[] = []
  const stack: { readonly node: PlanNode; readonly indent: number; readonly arrow: boolean }[] = [
    { node: root, indent: 0, arrow: false },
  ]
  for (let place = stack.pop(); place; place = stack.pop()) {
    const { node } = place
    let { indent } = place
    if (isSubplan(node) && node.subplanName !== null) {
      lines.push(' '.repeat(indent) + node.subplanName)
      indent += 2
    }
    lines.push(`${' '.repeat(indent)}${place.arrow ? '->  ' : ''}${titleOf(node, rows)}`)
    // Under an arrow, properties and children stand six columns further in; under the top node two.
    const inner = indent + (place.arrow ? 6 : 2)
    for (const line of propertyLines(node, rows)) lines.push(' '.repeat(inner) + line)
    for (let at = node.children.length - 1; at >= 0; at--)
      stack.push({ node: node.children[at]!, indent: inner, arrow: true })
  }
  return lines
}

function tail(plan: Plan): readonly string[] {
  const lines: string[] = []
  const settings = Object.entries(plan.settings)
  if (settings.length > 0)
    lines.push(`Settings: ${settings.map(([name, value]) => `${name} = '${value}'`).join(', ')}`)
  if (plan.queryId !== null) lines.push(`Query Identifier: ${plan.queryId}`)
  const { planning, serialization, jit } = plan
  const used = buffersLine(planning.buffers)
  if (used !== null || planning.memoryUsedKb !== null) {
    lines.push('Planning:')
    if (used !== null) lines.push(`  ${used}`)
    if (planning.memoryUsedKb !== null)
      lines.push(`  Memory: used=${planning.memoryUsedKb}kB  allocated=${planning.memoryAllocatedKb ?? 0}kB`)
  }
  if (planning.timeMs !== null) lines.push(`Planning Time: ${planning.timeMs.toFixed(3)} ms`)
  for (const trigger of plan.triggers) {
    const name = trigger.constraint === null ? (trigger.name ?? '') : `for constraint ${trigger.constraint}`
    const time = trigger.timeMs === null ? '' : ` time=${trigger.timeMs.toFixed(3)}`
    lines.push(`Trigger ${name}:${time} calls=${trigger.calls}`)
  }
  if (jit) {
    const named = (entries: readonly (readonly [string, string])[]): string =>
      entries.map(([name, value]) => `${name} ${value}`).join(', ')
    const options = Object.entries(jit.options).map(([name, on]) => [name, String(on)] as const)
    const timing = Object.entries(jit.timing).map(
      ([name, value]) => [name, `${value.toFixed(3)} ms`] as const,
    )
    lines.push('JIT:', `  Functions: ${jit.functions}`, `  Options: ${named(options)}`)
    if (timing.length > 0) lines.push(`  Timing: ${named(timing)}`)
  }
  if (serialization) {
    const time = serialization.timeMs === null ? '' : `time=${serialization.timeMs.toFixed(3)} ms  `
    lines.push(`Serialization: ${time}output=${serialization.outputKb}kB  format=${serialization.format}`)
    const read = buffersLine(serialization.buffers)
    if (read !== null) lines.push(`  ${read}`)
  }
  if (plan.executionTimeMs !== null) lines.push(`Execution Time: ${plan.executionTimeMs.toFixed(3)} ms`)
  return lines
}

/** PostgreSQL 18 counts rows of a loop with two digits, and its JSON says of each node whether it is disabled. */
function hasFractions(plan: Plan): boolean {
  const raw = typeof plan.raw === 'string' ? plan.raw : JSON.stringify(plan.raw)
  return raw.includes('Disabled')
}

/** EXPLAIN's text format of the plan, line by line as PostgreSQL 18 prints it. */
export function explainText(plan: Plan): string {
  const fractions = hasFractions(plan)
  const rows = (value: number): string => value.toFixed(fractions ? 2 : 0)
  return [...printTree(plan.root, rows), ...tail(plan)].join('\n')
}
