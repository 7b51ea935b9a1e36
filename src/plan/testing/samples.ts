/** Plans that several tests look at. */

/** A lookup that a Nested Loop repeats a thousand times, estimated ten rows too high, with a filter and times. */
export const REPEATED_SCAN = [
  'Index Scan using users_pkey on users u  (cost=0.00..1.00 rows=10 width=8) (actual time=0.1..0.5 rows=1 loops=1000)',
  '  Index Cond: (id = o.user_id)',
  "  Filter: (name <> ''::text)",
  '  Rows Removed by Filter: 2',
  '  Buffers: shared hit=3000',
  'Execution Time: 512.345 ms',
].join('\n')
