import type { Prediction as PredictionData } from '../../lesson/types.ts'
import { selectProgress } from '../../state/selectors.ts'
import { useApp, useCommands } from '../app-context.ts'
import { Choice } from './Choice.tsx'
import { PREDICTION_ID } from './focus-part.ts'

/** A question to think about before trying; the answer is kept. */
export function Prediction({
  prediction,
  fill,
}: {
  prediction: PredictionData
  fill: (text: string) => string
}) {
  const chosen = useApp((state) => selectProgress(state)?.prediction)
  const { predict } = useCommands()
  return (
    <Choice
      id={PREDICTION_ID}
      title="What do you expect?"
      question={fill(prediction.question)}
      options={prediction.options.map(fill)}
      answer={prediction.answer}
      reveal={fill(prediction.reveal)}
      chosen={chosen}
      onChoose={predict}
    />
  )
}
