import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mark, PASS, RETURN } from '../support/riverside-edition.js';
import { type Learner, type Member, type PublishedEdition, type Riverside, startRiverside } from '../support/worlds.js';

interface GradingBody {
  attempt: { verdicts: { marker: string; final: boolean; verdict: string; points: number; feedback: string }[] };
  awaits: string | null;
}

describe('Marking by two', () => {
  let world: Riverside;
  let edition: PublishedEdition;
  let offeringId: string;

  beforeAll(async () => {
    world = await startRiverside({ CAIRN_ROLES: 'api' });
    edition = await world.publish({ marking: { secondMarkerShare: 1, tolerancePoints: 2 } });
    offeringId = await world.offer(edition.id);
  });
  afterAll(() => world.close());

  const handedIn = async (to = offeringId) => {
    const amara = await world.ready('Amara', to, edition);
    return { amara, id: (await world.handIn(amara)).id };
  };
  const grading = async ({ browser }: Member, id: string) =>
    (await browser.get(`/api/v1/attempts/${id}/grading`)).json<GradingBody>();
  const verdicts = async ({ browser }: Member, id: string) =>
    (await browser.get(`/api/v1/attempts/${id}`)).json<GradingBody['attempt']>().verdicts;
  const take = ({ browser }: Member, id: string) => browser.post(`/api/v1/attempts/${id}/lease`);
  const badges = ({ enrollmentId }: Learner) =>
    world.rows(`select id from outbox where job = 'issue-credential' and payload ->> 'enrollmentId' = $1`, [enrollmentId]);

  it('is blind: the second marker sees nothing of the first mark, and the learner of neither', async () => {
    const { amara, id } = await handedIn();
    const first = await world.assess(world.ada, id, { ...PASS, feedback: 'What Ada thinks' });
    expect(first.json()).toMatchObject({ awaits: 'second', attempt: { verdicts: [{ marker: 'first', final: false }] } });
    for (const reader of [amara, world.ines, world.olga, world.ben]) {
      expect((await reader.browser.get(`/api/v1/attempts/${id}`)).text).not.toContain('What Ada thinks');
      expect((await reader.browser.get(`${amara.path}/project`)).text).not.toContain('What Ada thinks');
    }
    expect((await take(world.ben, id)).json()).toMatchObject({ awaits: 'second', attempt: { verdicts: [] }, draft: null });
    expect((await grading(world.ada, id)).attempt.verdicts).toHaveLength(1);
    expect((await amara.browser.get(amara.path)).json()).toMatchObject({ state: 'active' });
    expect(await badges(amara)).toEqual([]);
    expect((await amara.browser.post(`/api/v1/attempts/${id}/withdrawal`)).status).toBe(409);
  });

  it('wants two different people', async () => {
    const { id } = await handedIn();
    await world.assess(world.ada, id, PASS);
    expect((await take(world.ada, id)).json()).toMatchObject({ status: 403, code: 'assessment.already_marked' });
    const again = await world.ada.browser.post(`/api/v1/attempts/${id}/assessments`, PASS);
    expect(again.json()).toMatchObject({ status: 403, code: 'assessment.already_marked' });
  });

  it('that comes close enough is a verdict at once: the first marker’s, which tells the same as its points', async () => {
    const { amara, id } = await handedIn();
    await world.assess(world.ada, id, PASS);
    const second = await world.assess(world.ben, id, mark('passed', 'fully', 'partly', 'What Ben thinks'));
    expect(second.json()).toMatchObject({
      awaits: null,
      attempt: {
        verdicts: [
          { marker: 'first', final: false, points: 8 },
          { marker: 'second', final: false, points: 6, feedback: 'What Ben thinks' },
          { marker: 'agreed', final: true, verdict: 'passed', points: 8, feedback: PASS.feedback },
        ],
      },
    });
    expect((await grading(world.ada, id)).attempt.verdicts).toHaveLength(3);
    expect(await verdicts(amara, id)).toMatchObject([{ marker: 'agreed', points: 8 }]);
    expect(await badges(amara)).toHaveLength(1);
  });

  it.each([
    ['points are too far apart', mark('passed', 'fully', 'fully'), mark('returned', 'partly', 'not')],
    ['verdicts differ, however close', mark('passed', 'fully', 'partly'), mark('returned', 'partly', 'partly')],
    ['one returns and one fails', mark('returned', 'partly', 'not'), mark('failed', 'partly', 'not')],
  ])('that differs is talked about, when %s', async (_, one, other) => {
    const { amara, id } = await handedIn();
    await world.assess(world.ada, id, one);
    const second = await world.assess(world.ben, id, other);
    expect(second.json()).toMatchObject({ awaits: 'agreed' });
    for (const marker of [world.ada, world.ben]) expect((await grading(marker, id)).attempt.verdicts).toHaveLength(2);
    expect([await verdicts(amara, id), await badges(amara)]).toEqual([[], []]);

    const agreed = await world.assess(world.ada, id, { ...RETURN, feedback: 'What both think' });
    expect(agreed.json()).toMatchObject({ awaits: null });
    expect(await verdicts(amara, id)).toMatchObject([{ marker: 'agreed', verdict: 'returned', feedback: 'What both think' }]);
    expect((await take(world.ben, id)).json()).toMatchObject({ code: 'assessment.already_decided' });
  });

  it('offers each attempt to those whose turn it is', async () => {
    const here = await world.offer(edition.id);
    const takeNext = ({ browser }: Member) => browser.post(`/api/v1/offerings/${here}/grading-queue/next`);
    const { id } = await handedIn(here);
    const rosa = await world.member('Rosa', ['assessor']);
    await world.olga.browser.post(`/api/v1/offerings/${here}/staff`, { personId: rosa.personId, role: 'assessor' });
    await world.assess(world.ada, id, PASS);
    expect((await takeNext(world.ada)).status).toBe(404);
    expect((await takeNext(world.ben)).json()).toMatchObject({ attempt: { id }, awaits: 'second' });
    await world.assess(world.ben, id, RETURN);
    expect((await takeNext(rosa)).status).toBe(404);
    expect((await takeNext(world.ada)).json()).toMatchObject({ attempt: { id }, awaits: 'agreed' });
  });
});
