/** Parts of the page that do not arrive, as after a new deployment or on a bad line. */
import { expect, test, type Workbench } from './workbench.ts'
import type { Page } from '@playwright/test'

const WHY = /The connection failed, or a newer version of this\s+site/

interface Part {
  /** Files that do not arrive. */
  readonly lost: string | RegExp
  /** What leads to it. */
  readonly open: (workbench: Workbench, page: Page) => Promise<void>
  readonly says: string
  /** What is there after another attempt. */
  readonly there: (workbench: Workbench, page: Page) => Promise<void>
}

const lesson = async (_: Workbench, page: Page) => {
  await page.goto('/#/lesson/invitation-code')
}
const free = async (_: Workbench, page: Page) => {
  await page.goto('/#/free')
}
const tab = (name: string) => async (workbench: Workbench) => {
  await workbench.openFree()
  await workbench.tab(name).click()
}
const seen = (text: string | RegExp) => async (_: Workbench, page: Page) => {
  await expect(page.getByText(text).first()).toBeVisible()
}

const PARTS: Readonly<Record<string, Part>> = {
  'a lesson': {
    lost: /\/invitation-code-[\w-]+\.js$/,
    open: lesson,
    says: 'This lesson could not be loaded.',
    there: (workbench) => workbench.uncover(),
  },
  'the lesson’s text': {
    lost: /\/LessonPane-[\w-]+\.js$/,
    open: lesson,
    says: 'The lesson’s text could not be loaded.',
    there: seen(/invitation/),
  },
  'the styles of the lesson’s text': {
    lost: /\/LessonPane-[\w-]+\.css$/,
    open: lesson,
    says: 'The lesson’s text could not be loaded.',
    there: async (_, page) => {
      await expect(page.getByRole('region', { name: 'Lesson' }).getByRole('article')).toHaveCSS(
        'padding',
        /[1-9]/,
      )
    },
  },
  'the notes': {
    lost: /\/NotesPane-[\w-]+\.js$/,
    open: free,
    says: 'The notes could not be loaded.',
    there: seen('Write a query and press Run.'),
  },
  'the plans': {
    lost: /\/Plans-[\w-]+\.js$/,
    open: async (workbench, page) => {
      await lesson(workbench, page)
      await workbench.button(/^Show the figures/).click()
    },
    says: 'The plans could not be loaded.',
    there: (_, page) => expect(page.getByRole('heading', { name: 'Findings' })).toBeVisible(),
  },
  'the console': {
    lost: /\/ConsoleView-[\w-]+\.js$/,
    open: tab('Console'),
    says: 'The console could not be loaded.',
    there: (_, page) => expect(page.getByRole('log')).toBeVisible(),
  },
  'the schema': {
    lost: /\/SchemaView-[\w-]+\.js$/,
    open: tab('Schema'),
    says: 'The schema could not be loaded.',
    there: (_, page) => expect(page.getByText('auth_user').first()).toBeVisible(),
  },
  'the history': {
    lost: /\/HistoryView-[\w-]+\.js$/,
    open: tab('History'),
    says: 'The history could not be loaded.',
    there: seen(/Every text that you run/),
  },
  'the page that reads plans': {
    lost: /\/PastePlanPage-[\w-]+\.js$/,
    open: async (_, page) => {
      await page.goto('/#/plan')
    },
    says: 'The page that reads plans could not be loaded.',
    there: (_, page) => expect(page.getByRole('heading', { level: 1 })).toBeVisible(),
  },
  'the full editor': {
    lost: /\/monaco-[\w-]+\.js$/,
    open: free,
    says: 'The full editor could not be loaded.',
    there: (workbench) => workbench.editorReady(),
  },
  'the styles of the full editor': {
    lost: /\/monaco-[\w-]+\.css$/,
    open: free,
    says: 'The full editor could not be loaded.',
    there: async (workbench, page) => {
      await workbench.editorReady()
      await expect(page.locator('.monaco-editor .margin').first()).toHaveCSS('position', 'absolute')
    },
  },
  'a link’s code': {
    lost: /\/share-link-[\w-]+\.js$/,
    open: async (_, page) => {
      await page.goto('/#/x/v1.qlZKUrKqVlIqULJSKlayUjJUUlIqBBEA')
    },
    says: 'The code for links could not be loaded.',
    there: (_, page) =>
      expect(page.getByRole('heading', { name: /link cannot be opened|Shared experiment/ })).toBeVisible(),
  },
}

for (const [name, { lost, open, says, there }] of Object.entries(PARTS)) {
  test(`${name}: its place says that it is missing, and another attempt brings it`, async ({
    workbench,
    page,
  }) => {
    await page.route(lost, (route) => route.abort())
    await open(workbench, page)
    const told = page.getByRole('alert').filter({ hasText: says })
    await expect(told).toContainText(WHY)
    await expect(told.getByRole('button', { name: 'Reload' })).toBeVisible()
    await page.unroute(lost)
    await told.getByRole('button', { name: 'Try again' }).click()
    await there(workbench, page)
    await expect(told).toBeHidden()
  })
}

/** A new deployment: the server answers with its page for what it does not have. */
test('a part that the site has no more is told by the same words, and Reload keeps the text', async ({
  workbench,
  page,
}) => {
  await workbench.openFree()
  await workbench.write('query', 'SELECT 42 AS kept')
  const lost = /\/ConsoleView-[\w-]+\.js$/
  await page.route(lost, (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }))
  await workbench.tab('Console').click()
  const told = page.getByRole('alert').filter({ hasText: 'The console could not be loaded.' })
  await expect(told).toContainText(WHY)
  await page.unroute(lost)
  await told.getByRole('button', { name: 'Reload' }).click()
  await workbench.editorReady()
  await expect(workbench.lines('query')).toHaveText(/SELECT\s42\sAS\skept/)
  await workbench.tab('Console').click()
  await expect(page.getByRole('log')).toBeVisible()
})

for (const [name, lost] of Object.entries({
  'the interface': /\/mount-[\w-]+\.js$/,
  'the application': /\/compose-[\w-]+\.js$/,
  'the first script': /\/index-[\w-]+\.js$/,
})) {
  test(`a page without ${name} says so and offers Reload`, async ({ workbench, page }) => {
    await page.route(lost, (route) => route.abort())
    await page.goto('/#/lesson/invitation-code')
    const told = page.getByRole('alert')
    await expect(told).toContainText(WHY)
    await expect(told).toBeInViewport()
    await page.unroute(lost)
    await told.getByRole('button', { name: 'Reload' }).click()
    await workbench.uncover()
  })
}

test('grading that does not arrive is told in the verdict’s place, and Run works once it does', async ({
  workbench,
  page,
}) => {
  const lost = /\/grader-[\w-]+\.js$/
  await page.route(lost, (route) => route.abort())
  await workbench.open('invitation-code')
  await expect(workbench.verdict).toContainText('The grading could not be loaded')
  await expect(workbench.verdict).toContainText(WHY)
  await page.unroute(lost)
  await workbench.editorReady()
  await workbench.runByKey()
  await expect(workbench.verdict.getByRole('heading')).toContainText('Not yet')
})

test('a file that cannot be made is told', async ({ workbench, page }) => {
  const lost = /\/format-[\w-]+\.js$/
  await workbench.openFree()
  await page.route(lost, (route) => route.abort())
  await workbench.button('Download as a .sql file').click()
  await expect(page.getByRole('region', { name: 'Messages' })).toContainText('The file could not be made.')
  await page.unroute(lost)
  const download = page.waitForEvent('download')
  await workbench.button('Download as a .sql file').click()
  await download
})
