import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TellDeadlines } from '../../src/modules/notifications/index.js';
import { badgesOf, issue, passed } from '../support/badges.js';
import { PASS, RETURN } from '../support/riverside-edition.js';
import { showName } from '../support/shown-name.js';
import { countStatements } from '../support/statements.js';
import { type Learner, type Member, type Riverside, startRiverside } from '../support/worlds.js';

interface Told {
  id: string;
  kind: string;
  microCredential: string | null;
  offering: string | null;
  particulars: Record<string, unknown>;
  readAt: string | null;
}

const DAY = 86_400_000;
const toldTo = async ({ browser }: Member, query = '') =>
  (await browser.get(`/api/v1/me/notices${query}`)).json<{ items: Told[] }>().items;
const unreadOf = async ({ browser }: Member) =>
  (await browser.get('/api/v1/me/notices/unread')).json<{ unread: number }>().unread;
const choose = ({ browser }: Member, kind: string, inProduct: boolean, byMail: boolean) =>
  browser.put(`/api/v1/me/notice-preferences/${kind}`, { inProduct, byMail });

describe('Notifications', () => {
  let world: Riverside;
  beforeAll(async () => {
    world = await startRiverside({ CAIRN_ROLES: 'api' });
  });
  afterAll(() => world.close());

  const mailsTo = (member: Member) =>
    world.rows<{ subject: string; body: string }>(
      `select subject, body from mail_message where recipient = $1 and dedupe_key like 'notice:%'`,
      [member.email],
    );

  describe('about a project', () => {
    let amara: Learner;
    let attemptId: string;
    beforeAll(async () => {
      amara = await world.ready('Amara');
      attemptId = (await world.handIn(amara)).id;
    });

    it('tell its assessors that work waits, once however much comes, and again when they have read it', async () => {
      await world.handIn(await world.ready('Jonas'));
      expect(await toldTo(world.ada)).toMatchObject([{ kind: 'grading_waiting', offering: 'Autumn run', readAt: null }]);
      expect(await mailsTo(world.ada)).toEqual([]);
      const [told] = await toldTo(world.ada);
      await world.ada.browser.put(`/api/v1/me/notices/${told?.id}/reading`);
      expect(await unreadOf(world.ada)).toBe(0);
      await world.handIn(await world.ready('Sol'));
      expect(await toldTo(world.ada)).toMatchObject([{ kind: 'grading_waiting', readAt: null }]);
    });

    it('tell the learner what became of it, here and by mail', async () => {
      await world.assess(world.ada, attemptId, RETURN);
      expect(await toldTo(amara)).toMatchObject([
        { kind: 'feedback', microCredential: 'Data Storytelling', particulars: { verdict: 'returned' }, readAt: null },
      ]);
      const [letter] = await mailsTo(amara);
      expect(letter).toMatchObject({ subject: 'There is feedback on your project' });
      expect(letter?.body).toContain(`/app/learning/${amara.enrollmentId}/project`);
    });

    it('say nothing where somebody wants to hear nothing, and write where they want only mail', async () => {
      const [quiet, distant] = [await world.ready('Quiet'), await world.ready('Distant')];
      await choose(quiet, 'feedback', false, false);
      await choose(distant, 'feedback', false, true);
      for (const learner of [quiet, distant]) await world.assess(world.ada, (await world.handIn(learner)).id, PASS);
      expect(await toldTo(quiet)).toEqual([]);
      expect(await mailsTo(quiet)).toEqual([]);
      expect(await toldTo(distant)).toEqual([]);
      expect(await mailsTo(distant)).toHaveLength(1);
    });
  });

  describe('about a deadline', () => {
    const tell = () => world.get(TellDeadlines).run();
    let noor: Learner;
    beforeAll(async () => {
      const projectDue = { type: 'days-after-start', days: 2, timeZone: null };
      noor = await world.enroll(await world.member('Noor', ['learner']), await world.offer(world.edition.id, { projectDue }));
    });

    it('come three days before, once, and again when it moved', async () => {
      expect(await tell()).toBe(1);
      expect(await tell()).toBe(0);
      expect(await toldTo(noor)).toMatchObject([{ kind: 'deadline_near', microCredential: 'Data Storytelling' }]);
      expect(await mailsTo(noor)).toHaveLength(1);
      const dueAt = new Date(world.clock.now().getTime() + 2.5 * DAY).toISOString();
      await world.olga.browser.post(`${noor.path}/extensions`, { dueAt, reason: 'Was ill.' });
      expect(await tell()).toBe(1);
      expect(await toldTo(noor)).toMatchObject([{ particulars: { dueAt } }, {}]);
    });

    it('do not come to who has handed in', async () => {
      const projectDue = { type: 'days-after-start', days: 2, timeZone: null };
      const kim = await world.ready('Kim', await world.offer(world.edition.id, { projectDue }));
      await world.handIn(kim);
      expect(await tell()).toBe(0);
    });

    it('reach who wants only mail once', async () => {
      const projectDue = { type: 'days-after-start', days: 2, timeZone: null };
      const person = await world.member('Mehmet', ['learner']);
      await choose(person, 'deadline_near', false, true);
      await world.enroll(person, await world.offer(world.edition.id, { projectDue }));
      expect(await tell()).toBe(1);
      expect(await tell()).toBe(0);
      expect(await toldTo(person)).toEqual([]);
      expect(await mailsTo(person)).toHaveLength(1);
    });
  });

  describe('about a badge', () => {
    const letters = ({ email }: Member, about: string) =>
      world.rows(`select from mail_message where recipient = $1 and dedupe_key like $2`, [email, `credential-${about}:%`]);

    it('tell that it is issued, once, and are no reason for a letter that nobody wants', async () => {
      const [rosa, emil] = [await world.ready('Rosa'), await world.ready('Emil')];
      await choose(emil, 'badge_issued', true, false);
      for (const learner of [rosa, emil]) {
        const pass = await passed(world, learner);
        await issue(world, pass);
        await issue(world, pass);
      }
      for (const learner of [rosa, emil]) {
        expect(await toldTo(learner)).toMatchObject([
          { kind: 'badge_issued', microCredential: 'Data Storytelling', particulars: { publicId: expect.any(String) } },
          { kind: 'feedback' },
        ]);
      }
      expect(await letters(rosa, 'issued')).toHaveLength(1);
      expect(await letters(emil, 'issued')).toHaveLength(0);
    });

    it('tell what the office decided about a correction, and write to who wants that', async () => {
      const [nils, olav] = [await passed(world, await world.ready('Nils')), await passed(world, await world.ready('Olav'))];
      await choose(olav, 'correction_decided', true, false);
      for (const learner of [nils, olav]) {
        await issue(world, learner);
        const [badge] = await badgesOf(world, learner);
        const shown = await showName(world.app, world.institutionId, badge?.id ?? '', learner.name);
        const asked = await learner.browser.post(`/api/v1/credentials/${shown}/correction-requests`, {
          name: 'Somebody Else',
          reason: 'A slip.',
        });
        const { id } = asked.json<{ id: string }>();
        await world.olga.browser.post(`/api/v1/credential-correction-requests/${id}/decision`, {
          decision: 'declined',
          note: 'No.',
        });
        expect((await toldTo(learner))[0]).toMatchObject({ kind: 'correction_decided', particulars: { decision: 'declined' } });
      }
      expect(await letters(nils, 'correction')).toHaveLength(1);
      expect(await letters(olav, 'correction')).toHaveLength(0);
    });
  });

  describe('of one person', () => {
    let lea: Learner;
    beforeAll(async () => {
      lea = await world.ready('Lea');
      await world.assess(world.ada, (await world.handIn(lea)).id, RETURN);
      await world.assess(world.ada, (await world.handIn(lea, 'Better.')).id, PASS);
    });

    it('are read, unread and all read', async () => {
      const [newest] = await toldTo(lea);
      await lea.browser.put(`/api/v1/me/notices/${newest?.id}/reading`);
      expect(await toldTo(lea, '?show=unread')).toHaveLength(1);
      expect((await lea.browser.delete(`/api/v1/me/notices/${newest?.id}/reading`)).status).toBe(204);
      expect(await unreadOf(lea)).toBe(2);
      expect((await lea.browser.put('/api/v1/me/notices/reading')).status).toBe(204);
      expect(await unreadOf(lea)).toBe(0);
    });

    it('are counted by one small answer that is not sent twice', async () => {
      const { headers } = await lea.browser.get('/api/v1/me/notices/unread');
      const again = await lea.browser.get('/api/v1/me/notices/unread', { 'if-none-match': String(headers['etag']) });
      expect(again.status).toBe(304);
      const cost = (path: string) => countStatements(() => lea.browser.get(path));
      // One statement, as for what is one row.
      expect(await cost('/api/v1/me/notices/unread')).toBe(await cost('/api/v1/me/calendar-feed'));
    });

    it('are nobody else’s to read or mark', async () => {
      const [newest] = await toldTo(lea);
      expect((await world.ada.browser.put(`/api/v1/me/notices/${newest?.id}/reading`)).status).toBe(404);
    });

    it('can be chosen of the kinds that concern them', async () => {
      const kinds = async ({ browser }: Member) =>
        (await browser.get('/api/v1/me/notice-preferences'))
          .json<{ items: { kind: string; inProduct: boolean; byMail: boolean }[] }>()
          .items.map(({ kind }) => kind);
      expect(await kinds(lea)).toEqual([
        'feedback',
        'deadline_near',
        'badge_issued',
        'correction_decided',
        'reminder',
        'place_moved',
      ]);
      expect(await kinds(world.ada)).toEqual(['grading_waiting']);
      expect(await kinds(world.ines)).toEqual(['import_finished']);
      expect((await choose(lea, 'weather', true, true)).status).toBe(404);
    });
  });
});
