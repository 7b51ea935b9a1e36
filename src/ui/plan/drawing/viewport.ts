/** Zoom and pan as numbers. A view maps world to screen: `screen = world × k + (x, y)`. */
import type { Box } from './layout.ts'

export interface View {
  readonly x: number
  readonly y: number
  /** Zoom: 1 = a card's text at its natural size. */
  readonly k: number
}

export interface Size {
  readonly width: number
  readonly height: number
}

export const MIN_ZOOM = 0.02
export const MAX_ZOOM = 2.5
/** Zoom under which a card's small text cannot be read, and under which not even its title. */
export const BRIEF_BELOW = 0.6
export const BLOCK_BELOW = 0.3

const PADDING = 20

export type Detail = 'full' | 'brief' | 'block'

/** How much of a card is drawn at this zoom. */
export const detailAt = (k: number): Detail =>
  k < BLOCK_BELOW ? 'block' : k < BRIEF_BELOW ? 'brief' : 'full'

const bounded = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high)

/** Zoom at which the whole drawing is visible, at most 1. */
export function fitZoom(content: Box, size: Size): number {
  const width = Math.max(1, content.x1 - content.x0)
  const height = Math.max(1, content.y1 - content.y0)
  const k = Math.min((size.width - 2 * PADDING) / width, (size.height - 2 * PADDING) / height)
  return bounded(k, MIN_ZOOM, 1)
}

/** The whole drawing, centred across, from the top. */
export function fit(content: Box, size: Size, k = fitZoom(content, size)): View {
  return { k, x: size.width / 2 - ((content.x0 + content.x1) / 2) * k, y: PADDING - content.y0 * k }
}

/** What a drawing opens with: all of it where that can be read, else its top at a size that can. */
export function opening(content: Box, root: Box, size: Size): View {
  const k = fitZoom(content, size)
  if (k >= 0.72) return fit(content, size, k)
  const readable = size.width < 560 ? 0.8 : 0.72
  const across = (content.x1 - content.x0) * readable <= size.width - 2 * PADDING
  if (across) return fit(content, size, readable)
  return {
    k: readable,
    x: size.width / 2 - ((root.x0 + root.x1) / 2) * readable,
    y: PADDING - root.y0 * readable,
  }
}

/** Keeps the drawing in reach: what fits stays inside, what does not can be moved to its edges and a little beyond. */
export function clamp(view: View, content: Box, size: Size): View {
  const along = (offset: number, low: number, high: number, room: number): number => {
    const a = PADDING - low * view.k
    const b = room - PADDING - high * view.k
    return bounded(offset, Math.min(a, b), Math.max(a, b))
  }
  return {
    k: view.k,
    x: along(view.x, content.x0, content.x1, size.width),
    y: along(view.y, content.y0, content.y1, size.height),
  }
}

/** Zooms by a factor and keeps the world's point under (px, py) of the screen where it is. */
export function zoomAt(view: View, factor: number, px: number, py: number): View {
  const k = bounded(view.k * factor, MIN_ZOOM, MAX_ZOOM)
  const ratio = k / view.k
  return { k, x: px - (px - view.x) * ratio, y: py - (py - view.y) * ratio }
}

/** The part of the world that is on the screen, wider by `margin` screens on each side. */
export function visible(view: View, size: Size, margin = 0): Box {
  const dx = size.width * margin
  const dy = size.height * margin
  return {
    x0: (-view.x - dx) / view.k,
    y0: (-view.y - dy) / view.k,
    x1: (size.width - view.x + dx) / view.k,
    y1: (size.height - view.y + dy) / view.k,
  }
}

export const overlaps = (a: Box, b: Box): boolean =>
  a.x0 <= b.x1 && a.x1 >= b.x0 && a.y0 <= b.y1 && a.y1 >= b.y0

export const contains = (outer: Box, inner: Box): boolean =>
  outer.x0 <= inner.x0 && outer.y0 <= inner.y0 && outer.x1 >= inner.x1 && outer.y1 >= inner.y1

/** Moves as little as needed to bring the box onto the screen. */
export function reveal(view: View, box: Box, size: Size): View {
  const along = (offset: number, low: number, high: number, room: number): number => {
    const start = low * view.k + offset
    const end = high * view.k + offset
    if (end - start > room - 2 * PADDING || start < PADDING) return offset + PADDING - start
    if (end > room - PADDING) return offset + room - PADDING - end
    return offset
  }
  return {
    k: view.k,
    x: along(view.x, box.x0, box.x1, size.width),
    y: along(view.y, box.y0, box.y1, size.height),
  }
}

/** Puts the box into the middle of the screen. */
export function centre(view: View, box: Box, size: Size): View {
  return {
    k: view.k,
    x: size.width / 2 - ((box.x0 + box.x1) / 2) * view.k,
    y: size.height / 2 - ((box.y0 + box.y1) / 2) * view.k,
  }
}
