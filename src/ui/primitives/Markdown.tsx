import { Fragment } from 'react'
import ReactMarkdown from 'react-markdown'
import styles from './Markdown.module.css'

/** A lesson's prose. Links leave the playground in a page of their own. */
export function Markdown({ text }: { text: string }) {
  return (
    <div className={styles.prose}>
      <ReactMarkdown components={{ a: Anchor }}>{text}</ReactMarkdown>
    </div>
  )
}

/** A line of it, without a paragraph around: within a button or a list. */
export function InlineMarkdown({ text }: { text: string }) {
  return (
    <span className={styles.prose}>
      <ReactMarkdown components={{ a: Anchor, p: Fragment }}>{text}</ReactMarkdown>
    </span>
  )
}

function Anchor({ href, children }: { href?: string | undefined; children?: React.ReactNode }) {
  const inside = href?.startsWith('#') ?? false
  return (
    <a href={href} {...(inside ? {} : { target: '_blank', rel: 'noreferrer' })}>
      {children}
    </a>
  )
}
