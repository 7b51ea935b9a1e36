import { page, type FieldEntry } from './entries.ts'

const BASICS = page('using-explain', 'USING-EXPLAIN-BASICS')
const EXPLAIN = page('sql-explain')

const expression = { unit: 'expression', scope: null, url: BASICS, since: null } as const

/** The conditions and other expressions that nodes evaluate. */
export const EXPRESSION_FIELDS: readonly FieldEntry[] = [
  {
    ...expression,
    name: 'Output',
    label: 'Output',
    text: 'The columns and expressions that the node hands to its parent. It is printed with VERBOSE.',
    url: EXPLAIN,
  },
  {
    ...expression,
    name: 'Index Cond',
    label: 'Index condition',
    text: 'The conditions that the index itself searches by. Not all of them narrow the range that is read: in a B-tree that depends on the order of its columns.',
    url: page('indexes-multicolumn'),
  },
  {
    ...expression,
    name: 'Recheck Cond',
    label: 'Recheck condition',
    text: 'The condition that a Bitmap Heap Scan checks again on the rows of lossy blocks, or of indexes that are not exact. For exact ones it is only printed.',
    url: page('indexes-bitmap-scans'),
  },
  {
    ...expression,
    name: 'TID Cond',
    label: 'TID condition',
    text: 'The condition on ctid by which a Tid Scan or Tid Range Scan finds its rows.',
    url: page('ddl-system-columns'),
  },
  {
    ...expression,
    name: 'Order By',
    label: 'Index order',
    text: 'The distance by which an index returns its rows, nearest first, as GiST and SP-GiST can. It is no sort of the result.',
    url: page('indexes-ordering'),
  },
  {
    ...expression,
    name: 'Filter',
    label: 'Filter',
    text: 'A condition that the node checks on each row it has got. What it rejects was read in vain: see Rows Removed by Filter.',
  },
  {
    ...expression,
    name: 'Join Filter',
    label: 'Join filter',
    text: 'The part of a join condition that is checked on each pair of rows, because the join method could not search by it.',
  },
  {
    ...expression,
    name: 'Hash Cond',
    label: 'Hash condition',
    text: 'The equalities by which a Hash Join looks up matching rows in its hash table.',
    url: page('planner-optimizer'),
  },
  {
    ...expression,
    name: 'Merge Cond',
    label: 'Merge condition',
    text: 'The equalities on which both inputs of a Merge Join are sorted and matched.',
    url: page('planner-optimizer'),
  },
  {
    ...expression,
    name: 'One-Time Filter',
    label: 'One-time filter',
    text: 'A condition that does not depend on the rows and is checked once a run. If it is false, nothing below is executed.',
  },
  {
    ...expression,
    name: 'Run Condition',
    label: 'Run condition',
    text: 'A condition on a window function that lets a WindowAgg stop early, because it can only go on failing, as in row_number() <= 3.',
    url: page('tutorial-window'),
    since: 15,
  },
  {
    ...expression,
    name: 'Conflict Filter',
    label: 'Conflict filter',
    text: 'The WHERE condition of ON CONFLICT DO UPDATE.',
    url: page('sql-insert'),
  },
  {
    ...expression,
    name: 'Function Call',
    label: 'Function call',
    text: 'The function with its arguments. It is printed with VERBOSE.',
  },
  {
    ...expression,
    name: 'Table Function Call',
    label: 'Table function call',
    text: 'The XMLTABLE or JSON_TABLE expression in full. It is printed with VERBOSE.',
  },
  {
    ...expression,
    name: 'Params Evaluated',
    label: 'Parameters evaluated',
    text: 'The InitPlans whose values a Gather computes before it starts its workers, as older versions print it.',
    url: page('parallel-plans'),
  },
  {
    ...expression,
    name: 'Remote SQL',
    label: 'Remote SQL',
    text: 'The statement that postgres_fdw sends to the remote server. It is printed with VERBOSE.',
    url: page('postgres-fdw'),
  },
  {
    ...expression,
    name: 'Relations',
    label: 'Remote relations',
    text: 'The foreign tables that the remote server joins or aggregates for a Foreign Scan.',
    url: page('postgres-fdw'),
  },
]
