/**
 * What the bench compares with: a page that starts the same PGlite, on the same snapshot in a worker of the same
 * kind, and only answers `select 1`; with `?stock`, PGlite as its package starts it, with initdb.
 */
import { createBrowserEngine } from '../../src/engine/host/client.ts'

const baseUrl = new URL('../../', location.href).href

async function answer(): Promise<string> {
  if (new URLSearchParams(location.search).has('stock')) {
    const { PGlite } = await import('@electric-sql/pglite')
    const database = await PGlite.create()
    return JSON.stringify((await database.query('select 1')).rows)
  }
  const engine = createBrowserEngine({
    dataset: 'entreprinder',
    scale: 0.5,
    baseUrl,
    standby: new URLSearchParams(location.search).has('standby'),
  })
  const outcome = await engine.console(
    { dataset: 'entreprinder', scale: 0.5, changes: '', query: '' },
    'select 1',
  )
  Object.assign(window, { engine })
  return JSON.stringify(outcome)
}

const text = await answer()
const place = document.querySelector('#answer')
if (place) place.textContent = text
performance.mark('answered')
