import { page, type GlossaryEntry, type TermEntry } from './entries.ts'

const plain = { variant: null, since: null } as const

/** Nodes that join two inputs, and the helpers that stand below them. */
export const JOIN_NODES: readonly GlossaryEntry[] = [
  {
    ...plain,
    nodeType: 'Nested Loop',
    name: 'Nested Loop',
    what: 'Runs its inner side once for every row of its outer side and returns the pairs that match.',
    when: 'When the outer side has few rows and the inner side is cheap to run again, mostly by an index. It is also the only way to join on a condition without an equality, full joins aside.',
    look: 'Loops of the inner side, times its rows, time and blocks. Far more outer rows than planned is what turns this join slow.',
    url: page('planner-optimizer'),
  },
  {
    ...plain,
    nodeType: 'Merge Join',
    name: 'Merge Join',
    what: 'Reads two inputs that are sorted on the join key side by side and returns the pairs that match.',
    when: 'When the join is on equality and both inputs come sorted from an index or are cheap to sort.',
    look: 'Sorts below it, and the memory they take. Where several outer rows share a key, the inner rows of that key are read again, and the inner node counts them again.',
    url: page('planner-optimizer'),
  },
  {
    ...plain,
    nodeType: 'Hash Join',
    name: 'Hash Join',
    what: 'Loads its inner side into a hash table and looks up every row of its outer side there.',
    when: 'When larger sets are joined on equality, above all if one side fits into memory (work_mem times hash_mem_multiplier).',
    look: 'Hash Batches above 1 in the Hash below: rows went through temporary files. Normally the smaller side is the one to be hashed.',
    url: page('planner-optimizer'),
  },
  {
    ...plain,
    nodeType: 'Hash',
    name: 'Hash',
    what: 'Loads the rows of its child into a hash table for the Hash Join above.',
    when: 'Always and only as the inner side of a Hash Join.',
    look: 'Hash Batches and Peak Memory Usage. More batches than originally planned mean that there were more or wider rows than estimated.',
    url: page('runtime-config-resource', 'GUC-HASH-MEM-MULTIPLIER'),
  },
  {
    ...plain,
    nodeType: 'Materialize',
    name: 'Materialize',
    what: 'Keeps the rows of its child, in memory up to work_mem and then in a temporary file, so that they can be read again without running the child again.',
    when: 'On the inner side of a Nested Loop or Merge Join that is read repeatedly, and for cursors that scroll backwards over what cannot.',
    look: 'Many loops over many rows: the child runs once, but every loop reads all the stored rows. An index may give a better join.',
    url: page('runtime-config-query', 'GUC-ENABLE-MATERIAL'),
  },
  {
    ...plain,
    nodeType: 'Memoize',
    name: 'Memoize',
    what: 'Caches what the inner side of a Nested Loop returns for each lookup value, so that a value seen before is not searched again.',
    when: 'When the planner expects the same lookup values to come many times.',
    look: 'Cache Hits against Cache Misses. Evictions mean that the cache (work_mem times hash_mem_multiplier) was too small to keep all values.',
    url: page('runtime-config-query', 'GUC-ENABLE-MEMOIZE'),
  },
]

const JOIN_PAGE = page('queries-table-expressions', 'QUERIES-JOIN')
const EXISTS_PAGE = page('functions-subquery', 'FUNCTIONS-SUBQUERY-EXISTS')

/** Values of `Join Type`. Outer is the first child of the join, inner the second. */
export const JOIN_TYPES: readonly TermEntry[] = [
  {
    name: 'Inner',
    what: 'Returns the pairs of rows that match; rows without a partner disappear.',
    when: 'For JOIN, for tables listed in FROM, and for an outer join whose unmatched rows the WHERE clause would reject anyway.',
    look: 'The planner is free to swap the sides, so the order in the query tells nothing about the plan.',
    url: JOIN_PAGE,
    since: null,
  },
  {
    name: 'Left',
    what: 'Returns every row of the outer side, with nulls where the inner side has no match.',
    when: 'For LEFT JOIN, and for RIGHT JOIN with the sides swapped.',
    look: 'If no unmatched row is wanted, write an inner JOIN: it leaves the planner more choice.',
    url: JOIN_PAGE,
    since: null,
  },
  {
    name: 'Right',
    what: 'Returns every row of the inner side, with nulls where the outer side has no match.',
    when: 'Mostly for a LEFT JOIN whose row-keeping side is the one worth hashing or reading second.',
    look: 'It gives the same rows as a Left join with its sides swapped.',
    url: JOIN_PAGE,
    since: null,
  },
  {
    name: 'Full',
    what: 'Returns every row of both sides, with nulls where the other side has no match.',
    when: 'For FULL JOIN, by Hash Join or Merge Join only; the condition must fit one of them.',
    look: 'A WHERE condition that rejects the nulls of one side turns it into a Left, Right or Inner join.',
    url: JOIN_PAGE,
    since: null,
  },
  {
    name: 'Semi',
    what: 'Returns each row of the outer side at most once, as soon as one match is found.',
    when: 'For EXISTS (…) and IN (SELECT …).',
    look: 'The inner side need not be read to its end for each row: fewer rows than planned are no mistake there.',
    url: EXISTS_PAGE,
    since: null,
  },
  {
    name: 'Anti',
    what: 'Returns the rows of the outer side that have no match on the inner side.',
    when: 'For NOT EXISTS (…), and for LEFT JOIN … WHERE b.key IS NULL when the join condition compares b.key.',
    look: 'In PostgreSQL 14 to 18 NOT IN (SELECT …) never becomes an Anti join, because nulls change its meaning.',
    url: EXISTS_PAGE,
    since: null,
  },
  {
    name: 'Right Semi',
    what: 'Returns each row of the inner side at most once, when the outer side has a match for it.',
    when: 'For EXISTS and IN by Hash Join, when the side whose rows are returned is the better one to hash.',
    look: 'It gives the same rows as a Semi join with its sides swapped.',
    url: EXISTS_PAGE,
    since: 18,
  },
  {
    name: 'Right Anti',
    what: 'Returns the rows of the inner side for which the outer side has no match.',
    when: 'For NOT EXISTS by Hash Join or Merge Join, when the side whose rows are returned is better read as the inner one.',
    look: 'It gives the same rows as an Anti join with its sides swapped.',
    url: EXISTS_PAGE,
    since: 16,
  },
]
