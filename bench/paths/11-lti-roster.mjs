// Who is in a course of a learning-management system: its list is read page by page, and becomes people, members and places.
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { freePort, startChild } from '../harness/children.mjs';
import { withClient } from '../harness/cluster.mjs';
import { openCopying, rowsWrittenBy } from '../harness/copied-rows.mjs';
import { serverCores } from '../harness/cores.mjs';
import { withCpuOf } from '../harness/measure.mjs';
import { seedWorld } from '../harness/seed.mjs';
import { idOf, institutionId } from '../harness/world.mjs';

export const title = 'roster of an LMS course: ten thousand people become known, with places';
export const unit = 'people of the list per second';

export const ratios = [
  ['ours', 'limit'],
  ['again', 'ours'],
];

export const goals = [
  { says: '≤ 3 x COPY FROM of the same rows', atMost: 3, value: (results) => results.times('ours', 'limit').median },
  { says: 'a second reading takes at most a tenth', atLeast: 10, value: (results) => results.ratio('again', 'ours').median },
];

const PEOPLE = 10_000;
const MOST_ON_PAGE = 500;
const TEACH_EVERY = 100;
const registrationId = randomUUID();

export async function open({ cluster, folder }) {
  // The others count what is in the common database.
  const database = await cluster.database('cairn_bench_roster');
  await seedWorld(database.ownerUrl);
  const platform = await openPlatform();
  await withClient(database.ownerUrl, (client) => register(client, platform.origin));
  const cairn = await startChild(new URL('../servers/cairn.mjs', import.meta.url), {
    env: { DATABASE_URL: database.applicationUrl, PORT: String(await freePort()), CAIRN_ROLES: 'api', CAIRN_DATA_DIR: folder },
    cores: serverCores,
  });

  const courses = [];
  const read = async (contextId) => {
    await withClient(database.ownerUrl, (client) => ask(client, contextId));
    return { operations: PEOPLE, milliseconds: await cairn.ask('readRoster', { institutionId, contextId }) };
  };
  const readNext = async () => {
    const number = courses.length + 1;
    courses.push(await withClient(database.ownerUrl, (client) => addCourse(client, platform.origin, number)));
    return read(courses.at(-1).contextId);
  };
  const written = await rowsWrittenBy(database.ownerUrl, readNext);
  const copying = await openCopying(database.ownerUrl, written, PEOPLE);
  return {
    contestants: {
      limit: copying,
      ours: { slice: () => withCpuOf(cairn, readNext) },
      again: { slice: () => withCpuOf(cairn, () => read(courses.at(-1).contextId)) },
    },
    words: {
      limit: 'COPY FROM of the rows that one reading leaves, one transaction',
      ours: `Cairn, a course of ${PEOPLE} people, pages of ${MOST_ON_PAGE}`,
      again: 'Cairn, the same course once more',
    },
    facts: () => {
      const tables = written.map(({ name, rows }) => `${name.replace('bench_copy_', '')} ${(rows / PEOPLE).toFixed(2)}`);
      return { words: [`rows for each person: ${tables.join(', ')}`] };
    },
    async check() {
      const stored = await withClient(database.ownerUrl, (client) => account(client, courses));
      const staff = (courses.length * PEOPLE) / TEACH_EVERY;
      const learners = courses.length * PEOPLE - staff;
      return [
        {
          says: 'everybody of the lists is known once, by their name, learners with one place and staff with both rights',
          held:
            stored.members === learners + staff &&
            stored.people === learners + staff &&
            stored.places === learners &&
            stored.learners === learners &&
            stored.rights === 2 * staff,
          detail: `${courses.length} courses: ${JSON.stringify(stored)}`,
        },
        {
          says: 'each reading came to its end',
          held: stored.read === courses.length,
          detail: `${stored.read} of ${courses.length}`,
        },
      ];
    },
    async close() {
      await Promise.all([cairn.end(), copying.close(), platform.close()]);
    },
  };
}

/** A platform that gives a token to whoever asks, and tells who is in each of its courses. */
async function openPlatform() {
  const server = createServer((request, response) => {
    const url = new URL(request.url, 'http://localhost');
    const reply = (body, headers = {}) =>
      response.writeHead(200, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
    if (url.pathname === '/token') return reply({ access_token: 'token', token_type: 'bearer', expires_in: 3_600 });
    const from = Number(url.searchParams.get('from') ?? 0);
    const course = url.pathname.slice('/members/'.length);
    const members = Array.from({ length: Math.min(MOST_ON_PAGE, PEOPLE - from) }, (_, index) => memberOf(course, from + index));
    const next = new URL(url);
    next.searchParams.set('from', String(from + MOST_ON_PAGE));
    const isLast = from + MOST_ON_PAGE >= PEOPLE;
    return reply({ id: url.href, members }, isLast ? {} : { link: `<${next.pathname}${next.search}>; rel="next"` });
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(closed);
      }),
  };
}

function memberOf(course, number) {
  const role = number % TEACH_EVERY === 0 ? 'Instructor' : 'Learner';
  return {
    user_id: `${course}-${number}`,
    status: 'Active',
    name: `Person ${number} of course ${course}`,
    email: `person-${course}-${number}@lms.example`,
    roles: [`http://purl.imsglobal.org/vocab/lis/v2/membership#${role}`],
  };
}

async function register(client, origin) {
  await client.query(`set app.scope = 'system'`);
  await client.query(
    `insert into lti_registration (id, institution_id, name, state, issuer, client_id, authorization_url, token_url, jwks_url, algorithms,
       product_family, frame_origins, scopes, settings, version, created_at)
     values ($1, $2, 'LMS', 'active', $3, 'cairn', $3 || '/auth', $3 || '/token', $3 || '/jwks', '{RS256}', 'bench', '{}', '{}',
       '{"sendScores": true, "syncRosters": true, "acceptFirstDeployment": true}', 1, now())`,
    [registrationId, institutionId, origin],
  );
  await client.query(
    `insert into lti_deployment (id, institution_id, registration_id, deployment_id, state, created_at) values ($1, $2, $1, '1', 'approved', now())`,
    [registrationId, institutionId],
  );
}

/** A course that shows the micro-credential of the seeded offering, in a copy of that. */
async function addCourse(client, origin, number) {
  const [contextId, offeringId] = [randomUUID(), randomUUID()];
  await client.query(`set app.scope = 'system'`);
  await client.query(
    `insert into offering select (jsonb_populate_record(o, jsonb_build_object('id', $1::uuid, 'seats', null))).* from offering o where o.id = $2`,
    [offeringId, idOf('offering', 1)],
  );
  await client.query(
    `insert into lti_context (id, institution_id, deployment_id, kind, context_id, title, label, memberships_url, scopes, created_at, last_launch_at)
     values ($1, $2, $3, 'course', $4, 'Course', '', $5, '{}', now(), now())`,
    [contextId, institutionId, registrationId, String(number), `${origin}/members/${number}`],
  );
  await client.query(
    `insert into lti_section (context_id, micro_credential_id, institution_id, offering_id, created_at)
     select $1, e.micro_credential_id, o.institution_id, o.id, now() from offering o join edition e on e.id = o.edition_id where o.id = $2`,
    [contextId, offeringId],
  );
  return { contextId, offeringId };
}

async function ask(client, contextId) {
  await client.query(`set app.scope = 'system'`);
  await client.query(
    `insert into lti_roster (context_id, institution_id, asked_at, attempts, skipped) values ($1, $2, clock_timestamp(), 0, 0)
     on conflict (context_id) do update set asked_at = excluded.asked_at`,
    [contextId, institutionId],
  );
}

async function account(client, courses) {
  await client.query(`set app.scope = 'system'`);
  const { rows } = await client.query(
    `with met as (
       select m.context_id, m.is_staff, i.subject, i.person_id, p.name, s.offering_id
         from lti_member m join lti_identity i on i.id = m.identity_id join person p on p.id = i.person_id
         join lti_section s on s.context_id = m.context_id join lti_context c on c.id = m.context_id
        where m.context_id = any($1::uuid[]) and m.ended_at is null
          and p.name = 'Person ' || split_part(i.subject, '-', 2) || ' of course ' || c.context_id
     )
     select (select count(*)::int from met) as members,
            (select count(distinct person_id)::int from met) as people,
            (select count(*)::int from met join enrollment e on e.offering_id = met.offering_id and e.person_id = met.person_id and e.state = 'active') as places,
            (select count(*)::int from met join membership m on m.person_id = met.person_id
               join membership_role r on r.membership_id = m.id and r.role = 'learner') as learners,
            (select count(*)::int from met join offering_staff o on o.offering_id = met.offering_id and o.person_id = met.person_id and o.from_lti) as rights,
            (select count(*)::int from lti_roster r where r.context_id = any($1::uuid[]) and r.answered_at is not null and r.problem is null) as read`,
    [courses.map(({ contextId }) => contextId)],
  );
  return rows[0];
}
