/**
 * Zoom and pan of one drawing. Gestures move the drawing's layer directly; React hears only of what changes what is
 * drawn: another level of detail, or a window that the drawn part no longer covers.
 */
import type { Box } from './layout.ts'
import {
  centre,
  clamp,
  contains,
  detailAt,
  fit,
  fitZoom,
  opening,
  reveal,
  visible,
  zoomAt,
  type Detail,
  type Size,
  type View,
} from './viewport.ts'

/** What has to be drawn: everything inside `window`, at this level of detail. */
export interface Frame {
  readonly detail: Detail
  readonly window: Box
  readonly size: Size
  /** True where the whole drawing does not fit at a readable size, so that an overview map helps. */
  readonly large: boolean
}

const NOWHERE: Box = { x0: 0, y0: 0, x1: 0, y1: 0 }
const DRAG_STARTS = 4
/** Drawn beyond the screen on each side, in screens, so that small moves draw nothing new. */
const MARGIN: Readonly<Record<Detail, number>> = { full: 0.6, brief: 0.25, block: 0.25 }

type Listener = () => void

/** Why the view moved: a gesture, a fresh start on this content, another drawing's lead, or new content. */
export type Why = 'user' | 'open' | 'follow' | 'content'

export class ViewportController {
  view: View = { x: 0, y: 0, k: 1 }
  frame: Frame = { detail: 'full', window: NOWHERE, size: { width: 0, height: 0 }, large: false }
  private size: Size = { width: 0, height: 0 }
  private content: Box = NOWHERE
  /** Where the longest of several linked drawings ends, so that all can be moved as far. */
  private reach = 0
  private root: Box = NOWHERE
  private stage: HTMLElement | null = null
  private layer: SVGGElement | null = null
  /** Set by the first gesture: from then on a resize no longer starts over. */
  private touched = false
  private readonly pointers = new Map<number, { x: number; y: number }>()
  private dragged = false
  private start = { x: 0, y: 0 }
  private readonly frameListeners = new Set<Listener>()
  private readonly viewListeners = new Set<(why: Why) => void>()

  /** Takes over the stage's gestures; returns what undoes it. */
  attach(stage: HTMLElement, layer: SVGGElement): () => void {
    this.stage = stage
    this.layer = layer
    const observer = new ResizeObserver(() => this.measure())
    observer.observe(stage)
    const abort = new AbortController()
    const options = { signal: abort.signal }
    stage.addEventListener('wheel', (event) => this.onWheel(event), { ...options, passive: false })
    stage.addEventListener('pointerdown', (event) => this.onDown(event), options)
    stage.addEventListener('pointermove', (event) => this.onMove(event), options)
    for (const end of ['pointerup', 'pointercancel'] as const)
      stage.addEventListener(end, (event) => this.pointers.delete(event.pointerId), options)
    // A drag ends in a click on whatever is under the pointer; that click means nothing.
    stage.addEventListener('click', (event) => this.dragged && event.stopPropagation(), {
      ...options,
      capture: true,
    })
    this.measure()
    return () => {
      observer.disconnect()
      abort.abort()
      this.stage = null
      this.layer = null
    }
  }

  onFrame = (listener: Listener): (() => void) => {
    this.frameListeners.add(listener)
    return () => this.frameListeners.delete(listener)
  }

  /** Called after every move. */
  onView = (listener: (why: Why) => void): (() => void) => {
    this.viewListeners.add(listener)
    return () => this.viewListeners.delete(listener)
  }

  getFrame = (): Frame => this.frame

  /** Another drawing in the same viewport. `moved` is how far a card that should stay put has moved in the world. */
  setContent(content: Box, root: Box, moved: { readonly x: number; readonly y: number } | null): void {
    this.content = content
    this.root = root
    if (this.size.width === 0) return
    if (!this.touched || !moved) return this.move(opening(content, root, this.size), 'open')
    const { view } = this
    this.move({ k: view.k, x: view.x - moved.x * view.k, y: view.y - moved.y * view.k }, 'content')
  }

  zoomBy(factor: number): void {
    this.touched = true
    this.move(zoomAt(this.view, factor, this.size.width / 2, this.size.height / 2), 'user')
  }

  panBy(dx: number, dy: number): void {
    this.touched = true
    this.move({ ...this.view, x: this.view.x + dx, y: this.view.y + dy }, 'user')
  }

  fitAll(): void {
    this.touched = true
    this.move(fit(this.content, this.size), 'user')
  }

  /** Natural size, with the box in the middle. */
  actualSize(box: Box): void {
    this.touched = true
    this.move(centre({ ...this.view, k: 1 }, box, this.size), 'user')
  }

  /** Brings a box into sight; does nothing where it is. */
  reveal(box: Box): void {
    const { view } = this
    const next = reveal(view, box, this.size)
    if (next.x === view.x && next.y === view.y) return
    this.touched = true
    this.move(next, 'user')
  }

  /** Takes another drawing's zoom and height; across, each drawing stays where it is. */
  follow(leader: ViewportController): void {
    if (this.size.width === 0) return
    this.touched ||= leader.touched
    const middle = (this.size.width / 2 - this.view.x) / this.view.k
    const { k, y } = leader.view
    this.move({ k, y, x: this.size.width / 2 - middle * k }, 'follow')
  }

  /** Zoom at which everything is visible. */
  fitZoom(): number {
    return fitZoom(this.content, this.size)
  }

  centreOn(x: number, y: number): void {
    this.touched = true
    this.move(centre(this.view, { x0: x, x1: x, y0: y, y1: y }, this.size), 'user')
  }

  private measure(): void {
    if (!this.stage) return
    const size = { width: this.stage.clientWidth, height: this.stage.clientHeight }
    if (size.width === 0 || size.height === 0) return
    this.size = size
    if (this.touched) this.move(this.view, 'content')
    else this.move(opening(this.content, this.root, size), 'open')
  }

  private move(wanted: View, why: Why): void {
    if (this.size.width === 0) return
    const view = clamp(wanted, this.extent(), this.size)
    this.view = view
    this.layer?.setAttribute('transform', `translate(${view.x} ${view.y}) scale(${view.k})`)
    this.allowScrolling()
    const detail = detailAt(view.k)
    const { frame, size } = this
    const stale =
      frame.detail !== detail ||
      frame.size !== size ||
      !contains(frame.window, this.needed(visible(view, size)))
    if (stale) {
      const large = fitZoom(this.content, size) < 0.55
      this.frame = { detail, window: visible(view, size, MARGIN[detail]), size, large }
      for (const listener of this.frameListeners) listener()
    }
    for (const listener of this.viewListeners) listener(why)
  }

  private extent(): Box {
    return { ...this.content, y1: Math.max(this.content.y1, this.reach) }
  }

  /** Lower end of the drawing. */
  get bottom(): number {
    return this.content.y1
  }

  setReach(bottom: number): void {
    this.reach = bottom
  }

  /** The part of the screen's world that has content. */
  private needed(screen: Box): Box {
    const { content } = this
    return {
      x0: Math.max(screen.x0, content.x0),
      y0: Math.max(screen.y0, content.y0),
      x1: Math.min(screen.x1, content.x1),
      y1: Math.min(screen.y1, content.y1),
    }
  }

  /** A finger scrolls the page where the drawing itself has nowhere to go up or down. */
  private allowScrolling(): void {
    if (!this.stage) return
    const fits = (this.extent().y1 - this.content.y0) * this.view.k <= this.size.height
    this.stage.style.touchAction = fits ? 'pan-y' : 'none'
  }

  /** The point of the world under a pointer. */
  worldAt(event: { clientX: number; clientY: number }): { x: number; y: number } {
    const at = this.stage ? this.local(event) : { x: 0, y: 0 }
    return { x: (at.x - this.view.x) / this.view.k, y: (at.y - this.view.y) / this.view.k }
  }

  private local(event: { clientX: number; clientY: number }): { x: number; y: number } {
    const box = this.stage!.getBoundingClientRect()
    return { x: event.clientX - box.left, y: event.clientY - box.top }
  }

  private onWheel(event: WheelEvent): void {
    const unit = event.deltaMode === 1 ? 16 : event.deltaMode === 2 ? this.size.height : 1
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault()
      this.touched = true
      const { x, y } = this.local(event)
      const turn = Math.min(Math.max(event.deltaY * unit, -60), 60)
      return this.move(zoomAt(this.view, Math.exp(-turn * 0.008), x, y), 'user')
    }
    const { view } = this
    const wanted = { ...view, x: view.x - event.deltaX * unit, y: view.y - event.deltaY * unit }
    const next = clamp(wanted, this.extent(), this.size)
    // At the drawing's end the wheel goes on to the page.
    if (Math.abs(next.x - view.x) < 0.5 && Math.abs(next.y - view.y) < 0.5) return
    event.preventDefault()
    this.touched = true
    this.move(next, 'user')
  }

  private onDown(event: PointerEvent): void {
    if (event.button !== 0 || (event.target as Element).closest('[data-still]')) return
    const at = this.local(event)
    if (this.pointers.size === 0) {
      this.dragged = false
      this.start = at
    }
    this.pointers.set(event.pointerId, at)
  }

  private onMove(event: PointerEvent): void {
    const last = this.pointers.get(event.pointerId)
    if (!last) return
    const at = this.local(event)
    if (!this.dragged && this.pointers.size === 1) {
      if (Math.hypot(at.x - this.start.x, at.y - this.start.y) < DRAG_STARTS) return
      this.dragged = true
      this.stage?.setPointerCapture(event.pointerId)
    }
    this.touched = true
    const other = [...this.pointers].find(([id]) => id !== event.pointerId)?.[1]
    this.pointers.set(event.pointerId, at)
    const panned = { ...this.view, x: this.view.x + at.x - last.x, y: this.view.y + at.y - last.y }
    if (!other) return this.move(panned, 'user')
    this.dragged = true
    const before = Math.hypot(last.x - other.x, last.y - other.y)
    const now = Math.hypot(at.x - other.x, at.y - other.y)
    if (before > 0)
      this.move(zoomAt(this.view, now / before, (at.x + other.x) / 2, (at.y + other.y) / 2), 'user')
  }
}
