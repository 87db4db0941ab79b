import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/platform/ids.js';
import { FAIL, PASS, RETURN, tinyMicroCredential } from '../support/riverside-edition.js';
import { type Learner, type Riverside, startRiverside } from '../support/worlds.js';

const HOUR = 60 * 60 * 1_000;
const DAY = 24 * HOUR;

interface AttemptBody {
  id: string;
  number: number;
  text: string;
  links: string[];
  files: { id: string; name: string; mediaType: string; bytes: number; sha256: string }[];
  sha256: string;
  lateness: { status: string; secondsLate: number; penaltyPercent: number };
  verdicts: { verdict: string; points: number }[];
  can: { withdraw: boolean };
}

let world: Riverside;
beforeAll(async () => {
  world = await startRiverside({ CAIRN_ROLES: 'api' });
});
afterAll(() => world.close());

const save = (learner: Learner, version: number, draft: object = {}) =>
  learner.browser.put(
    `${learner.path}/submission-draft`,
    { text: 'Visits fell.', links: [], fileIds: [], ...draft },
    { 'if-match': `"v${version}"` },
  );
const submit = (learner: Learner, draftVersion: number, headers: Record<string, string> = {}) =>
  learner.browser.post(`${learner.path}/attempts`, { draftVersion }, headers);
const withdraw = ({ browser }: Learner, attemptId: string) => browser.post(`/api/v1/attempts/${attemptId}/withdrawal`);
const project = async (learner: Learner) =>
  (await learner.browser.get(`${learner.path}/project`)).json<{ attempts: AttemptBody[]; attemptsLeft: number; dueAt: string }>();

describe('Handing in', () => {
  it('gives a receipt: the hash of the work as it stands, file by file', async () => {
    const amara = await world.ready('Amara');
    const bytes = 'week,visits\n1,204\n';
    const uploaded = await amara.browser.upload(`${amara.path}/submission-files`, 'visits.csv', bytes);
    const { id } = uploaded.json<{ id: string }>();
    const links = ['https://riverside.example/plot'];
    await save(amara, 0, { links, fileIds: [id] });
    const answer = await submit(amara, 1);
    expect(answer.status).toBe(201);
    const attempt = answer.json<AttemptBody>();
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const file = { id, name: 'visits.csv', mediaType: 'text/csv', bytes: bytes.length, sha256 };
    expect(attempt).toMatchObject({
      number: 1,
      text: 'Visits fell.',
      links,
      files: [file],
      verdicts: [],
      can: { withdraw: true },
    });
    const canonical = JSON.stringify(['Visits fell.', links, [[id, file.name, file.mediaType, file.bytes, sha256]]]);
    expect(attempt.sha256).toBe(createHash('sha256').update(canonical).digest('hex'));
    expect((await project(amara)).attempts).toEqual([attempt]);
    for (const reader of [amara, world.ada, world.ines, world.olga]) {
      expect((await reader.browser.get(`/api/v1/attempts/${attempt.id}/files/${id}`)).text).toBe(bytes);
    }
  });

  it('twice at once makes one attempt and one clear answer', async () => {
    const amara = await world.ready('Amara');
    await save(amara, 0);
    const answers = await Promise.all([submit(amara, 1), submit(amara, 1)]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409]);
    expect(answers.find(({ status }) => status === 409)?.json()).toMatchObject({
      code: 'assessment.submission_refused',
      facts: { reasons: [{ key: 'attempt_pending' }] },
    });
    expect((await project(amara)).attempts).toHaveLength(1);
  });

  it('sent again with its Idempotency-Key answers with the same receipt', async () => {
    const amara = await world.ready('Amara');
    await save(amara, 0);
    const key = { 'idempotency-key': newId() };
    const answers = await Promise.all([submit(amara, 1, key), submit(amara, 1, key)]);
    const again = await submit(amara, 1, key);
    expect(new Set([...answers, again].map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(again.status).toBe(201);
    expect((await submit(amara, 2, key)).json()).toMatchObject({ status: 422 });
  });

  it('hands in what the learner saw and nothing newer', async () => {
    const amara = await world.ready('Amara');
    await save(amara, 0);
    await save(amara, 1, { text: 'Changed in the other window.' });
    expect((await submit(amara, 1)).json()).toMatchObject({ status: 412, facts: { currentVersion: 2 } });
    expect((await project(amara)).attempts).toEqual([]);
  });

  it('is refused while the project is locked, with the reason', async () => {
    const amara = await world.enroll(await world.member('Amara', ['learner']));
    await save(amara, 0);
    expect((await submit(amara, 1)).json()).toMatchObject({
      status: 409,
      detail: 'The project is still locked: finish what comes before it.',
      facts: { reasons: [{ key: 'project_locked' }] },
    });
  });

  it('is refused without work, and for work that the project does not take', async () => {
    const amara = await world.ready('Amara');
    expect((await submit(amara, 1)).json()).toMatchObject({ status: 422, code: 'assessment.submission_unfit' });
    await save(amara, 0, { text: '  \n' });
    expect((await submit(amara, 1)).json()).toMatchObject({ status: 422, errors: [{ code: 'submission_empty' }] });
    await save(amara, 1, { links: ['javascript:alert(1)', 'https://ada:secret@riverside.example'] });
    expect((await submit(amara, 2)).json()).toMatchObject({
      status: 422,
      errors: [
        { field: 'links/0', code: 'link_malformed' },
        { field: 'links/1', code: 'link_with_password' },
      ],
    });
    expect((await project(amara)).attempts).toEqual([]);
  });

  it('is refused to who has left, and to everybody whose place it is not', async () => {
    const amara = await world.ready('Amara');
    await save(amara, 0);
    const nils = await world.member('Nils', ['learner', 'assessor', 'office'], world.lakesideId);
    for (const stranger of [nils, await world.member('Jonas', ['learner'])]) {
      expect((await submit({ ...amara, ...stranger }, 1)).status).toBe(404);
    }
    await amara.browser.post(`${amara.path}/withdrawal`);
    expect((await submit(amara, 1)).json()).toMatchObject({
      status: 409,
      facts: { reasons: [{ key: 'enrollment_not_active', state: 'withdrawn' }] },
    });
  });
});

describe('The deadline', () => {
  const late = { graceMinutes: 10, penaltyPercentPerDay: 20, floorPercent: 50, cutoffDays: 3 };
  const due = (latePolicy = late) => ({ projectDue: { type: 'days-after-start', days: 1, timeZone: null }, latePolicy });
  const readyBy = async (latePolicy = late) => {
    const amara = await world.ready('Amara', await world.offer(world.edition.id, due(latePolicy)));
    await save(amara, 0);
    return amara;
  };

  it('forgives a few minutes', async () => {
    const amara = await readyBy();
    world.clock.advance(DAY + 5 * 60_000);
    expect((await submit(amara, 1)).json<AttemptBody>().lateness).toMatchObject({ status: 'on-time', penaltyPercent: 0 });
  });

  it('costs points by the day begun, which may cost the pass', async () => {
    const amara = await readyBy();
    world.clock.advance(2 * DAY + HOUR);
    const attempt = (await submit(amara, 1)).json<AttemptBody>();
    expect(attempt.lateness).toMatchObject({ status: 'late', penaltyPercent: 40 });
    const passed = await world.assess(world.ada, attempt.id, PASS);
    expect(passed.json()).toMatchObject({
      status: 422,
      facts: { reasons: [{ key: 'points_below_pass', points: 4.8, passPoints: 6 }] },
    });
    const returned = await world.assess(world.ada, attempt.id, { ...PASS, verdict: 'returned' });
    expect(returned.json()).toMatchObject({ attempt: { verdicts: [{ verdict: 'returned', points: 4.8, maxPoints: 8 }] } });
  });

  it('is final after the cut-off, unless it was extended', async () => {
    const amara = await readyBy();
    world.clock.advance(4 * DAY + HOUR);
    expect((await submit(amara, 1)).json()).toMatchObject({
      status: 409,
      facts: { reasons: [{ key: 'deadline_passed' }] },
      detail: expect.stringContaining('Ask for an extension'),
    });
    const dueAt = new Date(world.clock.now().getTime() + HOUR).toISOString();
    expect((await amara.browser.post(`${amara.path}/extensions`, { dueAt, reason: 'Please' })).status).toBe(403);
    expect((await world.ines.browser.post(`${amara.path}/extensions`, { dueAt, reason: 'Ill' })).status).toBe(201);
    expect((await project(amara)).dueAt).toBe(dueAt);
    expect((await submit(amara, 1)).json<AttemptBody>().lateness).toMatchObject({ status: 'on-time', penaltyPercent: 0 });
  });

  it('that held when the work came in counts, whatever the policy says later', async () => {
    const offeringId = await world.offer(world.edition.id, due());
    const amara = await world.ready('Amara', offeringId);
    await save(amara, 0);
    world.clock.advance(2 * DAY);
    const attempt = (await submit(amara, 1)).json<AttemptBody>();
    const harder = { latePolicy: { ...late, penaltyPercentPerDay: 50, floorPercent: 0 } };
    const version = (await world.olga.browser.get(`/api/v1/offerings/${offeringId}`)).json<{ version: number }>().version;
    const changed = await world.olga.browser.patch(`/api/v1/offerings/${offeringId}`, harder, { 'if-match': `"v${version}"` });
    expect(changed.status).toBe(200);
    const { lateness } = (await amara.browser.get(`/api/v1/attempts/${attempt.id}`)).json<AttemptBody>();
    expect(lateness).toEqual(attempt.lateness);
  });
});

describe('Taking an attempt back', () => {
  it('works until somebody begins to grade it; it stays on record and does not count', async () => {
    const amara = await world.ready('Amara');
    const first = await world.handIn(amara);
    expect((await withdraw(amara, first.id)).json()).toMatchObject({ withdrawnAt: expect.any(String), can: { withdraw: false } });
    expect((await withdraw(amara, first.id)).json()).toMatchObject({
      status: 409,
      facts: { reason: { key: 'already_withdrawn' } },
    });
    const queue = (await world.ada.browser.get(`/api/v1/offerings/${world.offeringId}/grading-queue?limit=100`)).text;
    expect(queue).not.toContain(first.id);
    expect((await world.ada.browser.post(`/api/v1/attempts/${first.id}/lease`)).status).toBe(404);
    expect(await project(amara)).toMatchObject({ attemptsLeft: 3, attempts: [{ number: 1 }] });
    expect(await world.handIn(amara)).toMatchObject({ number: 2 });
  });

  it('is too late once an assessor has it, even if it is handed back', async () => {
    const amara = await world.ready('Amara');
    const { id } = await world.handIn(amara);
    await world.ada.browser.post(`/api/v1/attempts/${id}/lease`);
    await world.ada.browser.delete(`/api/v1/attempts/${id}/lease`);
    expect((await withdraw(amara, id)).json()).toMatchObject({
      status: 409,
      code: 'assessment.withdrawal_refused',
      facts: { reason: { key: 'grading_started' } },
    });
    await world.assess(world.ada, id, RETURN);
    expect((await withdraw(amara, id)).json()).toMatchObject({ facts: { reason: { key: 'already_graded' } } });
  });

  it('and beginning to grade it at the same time: one of them happens', async () => {
    for (let round = 0; round < 5; round++) {
      const amara = await world.ready('Amara');
      const { id } = await world.handIn(amara);
      const [taken, back] = await Promise.all([world.ada.browser.post(`/api/v1/attempts/${id}/lease`), withdraw(amara, id)]);
      expect([`${taken.status} ${back.status}`]).toEqual([taken.status === 201 ? '201 409' : '404 201']);
    }
  });

  it('is the learner’s own business', async () => {
    const amara = await world.ready('Amara');
    const { id } = await world.handIn(amara);
    expect((await withdraw(await world.ready('Jonas'), id)).status).toBe(404);
    expect((await world.ada.browser.post(`/api/v1/attempts/${id}/withdrawal`)).status).toBe(403);
  });
});

describe('After the verdict', () => {
  it('returned work is handed in again, as often as the project allows', async () => {
    const { project: terms } = tinyMicroCredential();
    const edition = await world.publish({ project: { ...terms, attemptLimit: 2 } });
    const amara = await world.ready('Amara', await world.offer(edition.id), edition);
    const first = await world.handIn(amara, 'First try.');
    await world.assess(world.ada, first.id, RETURN);
    const second = await world.handIn(amara, 'Second try.');
    expect(second.number).toBe(2);
    expect((await world.assess(world.ben, second.id, RETURN)).json()).toMatchObject({
      status: 422,
      facts: { reasons: [{ key: 'no_attempts_left' }] },
    });
    const failed = await world.assess(world.ben, second.id, { ...RETURN, verdict: 'failed' });
    expect(failed.json()).toMatchObject({
      earlierAttempts: [{ id: first.id, text: 'First try.', verdicts: [{ verdict: 'returned' }] }],
    });
    await save(amara, 2);
    expect((await submit(amara, 3)).json()).toMatchObject({
      status: 409,
      facts: { reasons: [{ key: 'attempt_failed' }, { key: 'no_attempts_left', attemptLimit: 2 }] },
    });
    expect(await project(amara)).toMatchObject({ attemptsLeft: 0, attempts: [{ number: 1 }, { number: 2 }] });
  });

  it.each([
    ['failed', FAIL, 'attempt_failed'],
    ['passed', PASS, 'already_passed'],
  ])('there is no further attempt when it is %s', async (_, verdict, key) => {
    const amara = await world.ready('Amara');
    await world.assess(world.ada, (await world.handIn(amara)).id, verdict);
    await save(amara, 1);
    const { facts } = (await submit(amara, 2)).json<{ facts: { reasons: { key: string }[] } }>();
    expect(facts.reasons.map((reason) => reason.key)).toContain(key);
  });
});
