/**
 * An experiment in a link, `#/x/v1.…`: its JSON, deflated, after a CRC-32 of the deflated bytes, in base64url. The
 * fragment never leaves the browser, and every link ever made must open for ever: see the golden links in the tests.
 */
import { fromBase64Url, toBase64Url } from '../shared/base64url.ts'
import { crc32 } from '../shared/crc32.ts'
import { deflate, inflate } from '../shared/deflate.ts'
import { migrate } from '../shared/migrate.ts'
import { err, ok, type Result } from '../shared/result.ts'
import {
  payloadV1,
  SHARE_MIGRATIONS,
  SHARE_VERSION,
  type ShareNumber,
  type SharePayload,
} from './share-schema.ts'
import type { Experiment } from './types.ts'

export type { ShareNumber } from './share-schema.ts'

/** What a link holds. */
export interface OpenedLink {
  readonly experiment: Experiment
  /** The author's figures; empty where the link carries none. */
  readonly numbers: readonly ShareNumber[]
  /** Version that the link was written in. */
  readonly version: number
}

export type ShareError =
  /** It does not look like a link to an experiment at all. */
  | { readonly kind: 'not-a-link' }
  /** Made by a newer playground. */
  | { readonly kind: 'unknown-version'; readonly version: number }
  /** Cut off or changed on its way. */
  | { readonly kind: 'damaged' }
  /** `limit` in bytes. */
  | { readonly kind: 'too-large'; readonly limit: number }
  /** Whole, but not an experiment; `path` says where. */
  | { readonly kind: 'invalid'; readonly path: string }

/** Most bytes of JSON in a link. */
export const MAX_SHARE_BYTES = 2_000_000

const CHECKSUM_BYTES = 4

/**
 * The fragment of a link to the experiment, with the author's figures if given. Fails with `too-large` or `invalid`
 * where the link could not be opened again.
 */
export async function encodeShare(
  experiment: Experiment,
  numbers: readonly ShareNumber[] = [],
): Promise<Result<string, ShareError>> {
  const { dataset, scale, changes, query, notes } = experiment
  const payload: SharePayload = { d: dataset, s: scale, c: changes, q: query, n: notes }
  if (numbers.length > 0) payload.m = numbers.map(({ kind, value }) => ({ kind, value }))
  const json = new TextEncoder().encode(JSON.stringify(payload))
  if (json.length > MAX_SHARE_BYTES) return err({ kind: 'too-large', limit: MAX_SHARE_BYTES })
  const checked = validate(payload)
  if (!checked.ok) return checked
  const deflated = await deflate(json)
  const bytes = new Uint8Array(CHECKSUM_BYTES + deflated.length)
  new DataView(bytes.buffer).setUint32(0, crc32(deflated))
  bytes.set(deflated, CHECKSUM_BYTES)
  return ok(`#/x/v${SHARE_VERSION}.${toBase64Url(bytes)}`)
}

/** Opens a link: a whole address, or its fragment. Space that came in by copying is skipped. */
export async function decodeShare(link: string): Promise<Result<OpenedLink, ShareError>> {
  if (link.length > MAX_SHARE_BYTES * 2) return err({ kind: 'too-large', limit: MAX_SHARE_BYTES })
  const fragment = link.slice(link.indexOf('#') + 1).replaceAll(/[\s\u200b\ufeff]/g, '')
  const [, digits, body] = /^\/?x\/v(\d{1,6})(?:\.(.*))?$/.exec(fragment) ?? []
  if (digits === undefined) return err({ kind: 'not-a-link' })
  const version = Number(digits)
  if (version > SHARE_VERSION) return err({ kind: 'unknown-version', version })
  const bytes = body === undefined || version < 1 ? undefined : fromBase64Url(body)
  if (!bytes || bytes.length <= CHECKSUM_BYTES) return err({ kind: 'damaged' })
  const deflated = bytes.slice(CHECKSUM_BYTES)
  if (new DataView(bytes.buffer).getUint32(0) !== crc32(deflated)) return err({ kind: 'damaged' })
  const json = await inflate(deflated, MAX_SHARE_BYTES)
  if (!json.ok) return json
  const value = parseJson(json.value)
  if (!value) return err({ kind: 'invalid', path: '' })
  const payload = validate(migrate(value.json, version, SHARE_VERSION, SHARE_MIGRATIONS))
  if (!payload.ok) return payload
  const { d, s, c, q, n, m } = payload.value
  return ok({
    experiment: { dataset: d, scale: s, changes: c, query: q, notes: n },
    numbers: m ?? [],
    version,
  })
}

function validate(value: unknown): Result<SharePayload, ShareError> {
  const parsed = payloadV1.safeParse(value)
  return parsed.success
    ? ok(parsed.data)
    : err({ kind: 'invalid', path: parsed.error.issues[0]?.path.map(String).join('.') ?? '' })
}

function parseJson(bytes: Uint8Array): { readonly json: unknown } | undefined {
  try {
    return { json: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) }
  } catch {
    return undefined
  }
}

const WORDS: { readonly [K in ShareError['kind']]: string } = {
  'not-a-link': 'This is not a link to an experiment.',
  'unknown-version': 'This link was made by a newer version of the playground. Reload the page to get it.',
  damaged: 'This link is damaged: a part of it is missing or changed. Copy it again, whole.',
  'too-large': 'This experiment is too large for a link. Download it as a file instead.',
  invalid: 'This link opens, but what is in it is not an experiment.',
}

/** Words an error for the reader of a link. */
export const describeShareError = (error: ShareError): string => WORDS[error.kind]
