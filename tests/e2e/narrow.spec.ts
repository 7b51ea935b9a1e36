import { expect, GOOD_INDEX, test } from './workbench.ts'

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })

test('everything is usable on a phone', async ({ workbench, page }) => {
  const fits = async () => {
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(width).toBeLessThanOrEqual(390)
  }
  await page.goto('/#/')
  await fits()
  await page.getByRole('link', { name: /Filter, ORDER BY and LIMIT/ }).click()
  await expect(page.getByRole('heading', { name: 'Filter, ORDER BY and LIMIT in one index' })).toBeVisible()
  await fits()
  await workbench.tab('Editor').click()
  await workbench.write('changes', GOOD_INDEX)
  await fits()
  await workbench.button(/^Run/).click()
  await expect(workbench.verdict.getByRole('heading')).toContainText('Passed')
  await fits()
  await workbench.tab('Console').click()
  await fits()
  await workbench.tab('Lesson').click()
  await expect(page.getByText('Equality columns first')).toBeVisible()
  await fits()
})
