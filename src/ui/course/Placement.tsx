import { useId, useState } from 'react'
import type { LessonSummary } from '../../lesson/types.ts'
import { PLACEMENT, suggestLesson } from '../../lesson/placement.ts'
import { Button } from '../primitives/Button.tsx'
import { Icon } from '../primitives/Icon.tsx'
import styles from './Placement.module.css'

interface Props {
  readonly lessons: readonly LessonSummary[]
  readonly onClose: () => void
}

/** Eight questions that suggest where to start. The answers stay in this page. */
export function Placement({ lessons, onClose }: Props) {
  const [answers, setAnswers] = useState<readonly (number | undefined)[]>([])
  const [checked, setChecked] = useState(false)
  const title = useId()
  const answered = PLACEMENT.filter((_, index) => answers[index] !== undefined).length
  const suggested = lessons.find(({ id }) => id === suggestLesson(answers, lessons.at(-1)?.id ?? ''))
  const right = PLACEMENT.filter((question, index) => answers[index] === question.answer).length
  const choose = (question: number, option: number) => {
    setAnswers(PLACEMENT.map((_, index) => (index === question ? option : answers[index])))
    setChecked(false)
  }
  return (
    <section className={styles.placement} aria-labelledby={title}>
      <header className={styles.head}>
        <h2 id={title}>Where to start</h2>
        <Button look="quiet" onClick={onClose}>
          Close
        </Button>
      </header>
      <p className={styles.lead}>
        Eight questions in the order of the course. Leave out what you do not know.
      </p>
      <ol className={styles.questions}>
        {PLACEMENT.map((question, index) => (
          <li key={question.lesson}>
            <fieldset>
              <legend>{question.question}</legend>
              {question.options.map((option, at) => (
                <label key={option} className={styles.option}>
                  <input
                    type="radio"
                    name={`${title}-${index}`}
                    checked={answers[index] === at}
                    onChange={() => choose(index, at)}
                  />
                  <span>{option}</span>
                  {checked && at === question.answer && <small>right</small>}
                  {checked && at !== question.answer && answers[index] === at && <small>not quite</small>}
                </label>
              ))}
            </fieldset>
          </li>
        ))}
      </ol>
      <p className={styles.foot}>
        <Button look={checked ? 'plain' : 'primary'} onClick={() => setChecked(true)}>
          Suggest a lesson
        </Button>
        <span>
          {answered} of {PLACEMENT.length} answered
        </span>
      </p>
      <output className={styles.result}>
        {checked && suggested && (
          <>
            {right} of {PLACEMENT.length} right. Begin with{' '}
            <a href={`#/lesson/${suggested.id}`}>
              “{suggested.title}” <Icon name="right" />
            </a>
          </>
        )}
      </output>
    </section>
  )
}
