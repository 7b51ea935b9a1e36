/** When two values count as the same: types told apart by family, numbers by value and not by their printed form. */
import type { Column, Row } from '../../engine/contract/index.ts'

/** Types that applications read alike, by OID (src/include/catalog/pg_type.dat). */
const FAMILIES: Readonly<Record<number, string>> = {
  20: 'integer',
  21: 'integer',
  23: 'integer',
  19: 'text',
  25: 'text',
  705: 'text',
  1042: 'text',
  1043: 'text',
  700: 'double precision',
  701: 'double precision',
  1005: 'integer[]',
  1007: 'integer[]',
  1016: 'integer[]',
  1009: 'text[]',
  1015: 'text[]',
}

const NUMERIC = 1700

const family = (column: Column): string => FAMILIES[column.typeOid] ?? `type ${column.typeOid}`

export const sameType = (a: Column, b: Column): boolean => family(a) === family(b)

/** `1.50` and `1.5` are one numeric. */
const normalNumeric = (text: string): string =>
  text.includes('.') ? text.replace(/0+$/, '').replace(/\.$/, '') : text

/** Sums of floats differ in their last digits with the order of the rows; 12 digits are compared. */
function normalFloat(text: string): string {
  const value = Number(text)
  return Number.isFinite(value) ? String(Number(value.toPrecision(12))) : text
}

/** A value in the form in which it is compared. */
function normal(value: string | null, column: Column): string | null {
  if (value === null) return null
  if (column.typeOid === NUMERIC) return normalNumeric(value)
  return family(column) === 'double precision' ? normalFloat(value) : value
}

/** A row as a key: equal keys are equal rows. NULL and the text `null` differ. */
export const rowKey = (row: Row, columns: readonly Column[]): string =>
  JSON.stringify(row.map((value, index) => normal(value, columns[index] as Column)))
