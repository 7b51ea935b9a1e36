/** What is wrong with a text is marked while it is being written. */
import { expect, test } from './workbench.ts'

test('a misspelt column is marked in words, reached by F8, and the mark goes when it is mended', async ({
  workbench,
  page,
}) => {
  await workbench.open('composite-top-n')
  await workbench.write(
    'query',
    'SELECT id, sendr_id FROM crush_lu_connectionmessage m WHERE m.conection_id = 1',
  )
  const query = page.getByRole('region', { name: 'Query pane' })
  const button = query.getByRole('button', { name: /problem/ })
  await expect(button).toHaveText(/^2 problems/)
  await expect(query.locator('.squiggly-warning')).toHaveCount(2)

  await page.keyboard.press('Control+Home')
  await page.keyboard.press('F8')
  await expect(page.locator('.monaco-hover:visible')).toContainText(
    'No table of this query has a column sendr_id. Did you mean sender_id?',
  )
  await expect(query.getByRole('status')).toHaveText(/sendr_id/)
  await page.keyboard.press('F8')
  await expect(query.getByRole('status')).toHaveText(
    'm (crush_lu_connectionmessage) has no column conection_id. Did you mean connection_id?',
  )

  // The caret stands at the misspelt name.
  for (let letters = 0; letters < 'conection_id'.length; letters++) await page.keyboard.press('Delete')
  await page.keyboard.insertText('connection_id')
  await expect(button).toHaveText(/^1 problem/)
  await page.keyboard.press('Shift+F8')
  await page.keyboard.press('Control+Delete')
  await page.keyboard.insertText('sender_id')
  await expect(button).toHaveCount(0)
  await expect(query.locator('.squiggly-warning')).toHaveCount(0)
})

test('a syntax error is marked as PostgreSQL words it', async ({ workbench, page }) => {
  await workbench.open('composite-top-n')
  await workbench.write('changes', 'CREATE INDX ON auth_user (email);')
  const changes = page.getByRole('region', { name: 'Changes pane' })
  await expect(changes.locator('.squiggly-error')).toBeVisible()
  await page.keyboard.press('F8')
  await expect(changes.getByRole('status')).toHaveText(/syntax error at or near "INDX"/)
})

test('a table that the changes create is known in the query, and unknown without them', async ({
  workbench,
  page,
}) => {
  await workbench.open('composite-top-n')
  await workbench.write('query', 'SELECT first_column, other FROM brand_new')
  const button = page.getByRole('region', { name: 'Query pane' }).getByRole('button', { name: /problem/ })
  await button.click()
  await expect(page.getByRole('region', { name: 'Query pane' }).getByRole('status')).toHaveText(
    /There is no table brand_new/,
  )
  await workbench.write('changes', 'CREATE TABLE brand_new (first_column int, other int);')
  await expect(button).toHaveCount(0)
  await workbench.write('changes', 'CREATE TABLE brand_new (first_column int);')
  await expect(button).toHaveText(/^1 problem/)
})

test('nothing is loaded for it before somebody works in the editor', async ({ workbench, page }) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await workbench.openFree()
  expect(asked.filter((url) => /\/(?:check|language)-[^/]*\.js$/.test(url))).toEqual([])
  await workbench.write('query', 'SELECT nope FROM auth_user')
  await expect(page.getByRole('button', { name: /problem/ })).toBeVisible()
  expect(asked.filter((url) => /\/check-[^/]*\.js$/.test(url))).toHaveLength(1)
})
