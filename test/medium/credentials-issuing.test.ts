import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { IssuingRepository } from '../../src/modules/credentials/data/issuing.repository.js';
import { KeyRing, VerifyDocument } from '../../src/modules/credentials/index.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import {
  badgeOf,
  badgesOf,
  corrected,
  decide,
  finish,
  issue,
  passed,
  type PassedLearner,
  plan,
  repair,
  revoke,
  withheld,
} from '../support/badges.js';
import { queuedBadges } from '../support/grading.js';
import { FAIL, PASS } from '../support/riverside-edition.js';
import { type Riverside, startRiverside } from '../support/worlds.js';

const HOUR = 60 * 60 * 1_000;

describe('Issuing', () => {
  let world: Riverside;
  beforeAll(async () => {
    world = await startRiverside({ CAIRN_ROLES: 'api' });
  });
  afterAll(() => world.close());

  const trace = async (amara: PassedLearner) => ({
    badges: await badgesOf(world, amara),
    intents: await world.rows('select * from credential_intent where person_id = $1', [amara.personId]),
    events: await world.rows(`select * from event where type = 'credential.issued' and particulars ->> 'personId' = $1`, [
      amara.personId,
    ]),
    letters: await world.rows(`select * from mail_message where recipient = $1 and subject like 'Your badge%'`, [amara.email]),
  });

  it('happens once, however often and at once it is asked for', async () => {
    const amara = await passed(world);
    await Promise.all(Array.from({ length: 8 }, () => issue(world, amara)));
    const once = await trace(amara);
    expect(once).toMatchObject({ badges: [{ state: 'issued' }], intents: [{}], events: [{}], letters: [{}] });
    for (let time = 0; time < 3; time++) await issue(world, amara);
    expect(await trace(amara)).toEqual(once);
    expect(await withheld(world, amara)).toEqual([]);
  });

  it('signs what was decided, whatever was edited or rotated in between', async () => {
    const amara = await passed(world);
    const decided = await decide(world, [amara]);
    const described = await world.olga.browser.get('/api/v1/institution');
    const admin = await world.member('Mina', []);
    await world.rows(
      `insert into membership_role (institution_id, membership_id, role, granted_at)
       select institution_id, id, 'admin', now() from membership where person_id = $1`,
      [admin.personId],
    );
    const renamed = await admin.browser.patch(
      '/api/v1/institution',
      { name: 'Riverside Polytechnic', description: 'New words.', url: 'https://polytechnic.example' },
      { 'if-match': `"v${described.json<{ version: number }>().version}"` },
    );
    expect(renamed.status).toBe(200);
    const path = `/api/v1/micro-credentials/${world.edition.microCredentialId}`;
    const { version } = (await world.ines.browser.get(path)).json<{ version: number }>();
    const retitled = { title: 'Renamed', criteria: 'None.' };
    expect((await world.ines.browser.patch(path, retitled, { 'if-match': `"v${version}"` })).status).toBe(200);
    const next = await world
      .get(UnitOfWork)
      .run({ institutionId: world.institutionId }, (tx) => world.get(KeyRing).rotate(tx, world.institutionId, null));

    expect(await finish(world, decided)).toEqual([true]);
    const { signed } = await badgeOf(world, amara);
    const { proof, ...document } = JSON.parse(signed) as { proof: object };
    expect(document).toEqual(decided[0]?.unwritten?.document());
    expect(document).toMatchObject({ name: 'Data Storytelling', issuer: { name: 'Riverside University' } });
    expect(JSON.stringify(proof)).not.toContain(next.fragment);
    expect(await world.get(VerifyDocument).run(JSON.parse(signed))).toMatchObject({ verified: true });
  });

  it('decided by two at once is stored by one of them, whole, and the other leaves nothing', async () => {
    const amara = await passed(world);
    const [first, second] = [await decide(world, [amara]), await decide(world, [amara])];
    expect(await trace(amara)).toMatchObject({ badges: [], intents: [], events: [], letters: [] });
    expect([await finish(world, second), await finish(world, first)]).toEqual([[true], [false]]);
    const { badges, intents, events, letters } = await trace(amara);
    expect([badges, intents]).toMatchObject([[{ id: second[0]?.intent.id }], [{ id: second[0]?.intent.id, document: null }]]);
    expect([events, letters]).toMatchObject([[{}], [{}]]);
  });

  it('keeps the hash of the exact bytes', async () => {
    const amara = await passed(world);
    await issue(world, amara);
    const rows = await world.rows<{ signed: string; signed_sha256: string }>('select signed, signed_sha256 from credential');
    for (const { signed, signed_sha256 } of rows) expect(signed_sha256).toBe(createHash('sha256').update(signed).digest('hex'));
  });

  it('for a second place of the same person in the same edition gives no second badge', async () => {
    const first = await passed(world);
    await issue(world, first);
    const again = await world.enroll(first, await world.offer(world.edition.id));
    await world.study(again);
    const second = await passed(world, again);
    await issue(world, second);
    expect(await badgesOf(world, first)).toHaveLength(1);
    expect(await withheld(world, second)).toEqual(['refuse: already-issued']);
  });

  it('of two places passed at the same moment gives one badge', async () => {
    const amara = await world.ready('Amara');
    const again = await world.enroll(amara, await world.offer(world.edition.id));
    await world.study(again);
    const both = [await passed(world, amara), await passed(world, again)];
    await Promise.all([...both, ...both].map((one) => issue(world, one)));
    expect((await badgesOf(world, amara)).filter(({ state }) => state === 'issued')).toHaveLength(1);
  });

  describe('is withheld with a reason', () => {
    it('when the place was left before the verdict', async () => {
      const amara = await world.ready('Amara');
      const { id } = await world.handIn(amara);
      await amara.browser.post(`${amara.path}/withdrawal`);
      const verdict = (await world.assess(world.ada, id, PASS)).json<{ attempt: { verdicts: { id: string }[] } }>();
      await issue(world, { ...amara, assessmentId: verdict.attempt.verdicts[0]?.id ?? '' });
      expect(await withheld(world, amara)).toEqual(['refuse: enrollment-withdrawn']);
      expect(await badgesOf(world, amara)).toEqual([]);
    });

    it('when the verdict was corrected meanwhile', async () => {
      const amara = await passed(world);
      await corrected(world, amara, 1, FAIL);
      await issue(world, amara);
      expect(await withheld(world, amara)).toEqual(['refuse: assessment-failed']);
      expect(await badgesOf(world, amara)).toEqual([]);
    });

    it('when who gave the verdict was no assessor of the offering then, by the record', async () => {
      const amara = await passed(world);
      const repository = world.get(IssuingRepository);
      const scope = { institutionId: world.institutionId };
      const wasAssessor = async (personId: string, at: Date) => {
        const judge = { offeringId: world.offeringId, personId, at };
        const [entitled] = await world.get(UnitOfWork).run(scope, (tx) => repository.wereAssessors(tx, [judge]));
        return entitled;
      };
      const now = world.clock.now();
      expect(await wasAssessor(world.ada.personId, now)).toBe(true);
      expect(await wasAssessor(world.ada.personId, new Date(now.getTime() - HOUR))).toBe(false);
      expect(await wasAssessor(world.ines.personId, now)).toBe(false);
      await world.rows(`update offering_staff set added_at = now() where person_id = $1`, [world.ada.personId]);
      await world.olga.browser.delete(`/api/v1/offerings/${world.offeringId}/staff/${world.ada.personId}/assessor`);
      expect(await wasAssessor(world.ada.personId, now)).toBe(true);
      expect(await wasAssessor(world.ada.personId, world.clock.now())).toBe(false);
      await issue(world, amara);
      expect(await badgesOf(world, amara)).toHaveLength(1);
      const staff = { personId: world.ada.personId, role: 'assessor' };
      await world.olga.browser.post(`/api/v1/offerings/${world.offeringId}/staff`, staff);
    });
  });

  describe('after a correction', () => {
    it('by the office of a fail to a pass gives the badge', async () => {
      const amara = await passed(world, undefined, FAIL);
      const assessmentId = await corrected(world, amara, 1, PASS);
      await issue(world, { ...amara, assessmentId });
      expect(await withheld(world, amara)).toEqual([]);
      expect(await badgesOf(world, amara)).toMatchObject([{ state: 'issued' }]);
    });

    it('of the feedback alone gives no second badge, not even after the first was revoked', async () => {
      const amara = await passed(world);
      await issue(world, amara);
      const reworded = await corrected(world, amara, 1, { ...PASS, feedback: 'Clear, honest and short.' });
      await issue(world, { ...amara, assessmentId: reworded });
      await revoke(world, (await badgeOf(world, amara)).id);
      const again = await corrected(world, amara, 2, { ...PASS, feedback: 'Clear, honest, short.' });
      await issue(world, { ...amara, assessmentId: again });
      expect(await badgesOf(world, amara)).toMatchObject([{ state: 'revoked' }]);
      expect(await withheld(world, amara)).toEqual(['refuse: already-issued', 'refuse: already-revoked']);
      world.clock.advance(2 * HOUR);
      await world.rows('delete from outbox');
      await repair(world);
      expect(await queuedBadges(world, amara)).toEqual([]);
    });

    it('from pass to fail and back gives a new badge once the first was revoked', async () => {
      const amara = await passed(world);
      await issue(world, amara);
      await corrected(world, amara, 1, FAIL);
      await revoke(world, (await badgeOf(world, amara)).id);
      const assessmentId = await corrected(world, amara, 2, PASS);
      await issue(world, { ...amara, assessmentId });
      expect(await badgesOf(world, amara)).toMatchObject([{ state: 'revoked' }, { state: 'issued' }]);
    });

    it('of a pass that was decided but not yet signed still gives one badge', async () => {
      const amara = await passed(world);
      await plan(world, amara);
      const assessmentId = await corrected(world, amara, 1, { ...PASS, feedback: 'Clear.' });
      await Promise.all([issue(world, amara), issue(world, { ...amara, assessmentId })]);
      expect(await badgesOf(world, amara)).toHaveLength(1);
    });
  });
});
