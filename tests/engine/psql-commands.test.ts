/** psql's commands on a real catalog. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ConsoleResult, Engine, Job } from '../../src/engine/contract/index.ts'
import { createNodeEngine } from '../../src/engine/host/node-engine.node.ts'

const JOB: Job = {
  dataset: 'entreprinder',
  scale: 0.25,
  query: 'SELECT 1',
  timingRuns: 1,
  changes: `CREATE TABLE parent (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, note text COLLATE "C" DEFAULT 'a' NOT NULL,
  n int CHECK (n > 0) UNIQUE);
CREATE TABLE child (parent_id int CONSTRAINT up REFERENCES parent ON DELETE CASCADE);
CREATE INDEX partial ON parent (lower(note)) WHERE n > 1;
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RETURN NEW; END$$;
CREATE TRIGGER touched BEFORE UPDATE ON parent FOR EACH ROW EXECUTE FUNCTION touch();
CREATE VIEW seen AS SELECT id FROM parent;
CREATE MATERIALIZED VIEW kept AS SELECT 1 AS one;
CREATE TABLE whole (id int) PARTITION BY RANGE (id);
CREATE TABLE part PARTITION OF whole FOR VALUES FROM (0) TO (100);
CREATE TABLE "Odd Name" (a int);`,
}

let engine: Engine
beforeAll(async () => {
  engine = await createNodeEngine({ dataset: JOB.dataset, scale: JOB.scale })
}, 120_000)
afterAll(() => engine.close())

async function ask(sql: string): Promise<readonly ConsoleResult[]> {
  const outcome = await engine.console(JOB, sql)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error))
  return outcome.value
}
const columns = ({ result }: ConsoleResult) => result?.columns.map(({ name }) => name)
const names = ({ result }: ConsoleResult) => result?.rows.map((row) => row[1])

const EVERY = ['\\d', '\\dt', '\\di', '\\dv', '\\dm', '\\ds', '\\df', '\\dn', '\\du', '\\dx', '\\l']

describe('lists', () => {
  it.each(
    EVERY.flatMap((command) => [command, `${command}+`, ...(command === '\\d' ? [] : [`${command} a*`])]),
  )('%s', async (command) => {
    const [only, ...rest] = await ask(command)
    expect(rest).toEqual([])
    expect(only?.error).toBeUndefined()
    expect(only?.title).toMatch(/^List of /)
  })

  it('have psql’s columns', async () => {
    const [tables] = await ask('\\dt')
    expect(tables && columns(tables)).toEqual(['Schema', 'Name', 'Type', 'Owner'])
    const [more] = await ask('\\dt+ parent')
    expect(more && columns(more)?.slice(4)).toEqual(['Persistence', 'Access method', 'Size', 'Description'])
  })

  it('take patterns as psql does', async () => {
    const of = async (pattern: string) => {
      const [list] = await ask(`\\dt ${pattern}`)
      return list && names(list)
    }
    expect(await of('par*')).toEqual(['parent', 'part'])
    expect(await of('PAR?')).toEqual(['part'])
    expect(await of('public.child')).toEqual(['child'])
    expect(await of('"Odd Name"')).toEqual(['Odd Name'])
    expect(await of('par')).toEqual([])
  })
})

describe('\\d NAME', () => {
  it('describes a table and what hangs on it', async () => {
    const [parent] = await ask('\\d parent')
    expect(parent?.title).toBe('Table "public.parent"')
    expect(parent?.result?.rows).toEqual([
      ['id', 'integer', '', 'not null', 'generated always as identity'],
      ['note', 'text', 'C', 'not null', "'a'::text"],
      ['n', 'integer', '', '', ''],
    ])
    expect(parent?.lines).toEqual([
      'Indexes:',
      '    "parent_pkey" PRIMARY KEY, btree (id)',
      '    "parent_n_key" UNIQUE CONSTRAINT, btree (n)',
      '    "partial" btree (lower(note)) WHERE n > 1',
      'Check constraints:',
      '    "parent_n_check" CHECK (n > 0)',
      'Referenced by:',
      '    TABLE "child" CONSTRAINT "up" FOREIGN KEY (parent_id) REFERENCES parent(id) ON DELETE CASCADE',
      'Triggers:',
      '    touched BEFORE UPDATE ON parent FOR EACH ROW EXECUTE FUNCTION touch()',
    ])
  })

  it.each(['partial', 'parent_id_seq', 'seen', 'kept', 'whole', 'part', 'child'])(
    '%s, with and without +',
    async (name) => {
      for (const command of ['\\d', '\\d+']) {
        const [only] = await ask(`${command} ${name}`)
        expect(only?.error).toBeUndefined()
        expect(only?.title).toContain(`"public.${name}"`)
      }
    },
  )

  it('says where there is nothing', async () => {
    expect(await ask('\\d nothing')).toMatchObject([
      { lines: ['Did not find any relation named "nothing".'] },
    ])
  })
})

it('\\sf and \\sv print definitions', async () => {
  expect((await ask('\\sf touch'))[0]?.lines?.[0]).toBe('CREATE OR REPLACE FUNCTION public.touch()')
  expect((await ask('\\sv seen'))[0]?.lines?.[0]).toBe('CREATE OR REPLACE VIEW seen AS')
})

it('other commands are answered by what to do', async () => {
  expect(await ask('\\nonsense')).toMatchObject([
    { error: { message: 'invalid command \\nonsense', hint: 'Try \\? for help.' } },
  ])
  expect((await ask('\\copy a from b'))[0]?.error).toMatchObject({ hint: expect.stringContaining('INSERT') })
})
