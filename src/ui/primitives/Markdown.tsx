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

function Anchor({ href, children }: { href?: string | undefined; children?: React.ReactNode }) {
  const inside = href?.startsWith('#') ?? false
  return (
    <a href={href} {...(inside ? {} : { target: '_blank', rel: 'noreferrer' })}>
      {children}
    </a>
  )
}
