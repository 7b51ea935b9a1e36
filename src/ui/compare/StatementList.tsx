import { useMemo, useState, type ReactNode } from 'react'
import { count } from '../../shared/words.ts'
import { formatCounted } from '../primitives/format.ts'
import { VirtualList } from '../primitives/VirtualList.tsx'
import type { Selection } from './selection.ts'
import { groupSums, statementGroups, type StatementGroup } from './statement-groups.ts'
import type { StatementItem } from './statement-items.ts'
import { Statement } from './Statement.tsx'
import { StatementTitle } from './StatementTitle.tsx'
import styles from './Statement.module.css'
import type { ComparedSide } from './use-compared-side.ts'

interface Props {
  readonly items: readonly StatementItem[]
  readonly before: ComparedSide | null
  readonly after: ComparedSide | null
  readonly selection: Selection | null
  /** The plans of an unfolded statement. */
  readonly renderPlans: (item: StatementItem) => ReactNode
}

/** Height of a folded statement, px. */
const FOLDED = 34

const isSelected = (item: StatementItem, selection: Selection | null): boolean =>
  selection !== null && item[selection.side] === selection.statement

/** The statements of a request: those of one shape together, of long requests only what is in sight. */
export function StatementList(props: Props) {
  const { items, before, after, selection, renderPlans } = props
  const groups = useMemo(() => statementGroups(items, before, after), [items, before, after])
  const [opened, setOpened] = useState<ReadonlyMap<string, boolean>>(new Map())
  const [seen, setSeen] = useState(selection)
  const open = (key: string, is: boolean) => setOpened((known) => new Map(known).set(key, is))
  if (seen !== selection) {
    setSeen(selection)
    // A finding leads to a node: it must be visible.
    const group = groups.find((each) => each.items.some((item) => isSelected(item, selection)))
    const item = group?.items.find((each) => isSelected(each, selection))
    if (group && item) setOpened(new Map(opened).set(group.key, true).set(item.key, true))
  }
  const statement = (item: StatementItem, startsOpen: boolean) => (
    <Statement
      item={item}
      before={before}
      after={after}
      alone={items.length === 1}
      open={opened.get(item.key) ?? startsOpen}
      onOpen={(is) => open(item.key, is)}
    >
      {renderPlans(item)}
    </Statement>
  )
  return (
    <div className={styles.list}>
      <VirtualList
        items={groups}
        keyOf={(group) => group.key}
        label="Statements"
        estimate={FOLDED}
        reveal={groups.findIndex((group) => group.items.some((item) => isSelected(item, selection)))}
        render={(group) => {
          const [only] = group.items
          if (group.items.length === 1 && only) return statement(only, only.open)
          return (
            <details
              className={styles.statement}
              open={opened.get(group.key) ?? false}
              onToggle={(event) => open(group.key, event.currentTarget.open)}
            >
              <summary className={styles.summary}>
                <GroupTitle group={group} before={before} after={after} />
              </summary>
              {opened.get(group.key) === true && (
                <div className={styles.group}>
                  <VirtualList
                    items={group.items}
                    keyOf={(item) => item.key}
                    label="Statements of this shape"
                    estimate={FOLDED}
                    reveal={group.items.findIndex((item) => isSelected(item, selection))}
                    render={(item) => statement(item, false)}
                  />
                </div>
              )}
            </details>
          )
        }}
      />
    </div>
  )
}

interface GroupProps extends Pick<Props, 'before' | 'after'> {
  readonly group: StatementGroup
}

/** How many statements there are of the shape, how the first begins, and what they cost together. */
function GroupTitle({ group, before, after }: GroupProps) {
  const sums = groupSums(group, before, after)
  const [first] = group.items
  const is = first?.after == null ? undefined : after?.measurement.statements[first.after]
  const was = first?.before == null ? undefined : before?.measurement.statements[first.before]
  return (
    <StatementTitle
      label={`${formatCounted(sums.count, 'statement')} of one shape`}
      text={(is ?? was)?.text}
      // The unit stands once, behind the last number.
      before={
        sums.before === null
          ? null
          : sums.after === null
            ? formatCounted(sums.before, 'buffer')
            : count(sums.before)
      }
      after={sums.after === null ? null : formatCounted(sums.after, 'buffer')}
    />
  )
}
