/** Addresses of the playground: everything after `#`, so that a static host serves every page. */

export type Route =
  | { readonly kind: 'course' }
  | { readonly kind: 'lesson'; readonly id: string }
  /** An experiment carried by the link itself; `payload` is what follows `#/x/`. */
  | { readonly kind: 'shared'; readonly payload: string }
  | { readonly kind: 'free' }
  /** Plans from elsewhere, pasted and explained. */
  | { readonly kind: 'plan' }
  | { readonly kind: 'unknown'; readonly hash: string }

/** Reads `location.hash`; the empty hash is the course. */
export function parseHash(hash: string): Route {
  const path = hash.replace(/^#/, '')
  if (path === '' || path === '/') return { kind: 'course' }
  if (path === '/free') return { kind: 'free' }
  if (path === '/plan') return { kind: 'plan' }
  const lesson = /^\/lesson\/([^/]+)\/?$/.exec(path)?.[1]
  if (lesson !== undefined) return { kind: 'lesson', id: decoded(lesson) }
  const payload = /^\/x\/(.+)$/s.exec(path)?.[1]
  if (payload !== undefined) return { kind: 'shared', payload }
  return { kind: 'unknown', hash }
}

/** The hash that `parseHash` reads as `route`. */
export function printHash(route: Route): string {
  switch (route.kind) {
    case 'course':
      return '#/'
    case 'lesson':
      return `#/lesson/${encodeURIComponent(route.id)}`
    case 'shared':
      return `#/x/${route.payload}`
    case 'free':
      return '#/free'
    case 'plan':
      return '#/plan'
    case 'unknown':
      return route.hash
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
