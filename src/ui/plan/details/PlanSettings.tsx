import { useId, useState } from 'react'
import { explainSetting } from '../../../plan/glossary/glossary.ts'
import styles from './PlanSettings.module.css'

function Setting({ name, value }: { readonly name: string; readonly value: string }) {
  const [open, setOpen] = useState(false)
  const id = useId()
  const help = explainSetting(name)
  const text = <code>{`${name} = ${value}`}</code>
  if (!help) return <li>{text}</li>
  return (
    <li>
      <button type="button" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        {text}
      </button>
      <p id={id} hidden={!open}>
        {help.text} The default is <code>{help.defaultValue}</code>.
        {help.since !== null && ` There is such a setting from PostgreSQL ${help.since} on.`}{' '}
        <a href={help.url} target="_blank" rel="noreferrer">
          Manual
        </a>
      </p>
    </li>
  )
}

interface Props {
  readonly settings: Readonly<Record<string, string>>
}

/** Settings that EXPLAIN (SETTINGS) listed; the name opens what the setting does. */
export function PlanSettings({ settings }: Props) {
  const headline = useId()
  const entries = Object.entries(settings)
  if (entries.length === 0) return null
  return (
    <div className={styles.settings}>
      <span id={headline}>Settings that are not the default</span>
      <ul aria-labelledby={headline}>
        {entries.map(([name, value]) => (
          <Setting key={name} name={name} value={value} />
        ))}
      </ul>
    </div>
  )
}
