import { createHash } from 'node:crypto';
import pg from 'pg';
import { walk, type WalkResult } from '../../demo/walk.js';
import { PrepareFirstAdministrator } from '../../src/modules/people/index.js';
import { MEMBER_ROLES, type Role } from '../../src/platform/http/access.js';
import { newId, newToken } from '../../src/platform/ids.js';
import { startTestApp, type TestApp } from './app.js';
import { type Exchange, injectTransport } from './inject-transport.js';

/** The headers by which somebody is known; none for nobody. */
export type Caller = Record<string, string>;

/** A Cairn in which the whole walk was walked at Riverside, beside Lakeside, where nobody has business with Riverside's things. */
export interface ApiWorld extends TestApp {
  walked: WalkResult;
  riverside: string;
  lakeside: string;
  adminId: string;
  /** Somebody new with these roles. */
  person(name: string, roles: readonly Role[], institutionId?: string): Promise<string>;
  /** A fresh session of a person, acting for an institution. */
  session(personId: string, institutionId?: string): Promise<Caller>;
  ask(caller: Caller, request: AskedRequest): Promise<Exchange>;
  /** Rows of one statement, over all institutions. */
  rows<Row>(sql: string, parameters?: unknown[]): Promise<Row[]>;
}

export interface AskedRequest {
  method: string;
  path: string;
  headers?: Record<string, string>;
  body?: unknown;
}

export const ALL_ROLES: readonly Role[] = MEMBER_ROLES;

export async function openApiWorld(): Promise<ApiWorld> {
  const started = await startTestApp({ TRUSTED_PROXIES: '1' });
  const { app, clock, database } = started;
  const send = injectTransport(app);
  const signInPath = await app.get(PrepareFirstAdministrator, { strict: false }).run();
  const walked = await walk({ transport: send, signInPath: signInPath ?? '', onStep: () => undefined });
  const { admin } = walked.cast;
  const { id: adminId } = await admin.get<{ id: string }>('/api/v1/me');
  const { id: riverside } = await admin.get<{ id: string }>('/api/v1/institution');
  const { id: lakeside } = await admin.post<{ id: string }>('/api/v1/institutions', {
    slug: 'lakeside',
    name: 'Lakeside College',
    language: 'en',
    timeZone: 'UTC',
  });

  // The superuser sees every institution's rows and may put them anywhere.
  const pool = new pg.Pool({ connectionString: database.superuserUrl, max: 2 });
  pool.on('error', () => undefined);
  const rows = async <Row>(sql: string, parameters: unknown[] = []) => (await pool.query(sql, parameters)).rows as Row[];

  const person = async (name: string, roles: readonly Role[], institutionId = riverside): Promise<string> => {
    const [personId, membershipId, now] = [newId(), newId(), clock.now()];
    await rows(
      `insert into person (id, email, name, operator, locale, time_zone, created_at) values ($1, $2, $3, false, 'en', 'UTC', $4)`,
      [personId, `${personId}@people.example`, name, now],
    );
    await rows('insert into membership (id, institution_id, person_id, created_at) values ($1, $2, $3, $4)', [
      membershipId,
      institutionId,
      personId,
      now,
    ]);
    await rows(
      'insert into membership_role (institution_id, membership_id, role, granted_at) select $1, $2, role, $4 from unnest($3::text[]) as role',
      [institutionId, membershipId, roles, now],
    );
    return personId;
  };

  const session = async (personId: string, institutionId = riverside): Promise<Caller> => {
    const [token, now] = [newToken(256), clock.now()];
    await rows(
      `insert into session (id, token_hash, person_id, acting_institution_id, created_at, last_seen_at, expires_at, user_agent)
       values ($1, $2, $3, $4, $5, $5, $6, 'test')`,
      [
        newId(),
        createHash('sha256').update(token).digest('base64url'),
        personId,
        institutionId,
        now,
        new Date(now.getTime() + 86_400_000),
      ],
    );
    return { cookie: `cairn=${token}` };
  };

  let addresses = 0;
  const ask = async (caller: Caller, { method, path, headers, body }: AskedRequest): Promise<Exchange> => {
    const raw = body === undefined || typeof body === 'string' || Buffer.isBuffer(body);
    const json: Record<string, string> = raw ? {} : { 'content-type': 'application/json' };
    addresses += 1;
    const request = {
      method,
      path,
      headers: { ...json, 'x-forwarded-for': `10.0.${addresses >> 8}.${addresses & 255}`, ...headers, ...caller },
      ...(body === undefined ? {} : { body: raw ? body : JSON.stringify(body) }),
    };
    return { request, answer: await send(request) };
  };

  return {
    ...started,
    walked,
    riverside,
    lakeside,
    adminId,
    person,
    session,
    ask,
    rows,
    close: async () => {
      await pool.end();
      await started.close();
    },
  };
}
