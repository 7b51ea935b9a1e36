/** A small schema for tests: users write messages in connections of events. */
import type { Schema, SchemaColumn, SchemaTable } from '../schema.ts'

const column = (text: string): SchemaColumn => {
  const [name = '', type = 'integer', key] = text.split(' ')
  return { name, type, ...(key === 'primary' || key === 'foreign' ? { key } : {}) }
}

const table = (name: string, columns: string, more: Partial<SchemaTable> = {}): SchemaTable => ({
  schema: 'public',
  name,
  kind: 'table',
  rows: 1000,
  columns: columns.split(', ').map(column),
  ...more,
})

export const SAMPLE: Schema = {
  tables: [
    table('connection', 'id bigint primary, status text, event_id bigint foreign, user1_id bigint foreign'),
    table('event', 'title text, id bigint primary, organizer_id bigint foreign, date timestamptz'),
    table(
      'message',
      'body text, id bigint primary, connection_id bigint foreign, sender_id bigint foreign, sent_at timestamptz',
    ),
    table('person', 'id bigint primary, email text, name text, "Nick', {
      columns: [column('id bigint primary'), column('email text'), column('name text'), column('Nick text')],
    }),
    table('log', 'id bigint primary, order text', { schema: 'audit' }),
    table('recent', 'id bigint, title text', { kind: 'view', rows: null }),
  ],
  foreignKeys: [
    { table: 'connection', columns: ['event_id'], references: 'event', referencedColumns: ['id'] },
    { table: 'connection', columns: ['user1_id'], references: 'person', referencedColumns: ['id'] },
    { table: 'event', columns: ['organizer_id'], references: 'person', referencedColumns: ['id'] },
    { table: 'message', columns: ['connection_id'], references: 'connection', referencedColumns: ['id'] },
    { table: 'message', columns: ['sender_id'], references: 'person', referencedColumns: ['id'] },
  ],
  indexes: [{ name: 'message_pkey', table: 'message' }],
  functions: ['my_function'],
  incomplete: false,
}
