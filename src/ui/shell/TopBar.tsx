import { selectLesson } from '../../state/selectors.ts'
import { useApp, useCommands } from '../app-context.ts'
import { Button } from '../primitives/Button.tsx'
import { Icon } from '../primitives/Icon.tsx'
import { Popover } from '../primitives/Popover.tsx'
import { useMedia } from '../use-media.ts'
import { CourseNav } from './CourseNav.tsx'
import styles from './TopBar.module.css'

const NEXT_THEME = { system: 'light', light: 'dark', dark: 'system' } as const
const THEME_ICON = { system: 'system', light: 'sun', dark: 'moon' } as const
const THEME_NAME = { system: 'as the system', light: 'light', dark: 'dark' } as const

/** Where one is, and what applies everywhere; on a phone the pages are in a menu. */
export function TopBar() {
  const document = useApp((state) => state.document)
  const lesson = useApp(selectLesson)
  const saving = useApp((state) => state.saving)
  const { share } = useCommands()
  const narrow = useMedia('(max-width: 800px)')
  return (
    <header className={styles.bar}>
      <a href="#/" className={styles.brand} aria-label="Planground, all lessons">
        <svg width="22" height="14" viewBox="0 0 22 14" aria-hidden="true">
          <rect className={styles.before} width="22" height="5" />
          <rect className={styles.after} y="9" width="9" height="5" />
        </svg>
        {!(narrow && lesson) && 'Planground'}
      </a>
      {lesson ? (
        <CourseNav lesson={lesson} />
      ) : (
        document && <span className={styles.where}>{document.title}</span>
      )}
      <span className={styles.gap} />
      {document && saving === 'failed' && <span className={styles.unsaved}>not saved</span>}
      {document && (
        <Button look="quiet" icon="share" onClick={() => void share()}>
          Share
        </Button>
      )}
      {narrow ? (
        <Popover
          id="pages-menu"
          face={<Icon name="menu" />}
          label="Menu"
          buttonClass={styles.opens}
          panelClass={styles.menu}
        >
          <Pages />
          <Theme />
        </Popover>
      ) : (
        <>
          <Pages />
          <Theme />
        </>
      )}
    </header>
  )
}

const Pages = () => (
  <nav aria-label="Pages" className={styles.pages}>
    <a href="#/">Lessons</a>
    <a href="#/free">Free experiment</a>
    <a href="#/plan">Read a plan</a>
  </nav>
)

function Theme() {
  const theme = useApp(({ preferences }) => preferences.theme)
  const { setTheme } = useCommands()
  const name = `Theme: ${THEME_NAME[theme]}`
  return (
    <Button
      look="quiet"
      icon={THEME_ICON[theme]}
      aria-label={name}
      title={name}
      onClick={() => setTheme(NEXT_THEME[theme])}
    >
      <span className={styles.inMenu}>{name}</span>
    </Button>
  )
}
