import { useEffect, useMemo, useState } from 'react'
import type { Catalog, CatalogIndex, CatalogRelation } from '../../engine/contract/index.ts'
import { useApp, useCommands } from '../app-context.ts'
import { ErrorPanel } from '../errors/ErrorPanel.tsx'
import { count } from '../../shared/words.ts'
import { formatBytes, formatCounted } from '../primitives/format.ts'
import styles from './SchemaView.module.css'

const KINDS: Readonly<Record<string, string>> = {
  r: '',
  p: 'partitioned',
  m: 'materialized view',
  v: 'view',
  f: 'foreign table',
}

/** Tables with their columns, indexes and sizes, as the last Run left them. */
export default function SchemaView() {
  const { status, catalog, error } = useApp((state) => state.schema)
  const busy = useApp(({ bench }) => bench.busy !== null)
  const query = useApp(({ text }) => `${text.changes}\n${text.query}`)
  const { loadSchema } = useCommands()
  const [filter, setFilter] = useState('')
  useEffect(() => {
    if (status === 'idle' && !busy) void loadSchema()
  }, [status, busy, loadSchema])
  if (status === 'failed' && error) return <ErrorPanel error={error} title="The schema could not be read." />
  if (!catalog) return <p className={styles.hint}>Reading the catalog …</p>
  return <Tables catalog={catalog} filter={filter} onFilter={setFilter} text={query} />
}

interface TablesProps {
  readonly catalog: Catalog
  readonly filter: string
  readonly onFilter: (filter: string) => void
  /** The panes' text: tables that it names stand first. */
  readonly text: string
}

function Tables({ catalog, filter, onFilter, text }: TablesProps) {
  const [named] = useState(text)
  const tables = useMemo(() => {
    const word = filter.trim().toLowerCase()
    return catalog.relations
      .filter(({ kind }) => kind in KINDS)
      .filter(
        ({ name, columns }) =>
          word === '' || name.includes(word) || columns.some((column) => column.name.includes(word)),
      )
      .toSorted(
        (a, b) =>
          Number(named.includes(b.name)) - Number(named.includes(a.name)) || a.name.localeCompare(b.name),
      )
  }, [catalog, filter, named])
  return (
    <div className={styles.schema}>
      <input
        type="search"
        className={styles.filter}
        aria-label="Filter tables and columns"
        placeholder="Filter tables and columns"
        value={filter}
        onChange={(event) => onFilter(event.target.value)}
      />
      <output className={styles.hint}>{formatCounted(tables.length, 'table')}</output>
      {tables.map((table) => (
        <Table
          key={table.oid}
          table={table}
          indexes={catalog.indexes.filter(
            (index) => index.table === table.name && index.schema === table.schema,
          )}
          open={named.includes(table.name)}
        />
      ))}
    </div>
  )
}

interface TableProps {
  readonly table: CatalogRelation
  readonly indexes: readonly CatalogIndex[]
  readonly open: boolean
}

function Table({ table, indexes, open }: TableProps) {
  return (
    <details className={styles.table} open={open}>
      <summary>
        <span className={styles.name}>{table.name}</span>
        <span className={styles.size}>
          {KINDS[table.kind]}{' '}
          {table.tuples >= 0 ? formatCounted(Math.round(table.tuples), 'row') : 'never analyzed'} ·{' '}
          {formatBytes(table.bytes)}
        </span>
      </summary>
      <table className={styles.columns}>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">Column</th>
            <th scope="col">Type</th>
            <th scope="col">Distinct values</th>
          </tr>
        </thead>
        <tbody>
          {table.columns.map((column) => (
            <tr key={column.name}>
              <th scope="row">{column.name}</th>
              <td>
                {column.type}
                {!column.notNull && <span className={styles.soft}> null</span>}
              </td>
              <td className={styles.soft}>{distinct(column.distinct)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {indexes.length > 0 && (
        <ul className={styles.indexes}>
          {indexes.map((index) => (
            <li key={index.oid}>
              <code>{shortDefinition(index)}</code>
              <span className={styles.size}>
                {count(index.pages)} pages · {formatBytes(index.bytes)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </details>
  )
}

/** pg_stats counts distinct values, or gives their share of the rows as a negative number. */
function distinct(value: number | null): string {
  if (value === null) return ''
  if (value >= 0) return `${count(value)} distinct`
  return value === -1 ? 'unique' : `${Math.round(-value * 100)} % distinct`
}

/** `name USING btree (…)` without what the place says already. */
const shortDefinition = ({ name, definition, unique }: CatalogIndex): string =>
  `${name} ${unique ? 'unique ' : ''}${definition.replace(/^.*? USING /s, '')}`
