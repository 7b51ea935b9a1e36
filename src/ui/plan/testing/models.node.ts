/** Plans for the tests of the plan view: the corpus, and shapes made to measure. */
import { allPlans, planOf } from '../../../plan/testing/corpus.node.ts'
import { planModel, type PlanModel } from '../model/model.ts'

/** @throws where the text is no plan */
export const modelOf = (explain: unknown): PlanModel => planModel(planOf(explain))

/** Every plan of the corpora. */
export const corpusModels = (): readonly (readonly [string, PlanModel])[] =>
  allPlans().map(({ name, content }) => [name, modelOf(content)] as const)

export interface Shape {
  readonly children?: readonly Shape[]
  readonly [field: string]: unknown
}

let tables = 0

function node({ children = [], ...fields }: Shape): Record<string, unknown> {
  const leaf = children.length === 0
  return {
    'Node Type': leaf
      ? 'Seq Scan'
      : children.length > 2
        ? 'Append'
        : children.length === 2
          ? 'Nested Loop'
          : 'Sort',
    ...(leaf ? { 'Relation Name': `t${++tables}`, Alias: `t${tables}` } : {}),
    'Plan Rows': 10,
    'Actual Rows': 10,
    'Actual Loops': 1,
    'Shared Hit Blocks': 0,
    ...fields,
    Plans: children.map(node),
  }
}

/** A model of a tree of this shape: Seq Scans at the leaves, Sort, Nested Loop or Append above them. */
export const shaped = (shape: Shape): PlanModel => modelOf([{ Plan: node(shape) }])

/** A tree in which every node of `depth` levels has `width` children. */
export const evenShape = (depth: number, width: number): Shape =>
  depth <= 1 ? {} : { children: Array.from({ length: width }, () => evenShape(depth - 1, width)) }
