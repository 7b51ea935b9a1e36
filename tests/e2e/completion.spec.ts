/** Completion in the panes, driven by the keyboard. */
import type { Page } from '@playwright/test'
import { expect, test } from './workbench.ts'

const list = (page: Page) => page.locator('.suggest-widget.visible')
const rows = (page: Page) => list(page).getByRole('option')

test('tables, columns by alias, and join conditions from foreign keys', async ({ workbench, page }) => {
  await workbench.open('composite-top-n')
  await workbench.write('query', '')
  const { keyboard } = page

  // A table: its letters bring the list, Tab takes what is marked.
  await keyboard.type('SELECT * FROM crush_lu_connectionm')
  await expect(rows(page).first()).toContainText('crush_lu_connectionmessage')
  await expect(rows(page).first()).toContainText(/table, [\d,]+ rows/)
  await keyboard.press('Tab')
  await expect(list(page)).toBeHidden()

  // The condition of a join comes by itself behind ON.
  await keyboard.type(' m JOIN crush_lu_eventconnection c ON ')
  await expect(rows(page).first()).toContainText('m.connection_id = c.id')
  await keyboard.press('Enter')
  await expect(workbench.lines('query')).toHaveText(/ON\sm\.connection_id\s=\sc\.id$/)

  // Columns of an alias behind its dot, keys first.
  await keyboard.type(' WHERE m.')
  await expect(rows(page).first()).toContainText('id')
  await expect(rows(page).first()).toContainText('bigint, primary key')
  await keyboard.type('sen')
  await expect(rows(page).first()).toContainText('sender_id')
  await keyboard.press('Tab')
  await expect(workbench.lines('query')).toHaveText(/WHERE\sm\.sender_id$/)

  // Key words by place.
  await keyboard.type(' = 1 ORD')
  await expect(rows(page).first()).toContainText('ORDER BY')
  await keyboard.press('Escape')
  await expect(list(page)).toBeHidden()
})

test('letters that come faster than the list are not lost', async ({ workbench, page }) => {
  await workbench.open('composite-top-n')
  await workbench.write('query', '')
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: 6 })
  for (const condition of ['is_active = 1 ORD', 'id IN (1) ORD', 'id = 3 GRO']) {
    await workbench.write('query', '')
    await page.keyboard.type(`SELECT id FROM auth_user WHERE ${condition}`)
    await expect(rows(page).first()).toContainText(condition.endsWith('ORD') ? 'ORDER BY' : 'GROUP BY')
    await page.keyboard.press('Escape')
  }
})

test('common table expressions and their columns, on request', async ({ workbench, page }) => {
  await workbench.open('composite-top-n')
  await workbench.write(
    'query',
    'WITH busy AS (SELECT sender_id AS who, count(*) AS messages FROM crush_lu_connectionmessage GROUP BY 1)\nSELECT * FROM ',
  )
  await page.keyboard.press('Control+Space')
  await expect(rows(page).first()).toContainText('busy')
  await page.keyboard.press('Tab')
  await page.keyboard.type(' b WHERE b.')
  await expect(rows(page)).toHaveText([/^who/, /^messages/])
})

test('in the Changes pane: the columns of the table that is indexed', async ({ workbench, page }) => {
  await workbench.open('composite-top-n')
  await workbench.write('changes', 'CREATE INDEX ON crush_lu_connectionmessage (')
  await page.keyboard.press('Control+Space')
  await expect(rows(page).filter({ hasText: /^sent_at/ })).toBeVisible()
  await expect(rows(page).filter({ hasText: /^email/ })).toHaveCount(0)
})

test('a table that the changes create is offered before it was ever run', async ({ workbench, page }) => {
  await workbench.openFree()
  await workbench.write('changes', 'CREATE TABLE brand_new (first_column int);')
  await workbench.write('query', 'SELECT * FROM brand')
  await page.keyboard.press('Control+Space')
  await expect(rows(page).first()).toContainText('brand_new')
  await page.keyboard.press('Tab')
  await page.keyboard.type(' WHERE fir')
  await expect(rows(page).first()).toContainText('first_column')
})

test('Tab takes from the list only while it is open, and Escape Tab leaves the editor', async ({
  workbench,
  page,
}) => {
  await workbench.open('composite-top-n')
  await workbench.write('query', '')
  await page.keyboard.type('sel')
  await expect(rows(page).first()).toContainText('SELECT')
  await page.keyboard.press('Tab')
  await expect(workbench.lines('query')).toHaveText('SELECT')
  await expect(list(page)).toBeHidden()
  await page.keyboard.press('Tab')
  await expect(workbench.lines('query')).toHaveText(/^SELECT\s+$/)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Tab')
  await expect(workbench.pane('query')).not.toBeFocused()
  await page.keyboard.type('x')
  await expect(workbench.lines('query')).toHaveText(/^SELECT\s+$/)
})

test('a new name and a line end stay what they are', async ({ workbench, page }) => {
  await workbench.open('composite-top-n')
  await workbench.write('query', '')
  await page.keyboard.type('SELECT u.id FROM auth_user u')
  await page.keyboard.press('Enter')
  await page.keyboard.type('LIMIT 5')
  await expect(workbench.lines('query')).toHaveText(/^SELECT\su\.id\sFROM\sauth_user\su\s*LIMIT\s5$/)
})
