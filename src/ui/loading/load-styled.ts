/** Loading parts of the interface, which come with style sheets of their own. */
import { loadPart } from '../../shared/not-loaded.ts'

/** Loads a part with its styles. @throws NotLoaded */
export const loadStyled = <T>(part: string, load: () => Promise<T>): Promise<T> =>
  loadPart(part, async () => {
    await fetchLostStyles()
    return load()
  })

/**
 * Vite asks for each style sheet once; one that failed stays in the page without content, and the next attempt would
 * take it for loaded. @throws Event of a style sheet that fails again
 */
async function fetchLostStyles(): Promise<void> {
  const links = document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')
  await Promise.all(
    [...links]
      .filter((link) => link.dataset['lost'] === '')
      .map(
        (link) =>
          new Promise((resolve, reject) => {
            const again = document.createElement('link')
            again.rel = 'stylesheet'
            again.href = link.href
            again.addEventListener('load', resolve)
            again.addEventListener('error', reject)
            link.replaceWith(again)
          }),
      ),
  )
}

// Errors of resources do not bubble, but they can be captured.
addEventListener(
  'error',
  ({ target }) => {
    if (target instanceof HTMLLinkElement && target.rel === 'stylesheet') target.dataset['lost'] = ''
  },
  { capture: true },
)
