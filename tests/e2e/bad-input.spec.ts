/** Bad input of every kind: a clear message, and the playground goes on. */
import { expect, test, type Workbench } from './workbench.ts'

interface BadInput {
  readonly name: string
  readonly changes?: string
  readonly query: string
  /** What the page says; absent where PostgreSQL simply does it. */
  readonly says?: RegExp
  /** Where it points. */
  readonly at?: RegExp
}

const LARGE = `SELECT 1 -- ${'x'.repeat(1_100_000)}`

const INPUTS: readonly BadInput[] = [
  {
    name: 'a syntax error',
    query: 'SELEC 1',
    says: /syntax error at or near "SELEC"/,
    at: /line 1 in Query/,
  },
  {
    name: 'an error in the third statement, after letters of every sort',
    query: "SELECT 'é 😀 日本';\nSELECT 2;\nSELECT 'ü', nope;",
    says: /column "nope" does not exist/,
    at: /line 3 in Query/,
  },
  {
    name: 'an error in the changes',
    changes: 'CREATE INDEX ON nowhere (id);',
    query: 'SELECT 1',
    says: /relation "nowhere" does not exist/,
    at: /line 1 in Changes/,
  },
  { name: 'empty panes', query: '', says: /The Query pane has no statement to measure/ },
  {
    name: 'only comments',
    changes: '-- nothing',
    query: '/* nothing */ -- here',
    says: /The Query pane has no statement to measure/,
  },
  { name: 'BEGIN without an end', query: 'BEGIN; SELECT 1' },
  { name: 'COMMIT in the middle', query: 'SELECT 1; COMMIT; SELECT 2' },
  { name: 'a psql command', query: "\\copy auth_user TO 'file'", says: /\\copy/ },
  { name: 'COPY from standard input', query: 'COPY auth_user FROM STDIN', says: /COPY/ },
  {
    name: 'a dropped table',
    changes: 'DROP TABLE auth_user CASCADE;',
    query: 'SELECT count(*) FROM auth_user',
    says: /relation "auth_user" does not exist/,
  },
  { name: 'a setting', query: 'SET enable_seqscan = off; SELECT count(*) FROM auth_user' },
  { name: 'DISCARD ALL', query: 'DISCARD ALL; SELECT 1' },
  { name: 'a NUL byte', query: 'SELECT 1\u0000', says: /NUL|null character|zero byte/i },
  { name: 'a megabyte of SQL', query: LARGE, says: /the limit is 1.0 million/ },
  { name: 'a division by zero', query: 'SELECT 1/0', says: /division by zero/ },
]

async function runs(workbench: Workbench): Promise<void> {
  await workbench.write('changes', '')
  await workbench.write('query', 'SELECT count(*) AS people FROM auth_user')
  await workbench.runByKey()
  await expect(workbench.result.getByRole('cell', { name: '10000' })).toBeVisible()
}

for (const { name, changes = '', query, says, at } of INPUTS) {
  test(name, async ({ workbench, page }) => {
    await workbench.openFree()
    await workbench.write('changes', changes)
    await workbench.write('query', query)
    await workbench.runByKey()
    if (says) {
      const message = page.getByTestId('error-panel').first()
      await expect(message).toContainText(says)
      if (at) {
        await message.getByRole('button', { name: at }).click()
        await expect(page.locator('.squiggly-error').first()).toBeVisible()
      }
    } else await expect(workbench.figure('after')).toHaveText(/\d/)
    await runs(workbench)
  })
}

test('a crash of the database is told and the next Run works', async ({ workbench, page }) => {
  await workbench.openFree()
  await workbench.write(
    'changes',
    'CREATE FUNCTION deep(n int) RETURNS int LANGUAGE sql AS $$ SELECT deep(n + 1) $$;',
  )
  await workbench.write('query', 'SELECT deep(1)')
  await workbench.runByKey()
  await expect(page.getByTestId('error-panel').first()).toBeVisible()
  await expect(workbench.lines('query')).toHaveText(/SELECT\sdeep\(1\)/)
  await runs(workbench)
})

test('a large result is capped, with its true count', async ({ workbench }) => {
  await workbench.openFree()
  await workbench.write('query', "SELECT n, repeat('x', 200) FROM generate_series(1, 200000) n")
  await workbench.runByKey()
  await expect(workbench.result.getByText(/200,000\srows, the first 50 shown/)).toBeVisible()
  await runs(workbench)
})
