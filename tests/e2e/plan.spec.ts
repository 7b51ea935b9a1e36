/** Plans of a lesson: every view, by keyboard, in both colour schemes. */
import type { Locator, Page } from '@playwright/test'
import { serious } from './serious.ts'
import { expect, GOOD_INDEX, test, type Workbench } from './workbench.ts'

const JOIN = `SELECT e.id, e.title, e.event_date, e.organizer_id, u.id, u.first_name, u.last_name
FROM crush_lu_meetupevent e JOIN auth_user u ON u.id = e.organizer_id
WHERE e.status = 'published' AND e.event_date >= '2025-06-01' ORDER BY e.event_date;`

async function passes(workbench: Workbench): Promise<void> {
  await workbench.runByKey()
  await expect(workbench.verdict.getByRole('heading')).toContainText('Passed')
  // The pointer stays in the editor, where it would hover nothing of the plans.
  await workbench.result.getByRole('heading', { name: 'Plans' }).scrollIntoViewIfNeeded()
}

const RESULT = 'section[aria-label="Result"]'

const tree = (page: Page, side: 'Before' | 'After'): Locator =>
  page.getByRole('tree', { name: new RegExp(`^${side},`) })

for (const colorScheme of ['light', 'dark'] as const) {
  test(`every view of a comparison, ${colorScheme}`, async ({ workbench, page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await workbench.open()
    await workbench.atRest()
    await workbench.write('changes', GOOD_INDEX)
    await passes(workbench)
    await expect(workbench.result.getByText(/became Index Scan using message_by_connection/)).toBeVisible()
    const comparison = page.getByRole('region', { name: 'Plans before and after' })
    expect(await serious(page, RESULT)).toEqual([])

    await tree(page, 'After').getByRole('treeitem').first().focus()
    await page.keyboard.press('ArrowDown')
    await expect(page.locator(':focus')).toHaveAccessibleName(/^Index Scan/)
    await page.keyboard.press('Enter')
    const details = comparison.getByRole('complementary')
    await expect(
      details.getByRole('heading', { name: /^Index Scan using message_by_connection/ }),
    ).toBeVisible()
    expect(await serious(page, RESULT)).toEqual([])
    await details.getByText('When it is chosen, and what to look at').click()
    await details.getByRole('button', { expanded: false }).first().click()
    expect(await serious(page, RESULT)).toEqual([])
    await details.getByRole('button', { name: 'Close details' }).click()
    await expect(details).toHaveCount(0)

    for (const view of ['Table', 'Icicle', 'Text', 'JSON']) {
      await comparison.getByRole('button', { name: view, exact: true }).click()
      await expect(comparison.getByRole('button', { name: view, exact: true })).toHaveAttribute(
        'aria-pressed',
        'true',
      )
      await expect(comparison.getByText('Index Scan').first()).toBeVisible()
      expect(await serious(page, RESULT)).toEqual([])
    }
  })
}

test('keys walk the tree, fold it and leave it', async ({ workbench, page }) => {
  await workbench.open()
  const plan = page.getByRole('tree', { name: /^Before, 4 nodes/ })
  const focused = page.locator(':focus')
  // Catalog and times come after the figures; the drawing is complete then.
  await expect(plan.getByRole('treeitem', { name: /^Sort.*finding/ })).toBeVisible()
  await plan.getByRole('treeitem').first().focus()
  for (const [key, name] of [
    ['ArrowDown', /^Sort/],
    ['ArrowRight', /^Bitmap Heap Scan/],
    ['End', /^Bitmap Index Scan/],
    ['ArrowUp', /^Bitmap Heap Scan/],
    ['Home', /^Limit/],
    ['b', /^Bitmap Heap Scan/],
    ['!', /^Bitmap Heap Scan/],
  ] as const) {
    await page.keyboard.press(key)
    await expect(focused).toHaveAccessibleName(name)
  }
  await expect(page.getByRole('complementary')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('complementary')).toHaveCount(0)
  await page.keyboard.press('ArrowLeft')
  await expect(focused).toHaveAttribute('aria-expanded', 'false')
  await expect(plan.getByRole('treeitem')).toHaveCount(3)
  await page.keyboard.press(' ')
  await expect(plan.getByRole('treeitem')).toHaveCount(4)
  // One stop for Tab, whatever the number of nodes.
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Zoom in' })).toBeFocused()
})

test('a finding leads to its node', async ({ workbench, page }) => {
  await workbench.open()
  await page.getByRole('button', { name: 'Show the node' }).first().click()
  await expect(page.getByRole('complementary').getByRole('heading', { name: /^Sort/ })).toBeVisible()
})

test('a loop that became a join: one sentence, the closest statements side by side, the other alone', async ({
  workbench,
  page,
}) => {
  await workbench.open('select-related')
  await workbench.editorReady()
  await workbench.write('query', JOIN)
  await passes(workbench)
  await expect(
    workbench.result.getByText(/^103 statements became 1: the repeated SELECT on auth_user/),
  ).toBeVisible()
  await expect(page.getByText('Statement 1 of 2, now 1 of 1')).toBeVisible()
  await expect(page.getByText('Statement 2 of 2, only before')).toBeVisible()
  await expect(page.getByText(/^Ran 102 times, once for each row/)).toBeVisible()
  await expect(page.getByRole('region', { name: 'Plans before and after' })).toHaveCount(1)
  await expect(page.getByRole('tree')).toHaveCount(3)
  // Folded plans are not drawn.
  await page.getByText('Statement 2 of 2, only before').click()
  await expect(page.getByRole('tree')).toHaveCount(2)
  expect(await serious(page, RESULT)).toEqual([])
})

test('a Run of the history stands on the Before side; the verdict stays', async ({ workbench, page }) => {
  await workbench.open()
  await workbench.atRest()
  await workbench.write('changes', 'CREATE INDEX by_time ON crush_lu_connectionmessage (sent_at);')
  await workbench.runByKey()
  await expect(workbench.verdict.getByRole('heading')).toContainText('Not yet')
  const earlier = await workbench.figure('after').innerText()
  const baseline = await workbench.figure('before').innerText()
  await workbench.write('changes', GOOD_INDEX)
  await passes(workbench)
  await workbench.tab('History').click()
  const entry = page.getByRole('listitem').filter({ hasText: 'by_time' })
  await entry.getByRole('button', { name: 'Compare with this' }).click()
  await expect(workbench.result.getByText(/^Before: your run of/)).toContainText(earlier)
  await expect(workbench.figure('before')).toHaveText(earlier)
  await expect(workbench.result.getByText(/^Index Scan Backward using by_time .* became/)).toBeVisible()
  await expect(workbench.verdict.getByRole('heading')).toContainText('Passed')
  await expect(workbench.verdict.getByText(`the baseline has ${baseline}`)).toBeVisible()
  expect(await serious(page, RESULT)).toEqual([])
  await workbench.tab('History').click()
  await expect(entry.getByText('on the Before side')).toBeVisible()
  await workbench.tab('Result').click()
  await workbench.button('Back to the baseline').click()
  await expect(workbench.figure('before')).toHaveText(baseline)
  await expect(workbench.result.getByText(/^Before: your run of/)).toHaveCount(0)
})
