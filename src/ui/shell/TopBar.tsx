import { useApp, useCommands } from '../app-context.ts'
import { Button } from '../primitives/Button.tsx'
import styles from './TopBar.module.css'

const NEXT_THEME = { system: 'light', light: 'dark', dark: 'system' } as const
const THEME_ICON = { system: 'system', light: 'sun', dark: 'moon' } as const
const THEME_NAME = { system: 'as the system', light: 'light', dark: 'dark' } as const

/** Where one is, and what applies everywhere. */
export function TopBar() {
  const theme = useApp(({ preferences }) => preferences.theme)
  const document = useApp((state) => state.document)
  const saving = useApp((state) => state.saving)
  const { setTheme, share } = useCommands()
  return (
    <header className={styles.bar}>
      <a href="#/" className={styles.brand} aria-label="Planground, all lessons">
        <svg width="22" height="14" viewBox="0 0 22 14" aria-hidden="true">
          <rect className={styles.before} width="22" height="5" />
          <rect className={styles.after} y="9" width="9" height="5" />
        </svg>
        Planground
      </a>
      {document && <span className={styles.where}>{document.title}</span>}
      <span className={styles.gap} />
      {document && saving === 'failed' && <span className={styles.unsaved}>not saved</span>}
      {document && (
        <Button look="quiet" icon="share" onClick={() => void share()}>
          Share
        </Button>
      )}
      <nav aria-label="Pages" className={styles.pages}>
        <a href="#/">Lessons</a>
        <a href="#/free">Free experiment</a>
        <a href="#/plan">Read a plan</a>
      </nav>
      <Button
        look="quiet"
        icon={THEME_ICON[theme]}
        aria-label={`Theme: ${THEME_NAME[theme]}`}
        title={`Theme: ${THEME_NAME[theme]}`}
        onClick={() => setTheme(NEXT_THEME[theme])}
      />
    </header>
  )
}
