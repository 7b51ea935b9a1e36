import { useId } from 'react'
import { Icon } from '../primitives/Icon.tsx'
import { Markdown } from '../primitives/Markdown.tsx'
import styles from './Choice.module.css'

interface Props {
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

/** A question with one right answer, told after the choice. */
export function Choice({ title, question, options, answer, reveal, chosen, onChoose }: Props) {
  const id = useId()
  const done = chosen !== undefined
  return (
    <fieldset className={styles.choice} aria-describedby={`${id}-question`}>
      <legend className={styles.title}>{title}</legend>
      <div id={`${id}-question`}>
        <Markdown text={question} />
      </div>
      {options.map((option, index) => {
        const state = !done ? undefined : index === answer ? 'right' : index === chosen ? 'wrong' : 'other'
        return (
          <label key={option} className={styles.option} data-state={state}>
            <input
              type="radio"
              name={id}
              checked={chosen === index}
              disabled={done}
              onChange={() => onChoose(index)}
            />
            <Markdown text={option} />
            {state === 'right' && (
              <span className={styles.sign}>
                <Icon name="check" />
                <span className="visually-hidden">the right answer</span>
              </span>
            )}
            {state === 'wrong' && (
              <span className={styles.sign}>
                <Icon name="cross" />
                <span className="visually-hidden">your answer</span>
              </span>
            )}
          </label>
        )
      })}
      <div aria-live="polite">
        {done && (
          <div className={styles.reveal}>
            <Markdown text={reveal} />
          </div>
        )}
      </div>
    </fieldset>
  )
}
