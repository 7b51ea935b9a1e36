import { useState } from 'react'
import { Code } from '../primitives/Code.tsx'
import { Segmented } from '../primitives/Segmented.tsx'
import styles from './DjangoCode.module.css'

interface Props {
  readonly orm: { readonly before: string; readonly after: string }
  /** The code of the fix is shown once the lesson is passed. */
  readonly passed: boolean
}

/** The Django code that sends the query. */
export function DjangoCode({ orm, passed }: Props) {
  const [side, setSide] = useState<'before' | 'after'>('before')
  const shown = passed ? side : 'before'
  return (
    <section className={styles.django} aria-label="Django code">
      {passed && (
        <Segmented
          label="Django code"
          options={[
            { value: 'before', label: 'Before' },
            { value: 'after', label: 'After' },
          ]}
          value={side}
          onChange={setSide}
        />
      )}
      <Code
        text={orm[shown].trim()}
        label={shown === 'before' ? 'Django code that sends it' : 'Django code of the fix'}
      />
    </section>
  )
}
