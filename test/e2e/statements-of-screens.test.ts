import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { badgeOf, issue, passed } from '../support/badges.js';
import { TestBrowser } from '../support/browser.js';
import { RETURN } from '../support/riverside-edition.js';
import { countStatements } from '../support/statements.js';
import { type Learner, type Member, type Riverside, startRiverside } from '../support/worlds.js';

/** To find out who asks, which every answer to somebody signed in takes. */
const SESSION = 1;

let world: Riverside;
let lea: Learner;
let attemptId: string;
let badge: string;
let shared: string;

beforeAll(async () => {
  world = await startRiverside({ CAIRN_ROLES: 'api' });
  const pass = await passed(world);
  await issue(world, pass);
  const { id: badgeId, public_id: publicId } = await badgeOf(world, pass);
  badge = `/credentials/${publicId}`;
  const expiresAt = new Date(world.clock.now().getTime() + 86_400_000).toISOString();
  const link = await pass.browser.post(`/api/v1/credentials/${badgeId}/share-links`, { label: 'Job', expiresAt });
  shared = new URL(link.json<{ url: string }>().url).pathname;
  lea = await world.ready('Lea');
  ({ id: attemptId } = await world.handIn(lea));
  await world.assess(world.ada, attemptId, RETURN);
  const { id } = await world.handIn(lea, 'Visits fell; nobody asked why.');
  attemptId = id;
  await world.ada.browser.post(`/api/v1/attempts/${id}/lease`);
  // A draft with files, which costs no statement more.
  const { id: fileId } = (await lea.browser.upload(`${lea.path}/submission-files`, 'plot.csv', 'year,visits\n2026,3\n')).json<{
    id: string;
  }>();
  const { draft } = (await lea.browser.get(`${lea.path}/project`)).json<{ draft: { version: number } }>();
  const kept = { text: 'With a plot.', links: [], fileIds: [fileId] };
  const { status } = await lea.browser.put(`${lea.path}/submission-draft`, kept, { 'if-match': `"v${draft.version}"` });
  expect(status).toBe(200);
});
afterAll(() => world.close());

/** Asked once before, so that editions and statements are as known as they are on a server that has run for a while. */
async function cost({ browser }: Pick<Member, 'browser'>, path: string, accept = 'application/json'): Promise<number> {
  const ask = () => browser.get(path, { accept });
  expect((await ask()).status).toBe(200);
  return countStatements(ask);
}

/** What each answer takes beside finding out who asks; docs/performance.md says the same. */
describe('The statements of an answer stay as few as they are', () => {
  it.each([
    ['journeys', '/api/v1/me/journeys', 2],
    ['journey', ':place/journey', 1],
    ['page', ':place/activities/:activity', 1],
    ['project', ':place/project', 2],
    ['calendar', '/api/v1/me/calendar', 2],
    ['badges', '/api/v1/credentials?mine=yes', 1],
    ['who they are', '/api/v1/session', 2],
    ['what is new', '/api/v1/me/notices/unread', 1],
  ])('of a learner: %s', async (_what, path, statements) => {
    const at = path.replace(':place', lea.path).replace(':activity', world.edition.activityIds[0] ?? '');
    expect(await cost(lea, at)).toBe(statements + SESSION);
  });

  it.each([
    ['micro-credentials', '/api/v1/micro-credentials', 2],
    ['one of them', '/api/v1/micro-credentials/:microCredential', 2],
    ['outline', '/api/v1/micro-credentials/:microCredential/outline', 2],
    ['where learners are', '/api/v1/offerings/:offering/whereabouts', 2],
    ['a learner’s journey', ':place/journey', 1],
  ])('of an instructor: %s', async (_what, path, statements) => {
    expect(await cost(world.ines, filled(path))).toBe(statements + SESSION);
  });

  it.each([
    ['offerings with work', '/api/v1/grading-work', 1],
    ['queue', '/api/v1/offerings/:offering/grading-queue', 2],
    ['what is decided', '/api/v1/offerings/:offering/grading-queue?state=decided', 2],
    ['attempt', '/api/v1/attempts/:attempt/grading', 2],
  ])('of an assessor: %s', async (_what, path, statements) => {
    expect(await cost(world.ada, filled(path))).toBe(statements + SESSION);
  });

  it.each([
    ['overview', '/api/v1/overview', 2],
    ['who is behind a number', '/api/v1/overview/learners?group=enrolled', 1],
    ['roster', '/api/v1/roster', 1],
    ['how many that are', '/api/v1/roster/count', 1],
    ['offerings', '/api/v1/offerings', 1],
    ['offering', '/api/v1/offerings/:offering', 1],
    ['its learners', '/api/v1/offerings/:offering/progress', 2],
    ['its enrolments', '/api/v1/offerings/:offering/enrollments', 2],
  ])('of the office: %s', async (_what, path, statements) => {
    expect(await cost(world.olga, filled(path))).toBe(statements + SESSION);
  });

  it('of anybody', async () => {
    const nobody = { browser: new TestBrowser(world.app) };
    const [row] = await world.rows<{ slug: string }>('select slug from micro_credential where id = $1', [
      world.edition.microCredentialId,
    ]);
    expect(await cost(nobody, '/', 'text/html')).toBe(2);
    expect(await cost(nobody, '/api/v1/catalogue')).toBe(2);
    expect(await cost(nobody, `/micro-credentials/riverside/${row?.slug}`, 'text/html')).toBe(2);
    // The badge with all that it is verified against; the view that is counted.
    expect(await cost(nobody, badge, 'text/html')).toBe(2);
    expect(await cost(nobody, shared, 'text/html')).toBe(2);
    expect(await cost(nobody, badge)).toBe(1);
  });

  it('of anybody who checks a badge; of a crowd that does so at once, fewer for each', async () => {
    const nobody = new TestBrowser(world.app);
    const signed = (await nobody.get(badge)).json<object>();
    const check = () => nobody.post('/verify', signed);
    expect((await check()).json()).toMatchObject({ verified: true });
    expect(await countStatements(check)).toBe(2);
    const crowd = 20;
    expect(await countStatements(() => Promise.all(Array.from({ length: crowd }, check)))).toBeLessThan(crowd);
  });
});

function filled(path: string): string {
  return path
    .replace(':place', lea.path)
    .replace(':microCredential', world.edition.microCredentialId)
    .replace(':offering', world.offeringId)
    .replace(':attempt', attemptId);
}
