import styles from './Cell.module.css'

/** Characters of a value that a table shows. */
const SHOWN = 200

interface Props {
  readonly value: string | null
  /** Numbers stand to the right. */
  readonly numeric?: boolean | undefined
  /** An empty text and NULL are empty cells. */
  readonly plain?: boolean
}

/** One value of a result; SQL NULL looks unlike any text. */
export function Cell({ value, numeric = false, plain = false }: Props) {
  if (value === null) return plain ? <td>{''}</td> : <td className={styles.null}>NULL</td>
  const long = value.length > SHOWN
  return (
    <td
      className={numeric ? styles.number : undefined}
      {...(long ? { title: `${value.length} characters` } : {})}
    >
      {value === '' && !plain ? (
        <span className={styles.empty}>empty text</span>
      ) : long ? (
        `${value.slice(0, SHOWN)}…`
      ) : (
        value
      )}
    </td>
  )
}
