import { useId, useState } from 'react'
import type { Catalog } from '../../../engine/contract/index.ts'
import type { Finding } from '../../../plan/findings/types.ts'
import { tableDetails, type TableDetails } from './table-details.ts'
import { pairedGroups, type PairedField } from './details-pair.ts'
import type { Side } from '../../../plan/compare/marks.ts'
import { FindingsList } from '../findings/FindingsList.tsx'
import { explain, explainNode } from '../../../plan/glossary/explanations.ts'
import { MARK_NAMES, type NodeMark } from '../../../plan/compare/marks.ts'
import type { PlanItem } from '../model/model.ts'
import styles from './NodeDetails.module.css'

interface NodeDetailsProps {
  readonly item: PlanItem
  readonly catalog: Catalog | undefined
  readonly mark?: NodeMark | undefined
  /** The matching node of the other plan; figures that differ are shown for both. */
  readonly other?: PlanItem | undefined
  readonly side?: Side | undefined
  /** Findings about this node. */
  readonly findings?: readonly Finding[]
  readonly onTryIt?: ((sql: string) => void) | undefined
  /** Shows the matching node of the other plan. */
  readonly onOther?: ((id: string) => void) | undefined
  readonly onClose: () => void
}

/** Code from this length on takes the panel's whole width. */
const LONG = 24

const BOTH = ['before', 'after'] as const

function Value({ field, text }: { field: PairedField; text: string | null | undefined }) {
  if (text == null) return <>none</>
  return field.code ? <code>{text}</code> : <>{text}</>
}

const Manual = ({ url }: { url: string }) => (
  <a href={url} target="_blank" rel="noreferrer">
    Manual
  </a>
)

/** A figure with its name; the name opens what the figure means. */
function Figure({ field, side }: { field: PairedField; side: Side }) {
  const [open, setOpen] = useState(false)
  const id = useId()
  const help = explain(field.key, field.value ?? '')
  const name = help?.label ?? field.key
  return (
    <div className={styles.field} data-long={(field.code && (field.value ?? '').length > LONG) || undefined}>
      <dt>
        {help === null ? (
          name
        ) : (
          <button type="button" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
            {name}
          </button>
        )}
      </dt>
      {field.other === undefined ? (
        <dd>
          <Value field={field} text={field.value} />
        </dd>
      ) : (
        BOTH.map((one) => (
          <dd key={one} className={styles.pair} data-side={one}>
            <span>{one}</span> <Value field={field} text={one === side ? field.value : field.other} />
          </dd>
        ))
      )}
      {help !== null && (
        <dd className={styles.help} id={id} hidden={!open}>
          {help.text} {help.note} {help.url !== null && <Manual url={help.url} />}
          {help.value !== null && (
            <p>
              <strong>{field.value}:</strong> {help.value.text} <Manual url={help.value.url} />
            </p>
          )}
        </dd>
      )}
    </div>
  )
}

function Table({ facts }: { facts: TableDetails }) {
  return (
    <section>
      <h4>
        Table <code>{facts.name}</code> now
      </h4>
      <dl>
        {facts.facts.map((fact) => (
          <div className={styles.field} key={fact.name}>
            <dt>{fact.name}</dt>
            <dd>{fact.value}</dd>
          </div>
        ))}
      </dl>
      <h5>Indexes</h5>
      {facts.indexes.length === 0 ? (
        <p>The table has no index.</p>
      ) : (
        <ul className={styles.indexes}>
          {facts.indexes.map((index) => (
            <li key={index.name} data-used={index.used || undefined}>
              <code>{index.name}</code> {index.used && <strong>read by this node</strong>}
              <div>
                <code>{index.definition}</code>
              </div>
              <div>{index.facts}</div>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** Everything about one node, in plain words. */
export function NodeDetails(props: NodeDetailsProps) {
  const { item, catalog, mark, other, side = 'after', findings = [], onOther, onClose } = props
  const headline = useId()
  const explanation = explainNode(item.node)
  const facts = tableDetails(item.node, catalog)
  return (
    <aside className={styles.panel} aria-labelledby={headline} data-details>
      <header>
        <h3 id={headline}>{item.title}</h3>
        <button type="button" className={styles.close} onClick={onClose} aria-label="Close details">
          ×
        </button>
      </header>
      {explanation && (
        <div className={styles.explanation}>
          <p>{explanation.what}</p>
          <details>
            <summary>When it is chosen, and what to look at</summary>
            <p>{explanation.when}</p>
            <p>{explanation.look}</p>
            <p>
              <a href={explanation.url} target="_blank" rel="noreferrer">
                PostgreSQL manual
              </a>
            </p>
          </details>
        </div>
      )}
      {mark && mark.kind !== 'same' && (
        <p className={styles.mark}>
          <strong>{MARK_NAMES[mark.kind]}</strong>
          {mark.other !== null && <>, {mark.other}</>}{' '}
          {mark.otherId !== null && onOther && (
            <button type="button" onClick={() => onOther(mark.otherId!)}>
              Show it
            </button>
          )}
        </p>
      )}
      {findings.length > 0 && (
        <section>
          <h4>Findings</h4>
          <FindingsList findings={findings} onTryIt={props.onTryIt} compact />
        </section>
      )}
      {pairedGroups(item, other).map((group) => (
        <section key={group.title}>
          <h4>{group.title}</h4>
          <dl>
            {group.fields.map((field, at) => (
              <Figure key={`${item.id} ${field.key} ${at}`} field={field} side={side} />
            ))}
          </dl>
        </section>
      ))}
      {facts && <Table facts={facts} />}
    </aside>
  )
}
