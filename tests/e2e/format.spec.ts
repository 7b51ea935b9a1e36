/** Formatting a pane, by its button and by its shortcut. */
import { expect, test } from './workbench.ts'

test('the shortcut lays the query out in one step of undo, and the formatter is loaded only then', async ({
  workbench,
  page,
}) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  const formatter = () => asked.filter((url) => /\/format-[^/]*\.js$/.test(url)).length
  await workbench.openFree()
  await workbench.write(
    'query',
    'select id,email from auth_user where id=1;\n-- @for-each-row\nselect :id, $$ a  b $$',
  )
  // Experiment files have a format, too.
  const before = formatter()
  await page.keyboard.press('Shift+Alt+F')
  const lines = workbench.lines('query')
  await expect(lines).toHaveText(
    /^SELECT\s+id,\s+email\s*FROM\s+auth_user\s*WHERE\s+id\s=\s1;\s*--\s@for-each-row\s*SELECT\s+:id,\s+\$\$\sa\s\sb\s\$\$$/,
  )
  expect(formatter()).toBeGreaterThan(before)
  await page.keyboard.press('ControlOrMeta+z')
  await expect(lines).toHaveText(/^select\sid,email\sfrom/)
})

test('the button formats its own pane; what cannot be read is refused and stays', async ({
  workbench,
  page,
}) => {
  await workbench.openFree()
  await workbench.write('changes', 'create index on auth_user(email)')
  await page.getByRole('button', { name: 'Format Changes' }).click()
  await expect(workbench.lines('changes')).toHaveText(/^CREATE\sINDEX\sON\sauth_user/)
  await workbench.write('changes', 'select $$open')
  await page.getByRole('button', { name: 'Format Changes' }).click()
  await expect(page.getByText('The text was not formatted')).toBeVisible()
  await expect(workbench.lines('changes')).toHaveText(/^select\s\$\$open/)
})
