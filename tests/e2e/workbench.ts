/** The page as the tests use it: by what a person sees. */
import { expect, test as base, type Locator, type Page } from '@playwright/test'

export { expect }

export const GOOD_INDEX =
  'CREATE INDEX message_by_connection ON crush_lu_connectionmessage (connection_id, sent_at DESC);'

/** Longer texts are pasted. */
const TYPED = 10_000

type PaneName = 'changes' | 'query'

export class Workbench {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** Opens a lesson, its question skipped, and waits for its baseline. */
  async open(lesson = 'composite-top-n'): Promise<void> {
    await this.page.goto(`/#/lesson/${lesson}`)
    await this.uncover()
  }

  /** Skips the lesson's question where it asks one, and waits for the baseline's figures. */
  async uncover(): Promise<void> {
    const cover = this.button(/^Show the figures/)
    await expect(cover.or(this.figure('before'))).toBeVisible()
    if (await cover.isVisible()) await cover.click()
    await expect(this.figure('before')).toHaveText(/\d/)
  }

  /** Opens a blank experiment. */
  async openFree(): Promise<void> {
    await this.page.goto('/#/free')
    await this.editorReady()
  }

  /** Waits until the reference solution is measured too and nothing runs any more. */
  async atRest(): Promise<void> {
    await expect(this.verdict.getByText(/^At most \d+ rows read$/)).toBeVisible()
    await this.editorReady()
  }

  /** The large number of a side. */
  figure(side: 'before' | 'after'): Locator {
    return this.page
      .getByRole('row', { name: /^buffers/ })
      .getByRole('cell')
      .nth(side === 'before' ? 0 : 1)
  }

  get verdict(): Locator {
    return this.page.getByRole('region', { name: 'Verdict' })
  }

  get result(): Locator {
    return this.page.getByRole('region', { name: 'Result', exact: true })
  }

  pane(name: PaneName): Locator {
    return this.page.locator(`[data-pane="${name}"] .monaco-editor`).first()
  }

  /** The text of a pane as it is drawn, line by line. */
  lines(name: PaneName): Locator {
    return this.page.locator(`[data-pane="${name}"] .view-lines`)
  }

  async editorReady(): Promise<void> {
    await expect(this.pane('changes')).toBeVisible()
    await expect(this.pane('query')).toBeVisible()
  }

  /** Replaces a pane's text, as a paste does. */
  async write(name: PaneName, text: string): Promise<void> {
    await this.editorReady()
    await this.lines(name).click()
    await this.page.keyboard.press('ControlOrMeta+a')
    await this.page.keyboard.press('Delete')
    if (text.length > TYPED) await this.paste(text)
    else if (text !== '') await this.page.keyboard.insertText(text)
  }

  private async paste(text: string): Promise<void> {
    await this.page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await this.page.evaluate((content) => navigator.clipboard.writeText(content), text)
    await this.page.keyboard.press('ControlOrMeta+v')
  }

  async runByKey(): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+Enter')
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name })
  }

  tab(name: string): Locator {
    return this.page.getByRole('tab', { name, exact: true })
  }
}

/** A test with a workbench; an error that the page throws fails it. */
export const test = base.extend<{ workbench: Workbench }>({
  page: async ({ page }, use) => {
    await use(page)
    // What the page still asks for at the end is nobody's: a handler that is answering then would fail the test.
    if (!page.isClosed()) await page.unrouteAll({ behavior: 'ignoreErrors' })
  },
  workbench: async ({ page }, use) => {
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(error.message))
    await use(new Workbench(page))
    expect(errors).toEqual([])
  },
})
