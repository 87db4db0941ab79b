// Launches from an LMS, from the login to the page that they lead to, beside the same page for who is signed in already.
import { freePort, startChild } from '../harness/children.mjs';
import { withClient } from '../harness/cluster.mjs';
import { databaseCores, serverCores } from '../harness/cores.mjs';
import { withCpuOf } from '../harness/measure.mjs';
import { idOf, institutionId } from '../harness/world.mjs';

export const title = 'launches by LTI until the page they lead to, 16 browsers';

export const ratios = [
  ['again', 'page'],
  ['first', 'page'],
];

// A launch asks for three pages instead of one, reads a signature, and writes a login and a session.
export const goals = [
  { says: 'a launch ≥ 0.20 of the page alone', atLeast: 0.2, value: (results) => results.ratio('again', 'page').median },
];

const CONNECTIONS = 16;
const PEOPLE = 300;
const REGISTRATION = '00000063-0000-7000-8000-000000000001';
const DEPLOYMENT = '00000063-0000-7000-8000-000000000002';

export async function open({ database, folder }) {
  const port = String(await freePort());
  const env = {
    DATABASE_URL: database.applicationUrl,
    PORT: port,
    CAIRN_PUBLIC_URL: `http://localhost:${port}`,
    CAIRN_ROLES: 'api',
    CAIRN_DATA_DIR: folder,
  };
  const start = (script, options) => startChild(new URL(script, import.meta.url), options);
  const [ours, lms] = await Promise.all([
    start('../servers/cairn.mjs', { env, cores: serverCores }),
    start('../servers/lms.mjs', { cores: databaseCores }),
  ]);
  await withClient(database.ownerUrl, (client) => register(client, lms.ready.issuer));
  const job = {
    origin: env.CAIRN_PUBLIC_URL,
    target: `micro-credential:${idOf('microCredential', 1)}`,
    people: PEOPLE,
    connections: CONNECTIONS,
  };
  const welcomed = await lms.ask('welcome', job);
  const seen = { page: [], again: [], first: [] };
  const contestant = (name, command) => ({
    slice: (milliseconds) =>
      withCpuOf(ours, async () => {
        // All of them come from one address.
        await withClient(database.ownerUrl, (client) => client.query(`delete from rate_limit where key like 'lti-login%'`));
        const { outcome, ...sample } = await lms.ask(command, { ...job, milliseconds });
        seen[name].push(...outcome);
        return sample;
      }),
  });
  return {
    contestants: {
      page: contestant('page', 'openPage'),
      again: contestant('again', 'launchAgain'),
      first: contestant('first', 'launchFirst'),
    },
    words: {
      page: 'the page of a place and its journey, signed in',
      again: 'login, launch, then the same; of somebody who was here before',
      first: 'of somebody new, who gets a person and a place',
    },
    async check() {
      const all = Object.values(seen).flat();
      const subjects = new Set(all.map(({ subject }) => subject));
      const rows = await withClient(database.ownerUrl, placesOf);
      const wrong = all.filter(({ subject, enrollmentId, journey }) => {
        const place = rows.get(subject);
        return place?.id !== enrollmentId || JSON.parse(journey).personId !== place.personId;
      });
      return [
        {
          says: 'everybody was shown their own place, and had one',
          held: all.length > 0 && welcomed === PEOPLE && wrong.length === 0,
          detail: `${all.length} answers to ${subjects.size} people compared with plain SQL, ${wrong.length} wrong`,
        },
      ];
    },
    async close() {
      await Promise.all([lms.end(), ours.end()]);
    },
  };
}

async function register(client, issuer) {
  await client.query(`set app.scope = 'system'`);
  const settings = JSON.stringify({ sendScores: true, acceptFirstDeployment: true });
  await client.query(
    `insert into lti_registration (id, institution_id, name, state, issuer, client_id, authorization_url, token_url, jwks_url, algorithms,
       product_family, frame_origins, scopes, settings, version, created_at)
     values ($1, $2, 'Bench', 'active', $3, 'bench', $3 || '/auth', $3 || '/token', $3 || '/jwks', '{RS256}', 'bench', '{}', '{}', $4, 1, now())`,
    [REGISTRATION, institutionId, issuer, settings],
  );
  await client.query(
    `insert into lti_deployment (id, institution_id, registration_id, deployment_id, state, created_at)
     values ($1, $2, $3, '1', 'approved', now())`,
    [DEPLOYMENT, institutionId, REGISTRATION],
  );
}

/** What the tables say: one person and one place for each subject. */
async function placesOf(client) {
  await client.query(`set app.scope = 'system'`);
  const { rows } = await client.query(
    `select i.subject, i.person_id as "personId", (array_agg(e.id))[1] as id, count(e.id)::int as places
       from lti_identity i left join enrollment e on e.person_id = i.person_id where i.registration_id = $1
      group by i.subject, i.person_id`,
    [REGISTRATION],
  );
  return new Map(rows.filter(({ places }) => places === 1).map((row) => [row.subject, row]));
}
