/**
 * PostgreSQL's wire protocol, as far as simple queries need it: one Query message out, a stream of backend
 * messages in, parsed while it arrives so that a result of any size costs memory only for the rows kept.
 * https://www.postgresql.org/docs/18/protocol-message-formats.html
 */
import { RowDigest } from './digest.ts'
import { isPlanMessage } from './plan-log.ts'
import type { Row } from '../contract/index.ts'

const encoder = new TextEncoder()
const decoder = new TextDecoder()

/** A Query message ('Q'). PostgreSQL reads a NUL-terminated string, so the text must not hold NUL. */
export function queryMessage(sql: string): Uint8Array {
  const body = encoder.encode(sql)
  const message = new Uint8Array(body.length + 6)
  message[0] = 0x51
  new DataView(message.buffer).setInt32(1, body.length + 5)
  message.set(body, 5)
  return message
}

/** A column as RowDescription gives it. */
export interface WireColumn {
  readonly name: string
  readonly typeOid: number
  readonly typeModifier: number
}

/** ErrorResponse or NoticeResponse: PostgreSQL's one-letter field codes to values. */
export type WireFields = Readonly<Record<string, string>>

/**
 * Collects the rows of one or several executions of a statement: keeps the first `keep`, digests and counts all.
 */
export class RowCollector {
  columns: readonly WireColumn[] | null = null
  readonly rows: Row[] = []
  count = 0
  bytes = 0
  private readonly digest = new RowDigest()
  private readonly keep: number

  constructor(keep: number) {
    this.keep = keep
  }

  /** Takes one DataRow body, `bytes[start, end)`. */
  add(bytes: Uint8Array, view: DataView, start: number, end: number): void {
    this.count++
    this.bytes += end - start
    this.digest.add(bytes, start, end)
    if (this.rows.length < this.keep) this.rows.push(readRow(bytes, view, start))
  }

  /** Digests over all rows and the column types: order-independent and order-dependent. */
  digests(): { readonly bagDigest: string; readonly listDigest: string } {
    const types = this.columns?.map((column) => column.typeOid) ?? []
    return { bagDigest: this.digest.bag(types), listDigest: this.digest.list(types) }
  }
}

/** What the backend said about one statement, besides its rows. */
export interface WireResult {
  readonly commandTag: string | null
  readonly error: WireFields | null
  readonly notices: readonly WireFields[]
  /** ReadyForQuery arrived; its transaction status: I idle, T in a transaction, E in a failed one. */
  readonly status: string | null
  /** PostgreSQL waits for COPY data, which nobody will send. */
  readonly copyIn: boolean
}

/** Notices kept per statement; a loop of RAISE NOTICE can send millions. */
const NOTICES_KEPT = 100

/** Parses the backend's answer to one Query message; rows go to the collector. */
export class WireReader {
  private pending = new Uint8Array(0)
  private commandTag: string | null = null
  private error: WireFields | null = null
  private readonly notices: WireFields[] = []
  private status: string | null = null
  private copyIn = false
  private readonly collector: RowCollector
  private readonly onPlan: ((fields: WireFields) => void) | undefined

  /** @param onPlan takes the messages of auto_explain, which are no notices for a reader */
  constructor(collector: RowCollector, onPlan?: (fields: WireFields) => void) {
    this.collector = collector
    this.onPlan = onPlan
  }

  /** Takes the next bytes from the backend; `chunk` may be a view that is reused after the call. */
  push(chunk: Uint8Array): void {
    let bytes = chunk
    if (this.pending.length > 0) {
      bytes = new Uint8Array(this.pending.length + chunk.length)
      bytes.set(this.pending)
      bytes.set(chunk, this.pending.length)
    }
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    let at = 0
    while (at + 5 <= bytes.length) {
      const end = at + 1 + view.getInt32(at + 1)
      if (end > bytes.length) break
      this.message(bytes[at] as number, bytes, view, at + 5, end)
      at = end
    }
    this.pending = bytes.slice(at)
  }

  result(): WireResult {
    const { commandTag, error, notices, status, copyIn } = this
    return { commandTag, error, notices, status, copyIn }
  }

  private notice(fields: WireFields): void {
    if (isPlanMessage(fields)) this.onPlan?.(fields)
    else if (this.notices.length < NOTICES_KEPT) this.notices.push(fields)
  }

  private message(type: number, bytes: Uint8Array, view: DataView, start: number, end: number): void {
    switch (type) {
      case 0x44: // D: DataRow
        this.collector.add(bytes, view, start, end)
        return
      case 0x54: // T: RowDescription
        this.collector.columns ??= readColumns(bytes, view, start)
        return
      case 0x43: // C: CommandComplete
        this.commandTag = decoder.decode(bytes.subarray(start, end - 1))
        return
      case 0x49: // I: EmptyQueryResponse
        this.commandTag = ''
        return
      case 0x45: // E: ErrorResponse
        this.error ??= readFields(bytes, start, end)
        return
      case 0x4e: // N: NoticeResponse
        this.notice(readFields(bytes, start, end))
        return
      case 0x5a: // Z: ReadyForQuery
        this.status = String.fromCharCode(bytes[start] as number)
        return
      case 0x47: // G: CopyInResponse
        this.copyIn = true
        return
      default: // ParameterStatus, CopyOut and the like carry nothing that is shown
    }
  }
}

function readRow(bytes: Uint8Array, view: DataView, start: number): Row {
  const count = view.getInt16(start)
  const row: (string | null)[] = []
  let at = start + 2
  for (let i = 0; i < count; i++) {
    const length = view.getInt32(at)
    at += 4
    if (length < 0) row.push(null)
    else {
      row.push(decoder.decode(bytes.subarray(at, at + length)))
      at += length
    }
  }
  return row
}

function readString(bytes: Uint8Array, start: number): { text: string; next: number } {
  const end = bytes.indexOf(0, start)
  return { text: decoder.decode(bytes.subarray(start, end)), next: end + 1 }
}

function readColumns(bytes: Uint8Array, view: DataView, start: number): WireColumn[] {
  const columns: WireColumn[] = []
  let at = start + 2
  for (let i = view.getInt16(start); i > 0; i--) {
    const name = readString(bytes, at)
    at = name.next
    // table OID (4), attribute number (2), type OID (4), type size (2), type modifier (4), format (2)
    columns.push({ name: name.text, typeOid: view.getUint32(at + 6), typeModifier: view.getInt32(at + 12) })
    at += 18
  }
  return columns
}

function readFields(bytes: Uint8Array, start: number, end: number): WireFields {
  const fields: Record<string, string> = {}
  let at = start
  while (at < end && bytes[at] !== 0) {
    const code = String.fromCharCode(bytes[at] as number)
    const value = readString(bytes, at + 1)
    fields[code] = value.text
    at = value.next
  }
  return fields
}
