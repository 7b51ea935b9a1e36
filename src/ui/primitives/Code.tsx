import { useState } from 'react'
import { Button } from './Button.tsx'
import styles from './Code.module.css'

interface Props {
  readonly text: string
  readonly label: string
  readonly copy?: boolean
}

/** Code to read; scrolls in its own frame. */
export function Code({ text, label, copy = false }: Props) {
  const [copied, setCopied] = useState<'yes' | 'no' | null>(null)
  const copyText = () => {
    navigator.clipboard.writeText(text).then(
      () => setCopied('yes'),
      () => setCopied('no'),
    )
  }
  return (
    <figure className={styles.code}>
      <figcaption className={styles.caption}>
        <span>{label}</span>
        {copy && (
          <Button look="quiet" icon={copied === 'yes' ? 'check' : 'copy'} onClick={copyText}>
            {copied === 'yes' ? 'Copied' : copied === 'no' ? 'Select and copy by hand' : 'Copy'}
          </Button>
        )}
      </figcaption>
      {/* Scrolls, so the keyboard must reach it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre tabIndex={0} aria-label={label}>
        <code>{text}</code>
      </pre>
    </figure>
  )
}
