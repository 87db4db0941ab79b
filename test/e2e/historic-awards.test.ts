import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { verifyIndependently } from '../../demo/independent-verifier.mjs';
import { awaitFact } from '../support/badges.js';
import { TestBrowser } from '../support/browser.js';
import {
  awardsCsv,
  confirmAwards,
  IMPORTS,
  type ImportBody,
  progressOf,
  type RowBody,
  rowsOf,
  uploadAwards,
} from '../support/historic.js';
import { readPdf } from '../support/public-readers.mjs';
import { PASS } from '../support/riverside-edition.js';
import { choose } from '../support/vc-jwts.js';
import { type Riverside, startRiverside } from '../support/worlds.js';

const VC = { accept: 'application/vc+ld+json' };
const PAGE = { accept: 'text/html' };

interface Signed {
  validFrom: string;
  awardedDate: string;
  proof: { created: string }[];
  evidence: { id?: string; name: string; narrative?: string }[];
  credentialSubject: {
    id: string;
    licenseNumber?: string;
    identifier?: { identityHash: string }[];
    result?: { value: string }[];
    activityEndDate?: string;
  };
  credentialStatus: { statusListCredential: string };
}

const LEA = {
  email: 'lea@example.org',
  name: 'Lea Lindqvist',
  reference: 'CE-2019-117',
  result: 'with distinction',
  evidence_url: 'https://example.org/lea',
  show: 'name reference result evidence',
};
const NOOR = { email: 'noor@example.org', name: 'Noor Haddad', reference: 'CE-2019-118', result: 'passed' };

describe('Awards from before Cairn', () => {
  let world: Riverside;
  let anybody: TestBrowser;
  beforeAll(async () => {
    world = await startRiverside();
    anybody = new TestBrowser(world.app);
    await choose(world, ['RS256']);
  });
  afterAll(() => world.close());

  const pathOf = (url: string) => new URL(url).pathname;
  const published = async (path: string) => (await anybody.get(path)).json<object>();
  const signedAt = async (url: string) => (await anybody.get(pathOf(url), VC)).text;
  const independently = async (text: string) =>
    verifyIndependently(text, {
      didDocument: await published('/issuers/riverside/did.json'),
      statusListCredential: await published(pathOf((JSON.parse(text) as Signed).credentialStatus.statusListCredential)),
      now: new Date(Date.now() + 2_000),
    });
  const finished = async (id: string): Promise<RowBody[]> => {
    await awaitFact(async () => (await progressOf(world, id)).state === 'finished');
    return rowsOf(world, id);
  };
  const confirmed = async (awards: (typeof NOOR)[], body: object = {}): Promise<RowBody[]> => {
    const { id } = await uploadAwards(world, awards);
    expect((await confirmAwards(world.olga.browser, id, body)).status).toBe(201);
    return finished(id);
  };
  const mails = (to: string) => world.rows<{ subject: string }>('select subject from mail_message where recipient = $1', [to]);

  it('become badges that anybody can verify, once an office has vouched for them', async () => {
    const uploaded = await uploadAwards(world, [LEA, NOOR]);
    expect(uploaded).toMatchObject({ state: 'checked', total: 2, counts: { bad: 0, waiting: 2, issued: 0 } });
    expect(await rowsOf(world, uploaded.id)).toMatchObject([
      { line: 2, state: 'ready' },
      { line: 3, state: 'ready' },
    ]);
    expect(await world.rows(`select id from person where email = 'lea@example.org'`)).toEqual([]);

    const answer = await confirmAwards(world.olga.browser, uploaded.id);
    expect(answer.json<ImportBody>()).toMatchObject({ state: 'running', letters: false });
    const [lea, noor] = await finished(uploaded.id);
    expect(await progressOf(world, uploaded.id)).toMatchObject({
      state: 'finished',
      counts: { issued: 2, waiting: 0, issuing: 0 },
    });
    const [leas, noors] = [await signedAt(lea?.credential?.url ?? ''), await signedAt(noor?.credential?.url ?? '')];
    expect([await independently(leas), await independently(noors)]).toEqual([{ verified: true }, { verified: true }]);

    const badge = JSON.parse(leas) as Signed;
    expect(badge).toMatchObject({ awardedDate: '2019-06-14T12:00:00Z', validFrom: '2019-06-14T12:00:00Z' });
    expect(Date.parse(badge.proof[0]?.created ?? '')).toBeGreaterThan(Date.now() - 60_000);
    expect(badge.credentialSubject).toMatchObject({
      licenseNumber: 'CE-2019-117',
      identifier: [{ identityHash: 'Lea Lindqvist' }],
      result: [{ value: 'with distinction' }],
    });
    expect(badge.credentialSubject.activityEndDate).toBeUndefined();
    const [record, work] = badge.evidence;
    expect(record?.narrative).toMatch(/^Riverside University awarded this on 2019-06-14, and entered it from its records on 2/);
    const opened = await anybody.get(pathOf(work?.id ?? ''));
    expect([opened.status, opened.text.includes('href="https://example.org/lea"')]).toEqual([200, true]);
    expect(await mails('lea@example.org')).toEqual([]);
  });

  it('say nothing of a learner that they did not agree to', async () => {
    const [row] = await confirmed([
      { ...NOOR, email: 'silent@example.org', reference: 'CE-9', result: 'fair', name: 'Silent Sam' },
    ]);
    const text = await signedAt(row?.credential?.url ?? '');
    expect(text).not.toMatch(/Silent|CE-9|fair/);
    const { credentialSubject, evidence } = JSON.parse(text) as Signed;
    expect(credentialSubject.id).toMatch(/^urn:uuid:/);
    expect(evidence).toHaveLength(1);
  });

  it('are shown, checked, printed and handed over as any badge', async () => {
    const [row] = await confirmed([{ ...LEA, email: 'forms@example.org', name: 'Fatou Forms' }]);
    const { id = '', url = '' } = row?.credential ?? {};
    const page = await anybody.get(pathOf(url), PAGE);
    expect(page.status).toBe(200);
    expect(page.text).toContain('entered it from its records');
    expect(page.text).toContain('Result on record: with distinction<');
    expect(page.text).toContain('CE-2019-117');
    const signed = await signedAt(url);
    expect((await anybody.post('/verify', JSON.parse(signed) as object)).json()).toMatchObject({ verified: true });
    for (const form of ['badge.png', 'badge.svg', 'elm.json'])
      expect((await anybody.get(`${pathOf(url)}/${form}`)).status).toBe(200);
    const pdf = await world.app.inject({ method: 'GET', url: `${pathOf(url)}/certificate.pdf` });
    expect((await readPdf(pdf.rawPayload)).pages[0]?.text).toContain('Fatou Forms');
    await awaitFact(async () => (await anybody.get(`${pathOf(url)}/credential.jwt?alg=RS256`)).status === 200);
    const office = (await world.olga.browser.get(`/api/v1/credentials/${id}`)).json();
    expect(office).toMatchObject({ enrollmentId: null, awardedAt: '2019-06-14T12:00:00Z', state: 'issued' });
    const listed = await world.olga.browser.get('/api/v1/credentials?q=forms@example.org');
    expect(listed.json<{ items: object[] }>().items).toHaveLength(1);
  });

  it('get a corrected form, are revoked, and are given again by a named act alone', async () => {
    const wish = { ...LEA, email: 'again@example.org', name: 'Agian Anders' };
    const [row] = await confirmed([wish]);
    const { id = '', url = '' } = row?.credential ?? {};
    const [person] = await world.rows<{ id: string }>(`select id from person where email = 'again@example.org'`);
    const holder = await world.member('Again', ['learner']);
    await world.rows('update session set person_id = $1 where person_id = $2', [person?.id, holder.personId]);
    const asked = await holder.browser.post(`/api/v1/credentials/${id}/correction-requests`, { name: 'Again Anders' });
    expect(asked.status).toBe(201);
    const decision = { decision: 'accepted' };
    const decided = await world.olga.browser.post(
      `/api/v1/credential-correction-requests/${asked.json<{ id: string }>().id}/decision`,
      decision,
    );
    expect(decided.status).toBe(201);
    const corrected = await signedAt(url);
    expect(corrected).toContain('Again Anders');
    expect((JSON.parse(corrected) as Signed).awardedDate).toBe('2019-06-14T12:00:00Z');
    expect(await independently(corrected)).toEqual({ verified: true });

    const newest = (await world.olga.browser.get('/api/v1/credentials?q=again@example.org')).json<{ items: { id: string }[] }>();
    const newestId = newest.items[0]?.id ?? '';
    const early = await world.olga.browser.post(`/api/v1/credentials/${newestId}/historic-re-award`, { reason: 'Too early.' });
    expect([early.status, early.json<{ facts: { reason: string } }>().facts.reason]).toEqual([409, 'already-issued']);
    const revoked = await world.olga.browser.post(`/api/v1/credentials/${newestId}/revocation`, { reason: 'A mix-up.' });
    expect(revoked.status).toBe(201);
    const mayReturn = async () =>
      (await world.olga.browser.get(`/api/v1/credentials/${newestId}`)).json<{ can: { awardAgain: boolean } }>().can.awardAgain;
    expect(await mayReturn()).toBe(true);
    expect(await confirmed([wish])).toMatchObject([
      { state: 'held', reason: 'already-revoked', credential: { state: 'revoked' } },
    ]);

    const again = await world.olga.browser.post(`/api/v1/credentials/${newestId}/historic-re-award`, {
      reason: 'It was right.',
      show: ['result'],
    });
    expect(again.status).toBe(201);
    const view = again.json<{ id: string; url: string; state: string }>();
    expect(view).toMatchObject({ state: 'issued', enrollmentId: null });
    expect(view.url).not.toBe(url);
    const read = (await world.olga.browser.get(`/api/v1/credentials/${view.id}`)).json<{ followsId: string }>();
    expect(read.followsId).toBe(newestId);
    const second = await signedAt(view.url);
    expect(await independently(second)).toEqual({ verified: true });
    expect([second.includes('with distinction'), second.includes('Anders')]).toEqual([true, false]);
    const twice = await world.olga.browser.post(`/api/v1/credentials/${newestId}/historic-re-award`, { reason: 'Once more.' });
    expect(twice.status).toBe(409);
    expect(await mayReturn()).toBe(false);
  });

  it('stand in a portfolio, and in the completions of somebody who passes the same edition later', async () => {
    const amara = await world.ready('Amara');
    const [row] = await confirmed([{ ...NOOR, email: amara.email, name: amara.name }]);
    const { id = '', url = '' } = row?.credential ?? {};
    await amara.browser.put(`/api/v1/credentials/${id}/visibility`, { visibility: 'public' });
    const { version } = (await amara.browser.get('/api/v1/portfolio')).json<{ version: number }>();
    const body = { title: 'Mine', introduction: '', showName: false, published: true, credentialIds: [id] };
    const portfolio = await amara.browser.put('/api/v1/portfolio', body, { 'if-match': `"v${version}"` });
    expect(portfolio.status).toBe(200);
    const shown = await anybody.get(pathOf(portfolio.json<{ url: string }>().url), PAGE);
    expect(shown.text).toContain(pathOf(url));

    const { id: attemptId } = await world.handIn(amara);
    await world.assess(world.ada, attemptId, PASS);
    const withheld = `select particulars ->> 'reason' as reason from event where type = 'credential.withheld' and subject_id = $1`;
    await awaitFact(async () => (await world.rows(withheld, [amara.enrollmentId])).length > 0);
    expect(await world.rows(withheld, [amara.enrollmentId])).toEqual([{ reason: 'already-issued' }]);
    const list = await world.olga.browser.get(`/api/v1/completions?offeringId=${world.offeringId}`);
    const [completion] = list.json<{ items: object[] }>().items;
    expect(JSON.stringify(completion)).toContain(url);
  });

  it('reach people by mail when the office wants that', async () => {
    const [row] = await confirmed([{ ...NOOR, email: 'mail@example.org', name: 'Mai Letter' }], { letters: true });
    await awaitFact(async () => (await mails('mail@example.org')).length > 1);
    expect((await mails('mail@example.org')).map(({ subject }) => subject).toSorted()).toEqual([
      'Your account at Riverside University',
      'Your badge: Data Storytelling',
    ]);
    const resent = await world.olga.browser.post(`/api/v1/credentials/${row?.credential?.id}/letters`);
    expect(resent.status).toBe(201);
  });

  describe('in a file that is not what it should be', () => {
    const upload = (text: string | Buffer, headers = {}) => world.olga.browser.upload(IMPORTS, 'awards.csv', text, headers);
    const header = 'email,name,edition,awarded_on\n';

    it.each([
      ['nothing in it', '', 'required'],
      ['only a first line', header, undefined],
      ['a column that is unknown', 'email,name,edition,awarded_on,grade\n', 'unknown'],
      ['a column that is missing', 'email,name,edition\na@b.example,A,x\n', 'required'],
      ['a NUL byte', `${header}a@b.example,A\0,x,2019-01-01\n`, 'nul'],
      ['Latin-1', Buffer.from(`${header}a@b.example,J\xfcrgen,x,2019-01-01\n`, 'latin1'), 'not_utf_8'],
      ['a quote that stays open', `${header}"a@b.example,A,x,2019-01-01\n`, 'open_quote'],
      ['a huge cell', `${header}a@b.example,${'x'.repeat(5_000)},x,2019-01-01\n`, 'cell_too_long'],
      ['too many rows', `${header}${'a@b.example,A,x,2019-01-01\n'.repeat(10_001)}`, 'too_many_records'],
      ['a zip', Buffer.from('PK\x03\x04\x14\x00\x00\x00', 'latin1'), 'nul'],
    ])('are refused whole: %s', async (_, text, code) => {
      const answer = await upload(text);
      expect(answer.status).toBe(422);
      const problem = answer.json<{ code: string; detail: string; errors?: { code: string }[] }>();
      expect(problem.code).toBe('credentials.historic_file_unreadable');
      expect(problem.errors?.[0]?.code).toBe(code);
    });

    it('are refused when the file is too large, or none', async () => {
      expect((await upload(Buffer.alloc(8 * 1024 * 1024 + 1, 'a@b.example,A\n'))).status).toBe(413);
      const none = await world.olga.browser.post(IMPORTS, {});
      expect(none.status).toBeGreaterThanOrEqual(400);
      expect(none.status).toBeLessThan(500);
    });

    it('are reported row by row, and the good ones awarded only when asked', async () => {
      const text = [
        '\uFEFFName;Email;Edition;Awarded on;Result',
        `Gerda Good;gerda@example.org;${world.edition.id};2019-06-14;"=HYPERLINK(""https://x.example"")"`,
        `Bernd Bad;bernd@;${world.edition.id};14.06.2019;`,
        `;anna@example.org;no-such/1;2999-01-01;`,
        `Gerda Good;GERDA@example.org;${world.edition.id};2018-06-14;`,
        `Short Sven;sven@example.org`,
      ].join('\r\n');
      const { id, counts } = (await upload(text)).json<ImportBody>();
      expect(counts).toMatchObject({ bad: 4, waiting: 1 });
      const bad = await rowsOf(world, id, 'state=bad');
      expect(bad.map(({ line, problems }) => [line, ...problems.map(({ field, code }) => `${field} ${code}`)])).toEqual([
        [3, 'email unusable', 'awarded_on unusable'],
        [4, 'name required', 'edition unknown', 'awarded_on in_the_future'],
        [5, 'email repeated'],
        [6, ' cells'],
      ]);
      expect(bad.every(({ email, problems }) => email === null && problems.every(({ detail }) => detail.length > 10))).toBe(true);
      const refused = await confirmAwards(world.olga.browser, id);
      expect([refused.status, refused.json<{ code: string }>().code]).toEqual([422, 'credentials.historic_rows_bad']);
      expect(refused.json()).toMatchObject({ facts: { bad: 4, good: 1 } });
      expect((await confirmAwards(world.olga.browser, id, { leaveOutBadRows: true })).status).toBe(201);
      expect(await finished(id)).toMatchObject([
        { state: 'issued' },
        { state: 'bad' },
        { state: 'bad' },
        { state: 'bad' },
        { state: 'bad' },
      ]);
      const again = (await upload(`${header}x,x,x,x\n`)).json<ImportBody>();
      const nothing = await confirmAwards(world.olga.browser, again.id, { leaveOutBadRows: true });
      expect([nothing.status, nothing.json<{ code: string }>().code]).toEqual([422, 'credentials.nothing_to_award']);
    });

    it.each([
      ['an unknown member', { everything: true }],
      ['no boolean', { letters: 'yes' }],
    ])('are not confirmed with %s', async (_, body) => {
      const { id } = await uploadAwards(world, [{ ...NOOR, email: 'never@example.org' }]);
      expect((await confirmAwards(world.olga.browser, id, body)).status).toBe(400);
    });
  });

  it('are uploaded once under one Idempotency-Key, and another file under it is refused', async () => {
    const [one, other] = [awardsCsv(world, [NOOR]), awardsCsv(world, [LEA])];
    const upload = (text: string) =>
      world.olga.browser.upload(IMPORTS, 'awards.csv', text, { 'idempotency-key': 'upload-of-june' });
    const answers = [await upload(one), await upload(one)];
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect(answers[1]?.json<ImportBody>().id).toBe(answers[0]?.json<ImportBody>().id);
    expect((await upload(other)).status).toBe(422);
  });

  it('are the business of the office of that institution alone', async () => {
    const { id } = await uploadAwards(world, [{ ...NOOR, email: 'mine@example.org' }]);
    const lars = await world.member('Lars', ['office'], world.lakesideId);
    const foreign = [
      await lars.browser.get(`${IMPORTS}/${id}`),
      await lars.browser.get(`${IMPORTS}/${id}/rows`),
      await confirmAwards(lars.browser, id),
    ];
    expect(foreign.map(({ status }) => status)).toEqual([404, 404, 404]);
    expect((await lars.browser.get(IMPORTS)).json<{ items: object[] }>().items).toEqual([]);
    expect((await lars.browser.upload(IMPORTS, 'a.csv', awardsCsv(world, [NOOR]))).json<ImportBody>().counts.bad).toBe(1);
    for (const { browser } of [world.ines, world.ada]) expect((await browser.get(`${IMPORTS}/${id}`)).status).toBe(403);
  });
});
