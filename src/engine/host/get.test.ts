import { afterEach, expect, it, vi } from 'vitest'
import { LoadError } from '../contract/index.ts'
import { FakeSite } from '../testing/fake-site.ts'
import { get } from './get.ts'

afterEach(() => vi.unstubAllGlobals())

const URL = 'http://site/file'

async function failure(of: Promise<unknown>): Promise<LoadError> {
  const error: unknown = await of.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (error instanceof LoadError) return error
  throw new Error(`It gave ${String(error)}.`)
}

it('gives the answer', async () => {
  new FakeSite().open().serve('/file', 'content')
  expect(await (await get(URL, 'It')).text()).toBe('content')
})

it.each([
  ['no network', 'offline', 'offline', 'It could not be loaded: the network is not reachable.'],
  [
    '404',
    { status: 404 },
    'outdated',
    'It could not be loaded: another version of this site has taken its place.',
  ],
  [
    '410',
    { status: 410 },
    'outdated',
    'It could not be loaded: another version of this site has taken its place.',
  ],
  [
    'the site’s first page',
    { type: 'text/html; charset=utf-8' },
    'outdated',
    'It could not be loaded: another version of this site has taken its place.',
  ],
  ['500', { status: 500 }, 'server', 'It could not be loaded: the server answered 500.'],
  [
    '403 as a page',
    { status: 403, type: 'text/html' },
    'server',
    'It could not be loaded: the server answered 403.',
  ],
] as const)('%s is told', async (_name, answer, reason, message) => {
  const site = new FakeSite().open()
  site.files.set('/file', answer === 'offline' ? answer : () => answer)
  expect(await failure(get(URL, 'It'))).toMatchObject({ name: 'LoadError', reason, message })
})

it.each([{ status: 404 }, { type: 'text/html' }])(
  '%j means what the caller says that it means',
  async (answer) => {
    const site = new FakeSite().open()
    site.files.set('/file', () => answer)
    const absent = { reason: 'no-dataset', message: 'There is none.' } as const
    expect(await failure(get(URL, 'It', absent))).toMatchObject(absent)
  },
)
