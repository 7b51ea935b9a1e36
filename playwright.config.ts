import { execFileSync } from 'node:child_process'
import { defineConfig } from '@playwright/test'

/** Of the system, of Playwright, or the one in CHROMIUM_PATH; see the script. */
const executablePath =
  process.env['CHROMIUM_PATH'] || execFileSync('node', ['scripts/find-chromium.mjs'], { encoding: 'utf8' })
const port = Number(process.env['E2E_PORT'] ?? 4173)

/** Browser tests, on the built site: `npm run build` comes first. */
export default defineConfig({
  testDir: 'tests/e2e',
  // Each page holds a database or two, which keep a processor busy for half of a test's time.
  workers: 2,
  fullyParallel: true,
  timeout: 240_000,
  expect: { timeout: 60_000 },
  reporter: process.env['CI'] ? 'dot' : 'list',
  outputDir: '.cache/e2e',
  use: {
    baseURL: `http://localhost:${port}`,
    viewport: { width: 1440, height: 900 },
    trace: 'off',
    launchOptions: {
      executablePath,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: {
    command: `npx vite preview --port ${port} --strictPort`,
    port,
    reuseExistingServer: true,
  },
})
