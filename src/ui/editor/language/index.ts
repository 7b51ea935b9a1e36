/** What the editor knows about SQL and the schema; loaded when somebody types. */
export { complete } from '../../../sql/completion/complete.ts'
export { paneSchema, textSchema } from './schema.ts'
