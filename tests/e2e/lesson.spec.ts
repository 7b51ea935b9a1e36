import { expect, GOOD_INDEX, test } from './workbench.ts'

test('opening a lesson shows its baseline without a click', async ({ workbench, page }) => {
  await workbench.open()
  await expect(page.getByRole('heading', { name: 'Filter, ORDER BY and LIMIT in one index' })).toBeVisible()
  await expect(workbench.figure('after')).toHaveText('–')
  await expect(workbench.result.getByText('Bitmap Heap Scan').first()).toBeVisible()
  await expect(workbench.result.getByText('20 rows', { exact: true })).toBeVisible()
})

test('the right index, typed and run by keyboard, passes', async ({ workbench, page }) => {
  await workbench.open()
  await workbench.editorReady()
  await workbench.lines('changes').click()
  await page.keyboard.type('CREATE INDEX ON crush_lu_connectionmessage (connection_id, sent_at);')
  await page.keyboard.press('Escape')
  await workbench.runByKey()
  await expect(workbench.verdict.getByRole('heading')).toContainText('Passed')
  await expect(workbench.figure('after')).toHaveText(/\d/)
  await expect(page.getByRole('row', { name: /^buffers/ })).toContainText(/\d\d\s× fewer/)
  await expect(page.getByRole('article').getByText('Equality columns first')).toBeVisible()
  await expect(workbench.result.getByText('the same before and after')).toBeVisible()
  // The next Tab after Escape leaves the editor instead of indenting.
  await workbench.lines('changes').click()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Tab')
  await expect(workbench.pane('changes').locator(':focus')).toHaveCount(0)
  await expect(workbench.lines('changes')).toHaveText(/sent_at\);$/)
})

test('a wrong index fails with its numbers, and the figures are marked once the text differs', async ({
  workbench,
  page,
}) => {
  await workbench.open()
  await workbench.write('changes', 'CREATE INDEX by_time ON crush_lu_connectionmessage (sent_at);')
  await workbench.button(/^Run/).click()
  await expect(workbench.verdict.getByRole('heading')).toContainText('Not yet')
  await expect(
    workbench.verdict.getByRole('listitem').filter({ hasText: /At most \d+ rows read/ }),
  ).toContainText('Failed')
  await workbench.write('changes', GOOD_INDEX)
  await expect(workbench.result.getByText(/^Edited since/)).toBeVisible()
  await workbench.button(/^Run/).click()
  await expect(workbench.verdict.getByRole('heading')).toContainText('Passed')
  await expect(workbench.result.getByText(/^Edited since/)).toHaveCount(0)
  await page.goto('/#/')
  await expect(page.getByRole('link', { name: /Filter, ORDER BY and LIMIT/ })).toContainText('passed')
})

test('an N+1 loop becomes one statement', async ({ workbench }) => {
  await workbench.open('select-related')
  const statements = workbench.page.getByRole('row', { name: /^statements/ })
  await expect(statements).toContainText('103')
  await workbench.write(
    'query',
    `SELECT e.id, e.title, e.event_date, e.organizer_id, u.id, u.first_name, u.last_name
     FROM crush_lu_meetupevent e JOIN auth_user u ON u.id = e.organizer_id
     WHERE e.status = 'published' AND e.event_date >= '2025-06-01' ORDER BY e.event_date;`,
  )
  await workbench.runByKey()
  await expect(statements).toContainText('103 × fewer')
  await expect(workbench.verdict.getByRole('heading')).toContainText('Passed')
})

test('Reset brings the lesson’s text back; undo and the history bring back the learner’s', async ({
  workbench,
  page,
}) => {
  await workbench.open()
  await workbench.write('changes', '-- mine')
  await workbench.button('Reset').click()
  await expect(workbench.lines('changes')).toHaveText('')
  await workbench.lines('changes').click()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(workbench.lines('changes')).toHaveText(/--\smine/)
  await workbench.button('Reset').click()
  await workbench.tab('History').click()
  const entry = page.getByRole('listitem').filter({ hasText: 'before Reset' }).first()
  await expect(entry).toContainText('-- mine')
  await entry.getByRole('button', { name: 'Restore' }).click()
  await expect(workbench.lines('changes')).toHaveText(/--\smine/)
})

test('hints unfold one by one, the solution opens beside the text after a question', async ({
  workbench,
  page,
}) => {
  await workbench.open()
  await workbench.write('changes', '-- mine')
  await workbench.button(/Show a hint/).click()
  await expect(page.getByText('Look at the rows between the nodes')).toBeVisible()
  await workbench.button(/Next hint/).click()
  await expect(page.getByText('the messages stand in no useful order')).toBeVisible()
  await workbench.button('Show the solution').click()
  await page.getByRole('dialog').getByRole('button', { name: 'Keep trying' }).click()
  await expect(page.getByText('CREATE INDEX message_by_connection')).toHaveCount(0)
  await workbench.button('Show the solution').click()
  await page.getByRole('dialog').getByRole('button', { name: 'Show it' }).click()
  await expect(page.getByText('CREATE INDEX message_by_connection')).toBeVisible()
  await expect(workbench.lines('changes')).toHaveText(/--\smine/)
  await page.reload()
  await expect(page.getByText('the messages stand in no useful order')).toBeVisible()
})

test('console, schema and history are one click away', async ({ workbench, page }) => {
  await workbench.open()
  await workbench.atRest()
  await workbench.tab('Schema').click()
  await expect(workbench.result.getByText('crush_lu_connectionmessage', { exact: true })).toBeVisible()
  await expect(workbench.result.getByText('connection_id', { exact: true })).toBeVisible()
  await workbench.tab('Console').click()
  const input = page.getByRole('textbox', { name: /SQL for the console/ })
  await input.fill('SELECT NULL AS nothing, count(*) AS messages FROM crush_lu_connectionmessage')
  await input.press('Enter')
  await expect(page.getByRole('cell', { name: 'NULL' })).toBeVisible()
  await expect(page.getByRole('cell', { name: /^\d{5,6}$/ })).toBeVisible()
  await input.fill('CREATE TABLE scratch (id int)')
  await input.press('Enter')
  await expect(page.getByText('The console has changed the database')).toBeVisible()
  await input.fill('\\d scratch')
  await input.press('Enter')
  await expect(page.getByText('Table "public.scratch"')).toBeVisible()
  await expect(page.getByRole('cell', { name: 'integer' })).toBeVisible()
  await input.fill('\\di auth_user*')
  await input.press('Enter')
  await expect(page.getByText('List of indexes')).toBeVisible()
  await expect(page.getByRole('cell', { name: 'auth_user_pkey' })).toBeVisible()
  await input.fill('\\timing')
  await input.press('Enter')
  await expect(page.getByText('The time of each statement stands under its result.')).toBeVisible()
  await input.fill('\\?')
  await input.press('Enter')
  await expect(page.getByText('list materialized views')).toBeVisible()
  // A Run starts from the experiment's own text.
  await workbench.button(/^Run/).click()
  await expect(workbench.verdict.getByRole('heading')).toContainText('Not yet')
  await workbench.tab('Console').click()
  await input.fill('SELECT * FROM scratch')
  await input.press('Enter')
  await expect(page.getByText('relation "scratch" does not exist')).toBeVisible()
})
