/** Brings a part of the lesson's text into view, and the focus to it. The text may just have become visible. */
export const PREDICTION_ID = 'prediction'
export const LEARNT_ID = 'learnt-title'

function focusPart(id: string, block: ScrollLogicalPosition, within?: string): void {
  requestAnimationFrame(() => {
    const part = document.getElementById(id)
    part?.scrollIntoView({ block })
    const target = within === undefined ? part : part?.querySelector<HTMLElement>(within)
    target?.focus({ preventScroll: true })
  })
}

/** The question's first answer. */
export const focusPrediction = (): void => focusPart(PREDICTION_ID, 'center', 'button')

export const focusLearnt = (): void => focusPart(LEARNT_ID, 'start')
