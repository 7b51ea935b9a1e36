/**
 * One requirement of a lesson. `kind` names a file of `checks/`; the other keys are that kind's own parameters,
 * validated by its schema.
 */
export interface CheckSpec {
  readonly kind: string
  readonly [parameter: string]: unknown
}
