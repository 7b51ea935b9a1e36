import { serious } from './serious.ts'
import { expect, GOOD_INDEX, test } from './workbench.ts'

for (const colorScheme of ['light', 'dark'] as const) {
  test(`nothing serious for axe, ${colorScheme}`, async ({ workbench, page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.goto('/#/')
    await expect(page.getByRole('link', { name: /^Begin with/ })).toBeVisible()
    expect(await serious(page)).toEqual([])
    await workbench.open()
    await workbench.atRest()
    expect(await serious(page)).toEqual([])
    await workbench.write('changes', 'CREATE INDEX by_time ON crush_lu_connectionmessage (sent_at);')
    await workbench.runByKey()
    await expect(workbench.verdict.getByRole('heading')).toContainText('Not yet')
    expect(await serious(page)).toEqual([])
    await workbench.write('changes', GOOD_INDEX)
    expect(await serious(page)).toEqual([])
    await workbench.runByKey()
    await expect(workbench.verdict.getByRole('heading')).toContainText('Passed')
    await workbench.button('Compare with the reference solution').click()
    expect(await serious(page)).toEqual([])
    await workbench.write('query', 'SELEC')
    await workbench.runByKey()
    await expect(page.getByTestId('error-panel')).toBeVisible()
    expect(await serious(page)).toEqual([])
    await workbench.tab('Console').click()
    await page.getByRole('textbox', { name: /SQL for the console/ }).fill('SELECT 1, NULL, 1/0')
    await page.keyboard.press('Enter')
    await expect(page.getByTestId('error-panel').getByText('division by zero')).toBeVisible()
    expect(await serious(page)).toEqual([])
    for (const tab of ['Schema', 'History']) {
      await workbench.tab(tab).click()
      await expect(page.getByRole('tabpanel', { name: tab })).not.toBeEmpty()
      expect(await serious(page)).toEqual([])
    }
    await workbench.button('Share').click()
    await expect(page.getByRole('textbox', { name: 'Link' })).toBeVisible()
    expect(await serious(page)).toEqual([])
  })
}
