import { expect, test } from './workbench.ts'

const LOST = {
  'the database': '**/pglite-*.wasm',
  'the dataset': '**/*.part',
  'the loader': '**/loader.worker-*.js',
  'the worker of the database': '**/engine.worker-*.js',
}

for (const [what, pattern] of Object.entries(LOST)) {
  test(`${what} that cannot be loaded is told, and the next attempt works`, async ({ workbench, page }) => {
    await page.route(pattern, (route) => route.abort())
    await page.goto('/#/lesson/invitation-code')
    const panel = page.getByTestId('error-panel')
    await expect(panel).toContainText('could not be loaded')
    await page.unroute(pattern)
    await workbench.button('Measure the baseline').click()
    await expect(workbench.figure('before')).toHaveText(/\d/)
    await expect(panel).toBeHidden()
  })
}
