/**
 * Builds the corpus of real plans in tests/fixtures/plan-corpus: runs every statement of statements.sql on the
 * dataset's snapshot and writes its plan in both formats, NAME.json and NAME.txt. Then the pairs of plan-pairs: one
 * request before and after a change, NAME.json with both plans.
 *
 *   npx tsx scripts/build-plan-corpus.ts [name …]
 *
 * EXPLAIN prints one format per run, so both formats of one run are had by repeating it: without timing, after
 * warm-up runs, every figure is the same each time. The text is taken before and after the JSON, and the plan is
 * only written when both texts are equal.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readBlocks, type CorpusBlock as Block } from './lib/corpus-blocks.ts'
import type { Instance } from '../src/engine/pglite/instance.ts'
import { SnapshotLab } from '../src/engine/pglite/snapshot-lab.ts'
import { NodeSource, readManifest } from '../src/engine/snapshot/node-source.node.ts'

const FIXTURES = fileURLToPath(new URL('../tests/fixtures', import.meta.url))
const FOLDER = join(FIXTURES, 'plan-corpus')
const PAIRS = join(FIXTURES, 'plan-pairs')
const DATASET = { dataset: 'entreprinder', scale: 0.25 }
const EXECUTED = 'ANALYZE, BUFFERS, WAL, TIMING OFF, SUMMARY OFF'
const ATTEMPTS = 5

/** Even what is rolled back leaves traces (new pages, dead rows): each run of such a block needs its own database. */
const writes = (block: Block): boolean =>
  !/^(?:SELECT|WITH (?!.*(?:INSERT|UPDATE|DELETE))|\()/.test(block.statement)

async function explain(instance: Instance, block: Block, format: 'TEXT' | 'JSON'): Promise<string> {
  const executed = !/ANALYZE OFF/.test(block.options)
  const options = [
    executed ? EXECUTED : '',
    block.options.replace(/(, )?ANALYZE OFF(, )?/, ''),
    `FORMAT ${format}`,
  ]
  const sql = `EXPLAIN (${options.filter((one) => one !== '').join(', ')}) ${block.statement}`
  await instance.exec('SAVEPOINT run')
  const rows = await instance.rows(sql)
  await instance.exec('ROLLBACK TO SAVEPOINT run')
  return rows.map((row) => row[0]).join('\n')
}

/** Runs `work` in a transaction with the block's settings and first statements, and undoes it. */
async function inBlock<T>(instance: Instance, block: Block, work: () => Promise<T>): Promise<T> {
  await instance.exec('BEGIN')
  try {
    for (const setting of block.settings) await instance.exec(`SET LOCAL ${setting.replace('=', " = '")}'`)
    for (const statement of block.before) await instance.exec(statement)
    return await work()
  } finally {
    await instance.exec('ROLLBACK')
  }
}

interface PlanTexts {
  readonly text: string
  readonly json: string
}

/** Fills the catalog caches for both formats, without executing what writes. */
async function warmUp(instance: Instance, block: Block): Promise<void> {
  const planned = { ...block, options: [block.options, 'ANALYZE OFF'].filter((one) => one !== '').join(', ') }
  for (const format of ['TEXT', 'JSON'] as const) {
    if (!/SERIALIZE|MEMORY/.test(block.options)) await explain(instance, planned, format)
    if (!writes(block)) await explain(instance, block, format)
  }
}

/** Both formats from one database. @throws where PostgreSQL refuses the block or its figures do not settle */
const repeated = (instance: Instance, block: Block): Promise<PlanTexts> =>
  inBlock(instance, block, async () => {
    await warmUp(instance, block)
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const text = await explain(instance, block, 'TEXT')
      const json = await explain(instance, block, 'JSON')
      if (text === (await explain(instance, block, 'TEXT'))) return { text, json }
    }
    throw new Error('the figures differ from run to run')
  })

/** Both formats, each from a database of its own: for statements that change what the next run sees. */
async function apart(lab: SnapshotLab, block: Block): Promise<PlanTexts> {
  const runs: string[] = []
  for (const format of ['TEXT', 'JSON', 'TEXT'] as const) {
    const instance = await lab.fresh()
    const run = await inBlock(instance, block, async () => {
      await warmUp(instance, block)
      return explain(instance, block, format)
    })
    runs.push(run)
  }
  const [text, json, again] = runs
  if (text !== again) throw new Error('the figures differ from run to run')
  return { text: text ?? '', json: json ?? '' }
}

/** JSON without line breaks; numbers stay as PostgreSQL printed them. */
const compact = (json: string): string =>
  json
    .split('\n')
    .map((line) => line.trimStart().replace(/^("[^"]*"): /, '$1:'))
    .join('')

/** Plans of a request before and after its changes, as one JSON array. */
async function runPair(instance: Instance, block: Block): Promise<string> {
  const [first = '', second = first] = block.statement.split('\n-- @after\n')
  const plan = async (statement: string): Promise<string> => {
    await explain(instance, { ...block, statement }, 'JSON')
    return compact(await explain(instance, { ...block, statement }, 'JSON'))
  }
  const before = await inBlock(instance, block, () => plan(first))
  const after = await inBlock(instance, { ...block, before: block.changes }, () => plan(second))
  return `[${before},\n${after}]\n`
}

async function buildPairs(lab: SnapshotLab, names: readonly string[]): Promise<void> {
  mkdirSync(join(PAIRS, 'plans'), { recursive: true })
  for (const block of readBlocks(readFileSync(join(PAIRS, 'statements.sql'), 'utf8'))) {
    if (names.length > 0 && !names.includes(block.name)) continue
    writeFileSync(join(PAIRS, 'plans', `${block.name}.json`), await runPair(await lab.fresh(), block))
  }
}

async function main(names: readonly string[]): Promise<number> {
  const manifest = await readManifest(DATASET.dataset, DATASET.scale)
  const lab = new SnapshotLab({ manifest, source: new NodeSource(manifest) })
  const blocks = readBlocks(readFileSync(join(FOLDER, 'statements.sql'), 'utf8'))
  const wanted = blocks.filter((block) => names.length === 0 || names.includes(block.name))
  if (new Set(blocks.map((block) => block.name)).size < blocks.length)
    throw new Error('two blocks have one name')
  mkdirSync(join(FOLDER, 'plans'), { recursive: true })
  if (names.length === 0)
    for (const file of readdirSync(join(FOLDER, 'plans'))) rmSync(join(FOLDER, 'plans', file))
  let failed = 0
  let instance = await lab.fresh()
  for (const block of wanted) {
    try {
      const { text, json } = await (writes(block) ? apart(lab, block) : repeated(instance, block))
      writeFileSync(join(FOLDER, 'plans', `${block.name}.txt`), `${text}\n`)
      writeFileSync(join(FOLDER, 'plans', `${block.name}.json`), `${compact(json)}\n`)
      if (writes(block) || block.before.length > 0) instance = await lab.fresh()
    } catch (error) {
      failed++
      console.error(`${block.name}: ${error instanceof Error ? error.message : String(error)}`)
      instance = await lab.fresh()
    }
  }
  console.log(`${wanted.length - failed} of ${wanted.length} plans written to ${FOLDER}`)
  await buildPairs(lab, names)
  await lab.close()
  return failed
}

const failed = await main(process.argv.slice(2))
// PGlite keeps the process alive.
process.exit(failed === 0 ? 0 : 1)
