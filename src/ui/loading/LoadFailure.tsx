import { useApp, useCommands } from '../app-context.ts'
import { downloadText } from '../editor/download.ts'
import { Button } from '../primitives/Button.tsx'
import { WHY_NOT_LOADED } from './words.ts'
import styles from './LoadFailure.module.css'

interface Props {
  /** What did not arrive, as a sentence. */
  readonly message: string
  /** What there is in its place. */
  readonly instead?: string
  readonly onRetry: () => void
}

/** In the place of a part that did not arrive: what it is, why, and the ways on. */
export function LoadFailure({ message, instead = '', onRetry }: Props) {
  const unkept = useApp(({ document, saving }) => document !== null && saving === 'failed')
  const { flush, fileText } = useCommands()
  const reload = () => {
    flush()
    location.reload()
  }
  return (
    <div role="alert" className={styles.failure}>
      <p className={styles.message}>{message}</p>
      <p>
        {WHY_NOT_LOADED} {instead}
      </p>
      {unkept && <p>This browser does not keep your text: download it before you reload.</p>}
      <p className={styles.ways}>
        <Button onClick={onRetry}>Try again</Button>
        {unkept && (
          <Button
            onClick={() =>
              void fileText().then((text) => text !== undefined && downloadText('experiment.sql', text))
            }
          >
            Download the text
          </Button>
        )}
        <Button onClick={reload}>Reload</Button>
      </p>
    </div>
  )
}
