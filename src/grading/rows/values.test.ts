import { describe, expect, test } from 'vitest'
import type { Column } from '../../engine/contract/index.ts'
import { rowKey, sameType } from './values.ts'

/** OIDs of src/include/catalog/pg_type.dat. */
const OID = {
  bool: 16,
  name: 19,
  int8: 20,
  int2: 21,
  int4: 23,
  text: 25,
  float4: 700,
  float8: 701,
  unknown: 705,
  'int2[]': 1005,
  'int4[]': 1007,
  'text[]': 1009,
  'varchar[]': 1015,
  'int8[]': 1016,
  bpchar: 1042,
  varchar: 1043,
  date: 1082,
  timestamptz: 1184,
  numeric: 1700,
} as const

type Name = keyof typeof OID

const column = (type: Name): Column => ({ name: 'c', type, typeOid: OID[type] })

describe('types that count as one', () => {
  const families: readonly (readonly Name[])[] = [
    ['int2', 'int4', 'int8'],
    ['text', 'varchar', 'bpchar', 'name', 'unknown'],
    ['float4', 'float8'],
    ['int2[]', 'int4[]', 'int8[]'],
    ['text[]', 'varchar[]'],
    ['numeric'],
    ['bool'],
    ['date'],
    ['timestamptz'],
  ]
  const familyOf = (type: Name) => families.findIndex((family) => family.includes(type))
  const types = Object.keys(OID) as Name[]

  test.each(types)('%s', (type) => {
    for (const other of types)
      expect({ other, same: sameType(column(type), column(other)) }).toEqual({
        other,
        same: familyOf(type) === familyOf(other),
      })
  })
})

describe('equal values', () => {
  const equal = (type: Name, a: string | null, b: string | null) =>
    rowKey([a], [column(type)]) === rowKey([b], [column(type)])

  test.each<[Name, string | null, string | null, boolean]>([
    ['numeric', '1.50', '1.5', true],
    ['numeric', '1.5000', '1.5', true],
    ['numeric', '2.00', '2', true],
    ['numeric', '0.00', '0', true],
    ['numeric', '10.050', '10.05', true],
    ['numeric', '10.05', '1.05', false],
    ['numeric', '1.05', '1.5', false],
    ['numeric', '1.5', '15', false],
    ['numeric', '100', '1', false],
    ['numeric', '100', '10', false],
    ['numeric', null, '0', false],
    ['numeric', null, null, true],
    ['float8', '0.1', '0.10000000000000002', true],
    ['float8', '0.1', '0.10000000001', false],
    ['float8', '1e3', '1000', true],
    ['float8', '-0', '0', true],
    ['float8', 'NaN', 'Infinity', false],
    ['float8', 'Infinity', '-Infinity', false],
    ['float8', null, '0', false],
    ['float4', '0.5', '0.50', true],
    ['text', '1.50', '1.5', false],
    ['text', '007', '7', false],
    ['text', '', '0', false],
    ['text', null, '', false],
    ['text', null, 'null', false],
    ['int8', '7', '70', false],
  ])('%s: %s and %s: %s', (type, a, b, same) => {
    expect(equal(type, a, b)).toBe(same)
  })

  test('values do not run into each other', () => {
    const two = [column('text'), column('text')]
    expect(rowKey(['a,b', 'c'], two)).not.toBe(rowKey(['a', 'b,c'], two))
  })
})
