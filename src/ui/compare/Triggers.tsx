import type { TriggerWork } from '../../engine/contract/index.ts'
import { count } from '../../shared/words.ts'
import styles from './Triggers.module.css'

interface Props {
  readonly before: readonly TriggerWork[] | null
  readonly after: readonly TriggerWork[] | null
}

interface Line {
  readonly key: string
  readonly before: TriggerWork | undefined
  readonly after: TriggerWork | undefined
}

const keyOf = ({ kind, name, relation }: TriggerWork): string => `${kind} ${relation} ${name}`

function linesOf({ before, after }: Props): readonly Line[] {
  const keys = [...new Set([...(before ?? []), ...(after ?? [])].map(keyOf))]
  const of = (side: readonly TriggerWork[] | null, key: string) => side?.find((each) => keyOf(each) === key)
  const most = ({ before: was, after: is }: Line) => Math.max(was?.buffers ?? 0, is?.buffers ?? 0)
  return keys
    .map((key) => ({ key, before: of(before, key), after: of(after, key) }))
    .toSorted((a, b) => most(b) - most(a))
}

/** What the statement's triggers did: work that its plan does not show. Nothing where none fired. */
export function Triggers(props: Props) {
  const lines = linesOf(props)
  if (lines.length === 0) return null
  const sides =
    props.before && props.after
      ? (['before', 'after'] as const)
      : props.after
        ? (['after'] as const)
        : (['before'] as const)
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <caption className={styles.caption}>
          Triggers: foreign-key checks, cascades and triggers of your own. What AFTER triggers fetch is part
          of the statement’s buffers and stands in no node of the plan.
        </caption>
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              Trigger
            </th>
            {sides.map((side) => (
              <th key={side} scope="col" className={styles[side]} colSpan={3}>
                {side === 'before' ? 'Before' : 'After'}
              </th>
            ))}
          </tr>
          <tr className={styles.units}>
            {sides.map((side) => (
              <Units key={side} />
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.key}>
              <th scope="row">
                <Name trigger={line.after ?? line.before} />
              </th>
              {sides.map((side) => (
                <Figures key={side} trigger={line[side]} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const Units = () => (
  <>
    <th scope="col">calls</th>
    <th scope="col">buffers</th>
    <th scope="col">rows read</th>
  </>
)

function Name({ trigger }: { readonly trigger: TriggerWork | undefined }) {
  if (!trigger) return null
  const { name, relation, kind, timing, query } = trigger
  return (
    <>
      <NameOf name={name} query={query} />
      <span className={styles.of}>
        {kind === 'constraint' ? 'foreign key' : `${timing.toUpperCase()} trigger`}, on {relation}
      </span>
    </>
  )
}

/** Foreign keys whose statements look alike share a line. */
function NameOf({ name, query }: Pick<TriggerWork, 'name' | 'query'>) {
  const names = name.split(', ')
  if (names.length === 1) return <code title={query ?? undefined}>{name}</code>
  return (
    <details>
      <summary>{count(names.length)} foreign keys together</summary>
      {names.map((each) => (
        <code key={each} className={styles.one}>
          {each}
        </code>
      ))}
    </details>
  )
}

function Figures({ trigger }: { readonly trigger: TriggerWork | undefined }) {
  if (!trigger)
    return (
      <>
        <td>–</td>
        <td>–</td>
        <td>–</td>
      </>
    )
  return (
    <>
      <td>{count(trigger.calls)}</td>
      <td>{count(trigger.buffers)}</td>
      <td>{count(trigger.rowsRead)}</td>
    </>
  )
}
