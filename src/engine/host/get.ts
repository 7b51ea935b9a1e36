/** Fetching a file of the site, with the reasons why it does not come told apart. */
import { LoadError, type LoadFailure } from '../contract/index.ts'

/** Answers of a server that has no such file. */
const ABSENT: ReadonlySet<number> = new Set([404, 410])

/**
 * Fetches a file of the site.
 * @param what the subject of a sentence
 * @param absent the failure where the site has no such file: files are named by their content, so that one which is
 *   gone was replaced by another version's
 * @throws LoadError
 */
export async function get(
  url: string,
  what: string,
  absent: LoadFailure = {
    reason: 'outdated',
    message: `${what} could not be loaded: another version of this site has taken its place.`,
  },
): Promise<Response> {
  const response = await fetch(url).catch(() => {
    throw new LoadError('offline', `${what} could not be loaded: the network is not reachable.`)
  })
  // Some hosts answer every unknown address with the site's first page.
  const isPage = response.headers.get('content-type')?.includes('text/html') === true
  if (ABSENT.has(response.status) || (response.ok && isPage))
    throw new LoadError(absent.reason, absent.message)
  if (!response.ok)
    throw new LoadError('server', `${what} could not be loaded: the server answered ${response.status}.`)
  return response
}
