/**
 * Every rule against its fixtures in tests/fixtures/findings/<rule>/: `hit-*` must give the finding, `quiet-*` must
 * not. Plans are EXPLAIN's text; lines on top set what else is known: `-- statement:`, `-- executions:`,
 * `-- buffers:` (of all executions), `-- triggers:` (JSON, with the blocks of AFTER triggers), `-- catalog:` (JSON), `-- added:` (index names).
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { allPlans } from '../testing/corpus.node.ts'
import { parsePlan } from '../read/parse-plan.ts'
import { parseTextPlan } from '../read/parse-text.ts'
import { planNodes } from '../tree.ts'
import { findings, LEAST_SHARE, RULES } from './index.ts'
import type { CatalogFacts, Finding, FindingInput, StatementFacts, TriggerFacts } from './types.ts'

const FOLDER = fileURLToPath(new URL('../../../tests/fixtures/findings', import.meta.url))

function triggers(json: string | null): Pick<StatementFacts, 'triggers' | 'triggerBuffers'> {
  if (json === null) return {}
  const facts = JSON.parse(json) as readonly TriggerFacts[]
  return { triggers: facts, triggerBuffers: facts.reduce((sum, one) => sum + one.buffers, 0) }
}

function input(content: string): FindingInput {
  const head = (key: string): string | null => new RegExp(`^-- ${key}: (.*)$`, 'm').exec(content)?.[1] ?? null
  const plan = parseTextPlan(content.replace(/^-- \w+: .*\n/gm, ''))
  if (!plan.ok) throw new Error(plan.error.message)
  const catalog = head('catalog')
  const added = head('added')
  return {
    statements: [
      {
        text: head('statement'),
        executions: Number(head('executions') ?? 1),
        plan: plan.value,
        ...(head('buffers') === null ? {} : { buffers: Number(head('buffers')) }),
        ...triggers(head('triggers')),
      },
    ],
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
  it('has 34 rules, each with plans that trigger it and plans that must not', () => {
    const ids = RULES.map((rule) => rule.id)
    expect(new Set(ids).size).toBe(34)
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
        if (one.nodeId !== null) expect(planNodes(plan.value).map(({ id }) => id)).toContain(one.nodeId)
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
      'join-filter-waste',
      'equality',
      'CREATE INDEX sponsorship_user_id_amount_idx ON sponsorship (user_id, amount);',
    ],
    ['join-filter-waste', 'merge-join-filter', undefined],
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

describe('what findings say', () => {
  const text = (rule: string, file: string): string =>
    fixtures.find((one) => one.rule === rule && one.file === `${file}.txt`)?.content ?? ''
  const said = (rule: string, content: string): Finding => {
    const found = findings(input(content)).find((one) => one.id === rule)
    if (!found) throw new Error(`no finding of ${rule}`)
    return found
  }
  const value = (one: Finding, label: string): string | undefined =>
    one.evidence.find((each) => each.label === label)?.value

  it('counts what all executions touched, not the heaviest one many times', () => {
    const found = said('n-plus-one', `-- buffers: 460\n${text('n-plus-one', 'hit-for-each-row')}`)
    expect(value(found, 'Buffers of all of them')).toBe('460')
  })

  it.each([
    ['Update', 'bulk_update'],
    ['Insert', 'bulk_create'],
    ['Delete', 'DELETE'],
  ])('advises for %s on a table: %s', (operation, word) => {
    const { advice } = said(
      'n-plus-one',
      `-- executions: 200
${operation} on person  (cost=0.29..8.30 rows=0 width=0) (actual rows=0.00 loops=1)
  Buffers: shared hit=43
  ->  Index Scan using person_pkey on person  (cost=0.29..8.30 rows=1 width=60) (actual rows=1.00 loops=1)
        Index Cond: (id = 7)
        Buffers: shared hit=3`,
    )
    expect(advice).toContain(word)
    expect(advice).not.toMatch(/_related/)
  })

  it('calls the other index what it is', () => {
    const content = text('idle-index', 'hit-prefix-of-another')
    expect(said('idle-index', content).advice).toContain('the wider index')
    const second =
      ', {"expression": "name_id", "isColumn": true, "descending": false, "nullsFirst": false, "opclass": "int4_ops", "collation": null}'
    const same = content.replace(second, '').replace('"person_city"', '"person_city_x"')
    expect(said('idle-index', same).advice).toContain('the other index')
    expect(said('idle-index', same).what).toContain('has the same columns')
    const unique = same.replace(/("name": "person_city_name".*?"unique": )false/, '$1true')
    expect(said('idle-index', unique).advice).toContain('the unique index')
  })

  it('explains a Seq Scan that no index would spare in one voice, as a note', () => {
    const found = said('seq-scan-filter', text('seq-scan-filter', 'hit-wanted-rows-on-most-pages'))
    expect(found.severity).toBe('note')
    expect(found.advice).toMatch(/491 rows .* 217 of 254 pages/)
    expect(found.advice).not.toContain('So many rows')
  })

  it('puts the share of buffers of the Seq Scan at stake', () => {
    expect(said('seq-scan-filter', text('seq-scan-filter', 'hit-share-of-buffers')).share).toBe(0.25)
  })

  it('takes rechecks of BRIN as a note unless most of the table is read', () => {
    expect(said('recheck-waste', text('recheck-waste', 'hit-bitmap-brin')).severity).toBe('note')
    expect(said('recheck-waste', text('recheck-waste', 'hit-brin-without-order')).severity).not.toBe('note')
  })

  it('gives the same advice for several statements once', () => {
    const { statements } = input(text('seq-scan-filter', 'hit-seq-scan-between'))
    const found = findings({ statements: [...statements, ...statements] })
    expect(found.filter((one) => one.id === 'seq-scan-filter')).toHaveLength(1)
    expect(found[0]?.share).toBe(1)
    expect(found[0]?.what).toMatch(/ It holds for 2 statements of the request\.$/)
  })

  it('advises statistics on the expression that is grouped by, quietly where nothing above costs', () => {
    const found = said('estimate-off', text('estimate-off', 'hit-group-by-expression'))
    expect(found.advice).toContain(
      "CREATE STATISTICS … ON (date_trunc('month'::text, bought_at)) FROM ticket",
    )
    expect(found.severity).toBe('low')
  })
})
