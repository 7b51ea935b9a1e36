/** What a plan's condition says, as far as advice needs it. */
export type Expression =
  /** Conjunction or disjunction of two or more parts. */
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Expression[] }
  | { readonly kind: 'not'; readonly part: Expression }
  /** `a = b`, `a ~~ b`, `a @> b`, `a + b`; `ANY` and `ALL` stand in `quantifier`. */
  | {
      readonly kind: 'operator'
      readonly operator: string
      readonly left: Expression | null
      readonly right: Expression
      readonly quantifier: 'any' | 'all' | null
    }
  /** `IS NULL`, `IS NOT NULL`, `IS TRUE` … */
  | { readonly kind: 'test'; readonly part: Expression; readonly test: string }
  | { readonly kind: 'column'; readonly table: string | null; readonly name: string }
  /** Literal; `type` is what it is cast to. */
  | { readonly kind: 'literal'; readonly value: string | null; readonly type: string | null }
  /** `$1`, `(InitPlan 1).col1`, a subplan's result: no column of a table, known when the node runs. */
  | { readonly kind: 'parameter'; readonly name: string; readonly hashed: boolean; readonly subplan: boolean }
  | { readonly kind: 'cast'; readonly part: Expression; readonly type: string }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[] }
  /** ARRAY[…], ROW(…), CASE …: parts matter only for the columns that they use. */
  | { readonly kind: 'group'; readonly name: string; readonly parts: readonly Expression[] }
