/**
 * Digests over result rows, computed while they stream past, so that two results of any size can be compared
 * without keeping them. Two 32-bit lanes of a multiply-xorshift hash per row (the mixing constants are
 * MurmurHash3's); good against accident, not made against a forger, who would have to forge rows that a
 * learner can see anyway.
 */
const C1 = 0xcc9e2d51
const C2 = 0x1b873593

function finish(h: number): number {
  h ^= h >>> 16
  h = Math.imul(h, 0x85ebca6b)
  h ^= h >>> 13
  h = Math.imul(h, 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

const hex = (n: number) => (n >>> 0).toString(16).padStart(8, '0')

/** Accumulates rows in wire format (a DataRow body: column count, then length and bytes of each value). */
export class RowDigest {
  private count = 0
  private bagA = 0
  private bagB = 0
  private listA = 0x9747b28c
  private listB = 0x3c6ef372

  /** Adds one DataRow body, `bytes[start, end)`. NULL has length -1 there, so it differs from ''. */
  add(bytes: Uint8Array, start: number, end: number): void {
    let a = 0x2f0b4a27
    let b = 0x51ed270b
    for (let i = start; i < end; i++) {
      const byte = bytes[i] as number
      a = Math.imul(a ^ byte, C1)
      a = (a << 15) | (a >>> 17)
      b = Math.imul(b ^ byte, C2)
      b = (b << 13) | (b >>> 19)
    }
    a = finish(a ^ (end - start))
    b = finish(b + (end - start))
    this.count++
    this.bagA = (this.bagA + a) | 0
    this.bagB = (this.bagB + Math.imul(b, b | 1)) | 0
    this.listA = finish(Math.imul(this.listA, 31) ^ a)
    this.listB = finish(Math.imul(this.listB, 37) ^ b)
  }

  /** Digest that does not depend on the order of the rows; `types` are the columns' type OIDs. */
  bag(types: readonly number[]): string {
    return `${this.count}:${types.join(',')}:${hex(this.bagA)}${hex(this.bagB)}`
  }

  /** Digest that depends on the order of the rows. */
  list(types: readonly number[]): string {
    return `${this.count}:${types.join(',')}:${hex(this.listA)}${hex(this.listB)}`
  }
}
