/**
 * Ratios measured in one run on one machine: `npm run bench`. No figure here is a test; absolute times only say
 * how busy the machine was.
 */
import { benchBrowser } from './bench/browser.ts'
import { benchNative } from './bench/native.ts'
import { command } from './lib/arguments.ts'

await command(async () => {
  await benchBrowser()
  await benchNative()
  return 0
})
