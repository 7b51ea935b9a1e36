/** Where to start: eight questions, one step of the course each, and the lesson that the first gap points to. */

export interface PlacementQuestion {
  readonly question: string
  readonly options: readonly string[]
  /** Index of the right option. */
  readonly answer: number
  /** Lesson that teaches it. */
  readonly lesson: string
}

/** In the order of the course. */
export const PLACEMENT: readonly PlacementQuestion[] = [
  {
    question: 'EXPLAIN ANALYZE says “rows=3 loops=1000” at an Index Scan. How many rows did it return?',
    options: ['3', '1,000', 'About 3,000'],
    answer: 2,
    lesson: 'loops',
  },
  {
    question:
      'An estimate is 1 row, the actual number 50,000, and the plan is a slow Nested Loop. What do you try first?',
    options: [
      'SET enable_nestloop = off',
      'ANALYZE the tables, and look whether columns are correlated',
      'An index on every column',
    ],
    answer: 1,
    lesson: 'never-analyzed',
  },
  {
    question: "Which index serves WHERE status = 'pending' AND registered_at >= '2025-01-01' best?",
    options: ['(registered_at, status)', '(status, registered_at)', 'Two indexes, one on each column'],
    answer: 1,
    lesson: 'equality-before-range',
  },
  {
    question:
      'One row in a hundred is unread, and the page shows only those. Which index is small and quick?',
    options: [
      'One on (read_at, sent_at)',
      'One on (sent_at) WHERE read_at IS NULL',
      'A hash index on read_at',
    ],
    answer: 1,
    lesson: 'partial-index',
  },
  {
    question:
      'A template shows event.organizer.first_name for 100 events, and Django sends 101 queries. What helps?',
    options: ["select_related('organizer')", "only('organizer')", 'An index on auth_user.id'],
    answer: 0,
    lesson: 'select-related',
  },
  {
    question:
      'annotate(Count("registrations"), Count("invitations")) gives numbers that are far too high. Why?',
    options: ['The statistics are stale', 'The two joins multiply their rows', 'Count ignores NULL'],
    answer: 1,
    lesson: 'count-fan-out',
  },
  {
    question: 'metadata__has_key="beta_flag" on a JSONField reads the whole table. Which index answers it?',
    options: ['GIN with jsonb_path_ops', 'GIN with jsonb_ops', 'B-tree on the column'],
    answer: 1,
    lesson: 'json-has-key',
  },
  {
    question: 'Why can a new index make an UPDATE of its column much dearer?',
    options: ['The update can no longer be HOT', 'PostgreSQL locks the index', 'The planner takes longer'],
    answer: 0,
    lesson: 'hot-updates',
  },
]

/** The lesson to begin with: that of the first question not answered rightly, or `otherwise` if there is none. */
export function suggestLesson(answers: readonly (number | undefined)[], otherwise: string): string {
  return PLACEMENT.find((question, index) => answers[index] !== question.answer)?.lesson ?? otherwise
}
