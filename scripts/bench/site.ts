/** Builds the playground together with the bare page it is compared with, and serves both on loopback. */
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { build, preview, type PreviewServer } from 'vite'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const OUT = fileURLToPath(new URL('../../.cache/bench', import.meta.url))

export interface Site {
  readonly url: string
  readonly close: () => Promise<void>
}

export async function startSite(): Promise<Site> {
  await build({
    root: ROOT,
    logLevel: 'error',
    build: {
      outDir: OUT,
      emptyOutDir: true,
      rollupOptions: { input: { main: `${ROOT}index.html`, bare: `${ROOT}tests/bench/bare.html` } },
    },
  })
  const server: PreviewServer = await preview({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    build: { outDir: OUT },
    preview: { port: 0, host: '127.0.0.1' },
  })
  const url = server.resolvedUrls?.local[0]
  if (!url) throw new Error('The site could not be served.')
  return { url, close: () => server.close() }
}

/** Path of a Chromium, as the tests find it. */
export function chromiumPath(): string {
  const path = execFileSync('node', [`${ROOT}scripts/find-chromium.mjs`], { encoding: 'utf8' })
  if (path === '') throw new Error('No Chromium found: install one, or set CHROMIUM_PATH.')
  return path
}
