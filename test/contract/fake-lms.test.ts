import { afterEach, describe, expect, it } from '@jest/globals';
import { type FakeLms, type FakeLmsOptions, forgeries, partialLaunches, startFakeLms } from '../support/fake-lms/index.js';
import { HonestTool } from '../support/fake-lms/honest-tool.js';
import { AGS, type Claims, LTI, mediaTypes, NRPS, scopes } from '../support/fake-lms/words.js';

const SECOND = 1000;
const running: { stop: () => Promise<void> }[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((thing) => thing.stop()));
});

/** A platform, a tool registered there, and a course with a teacher, a learner and a graded link. */
async function world(options: FakeLmsOptions = {}) {
  let time = Date.now();
  const now = () => time;
  const lms = await startFakeLms({ now, ...options });
  const tool = await new HonestTool(now).listen();
  running.push(lms, tool);
  const registered = await (await tool.register(lms)).text();
  if (registered === 'Registered.') lms.activate();
  const course = lms.course({ title: 'Dry stone walls' });
  const ines = lms.addPerson(course, { name: 'Ines Marble', roles: ['Instructor'] });
  const ada = lms.addPerson(course, { name: 'Ada Slate', roles: ['Learner'] });
  const link = () =>
    lms.addLink(course, { title: 'Lay the first course', custom: { node: 'n1' }, lineItem: { scoreMaximum: 40 } });
  return {
    lms,
    tool,
    course,
    ines,
    ada,
    link: registered === 'Registered.' ? link() : undefined,
    registered,
    pass: (ms: number) => (time += ms),
    now,
  };
}

/** What a launch told the tool of the services. */
function servicesOf(launch: Claims | undefined) {
  const grades = launch?.[AGS] as { lineitem: string; lineitems: string };
  const roster = launch?.[NRPS] as { context_memberships_url: string };
  return { ...grades, roster: roster.context_memberships_url };
}

function scoresOf(lineItem: string): string {
  const url = new URL(lineItem);
  url.pathname += '/scores';
  return url.href;
}

type World = Awaited<ReturnType<typeof world>>;

/** Posts a score for Ada as a tool should. */
async function score({ tool, ada, now }: World, lineItem: string, changes: Claims = {}): Promise<number> {
  const body = {
    userId: ada.id,
    timestamp: new Date(now()).toISOString(),
    activityProgress: 'Completed',
    gradingProgress: 'FullyGraded',
    scoreGiven: 10,
    scoreMaximum: 20,
    ...changes,
  };
  const response = await tool.call(scopes.score, scoresOf(lineItem), {
    method: 'POST',
    headers: { 'content-type': mediaTypes.score },
    body: JSON.stringify(body),
  });
  return response.status;
}

function nextOf(response: Response): string | null {
  return /<([^>]+)>; rel="next"/.exec(response.headers.get('link') ?? '')?.[1] ?? null;
}

describe.each(['lenient', 'strict', 'moodle', 'shared-issuer', 'storage'] as const)(
  'a platform of the kind %s, and an honest tool',
  (profile) => {
    it('register, launch, pick, grade and read the roster', async () => {
      const here = await world({ profile });
      const { lms, tool, course, ines, ada, link } = here;
      expect(here.registered).toBe('Registered.');

      const landing = await lms.launchOverHttp({ person: ada, link: link! });
      expect([landing.status, landing.text]).toEqual([200, 'Welcome, Ada Slate.']);
      const framed = await lms.launchOverHttp({ person: ada, link: link!, framed: true });
      expect(framed.text).toBe('Welcome, Ada Slate.');
      const [launch] = tool.launches;
      expect(launch?.[`${LTI}resource_link`]).toMatchObject({ id: link!.id, title: 'Lay the first course' });
      expect(launch?.[`${LTI}custom`]).toMatchObject({ node: 'n1', history: '' });

      const picking = await lms.launchOverHttp({ person: ines, course, kind: 'deepLinking' });
      const form = await tool.picks(tool.launches.at(-1)!, [
        {
          type: 'ltiResourceLink',
          title: 'The coping',
          url: `${tool.origin}/launch`,
          custom: { node: 'n2' },
          lineItem: { scoreMaximum: 5 },
        },
      ]);
      expect((await picking.browser.submit(form)).text).toContain('1 added');
      const [picked] = lms.deepLinked[0]!.links;
      expect(picked).toMatchObject({ title: 'The coping', custom: { node: 'n2' }, item: { scoreMaximum: 5 } });
      expect((await lms.launchOverHttp({ person: ada, link: picked! })).status).toBe(200);

      const services = servicesOf(launch);
      expect(await score(here, services.lineitem)).toBeLessThan(300);
      expect(lms.finalGrade(ada, link!.item!)).toMatchObject({ score: 20, maximum: 40 });

      const roster = await tool.call(scopes.roster, services.roster, { headers: { accept: mediaTypes.roster } });
      const { members } = (await roster.json()) as { members: { user_id: string; roles: string[] }[] };
      expect(members.map(({ user_id }) => user_id)).toEqual([ines.id, ada.id]);
      expect(members[1]?.roles[0]).toBe(
        profile === 'moodle' ? 'Learner' : 'http://purl.imsglobal.org/vocab/lis/v2/membership#Learner',
      );
      expect(lms.refusals).toEqual([]);
    });
  },
);

describe('a launch', () => {
  it('is refused by an honest tool in every forgery, and taken in every partial form', async () => {
    const { lms, tool, ada, link } = await world();
    const taken: string[] = [];
    for (const { name, ...spoilt } of forgeries) {
      const landing = await lms.launchOverHttp({ person: ada, link: link!, ...spoilt });
      if (landing.status === 200) taken.push(name);
    }
    expect(taken).toEqual([]);
    expect(forgeries.length).toBeGreaterThanOrEqual(40);
    for (const { name, ...partial } of partialLaunches) {
      const landing = await lms.launchOverHttp({ person: ada, link: link!, ...partial });
      expect([name, landing.status]).toEqual([name, 200]);
    }
    expect(tool.launches).toHaveLength(partialLaunches.length);
  });

  it('can be sent twice, by another browser, or without a login', async () => {
    const { lms, ada, link } = await world();
    const waiting = await lms.upToMessage({ person: ada, link: link! });
    expect((await lms.send(waiting, lms.newBrowser())).status).toBe(400);
    const again = await lms.upToMessage({ person: ada, link: link! });
    expect((await lms.send(again)).status).toBe(200);
    expect((await lms.send(again)).status).toBe(400);
    const idToken = lms.signMessage({ person: ada, link: link! }, 'n');
    expect((await lms.send({ ...again, fields: { id_token: idToken, state: 's' } })).status).toBe(400);
  });

  it('is answered with an error where the test says so', async () => {
    const { lms, ada, link } = await world();
    const landing = await lms.launchOverHttp({ person: ada, link: link!, error: { error: 'login_required' } });
    expect(landing.text).toBe('The platform says login_required.');
  });

  it('reaches the right person and column for a submission review, and none of the course for data privacy', async () => {
    const { lms, tool, course, ines, ada, link } = await world();
    await lms.launchOverHttp({ kind: 'submissionReview', person: ines, item: link!.item!, forPerson: ada });
    await lms.launchOverHttp({ kind: 'dataPrivacy', person: ada, course });
    const [review, privacy] = tool.launches;
    expect(review?.[`${LTI}for_user`]).toMatchObject({ user_id: ada.id });
    expect(servicesOf(review).lineitem).toContain(link!.item!.id);
    expect(privacy?.[`${LTI}message_type`]).toBe('DataPrivacyLaunchRequest');
    expect(privacy?.[`${LTI}context`]).toBeUndefined();
  });

  it('is signed by the new key after a rotation, and the old one is gone or kept', async () => {
    const { lms, ada, link } = await world();
    lms.rotateKey();
    expect((await lms.launchOverHttp({ person: ada, link: link! })).status).toBe(200);
    expect((await lms.launchOverHttp({ person: ada, link: link!, signWith: 'retired-key' })).status).toBe(400);
    lms.rotateKey({ keepOld: true });
    expect((await lms.launchOverHttp({ person: ada, link: link!, signWith: 'retired-key' })).status).toBe(200);
  });
});

describe('the key set of the platform', () => {
  it.each(['failing', 'not a key set', 'empty', 'with secret keys', { redirectTo: 'http://127.0.0.1:9/' }] as const)(
    'behaves badly: %j',
    async (behaviour) => {
      const { lms, ada, link } = await world();
      lms.keySet.behaviour = behaviour;
      expect((await lms.launchOverHttp({ person: ada, link: link! })).status).toBe(400);
    },
  );

  it('is large, or lacks what is optional', async () => {
    const { lms, ada, link } = await world();
    lms.keySet.behaviour = 'without alg';
    expect((await lms.launchOverHttp({ person: ada, link: link! })).status).toBe(200);
    lms.keySet.behaviour = 'ten thousand keys';
    const { keys } = (await (await fetch(`${lms.origin}/jwks`)).json()) as { keys: unknown[] };
    expect(keys).toHaveLength(10_000);
  });

  it('never ends', async () => {
    const { lms } = await world();
    lms.keySet.behaviour = 'endless';
    const abort = new AbortController();
    const response = await fetch(`${lms.origin}/jwks`, { signal: abort.signal });
    let bytes = 0;
    for await (const chunk of response.body!) {
      bytes += (chunk as Uint8Array).length;
      if (bytes > 2 ** 22) break;
    }
    abort.abort();
    expect(bytes).toBeGreaterThan(2 ** 22);
  });
});

describe('the gradebook', () => {
  const atMoodle = async () => {
    const here = await world({ profile: 'moodle' });
    await here.lms.launchOverHttp({ person: here.ada, link: here.link! });
    return { ...here, item: here.link!.item!, ...servicesOf(here.tool.launches[0]) };
  };

  it('refuses a second score within one second, as Moodle does', async () => {
    const here = await atMoodle();
    here.pass(SECOND - (here.now() % SECOND));
    expect(await score(here, here.lineitem)).toBe(200);
    here.pass(SECOND - 1);
    expect(await score(here, here.lineitem, { scoreGiven: 15 })).toBe(409);
    here.pass(1);
    expect(await score(here, here.lineitem, { scoreGiven: 15 })).toBe(200);
    expect(here.lms.finalGrade(here.ada, here.item)?.score).toBe(30);
  });

  it('forgets a grade by a score without points, or one that is not final, as Moodle does', async () => {
    const here = await atMoodle();
    await score(here, here.lineitem);
    here.pass(SECOND);
    await score(here, here.lineitem, { scoreGiven: undefined, gradingProgress: 'PendingManual' });
    expect(here.lms.finalGrade(here.ada, here.item)).toBeNull();
    here.pass(SECOND);
    await score(here, here.lineitem);
    here.pass(SECOND);
    await score(here, here.lineitem, { gradingProgress: 'Pending' });
    expect(here.lms.finalGrade(here.ada, here.item)).toBeNull();
    expect(here.lms.gradeOf(here.ada, here.item)).toMatchObject({ gradingProgress: 'Pending' });
  });

  it('keeps columns: makes, finds, changes, pages and deletes them', async () => {
    const here = await world();
    const { lms, tool, ada, link, course } = here;
    await lms.launchOverHttp({ person: ada, link: link! });
    const { lineitems } = servicesOf(tool.launches[0]);
    const make = async (resourceId: string) => {
      const body = JSON.stringify({ label: `Quiz ${resourceId}`, scoreMaximum: 10, resourceId, tag: 'quiz' });
      const init = { method: 'POST', headers: { 'content-type': mediaTypes.lineItem }, body };
      return (await (await tool.call(scopes.lineItem, lineitems, init)).json()) as Record<string, unknown>;
    };
    const list = async (address: string) => {
      const response = await tool.call(scopes.lineItemReadOnly, address, { headers: { accept: mediaTypes.lineItems } });
      return { items: (await response.json()) as Record<string, unknown>[], next: nextOf(response) };
    };
    const made = [await make('q1'), await make('q2')];
    const first = await list(lineitems);
    expect(first.items).toHaveLength(2);
    const second = await list(first.next!);
    expect([second.items, second.next]).toEqual([[made[1]], null]);
    const filtered = new URL(lineitems);
    filtered.searchParams.set('resource_id', 'q2');
    expect((await list(filtered.href)).items).toEqual([made[1]]);

    const id = String(made[0]!['id']);
    const body = JSON.stringify({ ...made[0], scoreMaximum: 20, tag: undefined });
    const changed = await tool.call(scopes.lineItem, id, {
      method: 'PUT',
      headers: { 'content-type': mediaTypes.lineItem },
      body,
    });
    expect(await changed.json()).toEqual({ id, label: 'Quiz q1', scoreMaximum: 20, resourceId: 'q1' });
    expect((await tool.call(scopes.lineItem, id, { method: 'DELETE' })).status).toBe(204);
    expect(await score(here, id)).toBe(404);
    expect(lms.itemsOf(course)).toHaveLength(2);
  });

  it('gives back what teachers changed', async () => {
    const here = await atMoodle();
    await score(here, here.lineitem, { comment: 'Straight.' });
    here.lms.setGrade(here.ada, here.item, 31);
    const address = new URL(here.lineitem);
    address.pathname += '/results';
    const response = await here.tool.call(scopes.result, address.href, { headers: { accept: mediaTypes.results } });
    expect(await response.json()).toMatchObject([
      { userId: here.ada.id, resultScore: 31, resultMaximum: 40, comment: 'Straight.' },
    ]);
  });

  it('loses its reply after the score was taken', async () => {
    const here = await atMoodle();
    here.lms.faults.next('scores', 'lostReply');
    await expect(score(here, here.lineitem)).rejects.toThrow('fetch failed');
    expect(here.lms.finalGrade(here.ada, here.item)?.score).toBe(20);
  });
});

describe('the roster', () => {
  const read = async (tool: HonestTool, first: string) => {
    const members: Claims[] = [];
    let differences: string | null = null;
    for (let next: string | null = first; next;) {
      const response = await tool.call(scopes.roster, next, { headers: { accept: mediaTypes.roster } });
      members.push(...((await response.json()) as { members: Claims[] }).members);
      differences = /<([^>]+)>; rel="differences"/.exec(response.headers.get('link') ?? '')?.[1] ?? null;
      next = nextOf(response);
    }
    return { members, differences };
  };

  it('comes in pages, then as differences', async () => {
    const { lms, tool, course, ada, link } = await world();
    const many = lms.addPeople(course, 118);
    await lms.launchOverHttp({ person: ada, link: link! });
    const { roster } = servicesOf(tool.launches[0]);
    const all = await read(tool, roster);
    expect(all.members).toHaveLength(120);
    lms.enrol(course, many[0]!, { status: 'Deleted' });
    lms.enrol(course, many[1]!, { status: 'Inactive' });
    const changes = await read(tool, all.differences!);
    expect(changes.members.map(({ user_id, status }) => [user_id, status])).toEqual([
      [many[0]!.id, 'Deleted'],
      [many[1]!.id, 'Inactive'],
    ]);
    expect((await read(tool, roster)).members).toHaveLength(119);
    const ofLink = new URL(roster);
    ofLink.searchParams.set('rlid', link!.id);
    ofLink.searchParams.set('role', 'Learner');
    ofLink.searchParams.set('limit', '1');
    const response = await tool.call(scopes.roster, ofLink.href, { headers: { accept: mediaTypes.roster } });
    const { members } = (await response.json()) as { members: { message: Claims[] }[] };
    expect(members[0]?.message[0]?.[`${LTI}custom`]).toMatchObject({ node: 'n1' });
  });

  it('leads astray where the test says so', async () => {
    const { lms, tool, ada, link } = await world();
    await lms.launchOverHttp({ person: ada, link: link! });
    const { roster } = servicesOf(tool.launches[0]);
    const next = async () => nextOf(await tool.call(scopes.roster, roster, { headers: { accept: mediaTypes.roster } }));
    lms.roster.mischief = 'next is the same page';
    expect(await next()).toBe(roster);
    lms.roster.mischief = 'next on another origin';
    expect(new URL((await next())!).hostname).toBe('localhost');
    lms.roster.mischief = 'next without end';
    expect(await next()).not.toBe(await next());
  });
});

describe('a copied course', () => {
  it('has new ids and a history, and tools are told', async () => {
    const { lms, tool, course, ada, link } = await world();
    await lms.launchOverHttp({ person: ada, link: link! });
    const service = tool.launches[0]?.[`${LTI}platformnotificationservice`] as { platform_notification_service_url: string };
    const put = await tool.call(scopes.notices, service.platform_notification_service_url, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ notice_type: 'LtiContextCopyNotice', handler: `${tool.origin}/notices` }),
    });
    expect(put.status).toBe(200);

    const copy = lms.copyCourse(course);
    expect(await lms.sendCopyNotice(copy, { times: 2 })).toEqual([200, 200]);
    expect(tool.notices[0]).toBe(tool.notices[1]);
    const { notices } = JSON.parse(tool.notices[0]!) as { notices: { jwt: string }[] };
    const claims = JSON.parse(Buffer.from(notices[0]!.jwt.split('.')[1]!, 'base64url').toString()) as Claims;
    expect(claims[`${LTI}origin_contexts`]).toEqual([course.id]);
    expect(claims[`${LTI}context`]).toMatchObject({ id: copy.id });

    const bela = lms.addPerson(copy);
    const [copied] = [...copy.links.values()];
    await lms.launchOverHttp({ person: bela, link: copied! });
    expect(tool.launches.at(-1)?.[`${LTI}custom`]).toMatchObject({ history: course.id, before: link!.id });
    expect(copied?.item).toMatchObject({ scoreMaximum: 40, grades: new Map() });
  });
});

describe('a registration', () => {
  it('waits for an administrator, gets fewer scopes, and is renewed', async () => {
    const lms: FakeLms = await startFakeLms({ grants: [scopes.score] });
    const tool = await new HonestTool().listen();
    running.push(lms, tool);
    await tool.register(lms);
    expect(tool.registered['scope']).toBe(scopes.score);
    expect((await tool.askForToken(scopes.score)).body['rule']).toBe('token/client');
    const registration = lms.activate();
    const { status, body } = await tool.askForToken(`${scopes.score} ${scopes.roster}`);
    expect([status, body['scope']]).toEqual([200, scopes.score]);
    expect((await tool.askForToken(scopes.roster)).body['rule']).toBe('token/scope-refused');

    tool.spoils = { registration: (given) => (given['client_name'] = 'Renamed') };
    await tool.register(lms, { updates: registration });
    expect(lms.registrations).toEqual([registration]);
    expect([registration.name, tool.clientId]).toEqual(['Renamed', registration.clientId]);
  });

  it('gives no deployment where the issuer is shared, and several clients are told apart', async () => {
    const { lms, tool, ada, link } = await world({ profile: 'shared-issuer' });
    expect(tool.deploymentId).toBe('');
    const other = await new HonestTool().listen();
    running.push(other);
    await other.register(lms);
    expect(other.clientId).not.toBe(tool.clientId);
    expect((await lms.launchOverHttp({ person: ada, link: link! })).status).toBe(200);
    expect(tool.deploymentId).toBe(link!.deploymentId);
  });
});

describe('a fault', () => {
  it.each([
    [{ status: 429, headers: { 'retry-after': '1' } }, 429],
    ['html', 200],
    ['truncated', 200],
    ['huge', 200],
  ] as const)('%j strikes once', async (fault, status) => {
    const { lms } = await world();
    lms.faults.next('configuration', fault);
    const address = `${lms.origin}/.well-known/openid-configuration`;
    const struck = await fetch(address);
    const body = await struck.text();
    expect(struck.status).toBe(status);
    expect(body).not.toContain('authorization_endpoint');
    if (fault === 'huge') expect(body.length).toBeGreaterThan(10 * 2 ** 20);
    expect((await fetch(address)).status).toBe(200);
    expect(lms.requestsTo('configuration').at(-2)?.fault).toEqual(fault);
  });

  it('strikes always, or only what a test picks out', async () => {
    const { lms } = await world();
    const address = `${lms.origin}/.well-known/openid-configuration`;
    lms.faults.always('configuration', 'reset', ({ url }) => url.searchParams.has('late'));
    await expect(fetch(`${address}?late`)).rejects.toThrow('fetch failed');
    await expect(fetch(`${address}?late`)).rejects.toThrow('fetch failed');
    expect((await fetch(address)).status).toBe(200);
    lms.faults.clear('configuration');
    expect((await fetch(`${address}?late`)).status).toBe(200);
  });
});
