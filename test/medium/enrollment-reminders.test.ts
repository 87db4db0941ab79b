import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CarryOutAct } from '../../src/modules/enrollment/use-cases/acts/carry-out-act.js';
import type { Answer } from '../support/browser.js';
import { type Learner, type Member, type Riverside, startRiverside } from '../support/worlds.js';

interface Act {
  id: string;
  state: string;
  letter: { subject: string; body: string } | null;
  counts: Record<string, number>;
  can: { confirm: boolean; undo: boolean };
}

const ACTS = '/api/v1/enrollment-acts';
const WORDS = {
  subject: 'How is “{{microCredential.title}}” going?',
  body: 'Dear {{person.name}},\n\nthe **next evening** of {{offering.title}} is on Monday.\n\n[Go on]({{link}})',
};

describe('Reminding many learners', () => {
  let world: Riverside;
  let offeringId: string;
  beforeAll(async () => {
    world = await startRiverside({ CAIRN_ROLES: 'api' });
  });
  afterAll(() => world.close());

  const post = (path: string, body: object = {}): Promise<Answer> => world.olga.browser.post(path, body);
  const plan = async (wish: object): Promise<Act> => {
    const answer = await post(ACTS, { kind: 'remind', reason: 'Quiet for long', ...WORDS, ...wish });
    expect([answer.status, answer.text]).toEqual([201, expect.anything()]);
    return answer.json<Act>();
  };
  const work = (id: string) => world.get(CarryOutAct).run({ institutionId: world.institutionId }, id);
  const progress = async (id: string) => (await world.olga.browser.get(`${ACTS}/${id}`)).json<Act>();
  const send = async (id: string): Promise<Act> => {
    expect((await post(`${ACTS}/${id}/confirmation`)).status).toBe(201);
    await work(id);
    return progress(id);
  };
  const reasons = async (id: string) =>
    (await world.olga.browser.get(`${ACTS}/${id}/rows`))
      .json<{ items: { personName: string; outcome: string; reason: string | null }[] }>()
      .items.map(({ personName, outcome, reason }) => `${personName} ${outcome} ${reason ?? ''}`.trim())
      .toSorted();
  const mailsTo = ({ email }: Member) =>
    world.rows<{ subject: string; body: string; html: string }>(
      `select subject, body, html from mail_message where recipient = $1 and dedupe_key like 'notice:%' order by created_at, id`,
      [email],
    );
  const somebody = async (name: string): Promise<Learner> => world.enroll(await world.member(name, ['learner']), offeringId);
  const choose = ({ browser }: Member, inProduct: boolean, byMail: boolean) =>
    browser.put('/api/v1/me/notice-preferences/reminder', { inProduct, byMail });
  const run = async () => (offeringId = await world.offer(world.edition.id, { title: 'Evenings' }));

  it('writes to each of them once, in the office’s words, and lists who got it', async () => {
    await run();
    const [amara, jonas] = [await somebody('Amara'), await somebody('Jonas')];
    const act = await plan({ filter: { offeringId } });
    expect(act).toMatchObject({ state: 'planned', letter: WORDS, counts: { waiting: 2 } });
    expect(await mailsTo(amara)).toEqual([]);
    expect(await send(act.id)).toMatchObject({ state: 'finished', counts: { done: 2 }, can: { undo: false } });
    await work(act.id);
    await send(act.id);
    const [mail, ...others] = await mailsTo(amara);
    expect(others).toEqual([]);
    expect(mail?.subject).toBe('How is “Data Storytelling” going?');
    expect(mail?.body).toContain('Dear Amara,\n\nthe next evening of Evenings is on Monday.');
    expect(mail?.body).toContain(`/app/learning/${amara.enrollmentId}`);
    expect(mail?.body).toContain('under Notifications');
    expect(mail?.html).toContain('<strong>next evening</strong>');
    expect(await mailsTo(jonas)).toHaveLength(1);
    expect(await reasons(act.id)).toEqual(['Amara done', 'Jonas done']);
    const events = await world.rows(`select id from event where type = 'enrollment.reminded' and particulars ->> 'actId' = $1`, [
      act.id,
    ]);
    expect(events).toHaveLength(2);
    expect((await post(`${ACTS}/${act.id}/undoing`)).json()).toMatchObject({ code: 'enrollment.act_not_undoable' });
  });

  it('tells nothing to those who switched it off, also if they did between the look and the letter', async () => {
    await run();
    const [amara, jonas, lea] = [await somebody('Amara'), await somebody('Jonas'), await somebody('Lea')];
    await choose(amara, false, false);
    await choose(lea, true, false);
    const act = await plan({ filter: { offeringId } });
    expect(await reasons(act.id)).toEqual(['Amara refused switched_off', 'Jonas waiting', 'Lea waiting']);
    await choose(jonas, false, false);
    await send(act.id);
    expect(await reasons(act.id)).toEqual(['Amara refused switched_off', 'Jonas refused switched_off', 'Lea done']);
    for (const learner of [amara, jonas, lea]) expect(await mailsTo(learner)).toEqual([]);
    const notices = (await lea.browser.get('/api/v1/me/notices')).json<{ items: { kind: string }[] }>();
    expect(notices.items).toMatchObject([{ kind: 'reminder' }]);
  });

  it('goes to nobody who is not learning', async () => {
    await run();
    const lea = await somebody('Lea');
    const act = await plan({ enrollmentIds: [lea.enrollmentId] });
    await post(`/api/v1/enrollments/${lea.enrollmentId}/withdrawal`);
    await send(act.id);
    expect(await reasons(act.id)).toEqual(['Lea refused wrong_state']);
    expect(await mailsTo(lea)).toEqual([]);
  });

  it('says at its field what is wrong with the letter, and knows only its own placeholders', async () => {
    await run();
    const lea = await somebody('Lea');
    const refused = async (wish: object) =>
      (await post(ACTS, { kind: 'remind', reason: 'x', ...WORDS, enrollmentIds: [lea.enrollmentId], ...wish })).json();
    expect(await refused({ subject: ' ' })).toMatchObject({ errors: [{ field: 'subject', code: 'empty' }] });
    expect(await refused({ body: '{{code}}' })).toMatchObject({ errors: [{ field: 'body', code: 'unknown_placeholder' }] });
    expect(await refused({ body: '[x](http://a.example)' })).toMatchObject({ errors: [{ field: 'body', code: 'unfit_link' }] });
    expect(await refused({ subject: undefined, body: undefined })).toMatchObject({ errors: [{ field: 'subject' }] });
    expect(await refused({ kind: 'withdraw' })).toMatchObject({ errors: [{ field: 'subject' }] });
  });
});
