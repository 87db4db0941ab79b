import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { RegisterNoticeHandler } from '../../src/modules/lti/use-cases/notices/register-notice-handler.js';
import { newId } from '../../src/platform/ids.js';
import { awaitFact } from '../support/badges.js';
import { startFakeLms } from '../support/fake-lms/index.js';
import type { Course, Link } from '../support/fake-lms/model.js';
import { type LtiWorld, startLtiWorld } from '../support/lti-world.js';
import { makeAdministrator, type Member } from '../support/worlds.js';

let world: LtiWorld;
beforeAll(async () => (world = await startLtiWorld()));
afterEach(() => world.lms.faults.clear());
afterAll(() => world.close());

const copies = () => world.riverside.rows('select from lti_context_copy');
const handlers = () =>
  world.riverside.rows<{ deploymentId: string; registeredAt: Date | null; problem: string | null; triedAt: Date | null }>(
    'select deployment_id as "deploymentId", registered_at as "registeredAt", problem, tried_at as "triedAt" from lti_notice_handler',
  );
const isRegistered = () => awaitFact(async () => (await handlers())[0]?.registeredAt instanceof Date);

/** A course whose link shows what its teacher chose in Cairn: the platform knows nothing of it. */
async function courseOf(title: string): Promise<Course> {
  const course = world.lms.course({ title });
  const link = world.lms.addLink(course, { title: `${title}: the project` });
  const teacher = world.lms.addPerson(course, { roles: ['Instructor'] });
  const { browser, text } = await world.lms.launchOverHttp({ person: teacher, link });
  const ticket = /name="ticket" value="([\w-]{43})"/.exec(text)?.[1] ?? '';
  await browser.submit({
    action: `${world.origin}/lti/links`,
    fields: { ticket, target: world.target('project')['cairn_target']! },
  });
  return course;
}

async function openAsLearner(course: Course, link: Link | undefined = [...course.links.values()][0]) {
  const person = world.lms.addPerson(course, { roles: ['Learner'] });
  const landing = await world.lms.launchOverHttp({ person, link: link! });
  return landing.text.includes('Nothing is here yet') ? 'nothing' : new URL(landing.url).pathname.split('/').at(-1);
}

describe('Notices of copied courses', () => {
  it('are asked for after a launch, once for a deployment', async () => {
    const course = await courseOf('Statistics');
    await isRegistered();
    expect([...world.lms.noticeHandlers]).toEqual([['1', `${world.origin}/lti/notices`]]);
    const asked = () => world.lms.requestsTo('notices').length;
    const before = asked();
    await openAsLearner(course);
    await world.riverside.rows(`update lti_notice_handler set service_url = 'http://127.0.0.1:9/old'`);
    await openAsLearner(course);
    await isRegistered();
    await awaitFact(() => Promise.resolve(asked() === before + 1));
    expect(world.lms.refusals).toEqual([]);
  });

  it('let a copy begin with what the links of its origin show', async () => {
    const copy = world.lms.copyCourse(await courseOf('Geometry'));
    expect(await openAsLearner(world.lms.copyCourse(await courseOf('Algebra')))).toBe('nothing');
    expect(await world.lms.sendCopyNotice(copy, { times: 2 })).toEqual([204, 204]);
    expect(await openAsLearner(copy)).toBe('project');
  });

  it('lead through copies that nobody opened', async () => {
    const first = world.lms.copyCourse(await courseOf('Topology'));
    const second = world.lms.copyCourse(first);
    await world.lms.sendCopyNotice(first);
    await world.lms.sendCopyNotice(second);
    expect(await openAsLearner(second)).toBe('project');
  });

  it('count as much as what a message says of the course’s history, which also names links', async () => {
    const origin = await courseOf('Logic');
    const copy = world.lms.copyCourse(origin);
    const [link] = copy.links.values();
    link!.title = 'Called otherwise by now';
    const [registration] = world.lms.registrations;
    registration!.custom = {
      context_id_history: '$Context.id.history',
      resource_link_id_history: '$ResourceLink.id.history',
    };
    try {
      expect(await openAsLearner(copy)).toBe('project');
    } finally {
      registration!.custom = {};
    }
  });

  it('guess nothing where two links of the origin have one title, and change no choice', async () => {
    const origin = await courseOf('Sets');
    const [link] = origin.links.values();
    const twin = world.lms.addLink(origin, { title: link!.title, custom: world.target('micro-credential') });
    await openAsLearner(origin, twin);
    const copy = world.lms.copyCourse(origin);
    await world.lms.sendCopyNotice(copy);
    expect(await openAsLearner(copy)).toBe('nothing');
  });

  it('are delivered at once, twice, and are one', async () => {
    const copy = world.lms.copyCourse(await courseOf('Graphs'));
    const before = (await copies()).length;
    const twice = { times: 2 };
    await Promise.all([world.lms.sendCopyNotice(copy, twice), world.lms.sendCopyNotice(copy)]);
    // Two notices, one of them delivered twice.
    expect(await copies()).toHaveLength(before + 2);
  });
});

describe('A notice that is not believed', () => {
  let copy: Course;
  beforeAll(async () => {
    copy = world.lms.copyCourse(await courseOf('Numbers'));
    await isRegistered();
    await world.riverside.rows(
      `insert into lti_deployment (id, institution_id, registration_id, deployment_id, state, created_at) values ($1, $2, $3, '99', 'pending', now())`,
      [newId(), world.riverside.institutionId, world.registrationId],
    );
  });

  const LTI = 'https://purl.imsglobal.org/spec/lti/claim/';
  it.each<[string, NonNullable<Parameters<LtiWorld['lms']['sendCopyNotice']>[1]>]>([
    ['is stale', { mutate: (claims) => void (claims['exp'] = 1) }],
    ['is older than ten minutes', { mutate: (claims) => void (claims['iat'] = Number(claims['iat']) - 700) }],
    ['names a deployment that nobody approved', { mutate: (claims) => void (claims[`${LTI}deployment_id`] = '99') }],
    ['names a deployment that nobody knows', { mutate: (claims) => void (claims[`${LTI}deployment_id`] = '98') }],
    ['is for another tool', { mutate: (claims) => void (claims['aud'] = 'somebody-else') }],
    ['comes from another platform', { mutate: (claims) => void (claims['iss'] = 'https://other.example') }],
    ['has no id', { mutate: (claims) => void delete claims['jti'] }],
    ['is of another kind', { mutate: (claims) => void (claims[`${LTI}notice`] = { type: 'LtiHelloWorldNotice' }) }],
    ['is signed by nobody', { signWith: 'none' }],
    ['is signed by our own public key', { signWith: 'hs256-public-key' }],
    ['is signed by a key that is not the platform’s', { signWith: 'unknown-kid' }],
    ['is signed by somebody who calls their key the same', { signWith: 'other-key-same-kid' }],
  ])('%s', async (_, options) => {
    const before = (await copies()).length;
    expect(await world.lms.sendCopyNotice(copy, options)).toEqual([400]);
    expect(await copies()).toHaveLength(before);
    expect(await openAsLearner(copy)).toBe('nothing');
  });

  const post = (body: string) =>
    fetch(`${world.origin}/lti/notices`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });

  it('is signed by another institution’s platform', async () => {
    const other = await startFakeLms({ issuer: world.lms.issuer, now: () => world.riverside.clock.now().getTime() });
    try {
      other.register({
        initiateLoginUri: `${world.origin}/lti/login`,
        redirectUris: [`${world.origin}/lti/launch`],
        jwksUri: `${world.origin}/.well-known/jwks.json`,
        targetLinkUri: `${world.origin}/lti/launch`,
        deployments: ['1'],
      });
      const course = other.course();
      const jwt = other.signMessage({ link: other.addLink(course), person: other.addPerson(course) }, 'n');
      expect((await post(JSON.stringify({ notices: [{ jwt }] }))).status).toBe(400);
    } finally {
      await other.stop();
    }
  });

  it('was made for a login', async () => {
    const course = world.lms.course();
    const jwt = world.lms.signMessage({ link: world.lms.addLink(course), person: world.lms.addPerson(course) }, 'n');
    const answer = await post(JSON.stringify({ notices: [{ jwt }] }));
    expect([answer.status, await answer.json()]).toEqual([400, expect.objectContaining({ facts: { reason: 'claim_missing' } })]);
  });

  it.each([
    ['is no list', '{}'],
    ['is empty', '{"notices":[]}'],
    ['is no text', '{"notices":[{"jwt":1}]}'],
    ['comes with too many', JSON.stringify({ notices: Array.from({ length: 51 }, () => ({ jwt: 'a.b.c' })) })],
    ['is no token', '{"notices":[{"jwt":"a.b.c"}]}'],
  ])('%s', async (_, body) => {
    expect((await post(body)).status).toBe(400);
  });

  it('is endless', async () => {
    expect((await post(JSON.stringify({ notices: [{ jwt: 'a'.repeat(8_000_000) }] }))).status).toBe(413);
  });

  it('cannot be proved while the platform’s keys cannot be read, and may come again', async () => {
    await world.riverside.rows('update lti_registration set jwks = null, jwks_read_at = null, jwks_tried_at = null');
    world.lms.faults.always('jwks', { status: 500 });
    expect(await world.lms.sendCopyNotice(copy)).toEqual([503]);
    world.lms.faults.clear();
    await world.riverside.rows('update lti_registration set jwks_tried_at = null');
    expect(await world.lms.sendCopyNotice(copy)).toEqual([204]);
    expect(await openAsLearner(copy)).toBe('project');
  });
});

describe('A platform that does not take our address for notices', () => {
  let admin: Member;
  beforeAll(async () => {
    admin = await world.riverside.member('Anna', ['office']);
    await makeAdministrator(world.riverside, admin);
  });

  const platform = () => `/api/v1/lti/platforms/${world.registrationId}`;
  const shown = async () => {
    const { deployments } = (await admin.browser.get(platform())).json<{
      deployments: { deploymentId: string; notices: { state: string; problem: string | null; triedAt: string | null } | null }[];
    }>();
    return deployments.find(({ deploymentId }) => deploymentId === '1')?.notices;
  };
  const askAgain = async ({ browser }: Member) => {
    const [asked] = await handlers();
    const answer = await browser.post(`${platform()}/deployments/${asked?.deploymentId}/notice-requests`, {});
    return [answer.status, answer.text === '' ? undefined : answer.json<{ code: string }>().code];
  };
  const ask = async () => {
    const [asked] = await handlers();
    await world.riverside.rows('update lti_notice_handler set registered_at = null, problem = null');
    const register = world.riverside.app.get(RegisterNoticeHandler, { strict: false });
    await register.run({ institutionId: world.riverside.institutionId }, asked?.deploymentId ?? '');
  };

  it('is asked again when it fails', async () => {
    world.lms.faults.always('notices', { status: 503 });
    await expect(ask()).rejects.toThrow('unavailable');
    expect(await handlers()).toMatchObject([{ registeredAt: null, problem: 'unavailable', triedAt: expect.any(Date) }]);
    expect(await shown()).toMatchObject({ state: 'asked', problem: 'unavailable' });
  });

  it('is left alone when it refuses, with the reason written down', async () => {
    world.lms.faults.always('notices', { status: 403 });
    await ask();
    expect(await handlers()).toMatchObject([{ registeredAt: null, problem: 'forbidden' }]);
    expect(await shown()).toEqual({ state: 'refused', problem: 'forbidden', triedAt: expect.stringMatching(/T.*Z$/) });
  });

  it('is asked again when an administrator wants it, and then has nothing left to be asked for', async () => {
    world.lms.faults.always('notices', { status: 403 });
    await ask();
    world.lms.faults.clear();
    expect(await askAgain(admin)).toEqual([202, undefined]);
    await isRegistered();
    expect(await shown()).toMatchObject({ state: 'taken', problem: null });
    expect(await askAgain(admin)).toEqual([409, 'lti.notices_not_askable']);
    const events = await world.riverside.rows(`select from event where type = 'lti.notices_requested'`);
    expect(events).toHaveLength(1);
  });

  it('is not asked again where it is switched off here, nor by the office', async () => {
    world.lms.faults.always('notices', { status: 403 });
    await ask();
    await world.riverside.rows(`update lti_deployment set state = 'refused' where deployment_id = '1'`);
    expect(await askAgain(admin)).toEqual([409, 'lti.notices_not_askable']);
    await world.riverside.rows(`update lti_deployment set state = 'approved' where deployment_id = '1'`);
    expect((await askAgain(await world.riverside.member('Otto', ['office'])))[0]).toBe(403);
    expect(await handlers()).toMatchObject([{ problem: 'forbidden' }]);
  });

  it('is given up when its tries are used up, which is said, until an administrator has it asked again', async () => {
    world.lms.faults.always('notices', { status: 503 });
    await expect(ask()).rejects.toThrow('unavailable');
    expect(await askAgain(admin)).toEqual([202, undefined]);
    // Its tries would take hours: the next one is the last.
    const open = `job = 'register-notice-handler' and done_at is null and dead_at is null and attempts > 0`;
    await awaitFact(async () => {
      await world.riverside.rows(`update outbox set attempts = 11 where ${open}`);
      return (await shown())?.state === 'given_up';
    });
    expect(await shown()).toMatchObject({ problem: 'unavailable', triedAt: expect.stringMatching(/T.*Z$/) });
    world.lms.faults.clear();
    expect(await askAgain(admin)).toEqual([202, undefined]);
    await isRegistered();
    expect(await shown()).toMatchObject({ state: 'taken', problem: null });
  });
});
