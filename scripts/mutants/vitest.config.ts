/** How Vitest runs for Stryker: only the unit tests beside the mutated module, nothing of the page's build. */
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: (process.env['MUTANTS_TESTS'] ?? '').split(','),
    environment: 'node',
    // One worker for all files of a run: a mutant costs half. Stryker sees to a new worker for each mutant.
    isolate: false,
    // A busy machine must not count as a killed mutant; endless loops are found by Stryker's hit counter.
    testTimeout: 120_000,
  },
})
