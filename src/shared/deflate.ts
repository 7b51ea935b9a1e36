/** Deflate without a header, by the platform's own streams (browsers, and Node from 20 on). */
import { err, ok, type Result } from './result.ts'

export async function deflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}

export type InflateError =
  { readonly kind: 'damaged' } | { readonly kind: 'too-large'; readonly limit: number }

/**
 * Inflates at most `limit` bytes: what would become larger is given up as soon as it does. Bytes after the end of
 * the deflated data are an error in browsers and ignored by Node: rule them out by a checksum.
 */
export async function inflate(
  bytes: Uint8Array<ArrayBuffer>,
  limit: number,
): Promise<Result<Uint8Array<ArrayBuffer>, InflateError>> {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'))
  const reader = stream.getReader()
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      size += value.length
      if (size > limit) {
        await reader.cancel()
        return err({ kind: 'too-large', limit })
      }
      chunks.push(value)
    }
  } catch {
    return err({ kind: 'damaged' })
  }
  const whole = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return ok(whole)
}
