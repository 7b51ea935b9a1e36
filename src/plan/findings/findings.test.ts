/**
 * Every rule against its fixtures in tests/fixtures/findings/<rule>/: `hit-*` must give the finding, `quiet-*` must
 * not. Plans are EXPLAIN's text; lines on top set what else is known: `-- statement:`, `-- executions:`,
 * `-- catalog:` (JSON), `-- added:` (index names).
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { allPlans } from '../corpus.node.ts'
import { parsePlan } from '../parse-plan.ts'
import { parseTextPlan } from '../parse-text.ts'
import { nodeById } from '../tree.ts'
import { findings, LEAST_SHARE, RULES } from './index.ts'
import type { CatalogFacts, FindingInput } from './types.ts'

const FOLDER = fileURLToPath(new URL('../../../tests/fixtures/findings', import.meta.url))

function input(content: string): FindingInput {
  const head = (key: string): string | null => new RegExp(`^-- ${key}: (.*)$`, 'm').exec(content)?.[1] ?? null
  const plan = parseTextPlan(content.replace(/^-- \w+: .*\n/gm, ''))
  if (!plan.ok) throw new Error(plan.error.message)
  const catalog = head('catalog')
  const added = head('added')
  return {
    statements: [{ text: head('statement'), executions: Number(head('executions') ?? 1), plan: plan.value }],
    catalog: catalog === null ? null : (JSON.parse(catalog) as CatalogFacts),
    ...(added === null ? {} : { addedIndexes: added.split(/,\s*/) }),
  }
}

const fixtures = readdirSync(FOLDER).flatMap((rule) =>
  readdirSync(join(FOLDER, rule)).map((file) => ({
    rule,
    file,
    content: readFileSync(join(FOLDER, rule, file), 'utf8'),
  })),
)

describe('fixtures', () => {
  it('has 32 rules, each with plans that trigger it and plans that must not', () => {
    const ids = RULES.map((rule) => rule.id)
    expect(new Set(ids).size).toBe(32)
    expect(readdirSync(FOLDER).toSorted()).toEqual(ids.toSorted())
    for (const id of ids)
      for (const kind of ['hit-', 'quiet-'])
        expect([id, kind, fixtures.some((one) => one.rule === id && one.file.startsWith(kind))]).toEqual([
          id,
          kind,
          true,
        ])
  })

  it.each(fixtures)('$rule: $file', ({ rule, file, content }) => {
    const found = findings(input(content)).filter((one) => one.id === rule)
    if (file.startsWith('quiet-')) expect(found).toEqual([])
    else expect(found.length).toBeGreaterThan(0)
  })
})

describe('findings of every plan of the corpora', () => {
  it('have evidence, sentences, a node of the plan, and a rank', () => {
    for (const { name, content } of allPlans()) {
      const plan = parsePlan(content)
      if (!plan.ok) throw new Error(name)
      const found = findings({ statements: [{ text: null, executions: 1, plan: plan.value }] })
      let last = Number.POSITIVE_INFINITY
      for (const one of found) {
        for (const text of [one.what, one.why, one.advice])
          expect([name, text]).toEqual([name, expect.stringMatching(/^\S.{19,}\.$/s)])
        expect(
          one.evidence.every(
            ({ label, value }) => label !== '' && value !== '' && !/NaN|undefined|Infinity|null/.test(value),
          ),
        ).toBe(true)
        expect(one.what).not.toMatch(/NaN|undefined|Infinity|null/)
        if (one.nodeId !== null) expect(nodeById(plan.value, one.nodeId)).not.toBeNull()
        const rank = one.severity === 'note' ? -1 : one.share
        if (one.severity !== 'note') expect(one.share).toBeGreaterThanOrEqual(LEAST_SHARE)
        expect(rank).toBeLessThanOrEqual(last)
        last = rank
        if (one.tryIt !== undefined) expect(one.tryIt).toMatch(/^(?:CREATE|ANALYZE|VACUUM|DROP) .*;$/s)
      }
    }
  })

  it('say nothing about plans of a few buffers', () => {
    const idle = input(`Index Scan using p on t  (cost=0.29..8.30 rows=1 width=60) (actual rows=1.00 loops=1)
  Index Cond: (id = 7)
  Filter: (a = 1)
  Rows Removed by Filter: 900
  Buffers: shared hit=3`)
    expect(findings(idle)).toEqual([])
  })
})

describe('what to try', () => {
  const tried = (rule: string, file: string): string | undefined => {
    const fixture = fixtures.find((one) => one.rule === rule && one.file === `hit-${file}.txt`)
    if (!fixture) throw new Error(`no fixture ${rule}/${file}`)
    return findings(input(fixture.content)).find((one) => one.id === rule)?.tryIt
  }

  it.each([
    [
      'seq-scan-filter',
      'seq-scan-between',
      'CREATE INDEX crush_lu_connectionmessage_sent_at_idx ON crush_lu_connectionmessage (sent_at);',
    ],
    [
      'index-scan-filter',
      'index-scan-with-filter',
      'CREATE INDEX crush_lu_eventregistration_status_user_id_idx ON crush_lu_eventregistration (status, user_id);',
    ],
    [
      'top-n-reads-all',
      'subplan-correlated-latest',
      'CREATE INDEX crush_lu_eventregistration_event_id_registered_at_idx ON crush_lu_eventregistration (event_id, registered_at DESC);',
    ],
    ['seq-scan-in-join', 'few-partners', 'CREATE INDEX message_sender_id_idx ON message (sender_id);'],
    [
      'function-on-column',
      'seq-scan-iexact',
      'CREATE INDEX auth_user_upper_email_idx ON auth_user (upper(email));',
    ],
    ['function-on-column', 'seq-scan-cast-id', undefined],
    [
      'like-pattern',
      'prefix-without-pattern-ops',
      'CREATE INDEX person_last_name_like_idx ON person (last_name text_pattern_ops);',
    ],
    [
      'json-array-no-gin',
      'ranges-overlap',
      'CREATE INDEX reservation_starts_on_ends_on_gist_idx ON reservation USING gist (daterange(starts_on, ends_on));',
    ],
    [
      'json-array-no-gin',
      'key-equals',
      "CREATE INDEX progress_metadata_btree_idx ON progress (((metadata -> 'device'::text)));",
    ],
    [
      'correlated-columns',
      'city-and-canton',
      'CREATE STATISTICS profile_city_canton_stats (dependencies, mcv) ON city, canton FROM profile;\nANALYZE profile;',
    ],
    ['heap-fetches', 'index-only-scan-heap-fetches', 'VACUUM crush_lu_eventconnection;'],
    ['trigger-time', 'foreign-key-without-index', 'CREATE INDEX child_parent_id_idx ON child (parent_id);'],
    ['idle-index', 'prefix-of-another', 'DROP INDEX person_city;'],
  ])('%s, %s', (rule, file, expected) => expect(tried(rule, file)).toBe(expected))

  it('offers no index that exists', () => {
    const fixture = fixtures.find(
      (one) => one.rule === 'seq-scan-filter' && one.file === 'hit-seq-scan-between.txt',
    )!
    const keys = [
      {
        expression: 'sent_at',
        isColumn: true,
        descending: false,
        nullsFirst: false,
        opclass: 'timestamptz_ops',
        collation: null,
      },
    ]
    const index = {
      name: 'i',
      table: 'crush_lu_connectionmessage',
      method: 'btree',
      unique: false,
      primary: false,
      valid: true,
      constraint: false,
      keys,
      include: [],
      predicate: null,
      pages: 9,
      scans: 0,
    }
    const [found] = findings({ ...input(fixture.content), catalog: { relations: [], indexes: [index] } })
    expect(found?.id).toBe('seq-scan-filter')
    expect(found?.tryIt).toBeUndefined()
  })
})
