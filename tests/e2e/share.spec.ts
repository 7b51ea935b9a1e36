import { encodeShare } from '../../src/experiment/share.ts'
import { expect, GOOD_INDEX, test } from './workbench.ts'

test('a link reproduces the experiment in another browser', async ({ workbench, page, browser }) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await workbench.open()
  await workbench.write('changes', GOOD_INDEX)
  await workbench.runByKey()
  await expect(workbench.verdict.getByRole('heading')).toContainText('Passed')
  await workbench.button('Share').click()
  const link = await page.getByRole('textbox', { name: 'Link' }).inputValue()
  expect(link).toMatch(/#\/x\/v1\.[\w-]+$/)
  await expect(page.getByText('The link is copied.')).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link)
  await page.close()

  const reader = await browser.newPage()
  await reader.goto(link)
  await expect(reader.getByText('Reproduced.')).toBeVisible()
  await expect(reader.getByText('CREATE INDEX message_by_connection').first()).toBeVisible()
  await expect(reader.getByRole('row', { name: /^buffers/ })).toContainText(/\d\d\s× fewer/)
  await reader.close()
})

test('where the clipboard is refused, the link is selected', async ({ workbench, page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', {
      value: { writeText: () => Promise.reject(new Error('refused')) },
    })
  })
  await workbench.open()
  await workbench.button('Share').click()
  await expect(page.getByText('The link is selected: copy it by hand.')).toBeVisible()
  const field = page.getByRole('textbox', { name: 'Link' })
  await expect(field).toBeFocused()
  const selected = await field.evaluate((element: HTMLTextAreaElement) =>
    element.value.slice(element.selectionStart, element.selectionEnd),
  )
  expect(selected).toBe(await field.inputValue())
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

for (const [hash, message] of [
  ['#/x/v1.abc', 'This link cannot be opened'],
  ['#/x/%00%3Cscript%3E', 'This link cannot be opened'],
  ['#/lesson/no-such-lesson', 'There is no such lesson'],
  ['#/nowhere', 'There is nothing at this address'],
] as const) {
  test(`${hash} tells what is wrong and leads on`, async ({ workbench, page }) => {
    await page.goto(`/${hash}`)
    await expect(page.getByRole('heading', { name: message })).toBeVisible()
    await page.getByRole('main').getByRole('link', { name: 'All lessons' }).click()
    await expect(page.getByRole('heading', { name: 'Make slow PostgreSQL queries fast' })).toBeVisible()
    await workbench.open()
  })
}

for (const [dataset, scale] of [
  ['nowhere', 0.5],
  ['entreprinder', 3],
] as const) {
  test(`a link to ${dataset} at ${scale}, which the site does not have, does not blame the connection`, async ({
    workbench,
    page,
  }) => {
    const link = await encodeShare({ dataset, scale, changes: '', query: 'SELECT 12345', notes: '' })
    if (!link.ok) throw new Error(link.error.kind)
    await page.goto(`/${link.value}`)
    const panel = page.getByTestId('error-panel')
    await expect(panel).toContainText('This dataset is not here')
    await expect(panel).toContainText(`Dataset ${dataset} at scale ${scale}`)
    await expect(panel).toContainText('There is entreprinder at scale 0.5 or 0.25')
    await expect(panel).not.toContainText(/connection/i)
    await expect(workbench.lines('query')).toHaveText(/SELECT\s12345/)
  })
}
