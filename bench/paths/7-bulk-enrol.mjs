// People enrolled from a file: uploaded, checked row by row, confirmed, and given their places chunk by chunk, as the worker does.
import { freePort, startChild } from '../harness/children.mjs';
import { withClient } from '../harness/cluster.mjs';
import { openCopying, rowsWrittenBy } from '../harness/copied-rows.mjs';
import { serverCores } from '../harness/cores.mjs';
import { withCpuOf } from '../harness/measure.mjs';
import { seedWorld } from '../harness/seed.mjs';
import { ASSESSOR, idOf, institutionId } from '../harness/world.mjs';

export const title = 'bulk enrolment: a file of people becomes members with places and letters';
export const unit = 'rows of the file per second';

export const ratios = [
  ['ours', 'limit'],
  ['ours', 'TypeORM'],
  ['again', 'ours'],
];

export const goals = [
  { says: '≤ 2.5 x COPY FROM of the same rows', atMost: 2.5, value: (results) => results.times('ours', 'limit').median },
  { says: '≥ 3 x TypeORM insert of the same rows', atLeast: 3, value: (results) => results.ratio('ours', 'TypeORM').median },
  { says: 'a second run is not slower', atLeast: 1, value: (results) => results.ratio('again', 'ours').median },
];

const PEOPLE = 2_000;
const BAD_EVERY = 100;
const LINES = PEOPLE + PEOPLE / BAD_EVERY;
const offeringId = idOf('offering', 1);
const actor = { personId: idOf('person', ASSESSOR), institutionId };

export async function open({ cluster, folder }) {
  // The others count what is in the common database.
  const database = await cluster.database('cairn_bench_enrol');
  await seedWorld(database.ownerUrl);
  const start = (script, env) => startChild(new URL(script, import.meta.url), { env, cores: serverCores });
  const cairn = await start('../servers/cairn.mjs', {
    DATABASE_URL: database.applicationUrl,
    PORT: String(await freePort()),
    CAIRN_ROLES: 'api',
    CAIRN_DATA_DIR: folder,
  });
  const typeorm = await start('../peers/enrol-typeorm.mjs', { DATABASE_URL: database.ownerUrl });

  const files = [];
  const enrol = async (file) => ({ ...file, ...(await cairn.ask('enrolFromFile', { actor, offeringId, csv: file.csv })) });
  const enrolNext = async () => {
    const file = await enrol(fileOf(files.length + 1));
    files.push(file);
    return { operations: LINES, milliseconds: file.milliseconds };
  };
  const repeated = [];
  const written = await rowsWrittenBy(database.ownerUrl, enrolNext);
  await typeorm.ask('prepare', written);
  const copying = await openCopying(database.ownerUrl, written, LINES);
  return {
    contestants: {
      limit: copying,
      TypeORM: {
        slice: () => withCpuOf(typeorm, async () => ({ operations: LINES, milliseconds: await typeorm.ask('insert') })),
      },
      ours: { slice: () => withCpuOf(cairn, enrolNext) },
      again: {
        slice: () =>
          withCpuOf(cairn, async () => {
            const file = await enrol(files.at(-1));
            repeated.push(file);
            return { operations: LINES, milliseconds: file.milliseconds };
          }),
      },
    },
    words: {
      limit: 'COPY FROM of the rows that one file leaves, one transaction',
      TypeORM: 'the same rows by TypeORM insert, 500 a statement',
      ours: `Cairn, files of ${LINES} rows`,
      again: 'Cairn, the same file once more',
    },
    facts: () => {
      const tables = written.map(({ name, rows }) => `${name.replace('bench_copy_', '')} ${(rows / PEOPLE).toFixed(2)}`);
      return { words: [`rows for each person: ${tables.join(', ')}`] };
    },
    async check() {
      const stored = await withClient(database.ownerUrl, (client) => account(client, files));
      const before = await withClient(database.ownerUrl, whoIsThere);
      const again = await enrol(files[0]);
      const after = await withClient(database.ownerUrl, whoIsThere);
      const expected = files.length * PEOPLE;
      const wrong = [...files, ...repeated].filter(({ badLines, expectedBad }) => badLines.join() !== expectedBad.join());
      return [
        {
          says: 'everybody of the files has one place, is a learner, and was written to once',
          held: Object.values(stored).every((count) => count === expected),
          detail: `${expected} people: ${JSON.stringify(stored)}`,
        },
        {
          says: 'the lines that are refused are the bad ones, in each file',
          held: wrong.length === 0,
          detail: `${files.length + repeated.length} files with ${PEOPLE / BAD_EVERY} bad lines each, ${wrong.length} told otherwise`,
        },
        {
          says: 'a second run changes 0 rows of people, places and letters',
          held: again.enrolled === 0 && repeated.every(({ enrolled }) => enrolled === 0) && before === after,
          detail: `${repeated.length + 1} second runs enrolled ${again.enrolled}`,
        },
      ];
    },
    async close() {
      await Promise.all([cairn.end(), typeorm.end(), copying.close()]);
    },
  };
}

/** A file that nobody stands in who stands in another one; after each hundredth person comes a line that cannot be used. */
function fileOf(number) {
  const lines = ['email,name'];
  const expectedBad = [];
  for (let person = 1; person <= PEOPLE; person++) {
    lines.push(`new-${number}-${person}@riverside.example,"Newcomer ${person}, of file ${number}"`);
    if (person % BAD_EVERY > 0) continue;
    lines.push(`not an address,Nobody ${person}`);
    expectedBad.push(lines.length);
  }
  return { number, csv: `${lines.join('\n')}\n`, expectedBad };
}

/** Each count is of people, if all is well. */
async function account(client, files) {
  await client.query(`set app.scope = 'system'`);
  const { rows } = await client.query(
    `with told as (
       select r.wish ->> 'email' as email, r.outcome, r.enrollment_id
         from enrollment_import_row r where r.import_id = any($1::uuid[]) and r.wish is not null
     )
     select (select count(*)::int from told where outcome = 'enrolled') as enrolled,
            (select count(distinct e.id)::int from told join enrollment e on e.id = told.enrollment_id and e.state = 'active'
               join person p on p.id = e.person_id and p.email = told.email) as places,
            (select count(*)::int from told join person p using (email) join membership m on m.person_id = p.id
               join membership_role r on r.membership_id = m.id and r.role = 'learner') as learners,
            (select count(*)::int from told join person p using (email) join mail_message l on l.recipient = told.email) as letters`,
    [files.map(({ id }) => id)],
  );
  return rows[0];
}

async function whoIsThere(client) {
  await client.query(`set app.scope = 'system'`);
  const of = (table) => `(select concat(count(*), md5(string_agg(md5(t::text), '' order by t::text))) from ${table} t)`;
  const tables = ['person', 'membership', 'membership_role', 'enrollment', 'mail_message'];
  const { rows } = await client.query(`select concat_ws(' ', ${tables.map(of).join(', ')}) as fingerprint`);
  return rows[0].fingerprint;
}
