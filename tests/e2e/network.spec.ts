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
    await workbench.uncover()
    await expect(panel).toBeHidden()
  })
}

test('a dataset that was built for another version of the page asks for a reload', async ({ page }) => {
  await page.route('**/manifest.json', async (route) => {
    const response = await route.fetch()
    const manifest = (await response.json()) as Record<string, unknown>
    await route.fulfill({ response, json: { ...manifest, pglite: '0.0.1' } })
  })
  await page.goto('/#/lesson/invitation-code')
  const panel = page.getByTestId('error-panel')
  await expect(panel).toContainText('The page is out of date')
  await expect(panel).toContainText(
    /built for another version of this page \(PGlite 0\.0\.1, not 0\.\d+\.\d+\)/,
  )
  await expect(panel).toContainText('Reload the page.')
})

test('a connection that fails is called that', async ({ page }) => {
  await page.route('**/manifest.json', (route) => route.abort())
  await page.goto('/#/lesson/invitation-code')
  const panel = page.getByTestId('error-panel')
  await expect(panel).toContainText('The connection failed')
  await expect(panel).toContainText('Check the connection and try again.')
})

test('Run pressed while the baseline still loads says how much of it has come', async ({
  workbench,
  page,
}) => {
  let letGo: () => void = () => {}
  const held = new Promise<void>((resolve) => (letGo = resolve))
  // What the start needs comes; the table of the lesson is on its way.
  await page.route('**/crush_lu_eventinvitation.*.part', async (route) => {
    await held
    await route.continue()
  })
  await page.goto('/#/lesson/invitation-code')
  await expect(workbench.result.getByText(/^Loading data, .* of .* …/)).toBeVisible()
  await workbench.button('Run').click()
  await expect(workbench.button('Running')).toBeVisible()
  await expect(workbench.result.getByText(/^Loading data, .* of .* …/)).toBeVisible()
  letGo()
  await expect(workbench.figure('after')).toHaveText(/\d/)
})
