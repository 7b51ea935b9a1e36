/** The one way from a component to the state: read by selector, change by command. */
import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import type { AppState } from '../state/app-state.ts'
import type { App, Commands } from '../state/create-app-store.ts'

export const AppContext = createContext<App | null>(null)

function useAppContext(): App {
  const app = useContext(AppContext)
  if (!app) throw new Error('There is no AppContext above this component.')
  return app
}

/** Selects from the state. The selector must give the same object for the same state. */
export const useApp = <T>(selector: (state: AppState) => T): T => useStore(useAppContext().store, selector)

/** The commands; the same object for the whole life of the page. */
export const useCommands = (): Commands => useAppContext().commands

/** The store itself, for what reacts to changes outside of rendering. */
export const useAppStore = (): App['store'] => useAppContext().store
