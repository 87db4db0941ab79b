import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestBrowser } from '../support/browser.js';
import { makeAdministrator, type Member, type Riverside, startRiverside } from '../support/worlds.js';

const SETTING = '/api/v1/institution/embedding';
const SITE = 'https://www.riverside.example';

let world: Riverside;
let admin: Member;
beforeAll(async () => {
  world = await startRiverside({ CAIRN_ROLES: 'api', CAIRN_FRAME_ORIGINS: 'https://lms.example.edu' });
  admin = await world.member('Anna', ['office']);
  await makeAdministrator(world, admin);
});
afterAll(() => world.close());

const setting = async ({ browser }: Pick<Member, 'browser'> = admin) =>
  (await browser.get(SETTING)).json<{ origins: string[]; version: number }>();
const name = async (origins: string[], by: Pick<Member, 'browser'> = admin) => {
  const { version } = await setting();
  return by.browser.put(SETTING, { origins }, { 'if-match': `"v${version}"` });
};
const card = (headers: Record<string, string> = {}, query = '', offeringId = world.offeringId) =>
  new TestBrowser(world.app).get(`/embed/${offeringId}${query}`, {
    accept: 'text/html',
    'sec-fetch-site': 'cross-site',
    ...headers,
  });
const framedBy = ({ headers }: { headers: Record<string, unknown> }) =>
  /frame-ancestors ([^;]+)/.exec(String(headers['content-security-policy']))?.[1];

describe('The sites that may show cards', () => {
  it('are none until an administrator names some, and then those alone', async () => {
    expect(await setting()).toEqual({ origins: [], version: 0 });
    const named = await name([`${SITE}/`, SITE, 'https://intranet.riverside.example:8443']);
    expect([named.status, named.json()]).toEqual([
      200,
      { origins: [SITE, 'https://intranet.riverside.example:8443'], version: 1 },
    ]);
    expect(await setting(world.olga)).toMatchObject({ version: 1 });
    const [event] = await world.rows<{ particulars: object }>(
      `select particulars from event where type = 'embedding.chosen' and institution_id = $1`,
      [world.institutionId],
    );
    expect(event?.particulars).toEqual({ origins: [SITE, 'https://intranet.riverside.example:8443'] });
  });

  it('are named by administrators alone, who saw what there is', async () => {
    expect((await name([], world.olga)).status).toBe(403);
    expect((await world.ada.browser.get(SETTING)).status).toBe(403);
    expect((await admin.browser.put(SETTING, { origins: [] }, { 'if-match': '"v0"' })).status).toBe(412);
  });

  it.each(['https://*.riverside.example', 'http://www.riverside.example', `${SITE}/page`, `${SITE}; script-src *`, 'null'])(
    'are not named by %s',
    async (origin) => {
      const before = await setting();
      const refused = await name([SITE, origin]);
      expect([refused.status, refused.json()]).toEqual([
        422,
        expect.objectContaining({ code: 'enrollment.unfit_site', errors: [expect.objectContaining({ field: 'origins' })] }),
      ]);
      expect(await setting()).toEqual(before);
    },
  );

  it('are not those of another institution', async () => {
    const lars = await world.member('Lars', ['office'], world.lakesideId);
    await makeAdministrator(world, lars);
    expect(await setting(lars)).toEqual({ origins: [], version: 0 });
    const put = await lars.browser.put(SETTING, { origins: ['https://lakeside.example'] }, { 'if-match': '"v0"' });
    expect(put.status).toBe(200);
    expect(framedBy(await card())).not.toContain('lakeside');
  });
});

describe('The card of an offering', () => {
  beforeAll(() => name([SITE]));

  it('says what anybody may know, and leads there in a tab of its own', async () => {
    const { status, text } = await card();
    expect(status).toBe(200);
    for (const fact of [
      'Riverside University',
      'Data Storytelling',
      'Workload',
      'hours',
      `href="/go/${world.offeringId}"`,
      'target="_blank"',
    ])
      expect(text).toContain(fact);
    expect(text).not.toMatch(/<script|<form|href="\/app|href="\/account/);
  });

  it('may be framed by the sites that are named and by no others, not even those of the whole installation', async () => {
    const { headers } = await card({ cookie: `cairn-by=${world.institutionId}` });
    expect([framedBy({ headers }), headers['x-frame-options']]).toEqual([SITE, undefined]);
    expect(framedBy(await new TestBrowser(world.app).get('/'))).toBe('https://lms.example.edu');
  });

  it('is the same for everybody: no cookie is set, none is read', async () => {
    const stranger = await card();
    const amara = await card({ cookie: `${world.olga.browser.cookie}; cairn-language=de` });
    expect(stranger.setCookie).toBeUndefined();
    expect((await card({}, '?lang=de')).setCookie).toBeUndefined();
    expect(amara.text).toBe(stranger.text);
    expect([stranger.headers['cache-control'], stranger.headers['vary']]).toEqual(['public, no-cache', 'accept-language']);
  });

  it('speaks the language of who looks, or the one that its address names', async () => {
    expect((await card({ 'accept-language': 'de-AT' })).text).toContain('Aufwand');
    const asked = await card({ 'accept-language': 'en' }, '?lang=de&utm_source=x');
    expect([asked.headers['content-language'], asked.text.includes('Aufwand')]).toEqual(['de', true]);
  });

  it('is not sent twice, but is another one as soon as other sites may show it', async () => {
    const { headers } = await card();
    const known = { 'if-none-match': String(headers['etag']) };
    expect((await card(known)).status).toBe(304);
    await name([SITE, 'https://other.example']);
    const renewed = await card(known);
    expect([renewed.status, framedBy(renewed)]).toEqual([200, `${SITE} https://other.example`]);
    await name([SITE]);
  });

  it('ends with its offering', async () => {
    const over = (column: string, at: string | null) =>
      world.rows(`update offering set ${column} = $2 where id = $1`, [world.offeringId, at]);
    await over('cancelled_at', '2026-01-01');
    const { status, text } = await card();
    await over('cancelled_at', null);
    expect([status, text.includes('not offered any more'), text.includes('/go/')]).toEqual([200, true, false]);
  });

  it('is not there where no site is named, nor for what is no offering', async () => {
    expect((await card({}, '', '0193a1f0-7c1e-7c4b-9a51-5f0d6d2f3a10')).status).toBe(404);
    expect((await card({}, '', 'nonsense')).status).toBe(404);
    await name([]);
    const none = await card();
    expect([none.status, none.text.includes('Data Storytelling'), framedBy(none)]).toEqual([
      404,
      false,
      'https://lms.example.edu',
    ]);
    await name([SITE]);
  });
});
