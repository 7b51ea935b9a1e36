import { useState } from 'react'
import type { QuizQuestion } from '../../lesson/types.ts'
import { Choice } from './Choice.tsx'

/** Questions after the lesson. */
export function Quiz({
  questions,
  fill,
}: {
  questions: readonly QuizQuestion[]
  fill: (text: string) => string
}) {
  const [chosen, setChosen] = useState<Readonly<Record<number, number>>>({})
  return questions.map((question, index) => (
    <Choice
      key={index}
      title={`Question ${index + 1} of ${questions.length}`}
      question={fill(question.question)}
      options={question.options.map(fill)}
      answer={question.answer}
      reveal={fill(question.explanation)}
      chosen={chosen[index]}
      onChoose={(option) => setChosen({ ...chosen, [index]: option })}
    />
  ))
}
