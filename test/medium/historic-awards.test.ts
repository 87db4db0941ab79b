import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { verifyIndependently } from '../../demo/independent-verifier.mjs';
import { AwardHistoric, RepairHistoricAwards, VerifyDocument } from '../../src/modules/credentials/index.js';
import { PlanHistoricAwards } from '../../src/modules/credentials/use-cases/historic/plan-historic-awards.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { badgesOf, issue, passed, plan, publishLists, revoke } from '../support/badges.js';
import { withClient } from '../support/database.js';
import {
  awarded,
  awardQueued,
  type AwardWish,
  confirmAwards,
  type ImportBody,
  IMPORTS,
  progressOf,
  queuedAwards,
  rowsOf,
  uploadAwards,
} from '../support/historic.js';
import { fingerprint } from '../support/many-passes.js';
import { countStatements, killedAt } from '../support/statements.js';
import { type Riverside, startRiverside } from '../support/worlds.js';

const MINUTES = 60_000;

describe('Awards from before Cairn', () => {
  let world: Riverside;
  beforeAll(async () => {
    world = await startRiverside({ CAIRN_ROLES: 'api' });
  });
  afterAll(() => world.close());
  beforeEach(() => world.rows('delete from outbox'));

  const scope = () => ({ institutionId: world.institutionId });
  let people = 0;
  const somebody = (change: AwardWish = {}): AwardWish => {
    const number = (people += 1);
    return { email: `person.${number}@example.org`, name: `Person ${number}`, ...change };
  };
  const many = (count: number) => Array.from({ length: count }, () => somebody());
  const personOf = async (email = '') =>
    (await world.rows<{ id: string }>('select id from person where email = $1', [email]))[0]?.id ?? '';
  const badgesFor = async (email = '') => badgesOf(world, { personId: await personOf(email) });
  const states = async (id: string) => (await rowsOf(world, id)).map(({ state }) => state);
  const waiting = async (awards: AwardWish[], body: object = {}) => {
    const { id } = await uploadAwards(world, awards);
    expect((await confirmAwards(world.olga.browser, id, body)).status).toBe(201);
    const queued = await queuedAwards(world);
    return { id, refs: queued.map(({ payload }) => payload) };
  };

  it('are awarded once, in whatever files and however often they come', async () => {
    const [lea, noor] = [somebody({ reference: 'A-1' }), somebody()];
    expect((await awarded(world, [lea, noor])).counts).toMatchObject({ issued: 2 });
    const before = await badgesFor(lea['email']);
    expect((await awarded(world, [lea, noor])).counts).toMatchObject({ issued: 0, held: 2 });
    const third = await awarded(world, [{ ...lea, reference: 'A-2', awarded_on: '2020-01-01' }, somebody()]);
    expect(third.counts).toMatchObject({ issued: 1, held: 1 });
    expect(await badgesFor(lea['email'])).toEqual(before);
    const [row] = await rowsOf(world, third.id);
    expect(row).toMatchObject({ reason: 'already-issued', credential: { id: before[0]?.id } });
  });

  it('show before they are confirmed who has them already', async () => {
    const lea = somebody();
    await awarded(world, [lea]);
    const { id, counts } = await uploadAwards(world, [lea, somebody()]);
    expect(await states(id)).toEqual(['held', 'ready']);
    expect(counts).toMatchObject({ waiting: 1, held: 1, bad: 0 });
    expect((await world.olga.browser.get(IMPORTS)).json<{ items: ImportBody[] }>().items[0]).toMatchObject({
      id,
      total: 2,
      counts,
    });
    const confirmed = (await confirmAwards(world.olga.browser, id)).json<ImportBody>();
    for (const told of [confirmed, await progressOf(world, id)])
      expect(told).toMatchObject({ state: 'running', total: 2, counts: { waiting: 2, held: 0 } });
    expect(await awardQueued(world)).toEqual([]);
    expect(await progressOf(world, id)).toMatchObject({ state: 'finished', counts: { issued: 1, held: 1 } });
  });

  it('show a revoked one as had already, though nobody holds it, and may be confirmed where there is nothing else', async () => {
    const lea = somebody();
    await awarded(world, [lea]);
    const [badge] = await badgesFor(lea['email']);
    await revoke(world, badge?.id ?? '');
    expect((await uploadAwards(world, [lea])).counts).toMatchObject({ waiting: 0, held: 1 });
    expect((await awarded(world, [lea])).counts).toMatchObject({ issued: 0, held: 1 });
  });

  it('are queued once by two who confirm at the same time', async () => {
    const { id } = await uploadAwards(world, many(20));
    const browsers = [world.olga.browser, world.olga.browser, (await world.member('Otto', ['office'])).browser];
    const answers = await Promise.all(browsers.map((browser) => confirmAwards(browser, id)));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(await queuedAwards(world)).toHaveLength(20);
    expect(
      await world.rows(`select id from event where type = 'historic_import.confirmed' and subject_id = $1`, [id]),
    ).toHaveLength(1);
    expect(await awardQueued(world)).toEqual([]);
    expect((await progressOf(world, id)).counts).toMatchObject({ issued: 20 });
  });

  it('that two workers have at once become one credential each', async () => {
    const { id, refs } = await waiting(many(40));
    const work = world.get(AwardHistoric);
    const outcomes = await Promise.all([
      work.chunk(scope(), refs),
      work.chunk(scope(), refs.toReversed()),
      work.chunk(scope(), refs.slice(10, 30)),
    ]);
    expect(outcomes.flat().filter(Boolean)).toEqual([]);
    expect((await progressOf(world, id)).counts).toMatchObject({ issued: 40, issuing: 0 });
    const [tally] = await world.rows(
      `select count(*)::int as awards, count(distinct a.person_id)::int as people, count(distinct i.id)::int as intents,
              count(distinct c.id)::int as credentials
         from historic_award a join historic_import_row r on r.id = a.row_id
         left join credential_intent i on i.historic_award_id = a.id left join credential c on c.id = i.id
        where r.import_id = $1`,
      [id],
    );
    expect(tally).toEqual({ awards: 40, people: 40, intents: 40, credentials: 40 });
  });

  it('of one person in two files that are confirmed at once become one credential', async () => {
    const lea = somebody();
    const files = [await uploadAwards(world, [lea]), await uploadAwards(world, [lea])];
    for (const { id } of files) await confirmAwards(world.olga.browser, id);
    const refs = (await queuedAwards(world)).map(({ payload }) => payload);
    expect((await world.get(AwardHistoric).chunk(scope(), refs)).filter(Boolean)).toEqual([]);
    expect((await Promise.all(files.map(({ id }) => states(id)))).flat().toSorted()).toEqual(['held', 'issued']);
    expect(await badgesFor(lea['email'])).toHaveLength(1);
  });

  it(
    'killed at any statement end as if nothing had been, and a third run changes nothing',
    async () => {
      await awarded(world, [somebody()]);
      let killed = 0;
      for (let statement = 1; ; statement++) {
        await world.rows('delete from outbox');
        const { id, refs } = await waiting(many(2));
        const award = () => world.get(AwardHistoric).chunk(scope(), refs);
        const died = await killedAt(statement, award);
        const frozen = await world.rows(documents, [id]);
        expect((await award()).filter(Boolean)).toEqual([]);
        expect((await progressOf(world, id)).counts).toMatchObject({ issued: 2 });
        // What was frozen before the end is what was signed after it.
        expect(await world.rows(documents, [id])).toEqual(expect.arrayContaining(frozen));
        const before = await fingerprint(world);
        expect((await award()).filter(Boolean)).toEqual([]);
        expect(await fingerprint(world)).toBe(before);
        if (!died) break;
        killed += 1;
      }
      expect(killed).toBeGreaterThan(30);
    },
    10 * MINUTES,
  );

  it('of whom the database refuses one are awarded to all others, and to that one later', async () => {
    const awards = many(20);
    const { id, refs } = await waiting(awards);
    await withClient(world.database.superuserUrl, (client) =>
      client.query(
        `create function refuse_one() returns trigger language plpgsql as $$ begin raise exception 'refused for the test'; end $$;
         create trigger refuse before insert on historic_award for each row
           when (new.edition_id is not null and new.letter is false and new.row_id = '${'rowId' in refs[7]! ? refs[7].rowId : ''}')
           execute function refuse_one()`,
      ),
    );
    const outcomes = await world.get(AwardHistoric).chunk(scope(), refs);
    expect(outcomes.flatMap((outcome) => outcome?.message ?? [])).toEqual(['refused for the test']);
    expect((await progressOf(world, id)).counts).toMatchObject({ issued: 19, waiting: 1 });
    await withClient(world.database.superuserUrl, (client) => client.query('drop function refuse_one() cascade'));
    expect((await world.get(AwardHistoric).chunk(scope(), refs)).filter(Boolean)).toEqual([]);
    expect((await progressOf(world, id)).counts).toMatchObject({ issued: 20 });
  });

  it('take as many statements for forty as for four, whether they are known or new', async () => {
    await awarded(world, [somebody()]);
    const [few, crowd] = [many(4), many(40)];
    for (const { email = '', name = '' } of crowd.slice(0, 10)) {
      const member = await world.member(name.replace(' ', ''), ['learner']);
      await world.rows('update person set email = $2 where id = $1', [member.personId, email]);
    }
    const forFour = (await waiting(few)).refs;
    const statementsForFour = await countStatements(() => world.get(AwardHistoric).chunk(scope(), forFour));
    await world.rows('delete from outbox');
    const forForty = (await waiting(crowd)).refs;
    expect(await countStatements(() => world.get(AwardHistoric).chunk(scope(), forForty))).toBe(statementsForFour);
    expect(statementsForFour).toBeLessThan(50);
  });

  it('make learners of people who are new, without a way in and without a word', async () => {
    const lea = somebody({ language: 'de-at' });
    await awarded(world, [lea]);
    const [person] = await world.rows(
      `select p.name, p.locale, p.password_hash, array(select role from membership_role r where r.membership_id = m.id) as roles,
              (select count(*)::int from sign_in_link l where l.person_id = p.id) as links,
              (select count(*)::int from mail_message x where x.recipient = p.email) as mails
         from person p join membership m on m.person_id = p.id where p.email = $1 and m.institution_id = $2`,
      [lea['email'], world.institutionId],
    );
    expect(person).toEqual({ name: lea['name'], locale: 'de-AT', password_hash: null, roles: ['learner'], links: 0, mails: 0 });
  });

  it('leave somebody who is known as they are, wherever they are known', async () => {
    const lars = await world.member('Lars', ['instructor'], world.lakesideId);
    const file = await awarded(world, [{ email: lars.email, name: 'Another Spelling', show: 'name', language: 'fr' }]);
    expect(file.counts.issued).toBe(1);
    const [badge] = await badgesOf(world, lars);
    expect(badge?.signed).toContain('"Lars"');
    expect(await world.rows('select name, locale from person where id = $1', [lars.personId])).toEqual([
      { name: 'Lars', locale: 'en' },
    ]);
  });

  it('are withheld from members who are suspended, before and after the file was checked', async () => {
    const [lea, noor] = [somebody(), somebody()];
    await awarded(world, [
      { ...lea, edition: (await world.publish()).id },
      { ...noor, edition: world.edition.id },
    ]);
    const suspend = async (email = '') =>
      world.rows('update membership set suspended_at = now() where person_id = $1', [await personOf(email)]);
    const { id } = await uploadAwards(world, [lea, somebody()]);
    await suspend(lea['email']);
    const late = await uploadAwards(world, [lea, somebody()]);
    expect(await rowsOf(world, late.id)).toMatchObject([{ problems: [{ code: 'member_suspended' }] }, { state: 'ready' }]);
    await confirmAwards(world.olga.browser, id);
    expect(await awardQueued(world)).toEqual([]);
    expect(await rowsOf(world, id)).toMatchObject([{ state: 'withheld', reason: 'learner-suspended' }, { state: 'issued' }]);
  });

  it('give no second badge to who passed here, and stand in the way of a second one by passing', async () => {
    const amara = await passed(world);
    await issue(world, amara);
    expect((await awarded(world, [{ email: amara.email, name: 'Amara' }])).counts).toMatchObject({ held: 1 });
    const jonas = await passed(world, await world.ready('Jonas'));
    const { id, refs } = await waiting([{ email: jonas.email, name: 'Jonas' }]);
    await Promise.all([issue(world, jonas), world.get(AwardHistoric).chunk(scope(), refs)]);
    // Whoever came second found the first one's plan, and comes again.
    await issue(world, jonas);
    expect((await world.get(AwardHistoric).chunk(scope(), refs)).filter(Boolean)).toEqual([]);
    expect((await badgesOf(world, jonas)).map(({ state }) => state)).toEqual(['issued']);
    expect(['held', 'issued']).toContain((await states(id))[0]);
  });

  it('are held where the learner passed after they were planned, and are not asked for again', async () => {
    const jonas = await passed(world, await world.ready('Jannis'));
    const { id, refs } = await waiting([{ email: jonas.email, name: 'Jannis' }]);
    const rowIds = refs.flatMap((ref) => ('rowId' in ref ? [ref.rowId] : []));
    await world.get(UnitOfWork).run(scope(), (tx) => world.get(PlanHistoricAwards).all(tx, rowIds));
    expect(await states(id)).toEqual(['issuing']);
    await issue(world, jonas);
    expect(await world.get(AwardHistoric).chunk(scope(), refs)).toEqual([null]);
    expect(await rowsOf(world, id)).toMatchObject([{ state: 'held', reason: 'already-issued' }]);
    expect((await badgesOf(world, jonas)).map(({ state }) => state)).toEqual(['issued']);
    await world.rows('delete from outbox');
    world.clock.advance(21_000);
    expect(await world.get(RepairHistoricAwards).run()).toBe(0);
    const [badge] = await badgesOf(world, jonas);
    await revoke(world, badge?.id ?? '');
    expect((await awarded(world, [{ email: jonas.email, name: 'Jannis' }])).counts).toMatchObject({ issuing: 0, issued: 0 });
  });

  it('wait while a pass of the same person is being signed', async () => {
    const amara = await passed(world, await world.ready('Amina'));
    await world.rows('delete from outbox');
    await plan(world, amara);
    const { id, refs } = await waiting([{ email: amara.email, name: 'Amina' }]);
    const [fault] = await world.get(AwardHistoric).chunk(scope(), refs);
    expect(fault?.message).toMatch(/is being signed/);
    await issue(world, amara);
    expect(await world.get(AwardHistoric).chunk(scope(), refs)).toEqual([null]);
    expect(await states(id)).toEqual(['held']);
  });

  it('that were revoked are given again once by two who do it at the same time', async () => {
    const lea = somebody({ show: 'name' });
    await awarded(world, [lea]);
    const [badge] = await badgesFor(lea['email']);
    await revoke(world, badge?.id ?? '');
    const again = () =>
      world.olga.browser.post(`/api/v1/credentials/${badge?.id}/historic-re-award`, { reason: 'It was right.' });
    const answers = await Promise.all([again(), again(), again()]);
    expect(answers.map(({ status }) => String(status)).toSorted()).toEqual(['201', '409', '409']);
    const badges = await badgesFor(lea['email']);
    expect(badges.map(({ state }) => state)).toEqual(['revoked', 'issued']);
    expect(await world.rows(`select actor_id from event where type = 'historic_award.repeated'`)).toEqual([
      { actor_id: world.olga.personId },
    ]);
    await publishLists(world);
    expect(await world.get(VerifyDocument).run(JSON.parse(badges[1]?.signed ?? ''))).toMatchObject({ verified: true });
    expect(await world.get(VerifyDocument).run(JSON.parse(badges[0]?.signed ?? ''))).toMatchObject({ verified: false });
  });

  it('are given again by this act only where they are such awards, and were revoked', async () => {
    const amara = await passed(world, await world.ready('Ayse'));
    await issue(world, amara);
    const [badge] = await badgesOf(world, amara);
    await revoke(world, badge?.id ?? '');
    const answer = await world.olga.browser.post(`/api/v1/credentials/${badge?.id}/historic-re-award`, { reason: 'Why not?' });
    expect(answer.status).toBe(404);
    expect((await awarded(world, [{ email: amara.email, name: 'Ayse' }])).counts).toMatchObject({ held: 1, issued: 0 });
  });

  it('are refused where the edition’s awards do not hold that long', async () => {
    const { microCredentialId } = world.edition;
    const path = `/api/v1/micro-credentials/${microCredentialId}`;
    const draft = (await world.ines.browser.get(path)).json<{ version: number }>();
    const terms = { validityMonths: 12, renewable: false, supervision: null, qualityAssuranceUrl: null, stackability: '' };
    const changed = await world.ines.browser.patch(path, { awardTerms: terms }, { 'if-match': `"v${draft.version}"` });
    if (changed.status !== 200) throw new Error(changed.text);
    const published = await world.ines.browser.post(
      `${path}/editions`,
      { changeNote: 'For a year' },
      { 'if-match': `"v${draft.version + 1}"` },
    );
    if (published.status !== 201) throw new Error(published.text);
    const [row] = await world.rows<{ name: string }>(
      `select m.slug || '/' || e.number as name from edition e join micro_credential m on m.id = e.micro_credential_id where e.id = $1`,
      [published.json<{ id: string }>().id],
    );
    const recent = new Date(Date.now() - 30 * 24 * 3_600_000).toISOString().slice(0, 10);
    const { id } = await uploadAwards(world, [
      somebody({ edition: row?.name ?? '' }),
      somebody({ edition: row?.name.toUpperCase() ?? '', awarded_on: recent }),
    ]);
    expect(await rowsOf(world, id)).toMatchObject([{ problems: [{ field: 'awarded_on', code: 'run_out' }] }, { state: 'ready' }]);
    await confirmAwards(world.olga.browser, id, { leaveOutBadRows: true });
    expect(await awardQueued(world)).toEqual([]);
    const [, good] = await rowsOf(world, id);
    const [signed] = await world.rows<{ signed: string }>('select signed from credential where id = $1', [good?.credential?.id]);
    const { validFrom, validUntil } = JSON.parse(signed?.signed ?? '') as { validFrom: string; validUntil: string };
    expect(validFrom.slice(0, 10)).toBe(recent);
    expect(Number(validUntil.slice(0, 4))).toBe(Number(recent.slice(0, 4)) + 1);
  });

  it('that got lost are found by the repair, once', async () => {
    const repair = () => world.get(RepairHistoricAwards).run();
    const { id } = await waiting(many(3));
    await world.rows('delete from outbox');
    expect(await repair()).toBe(0);
    world.clock.advance(21_000);
    expect([await repair(), await repair()]).toEqual([3, 0]);
    expect(await awardQueued(world)).toEqual([]);
    expect((await progressOf(world, id)).counts).toMatchObject({ issued: 3 });

    const planned = await waiting(many(2));
    const rowIds = planned.refs.flatMap((ref) => ('rowId' in ref ? [ref.rowId] : []));
    await world.get(UnitOfWork).run(scope(), (tx) => world.get(PlanHistoricAwards).all(tx, rowIds));
    await world.rows('delete from outbox');
    expect((await progressOf(world, planned.id)).counts).toMatchObject({ issuing: 2 });
    world.clock.advance(21_000);
    expect([await repair(), await repair()]).toEqual([2, 0]);
    expect(await awardQueued(world)).toEqual([]);
    expect((await progressOf(world, planned.id)).counts).toMatchObject({ issued: 2, issuing: 0 });
    world.clock.advance(21_000);
    expect(await repair()).toBe(0);
  });

  it('keep what was checked, whoever asks for a change', async () => {
    const { id } = await uploadAwards(world, [somebody()]);
    await expect(
      world.rows(`update historic_import_row set award = award || '{"awardedOn": "1999-01-01"}' where import_id = $1`, [id]),
    ).rejects.toThrow('was checked and cannot be changed');
  });

  it(
    'of five thousand people in one file are awarded, and every twenty-fifth holds for others',
    async () => {
      const awards = many(5_000);
      const begun = performance.now();
      const { id, counts } = await uploadAwards(world, awards);
      expect(counts).toMatchObject({ bad: 0, waiting: 5_000 });
      const checked = performance.now();
      expect((await confirmAwards(world.olga.browser, id)).status).toBe(201);
      const queued = performance.now();
      expect(await awardQueued(world)).toEqual([]);
      const done = performance.now();
      expect((await progressOf(world, id)).counts).toMatchObject({ issued: 5_000 });
      const told = performance.now();
      const seconds = (from: number, until: number) => ((until - from) / 1_000).toFixed(1);
      process.stdout.write(
        `5,000 awards: checked in ${seconds(begun, checked)} s, queued in ${seconds(checked, queued)} s, issued in ${seconds(queued, done)} s, progress in ${seconds(done, told)} s\n`,
      );
      // Awards from before Cairn are those without an enrolment. No join: right after 5,000 inserts the planner knows nothing of the tables.
      const sample = await world.rows<{ signed: string }>(
        `select signed from (select signed, row_number() over (order by id) as number from credential where enrollment_id is null) as numbered
          where number % (select count(*) / 200 from credential where enrollment_id is null) = 0 limit 200`,
      );
      expect(sample).toHaveLength(200);
      const published = async (path: string) => (await world.app.inject({ url: path })).json<object>();
      const didDocument = await published('/issuers/riverside/did.json');
      for (const { signed } of sample) {
        const { credentialStatus } = JSON.parse(signed) as { credentialStatus: { statusListCredential: string } };
        const statusListCredential = await published(new URL(credentialStatus.statusListCredential).pathname);
        expect(await verifyIndependently(signed, { didDocument, statusListCredential, now: world.clock.now() })).toEqual({
          verified: true,
        });
      }
    },
    10 * MINUTES,
  );
});

const documents = `select i.document from credential_intent i join historic_award a on a.id = i.historic_award_id
                     join historic_import_row r on r.id = a.row_id where r.import_id = $1 order by i.id`;
