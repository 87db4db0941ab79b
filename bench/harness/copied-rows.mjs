// What a piece of work left in the database, and what it costs to put the same rows into tables of the same shape.
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from, to } from 'pg-copy-streams';
import { withClient } from './cluster.mjs';

const PREFIX = 'bench_copy_';

/**
 * Does `work` and answers the rows that are of it, as they are in the end: for each table a name, the columns, and the text that COPY reads.
 * Beside each table stands an empty one of its shape: its indexes and checks, without foreign keys and triggers.
 */
export async function rowsWrittenBy(ownerUrl, work) {
  return withClient(ownerUrl, async (client) => {
    await client.query(`set app.scope = 'system'`);
    const { rows: begun } = await client.query('select pg_current_xact_id()::text as first');
    await work();
    const { rows: tables } = await client.query(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by relname`,
    );
    const written = [];
    for (const { name } of tables) {
      const chosen = `select * from ${name} where xmin::text::bigint >= ${begun[0].first}`;
      const { rowCount, fields } = await client.query(chosen);
      if (rowCount === 0) continue;
      await client.query(`create table ${PREFIX}${name} (like ${name} including all)`);
      const text = await copyOut(client, `copy (${chosen}) to stdout`);
      written.push({ name: PREFIX + name, columns: fields.map((field) => field.name), text, rows: rowCount });
    }
    return written;
  });
}

/** A contestant that puts all of it in by COPY FROM, in one transaction; `operations` is what that counts for. */
export async function openCopying(ownerUrl, written, operations) {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  return {
    async slice() {
      await emptied(client, written);
      const start = performance.now();
      await client.query('begin');
      for (const { name, text } of written) {
        await pipeline(Readable.from([text]), client.query(from(`copy ${name} from stdin`)));
      }
      await client.query('commit');
      return { operations, milliseconds: performance.now() - start };
    },
    close: () => client.end(),
  };
}

async function emptied(client, written) {
  await client.query(`truncate ${written.map(({ name }) => name).join(', ')}`);
}

async function copyOut(client, statement) {
  const parts = [];
  for await (const part of client.query(to(statement))) parts.push(part);
  return Buffer.concat(parts);
}
