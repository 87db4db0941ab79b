import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { awaitFact, badgesOf } from '../support/badges.js';
import { TestBrowser } from '../support/browser.js';
import { askIndependently, choose, describeRiverside, LINK, okay, REPORT, talkativeBadge } from '../support/chosen-badges.js';
import type { JsonObject } from '../../src/modules/credentials/domain/json.js';
import { type Learner, type Riverside, startRiverside } from '../support/worlds.js';

interface Signed extends JsonObject {
  id: string;
  awardedDate: string;
  credentialSubject: JsonObject;
}

describe('Choices that change after the badge was issued', () => {
  let world: Riverside;
  let anybody: TestBrowser;
  let amara: Learner;
  let fileId: string;
  let first: Signed;
  let evidence: { link: string; file: string };

  beforeAll(async () => {
    world = await startRiverside();
    anybody = new TestBrowser(world.app);
    await describeRiverside(world);
    const talkative = await talkativeBadge(world);
    ({ amara, fileId } = talkative);
    first = JSON.parse(talkative.badge.signed) as Signed;
    const [link = '', file = ''] = placesOf(first);
    evidence = { link, file };
  });
  afterAll(() => world.close());

  const placesOf = ({ evidence: named = [] }: Signed) => (named as { id: string }[]).map(({ id }) => new URL(id).pathname);
  const forms = async () => (await badgesOf(world, amara)).map(({ id, state, signed }) => ({ id, state, signed }));
  const newest = async () => {
    const form = (await forms()).at(-1);
    if (!form) throw new Error('There is no badge');
    return { ...form, says: JSON.parse(form.signed) as Signed };
  };
  const statusOf = async (path: string) => (await anybody.get(path)).status;

  it('are signed into a new form of the same award, and the form before no longer holds', async () => {
    const { id } = (await forms())[0] ?? { id: '' };
    const share = { label: 'Employer', expiresAt: new Date(world.clock.now().getTime() + 86_400_000).toISOString() };
    okay(await amara.browser.post(`/api/v1/credentials/${id}/share-links`, share));
    okay(await choose(amara, 1, { evidenceLinks: [LINK], showResults: true }));

    const { says, signed, id: newestId } = await newest();
    expect([says.id, says.awardedDate]).toEqual([first.id, first.awardedDate]);
    expect(says.credentialSubject).not.toHaveProperty('identifier');
    expect(says.credentialSubject['result']).toEqual(first.credentialSubject['result']);
    expect((await forms()).map(({ state }) => state)).toEqual(['superseded', 'issued']);
    world.clock.advance(2_000);
    await awaitFact(async () => (await askIndependently(world, signed)).verified);
    await awaitFact(async () => !(await askIndependently(world, first)).verified);
    const links = (await amara.browser.get(`/api/v1/credentials/${newestId}/share-links`)).json<{ items: object[] }>();
    expect(links.items).toMatchObject([{ label: 'Employer', revokedAt: null }]);
  });

  it('keep the address of what is still evidence and close that of what is not', async () => {
    expect(placesOf((await newest()).says)).toEqual([evidence.link]);
    expect([await statusOf(evidence.link), await statusOf(evidence.file)]).toEqual([200, 404]);
  });

  it('sign nothing where the badge would say the same', async () => {
    okay(await choose(amara, 2, { evidenceLinks: [LINK], showResults: true }));
    expect(await forms()).toHaveLength(2);
  });

  it('publish evidence that is chosen once more, under a new address', async () => {
    okay(await choose(amara, 3, { evidenceLinks: [LINK], evidenceFileIds: [fileId], showName: true }));
    const { says } = await newest();
    const [link, file = ''] = placesOf(says);
    expect(link).toBe(evidence.link);
    expect(file).not.toBe(evidence.file);
    expect((await anybody.get(file)).text).toBe(REPORT.toString());
    expect(await statusOf(evidence.file)).toBe(404);
    expect(JSON.stringify(says.credentialSubject)).toContain('"identityType":"name"');
  });

  it('do not bring back evidence that was withdrawn and is not chosen anew', async () => {
    const { id } = await newest();
    const { items } = (await amara.browser.get(`/api/v1/credentials/${id}/evidence`)).json<{
      items: { id: string; url: string; withdrawnAt: string | null }[];
    }>();
    for (const one of items.filter(({ withdrawnAt }) => withdrawnAt === null))
      expect((await amara.browser.post(`/api/v1/credentials/${id}/evidence/${one.id}/withdrawal`)).status).toBe(204);
    okay(await choose(amara, 4, { evidenceLinks: [LINK], evidenceFileIds: [fileId] }));
    expect((await newest()).says).not.toHaveProperty('evidence');
    expect(await statusOf(evidence.link)).toBe(404);
  });

  it('are told of on their page, and can be changed there', async () => {
    const path = `/account/badges/choices/${amara.enrollmentId}`;
    expect((await amara.browser.get(path)).text).toContain('signed into a new form of it at once');
    const before = (await forms()).length;
    expect((await amara.browser.submit(path, { version: '5', showName: 'yes' })).status).toBe(303);
    expect(await forms()).toHaveLength(before + 1);
  });

  it('are refused when they change without end', async () => {
    const versionNow = async () =>
      (await amara.browser.get(`${amara.path}/credential-choices`)).json<{ version: number }>().version;
    let answer = await choose(amara, await versionNow(), {});
    for (let tries = 0; answer.status === 200 && tries < 12; tries++) answer = await choose(amara, await versionNow(), {});
    expect(answer).toMatchObject({ status: 429, headers: { 'retry-after': expect.any(String) } });
  });
});
