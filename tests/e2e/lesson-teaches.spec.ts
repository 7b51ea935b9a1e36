/** What a lesson shows when: the question before the figures, what to try after a try of one's own, and the way on. */
import { expect, GOOD_INDEX, test } from './workbench.ts'

test('figures are covered until the question is answered by keyboard', async ({ workbench, page }) => {
  await page.goto('/#/lesson/composite-top-n')
  const cover = workbench.result.getByRole('region', { name: 'What do you expect?' })
  await expect(cover).toContainText('The slow query is measured.')
  await expect(workbench.figure('before')).toHaveCount(0)
  await expect(page.getByRole('heading', { name: 'Plans' })).toHaveCount(0)
  await cover.getByRole('button', { name: 'Answer it' }).press('Enter')
  const question = page.locator('#prediction')
  await expect(question.getByRole('button').first()).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(question).toContainText('It reads')
  await expect(question.getByText('the right answer')).toHaveCount(1)
  await expect(cover).toHaveCount(0)
  await expect(workbench.figure('before')).toHaveText(/\d/)
})

test('Escape skips the question, and only outside the editor', async ({ workbench, page }) => {
  await page.goto('/#/lesson/composite-top-n')
  const cover = workbench.button(/^Show the figures/)
  await expect(cover).toBeVisible()
  await workbench.write('query', 'SELECT 1')
  await page.keyboard.press('Escape')
  await expect(cover).toBeVisible()
  await workbench.tab('Result').focus()
  await page.keyboard.press('Escape')
  await expect(workbench.figure('before')).toHaveText(/\d/)
  await page.reload()
  await expect(workbench.figure('before')).toHaveText(/\d/)
})

test('findings tell what to try after a try of one’s own, or when asked', async ({ workbench, page }) => {
  await workbench.open('composite-top-n')
  const findings = workbench.result.getByRole('region', { name: /^Findings/ })
  await expect(findings.getByRole('listitem').first()).toBeVisible()
  await expect(workbench.result.getByText('CREATE INDEX')).toHaveCount(0)
  await expect(workbench.button('Try it')).toHaveCount(0)
  await findings.getByRole('button', { name: 'Show what to try' }).click()
  await expect(findings.getByText('CREATE INDEX').first()).toBeVisible()

  // In another lesson again not, until a text of one's own was run.
  await page.goto('/#/lesson/fk-index')
  await workbench.uncover()
  await expect(findings.getByRole('button', { name: 'Show what to try' })).toBeVisible()
  await workbench.write('changes', 'ANALYZE crush_lu_crushprofile;')
  await workbench.runByKey()
  await expect(workbench.figure('after')).toHaveText(/\d/)
  await expect(findings.getByRole('button', { name: 'Show what to try' })).toHaveCount(0)
})

test('after Passed the way goes on, and the result is there when one comes back', async ({
  workbench,
  page,
}) => {
  await workbench.open('composite-top-n')
  await workbench.write('changes', GOOD_INDEX)
  await workbench.runByKey()
  await expect(workbench.verdict.getByRole('heading', { name: /^Passed/ })).toBeVisible()
  await expect(workbench.verdict).toContainText('Equality columns first')
  await workbench.verdict.getByRole('button', { name: 'Why it works' }).click()
  await expect(page.locator('#learnt-title')).toBeFocused()
  const title = await page.locator('h1').textContent()
  await workbench.verdict.getByRole('link', { name: /^Next: / }).press('Enter')
  await expect(page.locator('h1')).not.toHaveText(title ?? '')
  await expect(page.locator('h1')).toBeFocused()

  await page.getByRole('link', { name: /^Previous lesson: / }).click()
  await expect(page.locator('h1')).toHaveText(title ?? '')
  await expect(workbench.verdict.getByRole('heading', { name: /^Passed/ })).toBeVisible()
  await expect(workbench.figure('after')).toHaveText(/\d/)

  // The text was changed and kept: what passed is told with its day.
  await workbench.write('changes', '')
  await page.reload()
  await expect(workbench.verdict.getByRole('heading', { name: /^Passed on \d/ })).toBeVisible()
})

test('the menu of the track is reached by keyboard and leads to another lesson', async ({
  workbench,
  page,
}) => {
  await workbench.open('composite-top-n')
  await page.reload()
  await expect(workbench.figure('before')).toHaveText(/\d/)
  await page.keyboard.press('Tab')
  await expect(workbench.button('Skip to the content')).toBeFocused()
  const place = page.getByRole('button', { name: /lesson \d+ of \d+/ })
  await place.press('Enter')
  const menu = page.locator('#course-menu')
  await expect(menu.locator('[aria-current="page"]')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(menu).toBeHidden()
  await expect(place).toBeFocused()
  await place.press('Enter')
  await menu.getByRole('link').first().click()
  await expect(page.locator('h1')).toBeFocused()
  await expect(menu).toBeHidden()
})
