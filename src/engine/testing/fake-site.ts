/** A site that serves what a test gives it, in place of `fetch`. */
import { vi } from 'vitest'

type Body = string | Uint8Array | ReadableStream<Uint8Array>

interface Served {
  readonly status?: number
  readonly type?: string
  readonly body?: Body
}

/** What an address gives: an answer, made anew each time, or no answer at all. */
export type Serving = (() => Served) | 'offline'

export class FakeSite {
  /** Paths that were asked for, in order. */
  readonly asked: string[] = []
  readonly files = new Map<string, Serving>()

  /** Puts itself in place of `fetch` until `vi.unstubAllGlobals`. */
  open(): this {
    vi.stubGlobal('fetch', (input: string | URL) => this.fetch(String(input)))
    return this
  }

  serve(path: string, body: Body, type = 'application/octet-stream'): void {
    this.files.set(path, () => ({ body, type }))
  }

  private fetch(url: string): Promise<Response> {
    const { pathname } = new URL(url)
    this.asked.push(pathname)
    const serving: Serving = this.files.get(pathname) ?? (() => ({ status: 404 }))
    if (serving === 'offline') return Promise.reject(new TypeError('fetch failed'))
    const { status = 200, type = 'text/plain', body } = serving()
    return Promise.resolve(
      new Response((body ?? null) as BodyInit | null, { status, headers: { 'content-type': type } }),
    )
  }
}
