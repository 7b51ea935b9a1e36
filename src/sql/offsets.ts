/** Positions in a text: PostgreSQL counts characters (errors) or UTF-8 bytes (parse trees), JavaScript UTF-16 units. */

// eslint-disable-next-line no-control-regex
const ASCII = /^[\0-\x7f]*$/

/** Maps UTF-8 byte offsets of `text` to UTF-16 offsets. */
export function byteOffsets(text: string): (byte: number) => number {
  if (ASCII.test(text)) return (byte) => byte
  const units = new Uint32Array(text.length * 3 + 1)
  let byte = 0
  for (let unit = 0; unit < text.length;) {
    const code = text.codePointAt(unit) ?? 0
    const bytes = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
    units.fill(unit, byte, byte + bytes)
    byte += bytes
    unit += bytes === 4 ? 2 : 1
  }
  units[byte] = text.length
  return (offset) => units[offset] ?? text.length
}

/** UTF-16 offset of the `codePoint`-th character of `text`, counted from 0. Beyond the end gives the end. */
export function codePointOffset(text: string, codePoint: number): number {
  if (ASCII.test(text)) return Math.min(codePoint, text.length)
  let unit = 0
  for (let seen = 0; seen < codePoint && unit < text.length; seen++) {
    unit += (text.codePointAt(unit) ?? 0) > 0xffff ? 2 : 1
  }
  return unit
}
