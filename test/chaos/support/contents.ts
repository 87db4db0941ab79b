import type { DurablePostgres } from './durable-postgres.js';

/** What must not change when something is done twice. The outbox's own bookkeeping and the audit chain's progress may. */
const TABLES = [
  'assessment',
  'achievement',
  'credential_intent',
  'credential',
  'event',
  'mail_message',
  'signing_key',
  'status_list',
];

/** Each table's number of rows and a hash over all of them. */
export async function contents(database: DurablePostgres): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const table of TABLES) {
    const [row] = await database.rows<{ content: string }>(
      `select count(*) || ' rows, ' || md5(coalesce(string_agg(t::text, chr(10) order by t::text), '')) as content from ${table} t`,
    );
    found[table] = row?.content ?? '';
  }
  const [outbox] = await database.rows<{ count: number }>('select count(*)::int as count from outbox');
  return { ...found, outbox: `${outbox?.count} rows` };
}
