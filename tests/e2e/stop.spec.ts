import { expect, GOOD_INDEX, test } from './workbench.ts'

const ENDLESS = [
  {
    pane: 'query',
    text: 'SELECT count(*) FROM generate_series(1, 1000000) a, generate_series(1, 1000000) b',
  },
  { pane: 'changes', text: 'DO $$ BEGIN LOOP END LOOP; END $$;' },
] as const

for (const { pane, text } of ENDLESS) {
  test(`Stop ends what never ends in ${pane}, and the next Run works`, async ({ workbench }) => {
    await workbench.open()
    await workbench.atRest()
    await workbench.write(pane, text)
    await workbench.runByKey()
    await expect(workbench.button('Running')).toBeVisible()
    await expect(workbench.result.getByText(/^(Measuring, run|Applying change)/)).toBeVisible()
    await workbench.button('Stop').click()
    await expect(workbench.result.getByText('You stopped the run.')).toBeVisible()
    await expect(workbench.lines(pane)).not.toHaveText('')
    await workbench.button('Reset').click()
    await workbench.write('changes', GOOD_INDEX)
    await workbench.runByKey()
    await expect(workbench.verdict.getByRole('heading')).toContainText('Passed')
  })
}

test('no task of the page takes over 100 ms while a query runs', async ({ workbench, page }) => {
  await workbench.open()
  await workbench.atRest()
  await workbench.write(
    'query',
    'SELECT count(*) FROM generate_series(1, 1000000) a, generate_series(1, 1000000) b',
  )
  await page.evaluate(() => {
    const long: number[] = []
    Object.assign(window, { long })
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) long.push(duration)
    }).observe({ type: 'longtask' })
  })
  await workbench.runByKey()
  await expect(workbench.result.getByText(/^Measuring, run/)).toBeVisible()
  // Three seconds on the page's own clock while PostgreSQL is busy.
  await expect(workbench.result.getByText(/^[3-9] s$/)).toBeVisible()
  const long = await page.evaluate(() => (window as unknown as { long: number[] }).long)
  expect(long.filter((duration) => duration > 100)).toEqual([])
  await workbench.button('Stop').click()
  await expect(workbench.result.getByText('You stopped the run.')).toBeVisible()
})
