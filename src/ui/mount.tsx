/** Puts the interface onto the page. */
import './styles/fonts.css'
import './styles/tokens.css'
import './styles/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import type { App as AppHandle } from '../state/create-app-store.ts'
import { AppContext } from './app-context.ts'
import { App } from './shell/App.tsx'

export function mount(root: HTMLElement, app: AppHandle): void {
  createRoot(root).render(
    <StrictMode>
      <AppContext value={app}>
        <App />
      </AppContext>
    </StrictMode>,
  )
}
