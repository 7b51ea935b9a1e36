import type { Catalog } from './catalog.ts'

/** Of a database without anything in it. */
export const EMPTY_CATALOG: Catalog = {
  relations: [],
  indexes: [],
  constraints: [],
  statistics: [],
  functions: [],
  triggers: [],
  rules: [],
  otherObjects: [],
  extensions: [],
  settings: [],
  roleSettings: [],
  searchPath: '',
}
