/** Keeps drawings that stand side by side at one zoom and one height. */
import type { ViewportController } from './viewport-controller.ts'

export class ViewportLink {
  private readonly members = new Set<ViewportController>()
  enabled = true

  /** Adds a drawing; returns what takes it out again. */
  join(controller: ViewportController): () => void {
    this.members.add(controller)
    const leave = controller.onView((why) => {
      if (why === 'user' && this.enabled) this.lead(controller)
      if (why === 'open') this.level()
    })
    return () => {
      leave()
      this.members.delete(controller)
    }
  }

  /** Starts all drawings at the smaller of their zooms, so that lines stand at one height. */
  level(): void {
    const smallest = [...this.members].toSorted((a, b) => a.view.k - b.view.k)[0]
    if (smallest && this.enabled) this.lead(smallest)
  }

  private lead(leader: ViewportController): void {
    const bottom = Math.max(...[...this.members].map((member) => member.bottom))
    for (const member of this.members) {
      member.setReach(bottom)
      if (member !== leader) member.follow(leader)
    }
  }
}
