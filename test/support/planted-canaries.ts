import type { Learner, Riverside } from './worlds.js';
import { ERASING } from '../../src/modules/portability/data/erasing.js';
import { withClient } from './database.js';

interface Column {
  name: string;
  type: string;
  nullable: boolean;
  /** The values that a check lets it have. */
  allowed: string[] | null;
}

const COLUMNS = `
  select a.attname as name, format_type(a.atttypid, null) as type, not a.attnotnull as nullable,
         (select array_agg(m[1]) from pg_constraint c cross join regexp_matches(pg_get_constraintdef(c.oid), '''([a-z0-9_-]+)''::text', 'g') as m
           where c.conrelid = a.attrelid and c.contype = 'c' and a.attnum = any(c.conkey)
             and array_length(c.conkey, 1) = 1) as allowed
    from pg_attribute a where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped order by a.attnum`;

/** Tables whose rows about a person are deleted when they are erased. */
const DELETED = ERASING.filter(({ sql }) => sql?.startsWith('delete')).map(({ table }) => table);

/**
 * Puts a row about somebody into every table that erasing deletes from, each text in it a canary of its own, written past the rules of the
 * database. Answers the canaries.
 */
export async function plantRows(world: Riverside, learner: Learner, known: Readonly<Record<string, string>>): Promise<string[]> {
  const canaries: string[] = [];
  await withClient(world.database.superuserUrl, async (client) => {
    await client.query('set session_replication_role = replica');
    for (const table of DELETED) {
      const { rows } = await client.query<Column>(COLUMNS, [table]);
      const planted: string[] = [];
      const values = rows.map((column) => valueOf(table, column, { learner, known, canaries: planted }));
      const places = rows.map((_, index) => `$${index + 1}`).join(', ');
      const names = rows.map(({ name }) => name).join(', ');
      const { rowCount } = await client.query(
        `insert into ${table} (${names}) values (${places}) on conflict do nothing`,
        values,
      );
      // Otherwise there is one already that came about as it should.
      if (rowCount === 1) canaries.push(...planted);
    }
  });
  return canaries;
}

interface Planting {
  learner: Learner;
  known: Readonly<Record<string, string>>;
  canaries: string[];
}

function valueOf(table: string, { name, type, nullable, allowed }: Column, { learner, known, canaries }: Planting): unknown {
  const canary = () => {
    const text = `canary-${table}-${name}`.replaceAll('_', '-');
    canaries.push(text);
    return text;
  };
  if (name in known) return known[name];
  if (name === 'recipient' || name === 'email') return learner.email;
  // Of no criterion: it belongs to no micro-credential.
  if (table === 'kept_comment' && name === 'criterion_id') return null;
  if (table === 'study_plan' && name === 'minutes') return [1, 1, 1, 1, 1, 1, 1];
  if (type === 'text') return allowed ? allowed[0] : canary();
  if (type === 'text[]') return [canary()];
  if (type === 'jsonb') return JSON.stringify({ said: canary() });
  if (nullable) return null;
  if (type === 'uuid') return crypto.randomUUID();
  if (type === 'boolean') return false;
  if (type === 'date' || type.startsWith('timestamp')) return new Date('2026-01-01T00:00:00Z');
  return 1;
}

/** Every row of every table as text, as the superuser sees it, and which table it is of. */
export async function dumpAll(world: Riverside): Promise<{ table: string; text: string }[]> {
  return withClient(world.database.superuserUrl, async (client) => {
    const { rows: tables } = await client.query<{ name: string }>(
      `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema')`,
    );
    const dumped: { table: string; text: string }[] = [];
    for (const { name } of tables) {
      const { rows } = await client.query<{ text: string }>(`select t::text as text from ${name} t`);
      dumped.push(...rows.map(({ text }) => ({ table: name, text })));
    }
    return dumped;
  });
}
