import { useEffect, useRef } from 'react'
import { printHash } from '../../state/route.ts'
import { useApp, useCommands } from '../app-context.ts'
import { Button } from '../primitives/Button.tsx'
import { Dialog } from '../primitives/Dialog.tsx'
import styles from './ShareDialog.module.css'

const linkTo = (payload: string): string => {
  const url = new URL(location.href)
  url.hash = printHash({ kind: 'shared', payload })
  return url.href
}

/** The link, copied where the browser allows it, selected where it does not. */
export function ShareDialog() {
  const { status, payload, copied, error } = useApp((state) => state.share)
  const { closeShare, shareCopied } = useCommands()
  const field = useRef<HTMLTextAreaElement>(null)
  const link = status === 'ready' ? linkTo(payload) : ''
  useEffect(() => {
    if (link === '') return
    field.current?.focus()
    field.current?.select()
    const writing = navigator.clipboard?.writeText(link) ?? Promise.reject(new Error('no clipboard'))
    writing.then(
      () => shareCopied(true),
      () => shareCopied(false),
    )
  }, [link, shareCopied])
  return (
    <Dialog title="Share this experiment" onClose={closeShare}>
      {status === 'making' && <p>Making the link …</p>}
      {status === 'failed' && <p role="alert">{error}</p>}
      {status === 'ready' && (
        <div className={styles.body}>
          <output>
            {copied === null
              ? 'Copying the link …'
              : copied
                ? 'The link is copied.'
                : 'The browser did not allow copying. The link is selected: copy it by hand.'}
          </output>
          <textarea
            ref={field}
            className={styles.link}
            aria-label="Link"
            readOnly
            rows={4}
            value={link}
            onFocus={(event) => event.target.select()}
          />
          <p>
            It holds the text of both panes and, if they have been run, your figures. Who opens it gets the
            same data and sees whether their browser reproduces them. Nothing is stored anywhere.
          </p>
          <Button onClick={closeShare}>Done</Button>
        </div>
      )}
    </Dialog>
  )
}
