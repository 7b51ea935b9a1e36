import { useState } from 'react'
import type { Measurement } from '../../engine/protocol.ts'
import { useCommands } from '../app-context.ts'
import { FindingsList } from '../plan/FindingsList.tsx'
import { PlanComparison } from '../plan/PlanComparison.tsx'
import { PlanView } from '../plan/PlanView.tsx'
import type { NodeSelection } from '../plan/use-selection.ts'
import { StatementTitle } from './StatementTitle.tsx'
import { useRead, type Read } from './use-read.ts'
import styles from './Plans.module.css'

interface Props {
  readonly before: Measurement | null
  readonly after: Measurement | null
}

interface Selection extends NodeSelection {
  readonly statement: number
}

/** Plans of the request, statement by statement, and what there is to notice in them. */
export default function Plans(props: Props) {
  const before = useRead('before', props.before)
  const after = useRead('after', props.after)
  const [selection, setSelection] = useState<Selection | null>(null)
  const { addChange } = useCommands()
  const shown = after ?? before
  const paired = before && after && before.plans.length === after.plans.length
  const common = { selection, onTryIt: addChange }
  return (
    <>
      <section aria-labelledby="plans-title">
        <h2 id="plans-title" className={styles.title}>
          Plans
        </h2>
        {paired
          ? after.plans.map((_, index) => (
              <Pair key={index} index={index} before={before} after={after} {...common} />
            ))
          : [before, after].map((read) =>
              read?.plans.map((_, index) => (
                <Single key={`${read.side} ${index}`} index={index} read={read} {...common} />
              )),
            )}
      </section>
      {shown && (
        <section aria-labelledby="findings-title">
          <h2 id="findings-title" className={styles.title}>
            Findings
            <span className={styles.of}>{shown.side === 'after' ? 'after' : 'before'}</span>
          </h2>
          <FindingsList
            findings={shown.found}
            onTryIt={addChange}
            onSelectNode={(nodeId, statement) => setSelection({ nodeId, statement, side: shown.side })}
          />
        </section>
      )}
    </>
  )
}

interface StatementProps {
  readonly index: number
  readonly selection: Selection | null
  readonly onTryIt: (sql: string) => void
}

/** Both plans of a statement; where one side has none, each alone. */
function Pair({ before, after, ...common }: StatementProps & { before: Read; after: Read }) {
  const { index, selection, onTryIt } = common
  const plans = [before.plans[index], after.plans[index]]
  const statement = after.measurement.statements[index]
  if (!plans[0] || !plans[1] || !statement)
    return [before, after].map((read) => <Single key={read.side} read={read} {...common} />)
  return (
    <div className={styles.statement}>
      <StatementTitle statement={statement} index={index} count={after.plans.length} />
      <div className={styles.pair}>
        <PlanComparison
          before={plans[0]}
          after={plans[1]}
          catalogs={{ before: before.catalog, after: after.catalog }}
          findings={{ before: before.found, after: after.found }}
          statement={index}
          onTryIt={onTryIt}
          selection={selection?.statement === index ? selection : null}
        />
      </div>
    </div>
  )
}

function Single({ index, read, selection, onTryIt }: StatementProps & { read: Read }) {
  const { side, plans, found, catalog, measurement } = read
  const plan = plans[index]
  const statement = measurement.statements[index]
  if (!statement) return null
  return (
    <div className={styles.statement}>
      <StatementTitle statement={statement} index={index} count={plans.length} />
      {plan ? (
        <div className={styles.single}>
          <PlanView
            explain={plan}
            tone={side}
            title={side === 'before' ? 'Before' : 'After'}
            catalog={catalog}
            findings={found}
            statement={index}
            onTryIt={onTryIt}
            selection={selection?.statement === index && selection.side === side ? selection : null}
          />
        </div>
      ) : (
        <p className={styles.none}>PostgreSQL has no plan for {statement.tag}.</p>
      )}
    </div>
  )
}
