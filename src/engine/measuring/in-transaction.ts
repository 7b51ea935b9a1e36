import type { Database } from '../postgres/database.ts'

/** Does `work` in a transaction that is rolled back. */
export async function inTransaction<T>(instance: Database, work: () => Promise<T>): Promise<T> {
  await instance.exec('BEGIN')
  try {
    return await work()
  } finally {
    await instance.exec('ROLLBACK').catch(() => {})
  }
}
