/** A plan to try the page with: a small shop's orders, before and after an index. */
export const EXAMPLE = {
  first: `Limit  (cost=5423.48..5423.61 rows=50 width=44) (actual time=61.204..61.213 rows=50 loops=1)
  Buffers: shared hit=241 read=2259
  ->  Sort  (cost=5423.48..5427.61 rows=1650 width=44) (actual time=61.202..61.207 rows=50 loops=1)
        Sort Key: placed_at DESC
        Sort Method: top-N heapsort  Memory: 31kB
        Buffers: shared hit=241 read=2259
        ->  Seq Scan on orders o  (cost=0.00..5368.67 rows=1650 width=44) (actual time=0.019..59.871 rows=1702 loops=1)
              Filter: ((status = 'open'::text) AND (customer_id = 4711))
              Rows Removed by Filter: 198298
              Buffers: shared hit=241 read=2259
Planning Time: 0.211 ms
Execution Time: 61.254 ms`,
  second: `Limit  (cost=0.42..38.19 rows=50 width=44) (actual time=0.031..0.094 rows=50 loops=1)
  Buffers: shared hit=53
  ->  Index Scan using orders_open on orders o  (cost=0.42..1246.71 rows=1650 width=44) (actual time=0.030..0.088 rows=50 loops=1)
        Index Cond: (customer_id = 4711)
        Buffers: shared hit=53
Planning Time: 0.248 ms
Execution Time: 0.119 ms`,
} as const
