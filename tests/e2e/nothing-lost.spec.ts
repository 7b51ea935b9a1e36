/** Text, progress and results outlive tabs, reloads, Back, crashes, and storage that is full or forbidden. */
import type { Page } from '@playwright/test'
import { expect, GOOD_INDEX, test, Workbench } from './workbench.ts'

/** Drafts are written a moment after the last key. */
const kept = (page: Page, text: string) =>
  expect
    .poll(() => page.evaluate(() => Object.values(localStorage).join('\n')))
    .toContain(JSON.stringify(text).slice(1, -1))

test('two tabs on one lesson: neither text is lost', async ({ workbench: first, page, context }) => {
  const other = await context.newPage()
  const second = new Workbench(other)
  await first.open()
  await second.open()
  await page.bringToFront()
  await first.write('changes', '-- of the first tab')
  await kept(page, '-- of the first tab')
  await other.bringToFront()
  await second.write('changes', '-- of the second tab')
  await kept(other, '-- of the second tab')
  await page.bringToFront()
  await first.write('changes', '-- of the first again')
  await kept(page, '-- of the first again')
  await expect(other.getByText('This text was edited in another tab.')).toBeVisible()
  await expect(second.lines('changes')).toHaveText(/of\sthe\ssecond\stab/)

  // A third one finds the last text in the pane, and the others in the history.
  const third = await context.newPage()
  const late = new Workbench(third)
  await late.open()
  await late.editorReady()
  await expect(late.lines('changes')).toHaveText(/of\sthe\sfirst\sagain/)
  await late.tab('History').click()
  await expect(late.result).toContainText('of the second tab')
})

test('passed in one tab is passed in the other, whichever writes last', async ({
  workbench,
  page,
  context,
}) => {
  const other = await context.newPage()
  await other.goto('/#/lesson/fk-index')
  await workbench.open()
  await workbench.write('changes', GOOD_INDEX)
  await workbench.runByKey()
  await expect(workbench.verdict.getByRole('heading', { name: /^Passed/ })).toBeVisible()
  // The other tab writes progress of its own, with what it knew when it was opened.
  await other.getByRole('button', { name: /^Show a hint/ }).click()
  await page.goto('/#/')
  await page.reload()
  await expect(page.getByRole('link', { name: /Filter, ORDER BY and LIMIT/ })).toContainText('passed')
})

test('a reload right after the last key, and in the middle of a Run', async ({ workbench, page }) => {
  await workbench.open()
  await workbench.write('changes', '-- typed last')
  await page.reload()
  await expect(workbench.lines('changes')).toHaveText(/typed\slast/)
  await workbench.write('changes', GOOD_INDEX)
  await workbench.runByKey()
  await expect(workbench.button(/^Running/)).toBeVisible()
  await page.reload()
  await expect(workbench.lines('changes')).toHaveText(/message_by_connection/)
  await workbench.tab('History').click()
  await expect(workbench.result).toContainText('message_by_connection')
})

test('Back and Forward', async ({ workbench, page }) => {
  await workbench.open()
  await workbench.write('query', 'SELECT 1 AS mine')
  await workbench.tab('Console').click()
  const input = page.getByRole('textbox', { name: /SQL for the console/ })
  await input.fill('SELECT typed and not sent')
  await page.goto('/#/lesson/fk-index')
  await expect(page.locator('h1')).not.toHaveText(/Filter, ORDER BY/)
  await page.goBack()
  await expect(workbench.lines('query')).toHaveText(/SELECT\s1\sAS\smine/)
  await workbench.tab('Console').click()
  await expect(input).toHaveValue('SELECT typed and not sent')
  await page.goForward()
  await expect(page.locator('h1')).not.toHaveText(/Filter, ORDER BY/)
  await page.goBack()
  await expect(workbench.lines('query')).toHaveText(/SELECT\s1\sAS\smine/)
})

test('a tab that crashes', async ({ workbench, page, context }) => {
  await workbench.open()
  await workbench.write('changes', '-- before the crash')
  await kept(page, '-- before the crash')
  const crashed = page.waitForEvent('crash')
  await page.goto('chrome://crash').catch(() => {})
  await crashed
  const again = new Workbench(await context.newPage())
  await again.open()
  await expect(again.lines('changes')).toHaveText(/before\sthe\scrash/)
})

test('storage that is full: the page says so, saves all to a file, and stores again when there is room', async ({
  workbench,
  page,
}) => {
  await workbench.open()
  await page.evaluate(() => {
    let size = 1 << 22
    let at = 0
    while (size > 0) {
      try {
        localStorage.setItem(`filler ${at++}`, 'x'.repeat(size))
      } catch {
        size = size >> 1
      }
    }
  })
  await workbench.write('changes', `-- ${'no room '.repeat(40)}`)
  const notice = page.getByRole('region', { name: 'Messages' })
  await expect(notice).toContainText('storage for the page is full')
  await expect(page.getByText('not saved')).toBeVisible()
  // The way out stays while one looks elsewhere.
  await page.goto('/#/lesson/fk-index')
  await expect(page.locator('h1')).not.toHaveText(/Filter, ORDER BY/)
  await page.goBack()
  await expect(workbench.lines('changes')).toHaveText(/no\sroom/)
  const download = page.waitForEvent('download')
  await notice.getByRole('button', { name: 'Save all to a file' }).click()
  const file = await (await download).createReadStream()
  const chunks: Buffer[] = []
  for await (const chunk of file) chunks.push(chunk as Buffer)
  expect(Buffer.concat(chunks).toString()).toContain('no room no room')
  await page.evaluate(() => {
    for (const key of Object.keys(localStorage)) if (key.startsWith('filler')) localStorage.removeItem(key)
  })
  await workbench.write('changes', '-- room again')
  await kept(page, '-- room again')
  await expect(page.getByText('not saved')).toHaveCount(0)
})

test('storage that is forbidden: all works, and the page says that nothing is kept', async ({
  workbench,
  page,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('Access is denied for this document.', 'SecurityError')
      },
    })
  })
  await workbench.open()
  await workbench.write('changes', GOOD_INDEX)
  await expect(page.getByRole('region', { name: 'Messages' })).toContainText('stores nothing for this page')
  await workbench.runByKey()
  await expect(workbench.verdict.getByRole('heading', { name: /^Passed/ })).toBeVisible()
  // Within the page nothing is lost either.
  await page.getByRole('link', { name: 'Lessons', exact: true }).click()
  await expect(page.getByRole('link', { name: /Filter, ORDER BY and LIMIT/ })).toContainText('passed')
  await page.goBack()
  await expect(workbench.lines('changes')).toHaveText(/message_by_connection/)
})
