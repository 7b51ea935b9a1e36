/** The page that reads plans from anywhere. */
import { serious } from './serious.ts'
import { expect, test } from './workbench.ts'

const TEXT = `Limit  (cost=0.42..38.19 rows=50 width=44) (actual time=0.031..0.094 rows=50 loops=1)
  Buffers: shared hit=53
  ->  Index Scan using orders_open on orders o  (cost=0.42..1246.71 rows=1650 width=44) (actual time=0.030..0.088 rows=50 loops=1)
        Index Cond: (customer_id = 4711)
        Buffers: shared hit=53`

const JSON_PLAN = JSON.stringify([
  {
    Plan: {
      'Node Type': 'Limit',
      'Actual Rows': 50,
      'Actual Loops': 1,
      'Shared Hit Blocks': 2500,
      Plans: [
        {
          'Node Type': 'Seq Scan',
          'Parent Relationship': 'Outer',
          'Relation Name': 'orders',
          Alias: 'o',
          'Actual Rows': 50,
          'Actual Loops': 1,
          'Rows Removed by Filter': 198298,
          Filter: '(customer_id = 4711)',
          'Shared Hit Blocks': 2500,
        },
      ],
    },
  },
])

for (const colorScheme of ['light', 'dark'] as const) {
  test(`one plan, two plans and no plan, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.goto('/#/plan')
    const first = page.getByRole('textbox', { name: 'Plan', exact: true })
    const second = page.getByRole('textbox', { name: 'Second plan' })
    await expect(first).toBeVisible()
    expect(await serious(page)).toEqual([])

    await first.fill(JSON_PLAN)
    const plan = page.getByRole('tree', { name: /^Plan, 2 nodes/ })
    await plan.getByRole('treeitem').first().focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(
      page.getByRole('complementary').getByRole('heading', { name: 'Seq Scan on orders o' }),
    ).toBeVisible()
    expect(await serious(page)).toEqual([])
    const views = page.getByRole('group', { name: 'Show the plan as' })
    for (const view of ['Table', 'Icicle', 'Text', 'JSON']) {
      await views.getByRole('button', { name: view, exact: true }).click()
      expect(await serious(page)).toEqual([])
    }

    await second.fill(TEXT)
    await expect(
      page.getByText(
        'Seq Scan on orders o (2,500 buffers) became Index Scan using orders_open (53 buffers).',
      ),
    ).toBeVisible()
    expect(await serious(page)).toEqual([])

    await second.fill('[\n  {"Plan": {"Node Type": }}\n]')
    await expect(page.getByRole('alert')).toContainText(/^Line 2 is not valid JSON/)
    expect(await serious(page)).toEqual([])
    await page.getByRole('button', { name: 'Show line 2' }).click()
    const selected = await second.evaluate((box: HTMLTextAreaElement) =>
      box.value.slice(box.selectionStart, box.selectionEnd),
    )
    expect(selected).toBe('  {"Plan": {"Node Type": }}')
    await second.fill('Dear all,\nthe query is slow.')
    await expect(page.getByRole('alert')).toContainText('line 1')
  })
}

const WORDS = `Nested Loop Semi Join  (cost=0.42..38.19 rows=50 width=44) (actual time=0.031..0.094 rows=50 loops=1)
  Join Filter: (o.customer_id = c.id)
  Buffers: shared hit=53
  ->  Seq Scan on orders o  (cost=0.00..9.50 rows=650 width=44) (actual time=0.030..0.088 rows=650 loops=1)
        Buffers: shared hit=3
  ->  Materialize  (cost=0.00..9.50 rows=650 width=44) (actual time=0.030..0.088 rows=650 loops=1)
        Buffers: shared hit=50
        ->  Seq Scan on customer c  (cost=0.00..9.50 rows=650 width=44) (actual time=0.030..0.088 rows=650 loops=1)
              Buffers: shared hit=50
Settings: random_page_cost = '1.1', work_mem = '64MB', my.own = 'x'
Execution Time: 0.200 ms`

test('settings and words of EXPLAIN are explained a click away', async ({ page }) => {
  await page.goto('/#/plan')
  await page.getByRole('textbox', { name: 'Plan', exact: true }).fill(WORDS)
  const settings = page.getByRole('list', { name: 'Settings that are not the default' })
  await expect(settings.getByRole('listitem')).toHaveText([
    /^random_page_cost = 1.1/,
    /^work_mem = 64MB/,
    'my.own = x',
  ])
  const memory = settings.getByText(/^The memory that each single sort/)
  await expect(memory).toBeHidden()
  await settings.getByRole('button', { name: 'work_mem = 64MB' }).click()
  await expect(memory).toBeVisible()
  await expect(memory).toContainText('The default is 4MB.')
  await expect(settings.getByRole('button', { name: /my\.own/ })).toHaveCount(0)
  expect(await serious(page)).toEqual([])

  const plan = page.getByRole('tree', { name: /^Plan, 4 nodes/ })
  await plan.getByRole('treeitem').first().focus()
  await page.keyboard.press('Enter')
  const details = page.getByRole('complementary')
  await details.getByRole('button', { name: 'Join type' }).click()
  await expect(details.getByText(/^Semi: Returns/)).toBeVisible()
  expect(await serious(page)).toEqual([])
})

test('nothing that is pasted leaves the page', async ({ page }) => {
  await page.goto('/#/plan')
  await page.getByRole('textbox', { name: 'Plan', exact: true }).waitFor()
  const sent: string[] = []
  page.on('request', (request) => {
    if (request.postData() !== null || /orders/.test(request.url())) sent.push(request.url())
  })
  await page.getByRole('textbox', { name: 'Plan', exact: true }).fill(TEXT)
  await expect(page.getByRole('tree', { name: /^Plan, 2 nodes/ })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('tree', { name: /^Plan, 2 nodes/ })).toBeVisible()
  expect(sent).toEqual([])
})

test('what was typed last is there after another page', async ({ page }) => {
  await page.goto('/#/plan')
  const first = page.getByRole('textbox', { name: 'Plan', exact: true })
  await first.fill(TEXT)
  // At once, before anything is kept by time.
  await page.evaluate(() => {
    const box = document.querySelector('textarea')
    box?.setRangeText('-- last words')
    box?.dispatchEvent(new Event('input', { bubbles: true }))
    setTimeout(() => (location.hash = '#/free'))
  })
  await expect(page.getByRole('heading', { name: 'Free experiment' })).toBeVisible()
  await page.goBack()
  await expect(first).toHaveValue(/-- last words/)
  await expect(page.getByText('The tab has no room')).toBeHidden()
})

test('texts that find no room are told', async ({ page }) => {
  await page.goto('/#/plan')
  await page.getByRole('textbox', { name: 'Plan', exact: true }).fill(`${TEXT}\n${' '.repeat(1_000_000)}`)
  await expect(page.getByText('The tab has no room')).toBeVisible()
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })

  test('two plans fit, one at a time', async ({ page }) => {
    await page.goto('/#/plan')
    await page.getByRole('textbox', { name: 'Plan', exact: true }).fill(JSON_PLAN)
    await page.getByRole('textbox', { name: 'Second plan' }).fill(TEXT)
    await expect(page.getByRole('tree', { name: /^Second plan,/ })).toBeVisible()
    await expect(page.getByRole('tree', { name: /^Plan,/ })).toBeHidden()
    await page
      .getByRole('group', { name: 'Plan on show' })
      .getByRole('button', { name: 'Plan', exact: true })
      .click()
    await expect(page.getByRole('tree', { name: /^Plan,/ })).toBeVisible()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  })
})
