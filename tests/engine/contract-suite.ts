/** What every engine owes to those who hold it, whichever kind of database is behind it: see `engine/contract`. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Engine, EngineProgress, Job, Measurement, Outcome } from '../../src/engine/contract/index.ts'

export const CONTRACT_DATASET = { dataset: 'entreprinder', scale: 0.25 } as const

const ONE = 'SELECT id, email FROM auth_user WHERE id = 7'
const INDEX = 'CREATE INDEX by_joined ON auth_user (date_joined)'

const FAMILY = `CREATE TABLE parent (id int PRIMARY KEY);
CREATE TABLE child (parent_id int REFERENCES parent ON DELETE CASCADE);
INSERT INTO parent SELECT generate_series(1, 20);
INSERT INTO child SELECT 1 + n % 20 FROM generate_series(1, 2000) n;
VACUUM ANALYZE parent, child`

const job = (query: string, more: Partial<Job> = {}): Job => ({
  ...CONTRACT_DATASET,
  query,
  changes: '',
  timingRuns: 1,
  ...more,
})

function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error))
  return outcome.value
}

export function engineContract(name: string, open: () => Promise<Engine>): void {
  describe(`an engine on ${name}`, () => {
    let engine: Engine
    beforeAll(async () => {
      engine = await open()
    }, 240_000)
    afterAll(() => engine.close())
    const measured = async (given: Job): Promise<Measurement> => valueOf(await engine.measure(given))

    describe('measures', () => {
      it('rows, plan and figures of one execution', async () => {
        const { statements, totals } = await measured(job(ONE))
        const [only] = statements
        expect(only?.result?.columns.map((column) => column.name)).toEqual(['id', 'email'])
        expect(only?.result?.rows).toHaveLength(1)
        expect(only?.plan).toMatchObject({ Plan: { 'Node Type': 'Index Scan', 'Actual Rows': 1 } })
        expect(totals).toMatchObject({ buffers: 3, rowsRead: 1, rowsReturned: 1, statements: 1 })
      })

      it('the same, whatever ran before', async () => {
        const given = job('SELECT count(*) FROM crush_lu_eventregistration WHERE status = $$confirmed$$')
        const first = await measured(given)
        await measured(job('UPDATE crush_lu_eventregistration SET status = $$cancelled$$'))
        await engine.console(given, 'DELETE FROM crush_lu_eventregistration WHERE id < 100')
        const again = await measured(given)
        expect(again.totals.buffers).toBe(first.totals.buffers)
        expect(again.statements[0]?.result?.rows).toEqual(first.statements[0]?.result?.rows)
      })

      it('after the changes, with the catalog before and after', async () => {
        const { catalog, changes, totals } = await measured(
          job('SELECT max(date_joined) FROM auth_user', { changes: INDEX, catalog: true }),
        )
        expect(changes).toMatchObject([{ text: INDEX, commandTag: 'CREATE INDEX' }])
        const names = (side: 'before' | 'after') => catalog?.[side].indexes.map((index) => index.name)
        expect(names('before')).not.toContain('by_joined')
        expect(names('after')).toContain('by_joined')
        expect(totals.buffers).toBeLessThan(10)
      })

      it('setup before all, variants, probes and the state that writes leave', async () => {
        const { variants, probes, state, statements } = await measured(
          job('SELECT count(*) FROM mine', {
            setup: 'CREATE TABLE mine AS SELECT generate_series(1, 10) AS n',
            variants: ['SELECT count(*) FROM mine WHERE n < 4'],
            probes: [{ name: 'fewer', sql: 'DELETE FROM mine WHERE n > 2' }],
          }),
        )
        expect(statements[0]?.result?.rows).toEqual([['10']])
        expect(variants[0]?.results[0]?.rows).toEqual([['3']])
        expect(probes[0]?.results[0]?.rows).toEqual([['2']])
        expect(state).toEqual([])
        const written = await measured(
          job("UPDATE auth_user SET first_name = 'x' WHERE id <= 3", {
            state: ["SELECT count(*) FROM auth_user WHERE first_name = 'x'"],
          }),
        )
        expect(written.state[0]?.rows).toEqual([['3']])
        expect(written.totals.walBytes).toBeGreaterThan(0)
        const after = await measured(job("SELECT count(*) FROM auth_user WHERE first_name = 'x'"))
        expect(after.statements[0]?.result?.rows).toEqual([['0']])
      })

      it('a statement for each row of the one before', async () => {
        const { totals, statements } = await measured(
          job(`SELECT id FROM auth_user WHERE id <= 4;\n-- @for-each-row\n${ONE.replace('7', ':id')}`),
        )
        expect(totals.statements).toBe(5)
        expect(statements[1]).toMatchObject({ forEachRow: true, executions: 4 })
      })

      it('with its progress told, the figures before the rest', async () => {
        const told: EngineProgress[] = []
        valueOf(await engine.measure(job(ONE, { changes: INDEX }), (progress) => told.push(progress)))
        const stages = told.map(({ stage }) => stage)
        expect(stages).toEqual(expect.arrayContaining(['changes', 'request', 'measured']))
        expect(stages.indexOf('changes')).toBeLessThan(stages.indexOf('measured'))
        expect(stages.indexOf('request')).toBeLessThan(stages.indexOf('measured'))
      })
    })

    /*
     * Counted by hand on PostgreSQL 15, in psql with the setup below: EXPLAIN (ANALYZE, BUFFERS, TIMING OFF) gives rows and
     * blocks of each node, and for what EXPLAIN leaves out the difference of
     *   SELECT pg_stat_get_xact_blocks_fetched('child'::regclass)
     * before and after the statement, both inside one BEGIN … ROLLBACK. PostgreSQL 18 has the same figures.
     */
    describe('counts as was counted by hand:', () => {
      it('trigger work', async () => {
        const { statements, totals } = await measured(
          job('DELETE FROM parent WHERE id <= 2', { setup: FAMILY }),
        )
        // child has 9 pages: each cascade reads all of them and deletes 100 rows, 2 × (9 + 100) blocks; the first one
        // clears the bits of 9 pages in the visibility map. The second finds 100 rows fewer. To read rows and to delete
        // them is to take them in twice.
        expect(statements[0]?.triggers).toMatchObject([
          { name: 'child_parent_id_fkey', calls: 2, statements: 2, buffers: 227 },
        ])
        expect(statements[0]?.triggers).toMatchObject([{ rowsRead: 2000 + 1900, rowsProcessed: 3900 + 200 }])
        expect(totals).toMatchObject({ rowsRead: 20 + 3900, rowsProcessed: 20 + 2 + 4100 })
        expect(totals.triggerBuffers).toBeGreaterThanOrEqual(227)
      })

      it('serialization', async () => {
        const { statements, totals } = await measured(
          job('SELECT body FROM doc', {
            setup: `CREATE TABLE doc (id int PRIMARY KEY, body text);
ALTER TABLE doc ALTER body SET STORAGE EXTERNAL;
INSERT INTO doc SELECT n, repeat('x', 5000) FROM generate_series(1, 20) n;
VACUUM ANALYZE doc`,
          }),
        )
        // 1 page of doc in the plan; 31 fetches of TOAST's 15 pages and 20 of its index to send
        // the rows (a session's first execution reads the index's root once more).
        expect(statements[0]?.plan).toMatchObject({ Serialization: { 'Shared Hit Blocks': 31 + 20 } })
        expect(totals).toMatchObject({ buffers: 1 + 51, triggerBuffers: 0, rowsRead: 20, rowsReturned: 20 })
      })

      it('rows that a recheck drops', async () => {
        const { totals } = await measured(
          job(`SELECT count(*) FROM disks WHERE at && circle '((50,50),5)'`, {
            setup: `CREATE TABLE disks (at circle);
INSERT INTO disks SELECT circle(point(n % 100, n / 100), 0) FROM generate_series(0, 9999) n;
CREATE INDEX disks_at ON disks USING gist (at);
VACUUM ANALYZE disks`,
          }),
        )
        // A GiST index knows the boxes around circles: 11 × 11 points of the lattice lie in the box, 81 in the circle.
        // The bitmap has 121 entries, the heap scan looks at as many rows, the aggregate takes in 81.
        expect(totals).toMatchObject({ rowsRead: 121, rowsProcessed: 121 + 121 + 81, rowsReturned: 1 })
      })

      it('rows processed', async () => {
        const { totals } = await measured(
          job('SELECT count(*) FROM few JOIN some_rows ON few.n < some_rows.n', {
            setup: `CREATE TABLE few AS SELECT generate_series(1, 30) AS n;
CREATE TABLE some_rows AS SELECT generate_series(1, 40) AS n;
VACUUM ANALYZE few, some_rows`,
          }),
        )
        // Two scans, Materialize with one's 30 rows, a loop over the 40 others that compares 1,200 pairs, of which
        // 735 go on to the aggregate.
        expect(totals).toMatchObject({ rowsRead: 70, rowsProcessed: 40 + 30 + 30 + (40 + 1200) + 735 })
      })
    })

    describe('remembers', () => {
      it('what it has measured, and measures anew where it is told to', async () => {
        const given = job('SELECT count(*) FROM auth_user WHERE is_active')
        expect(engine.remembered(given)).toBeUndefined()
        const first = valueOf(await engine.measureOnce(given))
        expect(engine.remembered({ ...given })).toBe(first)
        expect(valueOf(await engine.measureOnce({ ...given }))).toBe(first)
        expect(await measured(given)).not.toBe(first)
      })
    })

    describe('reports', () => {
      it('a text that cannot be sent, with its place', async () => {
        expect(await engine.measure(job('SELEC 1'))).toMatchObject({
          ok: false,
          error: { kind: 'text', span: { pane: 'query' } },
        })
      })

      it('PostgreSQL’s error with SQLSTATE and offset, and goes on', async () => {
        expect(await engine.measure(job('SELECT nothing FROM auth_user'))).toMatchObject({
          ok: false,
          error: { kind: 'postgres', span: { pane: 'query' }, error: { code: '42703', offset: 7 } },
        })
        expect(await engine.measure(job(ONE, { changes: 'DROP TABLE not_there' }))).toMatchObject({
          ok: false,
          error: { kind: 'postgres', span: { pane: 'changes' }, error: { code: '42P01' } },
        })
        expect((await measured(job(ONE))).statements).toHaveLength(1)
      })

      it('another dataset or scale than its own', async () => {
        for (const other of [{ dataset: 'other' }, { scale: 3 }])
          expect(await engine.measure({ ...job(ONE), ...other })).toMatchObject({ ok: false })
      })
    })

    describe('lets one look around', () => {
      const rowsOf = async (base: Job, sql: string) =>
        valueOf(await engine.console(base, sql)).map(({ result }) => result?.rows)

      it('in the database that a job leaves', async () => {
        const base = job(ONE, { changes: 'CREATE TABLE made AS SELECT 1 AS n' })
        expect(await rowsOf(base, 'SELECT n FROM made; SELECT 2')).toEqual([[['1']], [['2']]])
        expect(valueOf(await engine.catalog(base)).relations.map(({ name: each }) => each)).toContain('made')
        expect(await engine.console(job(ONE), 'SELECT n FROM made')).toMatchObject({
          value: [{ error: { kind: 'postgres', error: { code: '42P01' } } }],
        })
      })

      it('where changes of the console last until it is reset', async () => {
        const base = job(ONE)
        await rowsOf(base, 'CREATE TABLE kept AS SELECT 5 AS n')
        expect(await rowsOf(base, 'SELECT n FROM kept')).toEqual([[['5']]])
        engine.reset()
        expect(await engine.console(base, 'SELECT n FROM kept')).toMatchObject({
          value: [{ error: { kind: 'postgres' } }],
        })
      })

      it('with psql’s commands', async () => {
        const [answer] = valueOf(await engine.console(job(ONE), '\\d auth_user'))
        expect(JSON.stringify(answer?.result?.rows)).toContain('email')
      })
    })

    it('bills an index that the changes add', async () => {
      const bills = valueOf(await engine.bill(job(ONE, { changes: INDEX })))
      expect(bills.map(({ index }) => index)).toEqual(['by_joined'])
      expect(bills[0]?.costs.map(({ operation }) => operation)).toContain('insert')
      for (const cost of bills[0]?.costs ?? [])
        expect(cost.with.walBytes).toBeGreaterThan(cost.without.walBytes)
    })

    it('serves calls one after the other, and says that it is busy', async () => {
      const order: string[] = []
      const calls = ['SELECT 1', 'SELECT 2'].map((query) =>
        engine.measure(job(query)).then(() => order.push(query)),
      )
      expect(engine.busy).toBe(true)
      await Promise.all(calls)
      expect(order).toEqual(['SELECT 1', 'SELECT 2'])
      expect(engine.busy).toBe(false)
    })

    it('takes back what waits', async () => {
      const first = engine.measure(job('SELECT 3'))
      const second = engine.measure(job('SELECT 4'))
      engine.stop()
      expect(await second).toEqual({ ok: false, error: { kind: 'stopped' } })
      await first
      expect((await measured(job('SELECT 5'))).statements).toHaveLength(1)
    })

    it('is closed for good', async () => {
      const other = await open()
      await other.close()
      expect(await other.measure(job(ONE))).toEqual({ ok: false, error: { kind: 'stopped' } })
    }, 120_000)
  })
}
