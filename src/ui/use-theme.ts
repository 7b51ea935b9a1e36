/** The theme in force: the chosen one, or the system's. */
import { useEffect, useSyncExternalStore } from 'react'
import { useApp } from './app-context.ts'

const query = '(prefers-color-scheme: dark)'

function subscribe(listener: () => void): () => void {
  const media = matchMedia(query)
  media.addEventListener('change', listener)
  return () => media.removeEventListener('change', listener)
}

export function useDark(): boolean {
  const theme = useApp(({ preferences }) => preferences.theme)
  const system = useSyncExternalStore(subscribe, () => matchMedia(query).matches)
  return theme === 'system' ? system : theme === 'dark'
}

/** Puts the theme onto the page. */
export function useApplyTheme(): void {
  const dark = useDark()
  useEffect(() => {
    document.documentElement.dataset['theme'] = dark ? 'dark' : 'light'
  }, [dark])
}
