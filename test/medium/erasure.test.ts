import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { runFsck } from '../../src/fsck/run-fsck.js';
import { ERASING, STAYS } from '../../src/modules/portability/data/erasing.js';
import { ErasingRepository } from '../../src/modules/portability/data/erasing.repository.js';
import { LEFT_OUT, PERSONAL_DATA } from '../../src/modules/portability/data/personal-data.js';
import { StartDueErasures } from '../../src/modules/portability/index.js';
import { CarryOutErasure } from '../../src/modules/portability/use-cases/carry-out-erasure.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { SealAuditChain } from '../../src/platform/events/seal-audit-chain.js';
import { awaitFact, badgeOf, issue, passed, publishLists } from '../support/badges.js';
import { askIndependently, choose, handInAll, okay } from '../support/chosen-badges.js';
import { withClient } from '../support/database.js';
import { dumpAll, plantRows } from '../support/planted-canaries.js';
import { PASS } from '../support/riverside-edition.js';
import { type Learner, makeAdministrator, type Member, type Riverside, startRiverside } from '../support/worlds.js';

const DAY = 86_400_000;
const PASSWORD = 'four brave little herons';
const NAME = 'Amaracanary';
const LINK = 'https://example.org/canary-of-a-link';
const PATH = '/api/v1/me/erasure';

/** What people and the office write about her, each a canary of its own. */
const WRITTEN = {
  workText: 'canary-of-the-work',
  feedback: 'canary-of-the-feedback',
  comment: 'canary-of-a-comment',
  extension: 'canary-of-an-extension',
  waiver: 'canary-of-a-waiver',
  move: 'canary-of-a-move',
  act: 'canary-of-an-act',
  historicReason: 'canary-of-a-historic-reason',
  historicName: 'canary-of-a-historic-name',
  reference: 'canary-of-a-reference',
  draft: 'canary-of-the-draft',
  wish: 'canary-of-a-wish',
  userAgent: 'canary-of-a-browser',
};

describe('Erasing a person', () => {
  let world: Riverside;
  let amara: Learner;
  let bela: Learner;
  let held: { id: string; public_id: string; signed: string };
  let canaries: string[];

  const withPassword = async <Who extends Pick<Member, 'browser'>>(who: Who): Promise<Who> => {
    const changed = okay(await who.browser.put('/api/v1/me/password', { newPassword: PASSWORD }));
    who.browser.cookie = changed.setCookie?.split(';')[0] ?? who.browser.cookie;
    return who;
  };
  const ask = (who: Pick<Member, 'browser'>, badges = 'kept', password = PASSWORD) =>
    who.browser.post(PATH, { password, badges });
  /** Time passes, and people looked in meanwhile: sessions that nobody uses end. */
  const later = async (milliseconds: number) => {
    world.clock.advance(milliseconds);
    await world.rows('update session set last_seen_at = $1', [world.clock.now()]);
  };
  const carryOut = (id: string) => world.get(CarryOutErasure).run({ institutionId: world.institutionId }, id);
  const newest = async ({ personId }: Pick<Member, 'personId'>) =>
    (await world.rows<{ id: string }>('select id from erasure where person_id = $1 order by requested_at desc', [personId]))[0]
      ?.id ?? '';

  beforeAll(async () => {
    world = await startRiverside({ CAIRN_ROLES: 'api' });
    amara = await withPassword(await world.ready(NAME));
    const { attemptId, fileId } = await handInAll(amara, [LINK]);
    okay(await choose(amara, 0, { showName: true, showResults: true, evidenceLinks: [LINK], evidenceFileIds: [fileId] }));
    const [first, ...others] = PASS.ratings;
    const ratings = [{ ...first, comment: WRITTEN.comment }, ...others];
    okay(await world.assess(world.ada, attemptId, { ...PASS, ratings, feedback: WRITTEN.feedback } as typeof PASS));
    const [assessment] = await world.rows<{ id: string }>('select id from assessment where attempt_id = $1', [attemptId]);
    await issue(world, { enrollmentId: amara.enrollmentId, assessmentId: assessment?.id ?? '' });
    held = await badgeOf(world, amara);
    const belas = await passed(world, await world.ready('Belacanary'));
    await issue(world, belas);
    bela = await withPassword(belas);
    await plantWords(attemptId);
    const grant = crypto.randomUUID();
    const planted = await plantRows(world, amara, {
      person_id: amara.personId,
      requested_by: amara.personId,
      enrollment_id: amara.enrollmentId,
      credential_id: held.id,
      attempt_id: attemptId,
      institution_id: world.institutionId,
      assessor_id: world.ada.personId,
      accepted_by: amara.personId,
      grant_id: grant,
      ...(await membershipOf(amara)),
    });
    await world.rows('update service_token set grant_id = (select id from service_grant where person_id = $1)', [amara.personId]);
    await world.rows('update lti_member set identity_id = (select id from lti_identity where person_id = $1)', [amara.personId]);
    await world.rows('update lti_score set identity_id = (select id from lti_identity where person_id = $1)', [amara.personId]);
    await world.rows('update authorization_code set grant_id = (select id from service_grant where person_id = $1)', [
      amara.personId,
    ]);
    canaries = [NAME, amara.email, LINK, PASSWORD, 'report.txt', ...Object.values(WRITTEN), ...planted];
  });
  afterAll(() => world.close());

  const membershipOf = async ({ personId }: Pick<Member, 'personId'>) => {
    const [row] = await world.rows<{ id: string }>('select id from membership where person_id = $1', [personId]);
    return { membership_id: row?.id ?? '' };
  };

  /** Past the rules of the database: what takes a long way through the product to be written. */
  async function plantWords(attemptId: string): Promise<void> {
    const { institutionId, edition } = world;
    const at = new Date();
    const id = () => crypto.randomUUID();
    const [row, award, file] = [id(), id(), id()];
    await withClient(world.database.superuserUrl, async (client) => {
      await client.query('set session_replication_role = replica');
      const put = (sql: string, values: unknown[]) => client.query(sql, values);
      await put(`update attempt set work = jsonb_set(work, '{text}', to_jsonb($2::text)) where id = $1`, [
        attemptId,
        WRITTEN.workText,
      ]);
      await put('insert into deadline_extension values ($1, $2, $3, $4, $5, $6, $4)', [
        id(),
        institutionId,
        amara.enrollmentId,
        at,
        WRITTEN.extension,
        world.olga.personId,
      ]);
      await put('update progress_fact set reason = $2 where enrollment_id = $1', [amara.enrollmentId, WRITTEN.waiver]);
      await put('insert into edition_move values ($1, $2, $3, $4, $4, $5, $6, $7)', [
        id(),
        institutionId,
        amara.enrollmentId,
        edition.id,
        WRITTEN.move,
        world.olga.personId,
        at,
      ]);
      await put(`insert into credential_act values ($1, $2, $3, 'reissue', null, $4, $5, $6)`, [
        id(),
        institutionId,
        held.id,
        WRITTEN.act,
        world.olga.personId,
        at,
      ]);
      const onFile = {
        email: amara.email,
        name: WRITTEN.historicName,
        editionId: edition.id,
        awardedOn: '2019-06-14',
        reference: WRITTEN.reference,
        result: null,
        evidenceUrl: null,
        language: null,
        shown: ['name'],
      };
      await put(`insert into historic_import values ($1, $2, 'old.csv', 'x', $3, $4, null, null, null)`, [
        file,
        institutionId,
        world.olga.personId,
        at,
      ]);
      await put(`insert into historic_import_row values ($1, $2, $3, 2, $4, '[]', null, null, $5)`, [
        row,
        institutionId,
        file,
        JSON.stringify(onFile),
        amara.personId,
      ]);
      await put('insert into historic_award values ($1, $2, $3, $4, $5, null, $6, false, $7, $8)', [
        award,
        institutionId,
        row,
        amara.personId,
        edition.id,
        WRITTEN.historicReason,
        world.olga.personId,
        at,
      ]);
      await put(`update submission set draft = jsonb_set(draft, '{text}', to_jsonb($2::text)) where enrollment_id = $1`, [
        amara.enrollmentId,
        WRITTEN.draft,
      ]);
      const wish = { email: amara.email, name: WRITTEN.wish, offeringId: world.offeringId };
      await put(`insert into enrollment_import_row values ($1, $2, $3, 2, $4, '[]', 'seat', 'refused', $5, null)`, [
        id(),
        institutionId,
        id(),
        JSON.stringify(wish),
        `${WRITTEN.wish} was refused`,
      ]);
      await put('update session set user_agent = $2 where person_id = $1', [amara.personId, WRITTEN.userAgent]);
    });
  }

  it('is decided for every table that is about people', () => {
    const about = [...PERSONAL_DATA.map(({ table }) => table), ...Object.keys(LEFT_OUT)];
    const decided = new Set([...ERASING.map(({ table }) => table), ...Object.keys(STAYS)]);
    expect(about.filter((table) => !decided.has(table))).toEqual([]);
    expect(ERASING.map(({ table }) => table).filter((table) => table in STAYS)).toEqual([]);
  });

  it('is asked for with the password, once, and taken back', async () => {
    expect((await ask(amara, 'kept', 'not this one')).json()).toMatchObject({
      code: 'person.wrong_password',
      errors: [{ field: 'password' }],
    });
    expect((await amara.browser.get(PATH)).json()).toEqual({ erasure: null });
    expect(okay(await ask(amara)).json()).toMatchObject({ state: 'waiting', byInstitution: false });
    expect((await ask(amara)).json()).toMatchObject({ status: 409, code: 'portability.erasure_under_way' });
    await later(13 * DAY);
    expect(await world.get(StartDueErasures).run()).toBe(0);
    await carryOut(await newest(amara));
    expect(okay(await amara.browser.delete(PATH)).json()).toMatchObject({ state: 'cancelled' });
    await later(2 * DAY);
    expect(await world.get(StartDueErasures).run()).toBe(0);
    await carryOut(await newest(amara));
    expect((await amara.browser.get('/api/v1/me')).json()).toMatchObject({ name: NAME });
    const letters = await world.rows(
      'select subject from mail_message where recipient = $1 and dedupe_key like $2 order by created_at',
      [amara.email, 'erasure:%'],
    );
    expect(letters).toEqual([
      { subject: 'Riverside University will erase your data' },
      { subject: 'Riverside University keeps your data' },
    ]);
  });

  it('is refused by the office for a reason that the law gives, and for no other', async () => {
    const noor = await world.member('Noor', ['learner']);
    const asked = okay(await world.olga.browser.post('/api/v1/erasures', { personId: noor.personId, badges: 'kept' })).json<{
      id: string;
    }>();
    const refuse = (reason: string) => world.olga.browser.post(`/api/v1/erasures/${asked.id}/refusal`, { reason });
    expect((await refuse('we would rather not')).status).toBe(400);
    expect((await noor.browser.get('/api/v1/erasures')).status).toBe(403);
    expect(okay(await refuse('appeal_open')).json()).toMatchObject({
      state: 'refused',
      refusal: 'appeal_open',
      name: 'Noor',
      can: { refuse: false },
    });
    expect((await refuse('appeal_open')).json()).toMatchObject({ code: 'portability.erasure_settled' });
    expect((await noor.browser.get(PATH)).json()).toMatchObject({ erasure: { state: 'refused', refusal: 'appeal_open' } });
    expect((await world.olga.browser.post('/api/v1/erasures', { personId: world.ada.personId, badges: 'kept' })).status).toBe(
      403,
    );
    expect((await noor.browser.delete(PATH)).status).toBe(409);
  });

  it('is not for who alone can administer the institution', async () => {
    const mina = await withPassword(await world.member('Mina', []));
    await makeAdministrator(world, mina);
    expect((await ask(mina)).json()).toMatchObject({ status: 409, code: 'member.last_administrator' });
  });

  it('leaves no trace of them in any table or file, though the first run was killed half way', async () => {
    okay(await ask(amara));
    const id = await newest(amara);
    await expect(world.rows('select cairn_empty_history($1)', [amara.personId])).rejects.toThrow('no erasure');
    await later(14 * DAY + 60_000);
    expect(await world.get(StartDueErasures).run()).toBe(1);
    jest.spyOn(world.get(ErasingRepository), 'erase').mockRejectedValueOnce(new Error('killed'));
    await expect(carryOut(id)).rejects.toThrow('killed');
    expect((await amara.browser.get(amara.path)).status).toBeGreaterThanOrEqual(400);
    await Promise.all([carryOut(id), carryOut(id)]);
    await carryOut(id);

    expect(canaries.length).toBeGreaterThan(60);
    // Answers to repeated requests go within a day, long before.
    const rows = (await dumpAll(world)).filter(({ table }) => table !== 'idempotent_request');
    const needles = canaries.flatMap((canary) => [
      canary,
      Buffer.from(canary).toString('hex'),
      Buffer.from(canary).toString('base64').slice(0, -4),
    ]);
    const found = rows.flatMap(({ table, text }) =>
      needles.filter((needle) => text.includes(needle)).map((needle) => `${table}: ${needle}`),
    );
    expect(found).toEqual([]);
    for (const file of await readdir(world.environment.CAIRN_DATA_DIR, { recursive: true, withFileTypes: true })) {
      if (!file.isFile()) continue;
      const bytes = await readFile(join(file.parentPath, file.name));
      expect(needles.filter((needle) => bytes.includes(needle))).toEqual([]);
    }
    expect(await world.rows('select name, email, password_hash from person where id = $1', [amara.personId])).toEqual([
      { name: 'Former learner', email: null, password_hash: null },
    ]);
    expect((await amara.browser.post('/api/v1/session', { email: amara.email, password: PASSWORD })).json()).toMatchObject({
      code: 'access.sign_in_failed',
    });
    expect((await world.olga.browser.get('/api/v1/members?limit=100')).text).not.toContain(amara.personId);
    expect((await world.olga.browser.get('/api/v1/erasures')).json()).toMatchObject({
      items: [{ state: 'done', name: 'Former learner', email: null }, {}, {}],
    });
  });

  it('leaves the badge genuine: its page without them, and the file that they kept with all it says', async () => {
    await publishLists(world);
    const now = await badgeOf(world, amara);
    expect(now.public_id).toBe(held.public_id);
    expect(now.signed).not.toBe(held.signed);
    for (const credential of [now.signed, held.signed])
      expect(await askIndependently(world, JSON.parse(credential) as object)).toMatchObject({ verified: true });
    const page = await world.app.inject({
      method: 'GET',
      url: `/credentials/${held.public_id}`,
      headers: { accept: 'text/html' },
    });
    expect([page.statusCode, page.body.includes(NAME)]).toEqual([200, false]);
  });

  it('takes the badges back when they want that, for good', async () => {
    okay(await ask(bela, 'withdrawn'));
    await later(14 * DAY + 60_000);
    await carryOut(await newest(bela));
    await publishLists(world);
    const badge = await badgeOf(world, bela);
    expect(badge.state).toBe('revoked');
    // A list that was asked for in the second before may be served once more.
    await awaitFact(async () => !(await askIndependently(world, JSON.parse(badge.signed) as object)).verified);
  });

  it('leaves an assessor’s verdicts, without their name', async () => {
    const mina = (
      await world.rows<{ personId: string }>(
        `select person_id as "personId" from membership m join membership_role r on r.membership_id = m.id where r.role = 'admin'`,
      )
    )[0];
    const actor = { personId: mina?.personId ?? '', institutionId: world.institutionId, roles: new Set(['admin'] as const) };
    const { AnswerErasures } = await import('../../src/modules/portability/use-cases/answer-erasures.js');
    const { id } = await world.get(AnswerErasures).request(actor, world.ada.personId, 'kept');
    await later(14 * DAY + 60_000);
    await carryOut(id);
    expect(
      await world.rows(
        'select p.name, count(*)::int as verdicts from assessment a join person p on p.id = a.assessor_id group by p.name',
      ),
    ).toEqual([{ name: 'Former assessor', verdicts: 2 }]);
  });

  it('ends the account with the last institution, and until then tells the others nothing', async () => {
    const rosa = await withPassword(await world.member('Rosa', ['learner']));
    await world.rows(
      `insert into membership (id, institution_id, person_id, created_at) values (gen_random_uuid(), $1, $2, now())`,
      [world.lakesideId, rosa.personId],
    );
    okay(await ask(rosa));
    await later(14 * DAY + 60_000);
    await carryOut(await newest(rosa));
    expect((await rosa.browser.get('/api/v1/me')).json()).toMatchObject({ name: 'Rosa', email: rosa.email });
    expect((await world.olga.browser.get('/api/v1/members?limit=100')).text).not.toContain('Rosa');
    expect(await world.rows('select institution_id as id from membership where person_id = $1', [rosa.personId])).toEqual([
      { id: world.lakesideId },
    ]);
  });

  it('breaks nothing that fsck looks at', async () => {
    await new SealAuditChain(world.get(UnitOfWork), world.clock).run();
    await publishLists(world);
    // Planted, and so without the badge that would follow it.
    await withClient(world.database.superuserUrl, async (client) => {
      await client.query('set session_replication_role = replica');
      await client.query('delete from historic_award');
    });
    const report = await runFsck(world.environment, world.database, { graceSeconds: 0, now: world.clock.now() });
    // Nothing works here by itself: what is in the outbox waits.
    expect(report.breaches.filter(({ invariant }) => invariant !== 'I12')).toEqual([]);
    expect(report.checked.I4).toMatchObject({ signatures: 2 });
  });
});
