/**
 * Bytes for PostgreSQL's /dev/urandom, from a seed. PostgreSQL seeds random(), gen_random_uuid() and ANALYZE's
 * row sample from that device; with this in its place they give the same values in every engine.
 */
export interface SeededRandom {
  /** The next byte, 0 to 255. */
  nextByte(): number
  /** Starts the sequence of `seed` anew. */
  reseed(seed: number): void
}

/** A 32-bit mixing generator (Weyl sequence with two rounds of multiply and xor-shift); not for secrets. */
export function seededRandom(seed: number): SeededRandom {
  let state = seed >>> 0
  return {
    nextByte() {
      state = (state + 0x9e3779b9) >>> 0
      let mixed = Math.imul(state ^ (state >>> 16), 0x85ebca6b)
      mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
      return (mixed ^ (mixed >>> 16)) & 255
    },
    reseed(next) {
      state = next >>> 0
    },
  }
}
