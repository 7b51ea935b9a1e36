import { expect, test } from './workbench.ts'

test('what is typed before Monaco is there is not lost', async ({ workbench, page }) => {
  let release = () => {}
  const held = new Promise<void>((resolve) => (release = resolve))
  await page.route(/monaco-.*\.js$/, async (route) => {
    await held
    await route.continue()
  })
  await page.goto('/#/lesson/composite-top-n')
  const field = page.getByRole('textbox', { name: 'Changes, SQL' })
  await field.click()
  await page.keyboard.type('CREATE INDEX early ')
  release()
  await workbench.editorReady()
  await expect(workbench.lines('changes')).toHaveText(/CREATE\sINDEX\searly/)
  // The caret stayed where it was.
  await page.keyboard.type('ON x')
  await expect(workbench.lines('changes')).toHaveText(/CREATE\sINDEX\searly\sON\sx/)
})

test('a text survives a reload, and Monaco that cannot be loaded', async ({ workbench, page }) => {
  await workbench.open()
  await workbench.write('changes', '-- kept')
  await page.route(/monaco-.*\.js$/, (route) => route.abort())
  await page.reload()
  await expect(page.getByRole('textbox', { name: 'Changes, SQL' })).toHaveValue('-- kept')
  await expect(workbench.figure('before')).toHaveText(/\d/)
  await page.getByRole('textbox', { name: 'Query, SQL' }).focus()
  await workbench.runByKey()
  await expect(workbench.verdict.getByRole('heading')).toContainText('Not yet')
})

test('an experiment file fills both panes, and is what Download gives', async ({ workbench, page }) => {
  await workbench.openFree()
  const text = '-- @changes\nCREATE INDEX a ON auth_user (email);\n-- @query\nSELECT 7 AS seven;\n'
  await page
    .getByLabel('Experiment file')
    .setInputFiles({ name: 'mine.sql', mimeType: 'application/sql', buffer: Buffer.from(text) })
  await expect(workbench.lines('changes')).toHaveText(/CREATE\sINDEX\sa/)
  await expect(workbench.lines('query')).toHaveText(/SELECT\s7/)
  const download = page.waitForEvent('download')
  await workbench.button('Download as a .sql file').click()
  const stream = await (await download).createReadStream()
  let content = ''
  for await (const chunk of stream) content += String(chunk)
  expect(content).toContain(
    '-- @changes\nCREATE INDEX a ON auth_user (email);\n-- @query\nSELECT 7 AS seven;',
  )
})

test('a pasted experiment is offered to be split', async ({ workbench, page }) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await workbench.openFree()
  await page.evaluate(() =>
    navigator.clipboard.writeText('-- @changes\nANALYZE auth_user;\n-- @query\nSELECT 8;\n'),
  )
  await workbench.lines('query').click()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.press('ControlOrMeta+v')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('button').last()).toHaveText('Keep it as pasted')
  await dialog.getByRole('button', { name: 'Fill both panes' }).click()
  await expect(workbench.lines('changes')).toHaveText(/ANALYZE\sauth_user/)
  await expect(workbench.lines('query')).toHaveText(/^SELECT\s8;$/)
})

test('a pasted text with an @ is only text', async ({ workbench, page }) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await workbench.openFree()
  const paste = async (text: string) => {
    await page.evaluate((copied) => navigator.clipboard.writeText(copied), text)
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.press('ControlOrMeta+v')
  }
  await workbench.lines('query').click()
  // The first one asks, which also loads what looks at pasted text: from here on a question would come at once.
  await paste('-- @query\nSELECT 8;')
  await page.getByRole('dialog').getByRole('button', { name: 'Keep it as pasted' }).click()
  await expect(workbench.lines('query')).toHaveText(/^--\s@query\s*SELECT\s8;$/)
  for (const text of [
    "SELECT * FROM crush_lu_crushprofile WHERE preferences @> '{}'",
    "SELECT 'someone@example.org' AS mail, @ -5 AS absolute",
    'SELECT 1 AS id;\n-- @for-each-row\nSELECT :id AS again',
  ]) {
    await workbench.lines('query').click()
    await paste(text)
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.insertText('SELECT 9')
    await expect(workbench.lines('query')).toHaveText(/^SELECT\s9$/)
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
})
