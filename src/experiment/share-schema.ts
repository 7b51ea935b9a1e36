/** What a link carries, version by version. */
import { z } from 'zod'
import { DATASET_NAME } from '../dataset/name.ts'
import type { MigrationStep } from '../shared/migrate.ts'

/**
 * A figure of the author's own run, so that the reader's browser can say "reproduced": e.g.
 * `{ kind: 'after.buffers', value: 46 }`. The kinds are an open list.
 */
const shareNumber = z.object({
  kind: z.string().min(1).max(60),
  value: z.union([z.number(), z.string().max(10_000)]),
})

/** Version 1. Keys are short because they travel in every link. */
export const payloadV1 = z.object({
  /** Dataset. */
  d: z.string().regex(DATASET_NAME),
  /** Scale. */
  s: z.number().positive().max(1000),
  /** Changes. */
  c: z.string().max(1_000_000),
  /** Query. */
  q: z.string().max(1_000_000),
  /** Notes. */
  n: z.string().max(100_000),
  /** Measured by the author. */
  m: z.array(shareNumber).max(100).optional(),
})

export type SharePayload = z.infer<typeof payloadV1>
export type ShareNumber = z.infer<typeof shareNumber>

/** Version that is written. */
export const SHARE_VERSION = 1

/**
 * How an older payload becomes the next version's, before it is validated. Add a step and never change one: links
 * are for ever.
 */
export const SHARE_MIGRATIONS: Readonly<Record<number, MigrationStep>> = {}
