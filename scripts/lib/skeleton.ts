/** The files of a new lesson. They parse and measure as they stand; every TODO is to be replaced. */
export function skeleton(id: string): ReadonlyMap<string, string> {
  return new Map([
    ['lesson.md', lessonText(id)],
    ['before.sql', `-- @query\n${QUERY}`],
    ['solution.sql', '-- @changes\nCREATE INDEX ON crush_lu_eventinvitation (invitation_code);\n'],
    [
      'probes.sql',
      "-- @probe a second invitation\nUPDATE crush_lu_eventinvitation SET invitation_code = md5('inv1337') WHERE id = 1;\n",
    ],
    [
      'orm.py',
      '# before\nEventInvitation.objects.get(invitation_code=code)\n\n# after\nclass EventInvitation(models.Model):\n    invitation_code = models.CharField(max_length=36, db_index=True)\n',
    ],
    [
      'accept/another-way.sql',
      '-- TODO: why this is right too.\n-- @changes\nCREATE INDEX ON crush_lu_eventinvitation USING hash (invitation_code);\n',
    ],
    [
      'accept/more-columns.sql',
      '-- TODO: why this is right too.\n-- @changes\nCREATE INDEX ON crush_lu_eventinvitation (invitation_code, id);\n',
    ],
    [
      'reject/wrong-column.sql',
      '-- @rejects: buffers\n-- TODO: why this does not help.\n-- @changes\nCREATE INDEX ON crush_lu_eventinvitation (guest_email);\n',
    ],
    [
      'reject/nothing.sql',
      '-- @rejects: buffers\n-- Analyzes a table that is analyzed.\n-- @changes\nANALYZE crush_lu_eventinvitation;\n',
    ],
    [
      'reject/for-the-literal.sql',
      "-- @rejects: other-values\n-- An index for the one value in the question.\n-- @changes\nCREATE INDEX ON crush_lu_eventinvitation (id) WHERE invitation_code = md5('inv1337');\n",
    ],
  ])
}

const QUERY = `SELECT id, event_id, guest_name, status\nFROM crush_lu_eventinvitation\nWHERE invitation_code = md5('inv1337');\n`

const lessonText = (id: string) => `---
id: ${id}
title: TODO what the lesson is about
platform: crush_lu
topics: [indexing]
goal: Find an invitation by its code in at most {{limit.buffers}} buffers; today it takes {{before.buffers}}.
checks:
  - kind: rows
  - kind: buffers
    max: auto
variants:
  - { inv1337: inv17 }
hints:
  - TODO a nudge.
  - TODO nearly the answer.
takeaway: TODO one line to remember.
---
## Story

TODO who waits for what, in two or three sentences, and the Django code that sends the query.

## Why it works

TODO what the plan did before, {{before.rowsRead}} rows in {{before.buffers}} buffers, and what it does now: {{after.buffers}}, {{ratio.buffers}} times fewer.

## When not to

TODO what it costs and where it is the wrong fix.
`
