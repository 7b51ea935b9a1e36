/**
 * What each kind of statement is, by its parse node: harmless, or something that a lesson has to open. An allow list:
 * what stands in neither table and has no rule of its own is refused.
 */
import type { Breach } from './kinds.ts'

export const HARMLESS: ReadonlySet<string> = new Set([
  'AlterStatsStmt',
  'CheckPointStmt',
  'CommentStmt',
  'ConstraintsSetStmt',
  'CreateStatsStmt',
  'IndexStmt',
  'LockStmt',
  'ReindexStmt',
  'TransactionStmt',
  'VariableShowStmt',
])

const DATA = 'Grading measures the lesson’s data; the fix has to work on it as it is.'
export const SETTINGS_ADVICE =
  'Settings only bend this one session; find out why the planner chooses what it chooses.'

/** Statements whose kind alone decides; `why` follows their text in the message. */
export const SIMPLE: Readonly<Record<string, Omit<Breach, 'message'> & { readonly why: string }>> = {
  InsertStmt: { guard: 'base-data', permission: 'data-change', why: DATA },
  UpdateStmt: { guard: 'base-data', permission: 'data-change', why: DATA },
  DeleteStmt: { guard: 'base-data', permission: 'data-change', why: DATA },
  MergeStmt: { guard: 'base-data', permission: 'data-change', why: DATA },
  TruncateStmt: { guard: 'base-data', permission: 'data-change', why: DATA },
  CopyStmt: { guard: 'base-data', permission: 'data-change', why: DATA },
  ClusterStmt: {
    guard: 'base-data',
    permission: 'rewrite',
    why: 'CLUSTER locks and rewrites the whole table; this lesson has a cheaper fix.',
  },
  CreateStmt: {
    guard: 'kept-results',
    permission: 'new-table',
    why: 'A helper table goes stale with the next write; make the request itself cheap.',
  },
  CreateForeignTableStmt: {
    guard: 'kept-results',
    permission: 'new-table',
    why: 'Make the request itself cheap.',
  },
  CreateSeqStmt: { guard: 'kept-results', permission: 'new-table', why: 'The lesson needs no sequence.' },
  AlterSeqStmt: { guard: 'kept-results', permission: 'new-table', why: 'The lesson needs no sequence.' },
  RefreshMatViewStmt: {
    guard: 'kept-results',
    permission: 'materialized-view',
    why: 'Make the request itself cheap.',
  },
  ViewStmt: {
    guard: 'shadowing',
    permission: 'view',
    why: 'A view makes no query faster; write the request against the tables.',
  },
  RuleStmt: { guard: 'shadowing', why: 'A rule answers in place of the table.' },
  CreateFunctionStmt: {
    guard: 'new-code',
    permission: 'function',
    why: 'A function hides the work from EXPLAIN; write it into the request.',
  },
  AlterFunctionStmt: {
    guard: 'new-code',
    permission: 'function',
    why: 'A function hides the work from EXPLAIN.',
  },
  CreatePLangStmt: {
    guard: 'new-code',
    permission: 'function',
    why: 'A function hides the work from EXPLAIN.',
  },
  CreateTrigStmt: {
    guard: 'new-code',
    permission: 'trigger',
    why: 'A trigger moves the work to every write.',
  },
  CreateEventTrigStmt: { guard: 'new-code', why: 'A trigger moves the work elsewhere.' },
  DoStmt: {
    guard: 'new-code',
    permission: 'procedural',
    why: 'What a DO block does cannot be graded: write its statements plainly.',
  },
  CallStmt: {
    guard: 'new-code',
    permission: 'procedural',
    why: 'What a procedure does cannot be graded: write its statements plainly.',
  },
  CreatePolicyStmt: { guard: 'row-security', why: 'It hides rows from the request.' },
  AlterPolicyStmt: { guard: 'row-security', why: 'It hides rows from the request.' },
  AlterSystemStmt: { guard: 'settings', why: SETTINGS_ADVICE },
  AlterDatabaseSetStmt: { guard: 'settings', why: SETTINGS_ADVICE },
  AlterRoleSetStmt: { guard: 'settings', why: SETTINGS_ADVICE },
  DiscardStmt: { guard: 'settings', why: SETTINGS_ADVICE },
  LoadStmt: { guard: 'settings', why: SETTINGS_ADVICE },
  CreateCastStmt: { guard: 'shadowing', why: 'A cast of your own changes what the request means.' },
  CreateOpClassStmt: {
    guard: 'shadowing',
    why: 'An operator class of your own changes what an index finds.',
  },
  CreateOpFamilyStmt: {
    guard: 'shadowing',
    why: 'An operator family of your own changes what an index finds.',
  },
  AlterOpFamilyStmt: {
    guard: 'shadowing',
    why: 'An operator family of your own changes what an index finds.',
  },
  AlterOperatorStmt: { guard: 'shadowing', why: 'It changes what an operator means to the planner.' },
  CreateAmStmt: { guard: 'shadowing', why: 'The lesson needs no access method of its own.' },
  CreateConversionStmt: { guard: 'shadowing', why: 'The lesson needs none.' },
  CreateTransformStmt: { guard: 'shadowing', why: 'The lesson needs none.' },
  CreateSchemaStmt: { guard: 'shadowing', permission: 'type', why: 'The lesson’s tables live in public.' },
  CreateDomainStmt: { guard: 'not-allowed', permission: 'type', why: 'The lesson needs no type of its own.' },
  CreateEnumStmt: { guard: 'not-allowed', permission: 'type', why: 'The lesson needs no type of its own.' },
  CompositeTypeStmt: {
    guard: 'not-allowed',
    permission: 'type',
    why: 'The lesson needs no type of its own.',
  },
  CreateRangeStmt: { guard: 'not-allowed', permission: 'type', why: 'The lesson needs no type of its own.' },
  PrepareStmt: { guard: 'not-allowed', permission: 'prepare', why: 'Write the query into the request.' },
  ExecuteStmt: { guard: 'not-allowed', permission: 'prepare', why: 'Write the query into the request.' },
  DeallocateStmt: { guard: 'not-allowed', permission: 'prepare', why: 'Nothing is prepared here.' },
  SelectStmt: {
    guard: 'not-allowed',
    permission: 'procedural',
    why: 'Queries belong into the Query pane; the changes are what a migration would do.',
  },
  ExplainStmt: {
    guard: 'not-allowed',
    permission: 'procedural',
    why: 'Queries belong into the Query pane, and Run explains them by itself.',
  },
}
