import { useId, useRef } from 'react'
import { Icon } from '../primitives/Icon.tsx'
import { InlineMarkdown, Markdown } from '../primitives/Markdown.tsx'
import styles from './Choice.module.css'

interface Props {
  readonly id?: string
  readonly title: string
  readonly question: string
  readonly options: readonly string[]
  /** Position of the right option. */
  readonly answer: number
  /** Shown once an option was chosen. */
  readonly reveal: string
  readonly chosen: number | undefined
  readonly onChoose: (option: number) => void
}

/** A question with one right answer, told after the choice. One press answers: each option is a button. */
export function Choice({ id, title, question, options, answer, reveal, chosen, onChoose }: Props) {
  const own = useId()
  const told = useRef<HTMLDivElement>(null)
  const done = chosen !== undefined
  const choose = (index: number) => {
    onChoose(index)
    // The button is gone then; the eye is at what the answer says.
    requestAnimationFrame(() => told.current?.focus({ preventScroll: true }))
  }
  return (
    <section id={id} className={styles.choice} aria-labelledby={`${own}-title`}>
      <h3 id={`${own}-title`} className={styles.title}>
        {title}
      </h3>
      <Markdown text={question} />
      <ul className={styles.options}>
        {options.map((option, index) => (
          <li key={option}>
            {done ? (
              <Answered option={option} state={stateOf(index, answer, chosen)} />
            ) : (
              <button type="button" className={styles.option} onClick={() => choose(index)}>
                <span className={styles.dot} aria-hidden="true" />
                <InlineMarkdown text={option} />
              </button>
            )}
          </li>
        ))}
      </ul>
      {done && (
        <div className={styles.reveal} ref={told} tabIndex={-1}>
          <Markdown text={reveal} />
        </div>
      )}
    </section>
  )
}

type State = 'right' | 'wrong' | 'other'

const stateOf = (index: number, answer: number, chosen: number): State =>
  index === answer ? 'right' : index === chosen ? 'wrong' : 'other'

function Answered({ option, state }: { option: string; state: State }) {
  return (
    <div className={styles.option} data-state={state}>
      <span className={styles.dot} aria-hidden="true" />
      <InlineMarkdown text={option} />
      {state !== 'other' && (
        <span className={styles.sign}>
          <Icon name={state === 'right' ? 'check' : 'cross'} />
          <span className="visually-hidden">{state === 'right' ? 'the right answer' : 'your answer'}</span>
        </span>
      )}
    </div>
  )
}
