/** Parts of the page that are loaded when they are needed first. */

/** A part did not arrive: the connection failed, or the site has been replaced by a version without it. */
export class NotLoaded extends Error {
  override name = 'NotLoaded'
  constructor(part: string, cause: unknown) {
    super(`${part} could not be loaded.`, { cause })
  }
}

/**
 * Loads a part.
 * @param part what it is, as the subject of a sentence: `The console`
 * @throws NotLoaded
 */
export async function loadPart<T>(part: string, load: () => Promise<T>): Promise<T> {
  try {
    return await load()
  } catch (cause) {
    throw new NotLoaded(part, cause)
  }
}
