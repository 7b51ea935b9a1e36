/** Whether what the findings advise may be read yet: in a lesson it would give the answer away. */
import { createContext, useContext } from 'react'

interface Advice {
  readonly folded: boolean
  readonly show: () => void
}

const AdviceContext = createContext<Advice>({ folded: false, show: () => {} })

export const AdviceProvider = AdviceContext.Provider
export const useAdvice = (): Advice => useContext(AdviceContext)
