/**
 * A plug-in of Stryker: of a module's mutants only a random sample is tried. Plain JavaScript, because Stryker loads it
 * in processes of its own, which know no TypeScript.
 */
import { createHash } from 'node:crypto'

/**
 * The place of a mutant in the drawing of lots: the mutants with the lowest numbers are the sample.
 *
 * @param {number} seed
 * @param {string} id the mutant's number in this run
 */
export const lot = (seed, id) => createHash('md5').update(`${seed}:${id}`).digest('hex')

/**
 * Lets the `size` covered mutants with the lowest lots through. Mutants that no test covers never come here; as the
 * sample is what has the lowest lots of all, its covered part is always among these.
 *
 * @param {{ mutantSample: { size: number, seed: number } }} options Stryker's options
 */
function createSampleChecker({ mutantSample: { size, seed } }) {
  return {
    init: async () => {},
    group: async (/** @type {{ id: string }[]} */ mutants) => [mutants.map(({ id }) => id)],
    check: async (/** @type {{ id: string }[]} */ mutants) => {
      const drawn = mutants
        .map(({ id }) => id)
        .sort((a, b) => lot(seed, a).localeCompare(lot(seed, b)))
        .slice(0, size)
      return Object.fromEntries(
        mutants.map(({ id }) => [
          id,
          drawn.includes(id)
            ? { status: 'passed' }
            : { status: 'compileError', reason: 'not in the random sample' },
        ]),
      )
    },
  }
}
createSampleChecker.inject = ['options']

export const strykerPlugins = [{ kind: 'Checker', name: 'sample', factory: createSampleChecker }]
