// Prints the path of a Chromium for the browser tests, or nothing: CHROMIUM_PATH, the system's, or Playwright's own.
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

const candidates = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  chromium.executablePath(),
]
process.stdout.write(candidates.find((path) => path && existsSync(path)) ?? '')
