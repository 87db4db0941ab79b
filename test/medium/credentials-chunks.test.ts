import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { verifyIndependently } from '../../demo/independent-verifier.mjs';
import { IssueCredential, KeyRing, TellLearners } from '../../src/modules/credentials/index.js';
import { SignIntents, type ToSign } from '../../src/modules/credentials/use-cases/issuing/sign-intents.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { newId } from '../../src/platform/ids.js';
import { badgeOf, corrected, decide, finish, passed, revoke, tellLearners } from '../support/badges.js';
import { withClient } from '../support/database.js';
import { addManyPasses, fingerprint, type ManyPass, oneEach, tallyOf, toldOf } from '../support/many-passes.js';
import { PASS } from '../support/riverside-edition.js';
import { countStatements, killedAt } from '../support/statements.js';
import { type Riverside, startRiverside } from '../support/worlds.js';

const MINUTES = 60_000;

describe('A chunk of passes', () => {
  let world: Riverside;
  beforeAll(async () => {
    world = await startRiverside({ CAIRN_ROLES: 'api' });
  });
  afterAll(() => world.close());

  const scope = () => ({ institutionId: world.institutionId });
  const issue = (passes: readonly { enrollmentId: string; assessmentId: string }[]) =>
    world.get(IssueCredential).chunk(scope(), passes);
  const rotate = () => world.get(UnitOfWork).run(scope(), (tx) => world.get(KeyRing).rotate(tx, world.institutionId, null));

  it(
    'becomes one credential each, a thousand through three key rotations, and again changes nothing',
    async () => {
      const passes = await addManyPasses(world, 1_000);
      for (let start = 0; start < passes.length; start += 250) {
        const chunk = passes.slice(start, start + 250);
        // Half of them are decided before the key is changed and signed after it: they keep to the old one.
        const decided = await decide(world, chunk.slice(0, 125));
        if (start > 0) await rotate();
        expect((await finish(world, decided)).filter(Boolean)).toHaveLength(125);
        expect((await issue(chunk)).filter(Boolean)).toEqual([]);
      }
      expect(await tallyOf(world, passes)).toEqual(oneEach(1_000));
      await expectEachWithItsKey(world, passes);
      await expectVerified(world, passes, 200);

      const before = await fingerprint(world);
      const twice = await Promise.all([issue(passes.slice(0, 500)), issue(passes.slice(250, 750))]);
      expect(twice.flat().filter(Boolean)).toEqual([]);
      expect(await fingerprint(world)).toBe(before);
    },
    10 * MINUTES,
  );

  it('takes as many statements for forty as for four', async () => {
    const [few, many] = [await addManyPasses(world, 4), await addManyPasses(world, 40)];
    await issue(await addManyPasses(world, 1));
    const forFour = await countStatements(() => issue(few));
    expect(await countStatements(() => issue(many))).toBe(forFour);
    expect(forFour).toBeLessThan(50);
  });

  it('that two workers have at once, in another order, gives one credential each', async () => {
    const passes = await addManyPasses(world, 60);
    const outcomes = await Promise.all([issue(passes), issue(passes.toReversed()), issue(passes.slice(20, 50))]);
    expect(outcomes.flat().filter(Boolean)).toEqual([]);
    expect(await tallyOf(world, passes)).toEqual(oneEach(60));
  });

  it('is signed to its end before the next one, while somebody who waits for one badge does not wait for it', async () => {
    const order: string[] = [];
    const noting = async (name: string, passes: readonly ManyPass[]): Promise<ToSign[]> =>
      (await decide(world, passes)).map(({ intent, unwritten }) => {
        if (!unwritten) throw new Error('It was written before it was signed');
        const document = () => {
          order.push(name);
          return unwritten.document();
        };
        return { intent, unwritten: { ...unwritten, document } };
      });
    const chunks = [
      await noting('first', await addManyPasses(world, 150)),
      await noting('second', await addManyPasses(world, 150)),
      await noting('single', await addManyPasses(world, 1)),
    ];
    const signed = await Promise.all(chunks.map((chunk) => world.get(SignIntents).all(scope(), chunk)));
    expect(signed.map((sorted) => sorted.filter(({ answer }) => answer).length)).toEqual([150, 150, 1]);
    // Which of them comes first is up to the database.
    const [begun, ...others] = [...new Set(order.filter((name) => name !== 'single'))];
    expect(order.lastIndexOf(begun ?? '')).toBeLessThan(order.indexOf(others[0] ?? ''));
    expect(order.indexOf('single')).toBeLessThan(order.lastIndexOf(others[0] ?? ''));
  });

  it('with places in two lists takes the last of the old one and the first of the new', async () => {
    await issue(await addManyPasses(world, 1));
    await world.rows(
      `update status_list set next_position = size - 3 where number = (select max(number) from status_list) and institution_id = $1`,
      [world.institutionId],
    );
    const passes = await addManyPasses(world, 8);
    expect((await issue(passes)).filter(Boolean)).toEqual([]);
    expect(await tallyOf(world, passes)).toEqual(oneEach(8));
    const lists = await world.rows(
      `select count(*)::int as taken, l.next_position = l.size as full from credential_intent i join status_list l on l.id = i.status_list_id
        where i.enrollment_id = any($1::uuid[]) group by l.id order by l.number`,
      [passes.map(({ enrollmentId }) => enrollmentId)],
    );
    expect(lists).toEqual([
      { taken: 3, full: true },
      { taken: 5, full: false },
    ]);
  });

  it('is told to each learner once, however often that is done, and to the others where one cannot be told', async () => {
    const passes = await addManyPasses(world, 30);
    expect((await issue(passes)).filter(Boolean)).toEqual([]);
    expect(await toldOf(world, passes)).toEqual({ notices: 0, mails: 0, mailsQueued: 0 });
    const ids = (
      await world.rows<{ id: string }>('select id from credential where enrollment_id = any($1::uuid[])', [
        passes.map(({ enrollmentId }) => enrollmentId),
      ])
    ).map(({ id }) => id);
    const tell = () => world.get(TellLearners).run(scope(), ids);
    const lift = await refuse(world, 'notice', passes[11]);
    await expect(tell()).rejects.toThrow('refused for the test');
    expect(await toldOf(world, passes)).toEqual({ notices: 29, mails: 29, mailsQueued: 29 });
    await lift();
    await Promise.all([tell(), tell()]);
    expect(await toldOf(world, passes)).toEqual({ notices: 30, mails: 30, mailsQueued: 30 });
  });

  it('is not told of to those whose badge was taken back meanwhile', async () => {
    const [pass] = await addManyPasses(world, 1);
    expect(await issue([pass as ManyPass])).toEqual([null]);
    const badge = await badgeOf(world, pass as ManyPass);
    await revoke(world, badge.id);
    await tellLearners(world);
    expect(await toldOf(world, [pass as ManyPass])).toEqual({ notices: 0, mails: 0, mailsQueued: 0 });
  });

  it('with the same pass twice, and with its correction, gives one credential', async () => {
    const amara = await passed(world);
    const reworded = await corrected(world, amara, 1, { ...PASS, feedback: 'Clear, honest and short.' });
    const both = [amara, { ...amara, assessmentId: reworded }, amara];
    expect(await issue(both)).toEqual([null, null, null]);
    expect(await badgeOf(world, amara)).toMatchObject({ state: 'issued' });
  });

  it('with learners that cannot be served issues for all the others, and names those', async () => {
    const passes = await addManyPasses(world, 40);
    const [neverDecided, neverStored] = [passes[7], passes[30]];
    const gone = { enrollmentId: newId(), assessmentId: newId() };
    const unassessed = { enrollmentId: passes[12]?.enrollmentId ?? '', assessmentId: newId() };
    const others = passes.filter((_, index) => ![7, 12, 30].includes(index));
    const release = [await refuse(world, 'credential_intent', neverDecided), await refuse(world, 'credential', neverStored)];
    const asked = [...passes.slice(0, 12), unassessed, gone, ...passes.slice(13)];
    const outcomes = await issue(asked);
    const faults = new Map(asked.flatMap((pass, index) => (outcomes[index] ? [[pass, outcomes[index]?.message]] : [])));
    expect(faults).toEqual(
      new Map<object | undefined, unknown>([
        [neverDecided, 'refused for the test'],
        [unassessed, `The assessment ${unassessed.assessmentId} of a pass is gone`],
        [gone, `The enrolment ${gone.enrollmentId} of a pass is gone`],
        [neverStored, 'refused for the test'],
      ]),
    );
    expect(await tallyOf(world, others)).toEqual(oneEach(37));
    for (const lift of release) await lift();
    expect((await issue(passes)).filter(Boolean)).toEqual([]);
    expect(await tallyOf(world, passes)).toEqual(oneEach(40));
  });

  it(
    'killed at any statement ends as if nothing had been, and a third run changes nothing',
    async () => {
      const edition = await world.publish();
      const passes = await addManyPasses(world, 180, edition);
      let killed = 0;
      for (let statement = 1; ; statement++) {
        const chunk = passes.splice(0, 3);
        expect(chunk).toHaveLength(3);
        const died = await killedAt(statement, () => issue(chunk));
        // Nothing of them is there, or all of it: what the second run finds it leaves as it is.
        const left = await bytes(world, chunk);
        expect(await tallyOf(world, chunk)).toEqual(Object.keys(left).length === 3 ? oneEach(3) : oneEach(0));
        expect((await issue(chunk)).filter(Boolean)).toEqual([]);
        expect(await tallyOf(world, chunk)).toEqual(oneEach(3));
        expect(await bytes(world, chunk)).toEqual(expect.objectContaining(left));
        const before = await fingerprint(world);
        expect((await issue(chunk)).filter(Boolean)).toEqual([]);
        expect(await fingerprint(world)).toBe(before);
        if (!died) break;
        killed += 1;
      }
      // Begin, scope, a dozen and more to decide, commit; begin, scope, key, commit; and as much as for deciding to store.
      expect(killed).toBeGreaterThan(20);
    },
    10 * MINUTES,
  );
});

/** Lets the database refuse rows of one person in a table; answers how to lift that. */
async function refuse({ database }: Riverside, table: string, pass: ManyPass | undefined): Promise<() => Promise<void>> {
  await withClient(database.superuserUrl, (client) =>
    client.query(
      `create function refuse_in_${table}() returns trigger language plpgsql as $$ begin raise exception 'refused for the test'; end $$;
       create trigger refuse before insert on ${table} for each row when (new.person_id = '${pass?.personId}')
         execute function refuse_in_${table}()`,
    ),
  );
  return () =>
    withClient(database.superuserUrl, async (client) => {
      await client.query(`drop function refuse_in_${table}() cascade`);
    });
}

/** The signed bytes by enrolment. */
async function bytes(world: Riverside, passes: readonly ManyPass[]): Promise<Record<string, string>> {
  const rows = await world.rows<{ enrollment_id: string; signed: string }>(
    'select enrollment_id, signed from credential where enrollment_id = any($1::uuid[])',
    [passes.map(({ enrollmentId }) => enrollmentId)],
  );
  return Object.fromEntries(rows.map((row) => [row.enrollment_id, row.signed]));
}

/** Every badge is signed with the key that was frozen for it, and each of the keys signed some. */
async function expectEachWithItsKey(world: Riverside, passes: readonly ManyPass[]): Promise<void> {
  const rows = await world.rows<{ signed: string; fragment: string }>(
    `select c.signed, k.fragment from credential c join credential_intent i using (id) join signing_key k on k.id = i.signing_key_id
      where c.enrollment_id = any($1::uuid[])`,
    [passes.map(({ enrollmentId }) => enrollmentId)],
  );
  const signedWith = ({ signed }: { signed: string }) =>
    (JSON.parse(signed) as { proof: { verificationMethod: string }[] }).proof[0]?.verificationMethod.split('#')[1];
  expect(rows.filter((row) => signedWith(row) !== row.fragment)).toEqual([]);
  expect(new Set(rows.map(({ fragment }) => fragment)).size).toBe(4);
}

/** Every n-th of them, by the unmodified library, from what the institution publishes. */
async function expectVerified(world: Riverside, passes: readonly ManyPass[], count: number): Promise<void> {
  const rows = await world.rows<{ signed: string }>(
    `select signed from (select signed, row_number() over (order by issued_at, id) as number from credential
                          where enrollment_id = any($1::uuid[])) as numbered where number % $2 = 0`,
    [passes.map(({ enrollmentId }) => enrollmentId), Math.floor(passes.length / count)],
  );
  expect(rows.length).toBeGreaterThanOrEqual(count);
  const published = async (path: string) => (await world.app.inject({ url: path })).json<object>();
  const didDocument = await published('/issuers/riverside/did.json');
  const lists = new Map<string, object>();
  for (const { signed } of rows) {
    const { credentialStatus } = JSON.parse(signed) as { credentialStatus: { statusListCredential: string } };
    const { pathname } = new URL(credentialStatus.statusListCredential);
    const statusListCredential = lists.get(pathname) ?? (await published(pathname));
    lists.set(pathname, statusListCredential);
    expect(await verifyIndependently(signed, { didDocument, statusListCredential })).toEqual({ verified: true });
  }
}
