import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import pg from 'pg';
import { SESSION_BY_TOKEN } from '../../dist/src/modules/people/data/authentication.sql.js';

const IDLE_MS = 30 * 24 * 60 * 60 * 1_000;

/** As many connections as Cairn has. They see every institution from the start, which saves a limit the transaction around a read. */
export function openPool() {
  return new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 12, options: '-c app.scope=system' });
}

/** Who sends the cookie: the statement that Cairn asks with, without its transaction. */
export async function personOf(pool, { headers }) {
  const token = /(?:^|; )cairn=([^;]+)/.exec(headers.cookie ?? '')?.[1] ?? '';
  const now = new Date();
  const values = [createHash('sha256').update(token).digest('base64url'), now, new Date(now.getTime() - IDLE_MS)];
  const { rows } = await pool.query({ ...SESSION_BY_TOKEN, values });
  return rows[0] ?? null;
}

export async function bodyOf(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString());
}

/** Listens on any port; `answer(request)` gives what is sent as JSON, or `null` for 404. Resolves with the origin. */
export async function serveJson(answer) {
  const server = createServer((request, response) => {
    answer(request).then(
      (body) => {
        response.writeHead(body === null ? 404 : 200, { 'content-type': 'application/json; charset=utf-8' });
        response.end(JSON.stringify(body));
      },
      (error) => {
        response.writeHead(500, { 'content-type': 'text/plain' });
        response.end(error.stack);
      },
    );
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${server.address().port}`;
}
