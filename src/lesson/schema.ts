/** The frontmatter of lesson.md and track.md. Strict: an unknown key is an error. Node only, as zod and YAML are. */
import { z } from 'zod'
import { DERIVED_PROBES, PERMISSIONS, type Permission } from '../shared/check-spec.ts'

/** Topics of the domain, as the course promises them. */
const TOPICS = [
  'reading-plans',
  'schema-design',
  'query-optimization',
  'indexing',
  'migrations',
  'json',
  'constraints',
  'transactions',
  'debugging',
  'bulk-operations',
  'postgresql',
] as const

const id = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'lower case words joined by hyphens')
const prose = z.string().trim().min(1)
const options = z.array(prose).min(2).max(5)

const prediction = z
  .strictObject({
    question: prose.describe('Asked before the first run.'),
    options: options.describe('Two to five answers.'),
    answer: z.int().nonnegative().describe('Position of the right one, from 0.'),
    reveal: prose.describe('Shown after the run, with the measured numbers by placeholder.'),
  })
  .refine((value) => value.answer < value.options.length, 'answer is beyond the options')

const quiz = z
  .strictObject({
    question: prose,
    options,
    answer: z.int().nonnegative().describe('Position of the right one, from 0.'),
    explanation: prose.describe('Why it is right, and why the likeliest wrong one is wrong.'),
  })
  .refine((value) => value.answer < value.options.length, 'answer is beyond the options')

const permissions = Object.keys(PERMISSIONS) as [Permission, ...Permission[]]

const literal = z.union([z.string(), z.number()]).transform(String)

/** A map of literals; YAML reads dates and numbers as what they look like, so keys and values may be either. */
const variant = z
  .record(z.string(), literal)
  .refine((value) => Object.keys(value).length > 0, 'name at least one literal')

const version = z.strictObject({
  below: z.int().min(14).max(18).describe('Major version: servers older than this differ.'),
  text: prose.describe('What happens there, in one or two sentences.'),
  'solution-fails': z
    .array(z.string())
    .default([])
    .describe('Check kinds at which the reference solution fails there.'),
  'baseline-passes': z.boolean().default(false).describe('The baseline is fast there.'),
})

export const lessonSchema = z.strictObject({
  id: id.describe('For ever: links and progress use it. Equal to the folder name without its number.'),
  title: prose.max(70).describe('What the lesson is about, in the words of a plan or of Django.'),
  platform: z.string().describe('Whose page is slow: one of the dataset’s platforms.'),
  topics: z.array(z.enum(TOPICS)).min(1).describe('What it teaches.'),
  dataset: z.string().optional().describe('Dataset of seed-data/; without it the default one.'),
  scale: z
    .number()
    .positive()
    .optional()
    .describe(
      'Scale that it opens at, and that numbers in `checks` are meant for; without it the dataset’s default.',
    ),
  goal: prose.max(220).describe('The task in one sentence with its numbers, by placeholder.'),
  checks: z
    .array(z.looseObject({ kind: z.string() }))
    .min(1)
    .describe(
      'Requirements; each is a kind of src/grading/checks with its parameters. `rows` or `state` is a must.',
    ),
  variants: z
    .union([z.literal('none'), z.array(variant).min(1)])
    .describe(
      'The same question about something else: maps from a literal of the query to another. A fix that only works for the question’s literal fails. `none` where the query has no literal that an index could be built for.',
    ),
  allows: z
    .array(z.enum(permissions))
    .default([])
    .describe('What this lesson opens that grading refuses otherwise.'),
  'derived-probes': z
    .array(z.enum(DERIVED_PROBES))
    .default([...DERIVED_PROBES])
    .describe(
      'Disturbances derived from the schema. Leave out those that make the solution’s own answer ambiguous.',
    ),
  state: z
    .array(prose)
    .default([])
    .describe('Queries that describe the final state of a request that writes.'),
  'baseline-is-wrong': z
    .boolean()
    .default(false)
    .describe('The baseline answers wrongly; its rows need not be the solution’s.'),
  hints: z.array(prose).min(2).max(4).describe('Unfold one by one, from a nudge to nearly the answer.'),
  prediction: prediction.optional().describe('A question before the first run.'),
  quiz: z.array(quiz).default([]).describe('Questions after the lesson.'),
  takeaway: prose.max(200).describe('One line to remember.'),
  versions: z
    .array(version)
    .default([])
    .describe('What differs on PostgreSQL 14 to 17, where something does.'),
})

export const trackSchema = z.strictObject({
  id: id.describe('Equal to the folder name without its number.'),
  title: prose.max(60),
})

export type LessonFrontmatter = z.infer<typeof lessonSchema>
