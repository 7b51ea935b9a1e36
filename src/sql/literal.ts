/** Values as SQL literals, the way Django's driver binds parameters on the client (psycopg 3, ClientCursor). */
import { quotedLiteral } from '../shared/quote.ts'

/** Type OIDs, fixed in PostgreSQL's pg_type.dat. */
const BOOL = 16
const NUMBERS: ReadonlySet<number> = new Set([20, 21, 23, 26, 700, 701, 1700])
/**
 * Types whose quoted literal is given a cast, so that it keeps its type where PostgreSQL cannot infer one. Text is
 * left unknown, as the driver does.
 */
const CASTS: Readonly<Record<number, string>> = {
  17: 'bytea',
  114: 'json',
  650: 'cidr',
  869: 'inet',
  1000: 'bool[]',
  1005: 'int2[]',
  1007: 'int4[]',
  1009: 'text[]',
  1015: 'varchar[]',
  1016: 'int8[]',
  1021: 'float4[]',
  1022: 'float8[]',
  1082: 'date',
  1083: 'time',
  1114: 'timestamp',
  1115: 'timestamp[]',
  1182: 'date[]',
  1184: 'timestamptz',
  1185: 'timestamptz[]',
  1186: 'interval',
  1231: 'numeric[]',
  1266: 'timetz',
  2950: 'uuid',
  2951: 'uuid[]',
  3802: 'jsonb',
  3904: 'int4range',
  3906: 'numrange',
  3908: 'tsrange',
  3910: 'tstzrange',
  3912: 'daterange',
  3926: 'int8range',
}
/** Names of the numbers, for NaN and Infinity, which have to be quoted. */
const NUMBER_NAMES: Readonly<Record<number, string>> = { 700: 'float4', 701: 'float8', 1700: 'numeric' }

/**
 * SQL literal of a value given in PostgreSQL's text format. Numbers plain, a negative one after a space so that no
 * minus before it makes a comment; booleans `true` and `false`; everything else quoted, as E'' only where there is
 * a backslash.
 */
export function sqlLiteral(value: string | null, typeOid: number): string {
  if (value === null) return 'NULL'
  if (typeOid === BOOL) return /^t/i.test(value) ? 'true' : 'false'
  if (NUMBERS.has(typeOid)) {
    if (/^\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(value)) return value
    if (/^-\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(value)) return ` ${value}`
    return `${quoteLiteral(value)}::${NUMBER_NAMES[typeOid] ?? 'int8'}`
  }
  const cast = CASTS[typeOid]
  return cast === undefined ? quoteLiteral(value) : `${quoteLiteral(value)}::${cast}`
}

/** A string as a literal: quotes doubled, E'' with doubled backslashes where it has any. */
function quoteLiteral(value: string): string {
  const quoted = quotedLiteral(value)
  return quoted.includes('\\') ? ` E${quoted.replaceAll('\\', '\\\\')}` : quoted
}
