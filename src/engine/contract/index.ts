/**
 * What may be asked of an engine, and what it answers, as plain data that crosses thread boundaries. Nothing here
 * knows how an engine is made: the browser's, Node's and a native server's all implement `Engine`.
 */
export type * from './bill.ts'
export type * from './catalog.ts'
export type * from './console.ts'
export type * from './dataset.ts'
export * from './empty-catalog.ts'
export type * from './engine.ts'
export * from './errors.ts'
export type * from './job.ts'
export type * from './measurement.ts'
export * from './new-indexes.ts'
export type * from './progress.ts'
export * from './rows.ts'
