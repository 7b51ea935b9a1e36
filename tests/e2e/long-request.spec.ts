/** Requests of thousands of statements: what is in sight is in the page, and the rest is a scroll away. */
import type { Page } from '@playwright/test'
import { expect, test } from './workbench.ts'

const COUNT = 3000
/** Nodes of the page; one for each statement and cell would be 60,000. */
const MOST_NODES = 6000

const nodes = (page: Page) => page.evaluate(() => document.querySelectorAll('*').length)

test('thousands of statements of one shape are one line, and each of them can be reached', async ({
  workbench,
  page,
}) => {
  await workbench.openFree()
  const texts = Array.from(
    { length: COUNT },
    (_, at) => `SELECT id, email FROM auth_user WHERE id = ${at + 1};`,
  )
  await workbench.write('query', texts.join('\n'))
  await workbench.runByKey()
  await expect(workbench.figure('after')).toHaveText(/\d/, { timeout: 180_000 })
  const line = workbench.result.getByText('3,000 statements of one shape')
  await expect(line).toBeVisible()
  await expect(workbench.result.getByText('N+1', { exact: false }).first()).toBeVisible()
  expect(await nodes(page)).toBeLessThan(MOST_NODES)

  await line.click()
  const list = workbench.result.getByRole('region', { name: 'Statements of this shape, 3000 in all' })
  await list.press('End')
  const last = list.getByText('WHERE id = 3000')
  await expect(last).toBeVisible()
  await last.click()
  await expect(list.getByText('Index Scan').first()).toBeVisible()
  expect(await nodes(page)).toBeLessThan(MOST_NODES)

  const rows = workbench.result.getByRole('region', { name: 'Results, 3000 in all' })
  await rows.press('End')
  await expect(rows.getByRole('region', { name: 'Rows of result 3000' })).toBeVisible()
  expect(await nodes(page)).toBeLessThan(MOST_NODES)
})

test('hundreds of statements of different shapes scroll in a frame', async ({ workbench, page }) => {
  await workbench.openFree()
  const columns = [
    'id',
    'email',
    'username',
    'is_active',
    'date_joined',
    'first_name',
    'last_name',
    'is_staff',
  ]
  const texts = Array.from({ length: 200 }, (_, at) => {
    const picked = columns.filter((_column, bit) => ((at + 1) >> bit) & 1)
    return `SELECT ${picked.join(', ')} FROM auth_user WHERE id = 1;`
  })
  await workbench.write('query', texts.join('\n'))
  await workbench.runByKey()
  await expect(workbench.figure('after')).toHaveText(/\d/, { timeout: 120_000 })
  const list = workbench.result.getByRole('region', { name: 'Statements, 200 in all' })
  await list.press('End')
  await expect(list.getByText('Statement 200 of 200')).toBeVisible()
  await expect(list.getByRole('listitem').last()).toHaveAttribute('aria-posinset', '200')
  expect(await nodes(page)).toBeLessThan(MOST_NODES)
})
