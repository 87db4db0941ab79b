import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { verifyIndependently } from '../../demo/independent-verifier.mjs';
import { awaitBadge, awaitFact, passed } from '../support/badges.js';
import { TestBrowser } from '../support/browser.js';
import { foreignEndorsement } from '../support/foreign-endorsement.js';
import { type Member, type Riverside, startRiverside } from '../support/worlds.js';

const YEAR_MS = 365 * 24 * 60 * 60 * 1_000;

interface Endorsement {
  id: string;
  url: string;
  state: string;
}

describe('An endorsement', () => {
  let world: Riverside;
  let anybody: TestBrowser;
  let nils: Member;
  let achievement: string;
  let badgePage: string;
  let until: string;

  beforeAll(async () => {
    world = await startRiverside();
    anybody = new TestBrowser(world.app);
    nils = await world.member('Nils', ['office'], world.lakesideId);
    const { signed } = await awaitBadge(world, await passed(world));
    const { id, credentialSubject } = JSON.parse(signed) as { id: string; credentialSubject: { achievement: { id: string } } };
    achievement = credentialSubject.achievement.id;
    badgePage = pathOf(id);
    until = new Date(world.clock.now().getTime() + YEAR_MS).toISOString();
  });
  afterAll(() => world.close());

  const pathOf = (url: string) => new URL(url).pathname;
  const wish = (changes: object = {}) => ({ subject: achievement, comment: 'We **hire** on it.', validUntil: until, ...changes });
  const given = async (changes: object = {}): Promise<Endorsement> => {
    const answer = await nils.browser.post('/api/v1/endorsements', wish(changes));
    if (answer.status !== 201) throw new Error(answer.text);
    const { id } = answer.json<Endorsement>();
    const read = async () => (await nils.browser.get(`/api/v1/endorsements/${id}`)).json<Endorsement>();
    await awaitFact(async () => (await read()).state === 'given');
    return read();
  };
  const received = async (): Promise<(Endorsement & { comment: string })[]> =>
    (await world.olga.browser.get('/api/v1/received-endorsements')).json<{ items: (Endorsement & { comment: string })[] }>()
      .items;
  const arrived = async (comment: string) => {
    await awaitFact(async () => (await received()).some((one) => one.comment === comment));
    return (await received()).find((one) => one.comment === comment)?.id ?? '';
  };
  const shown = async (): Promise<{ credentialSubject: { endorsementComment: string } }[]> =>
    (await anybody.get(pathOf(achievement))).json<{ endorsement?: [] }>().endorsement ?? [];
  const comments = async () => (await shown()).map(({ credentialSubject }) => credentialSubject.endorsementComment);

  it('is signed, waits for the endorsed institution, and then stands with the achievement', async () => {
    const { url } = await given({ comment: 'Taught well.' });
    const id = await arrived('Taught well.');
    expect(await comments()).not.toContain('Taught well.');
    const accepted = await world.olga.browser.post(`/api/v1/received-endorsements/${id}/acceptance`);
    expect(accepted.json()).toMatchObject({ state: 'accepted', endorserName: 'Lakeside College', subject: achievement });
    expect(await comments()).toContain('Taught well.');
    const bytes = (await anybody.get(pathOf(url))).text;
    const didDocument = (await anybody.get('/issuers/lakeside/did.json')).json<object>();
    const { credentialStatus } = JSON.parse(bytes) as { credentialStatus: { statusListCredential: string } };
    const statusListCredential = (await anybody.get(pathOf(credentialStatus.statusListCredential))).json<object>();
    expect(await verifyIndependently(bytes, { didDocument, statusListCredential })).toEqual({ verified: true });
    expect((await anybody.post('/verify', JSON.parse(bytes) as object)).json()).toMatchObject({ verified: true });
    const changed = bytes.replace('Taught well.', 'Taught best.');
    expect(await verifyIndependently(changed, { didDocument })).toMatchObject({ verified: false });
    const again = await world.olga.browser.post(`/api/v1/received-endorsements/${id}/acceptance`);
    expect(again.json()).toMatchObject({ status: 409, code: 'credentials.endorsement_state' });
  });

  it('of the institution itself stands in its profile', async () => {
    const { id: subject } = (await anybody.get('/issuers/riverside')).json<{ id: string }>();
    await given({ subject, comment: 'A good house.' });
    await world.olga.browser.post(`/api/v1/received-endorsements/${await arrived('A good house.')}/acceptance`);
    const { endorsement } = (await anybody.get('/issuers/riverside')).json<{ endorsement: object[] }>();
    expect(endorsement).toMatchObject([{ credentialSubject: { id: subject, endorsementComment: 'A good house.' } }]);
  });

  it('that was accepted is read by people where they look at the badge and the issuer, as long as it stands', async () => {
    const { id: issuer } = (await anybody.get('/issuers/riverside')).json<{ id: string }>();
    const page = async (path: string) => (await anybody.get(path, { accept: 'text/html' })).text;
    const programme = await given({ comment: 'We *look* for it <script>.' });
    await given({ subject: issuer, comment: 'A house of our trust.' });
    for (const comment of ['We *look* for it <script>.', 'A house of our trust.']) {
      const id = await arrived(comment);
      expect(await page(badgePage)).not.toContain('A house of our trust.');
      await world.olga.browser.post(`/api/v1/received-endorsements/${id}/acceptance`);
    }
    const seen = await page(badgePage);
    expect(seen).toMatch(/The programme is endorsed by<\/dt>[\s\S]*Lakeside College[\s\S]*We <em>look<\/em> for it/);
    expect(seen).toMatch(/The issuer is endorsed by<\/dt>[\s\S]*A house of our trust\./);
    expect(seen).toContain(`href="${pathOf(programme.url)}"`);
    expect(seen).not.toContain('for it <script>');
    const ofIssuer = await page('/issuers/riverside');
    expect(ofIssuer).toContain('A house of our trust.');
    expect(ofIssuer).not.toContain('We <em>look</em>');
    await nils.browser.post(`/api/v1/endorsements/${programme.id}/withdrawal`);
    expect(await page(badgePage)).not.toContain('We <em>look</em>');
  });

  it('is a page for people at its address, with what is said, of what, by whom and whether it holds, and its bytes for programs', async () => {
    const { id, url } = await given({ comment: 'They *listen* <script>.' });
    const opened = (headers: Record<string, string> = {}) => anybody.get(pathOf(url), { accept: 'text/html', ...headers });
    const seen = await opened();
    expect(seen).toMatchObject({ status: 200, headers: { 'content-type': 'text/html; charset=utf-8' } });
    for (const words of [
      'Genuine and valid',
      '<h1>Endorsement by Lakeside College</h1>',
      'They <em>listen</em>',
      'href="/issuers/lakeside"',
      `<a href="${pathOf(achievement)}" lang="en">Data Storytelling</a>`,
      '<dt>Valid until</dt>',
    ])
      expect(seen.text).toContain(words);
    expect(seen.text).not.toContain('<script>.');
    expect((await opened({ 'accept-language': 'de' })).text).toContain('Empfehlung von Lakeside College');
    const bytes = await anybody.get(pathOf(url));
    expect(bytes.json()).toMatchObject({ credentialSubject: { endorsementComment: 'They *listen* <script>.' } });
    for (const { headers } of [seen, bytes]) expect(headers.vary).toMatch(/accept/i);

    await nils.browser.post(`/api/v1/endorsements/${id}/withdrawal`);
    const after = await opened();
    expect(after.status).toBe(410);
    expect(after.text).toContain('This endorsement was withdrawn');
    expect(after.text).not.toContain('listen');
    expect(await anybody.get('/endorsements/none', { accept: 'text/html' })).toMatchObject({
      status: 404,
      text: expect.stringContaining('There is no endorsement here'),
    });
  });

  it('of an issuer or of somebody outside names what it is about, and says when its time is over', async () => {
    const { id: subject } = (await anybody.get('/issuers/riverside')).json<{ id: string }>();
    const read = async ({ url }: Endorsement) => (await anybody.get(pathOf(url), { accept: 'text/html' })).text;
    expect(await read(await given({ subject }))).toContain('<a href="/issuers/riverside" lang="en">Riverside University</a>');
    const outside = 'https://guild.example/achievements/1';
    const elsewhere = await given({ subject: outside });
    expect(await read(elsewhere)).toContain(`<a href="${outside}" rel="noopener noreferrer nofollow">${outside}</a>`);
    expect(await read(await given({ subject: 'did:web:guild.example' }))).toContain('<dd>did:web:guild.example</dd>');
    world.clock.advance(YEAR_MS + 1_000);
    expect(await read(elsewhere)).toContain('Not verified: genuine, but not valid today');
    world.clock.advance(-YEAR_MS - 1_000);
  });

  it('that is rejected, withdrawn or over is shown to nobody', async () => {
    const { id, url } = await given({ comment: 'Until I change my mind.' });
    const arrivedId = await arrived('Until I change my mind.');
    await world.olga.browser.post(`/api/v1/received-endorsements/${arrivedId}/acceptance`);
    expect(await comments()).toContain('Until I change my mind.');
    await world.olga.browser.post(`/api/v1/received-endorsements/${arrivedId}/rejection`);
    expect(await comments()).not.toContain('Until I change my mind.');
    await world.olga.browser.post(`/api/v1/received-endorsements/${arrivedId}/acceptance`);
    expect((await nils.browser.post(`/api/v1/endorsements/${id}/withdrawal`)).json()).toMatchObject({ state: 'withdrawn' });
    expect(await comments()).not.toContain('Until I change my mind.');
    expect((await anybody.get(pathOf(url))).json()).toMatchObject({ status: 410, code: 'credentials.endorsement_withdrawn' });
    expect((await nils.browser.post(`/api/v1/endorsements/${id}/withdrawal`)).status).toBe(409);
  });

  it('that is withdrawn says so to every verifier and on the page, a moment later', async () => {
    const { id, url } = await given({ comment: 'Not for long.' });
    const bytes = (await anybody.get(pathOf(url))).text;
    const { credentialStatus } = JSON.parse(bytes) as { credentialStatus: { statusListCredential: string } };
    const didDocument = (await anybody.get('/issuers/lakeside/did.json')).json<object>();
    const list = async () => (await anybody.get(pathOf(credentialStatus.statusListCredential))).json<object>();
    const elsewhere = async () => verifyIndependently(bytes, { didDocument, statusListCredential: await list() });
    expect(await elsewhere()).toEqual({ verified: true });
    const brought = (await anybody.submit('/verify', { credential: bytes })).text;
    expect(brought).toMatch(new RegExp(`<dt>Endorses</dt>\\s*<dd>\\s*<a href="${achievement}"`));
    expect(brought).toMatch(/<dt>In these words<\/dt>\s*<dd>\s*<p>Not for long\.<\/p>/);
    await nils.browser.post(`/api/v1/endorsements/${id}/withdrawal`);
    await awaitFact(async () => !(await elsewhere()).verified);
    expect(await elsewhere()).toEqual({ verified: false, error: 'revoked' });
    const [request] = await world.rows<{ seconds: number }>(
      `select extract(epoch from l.signed_at - g.withdrawn_at)::float8 as seconds from given_endorsement g
         join endorsement_form f on f.endorsement_id = g.id join status_list l on l.id = f.status_list_id where g.id = $1`,
      [id],
    );
    // What the machine of the tests is slow at comes on top of the second between two signatures.
    expect(request?.seconds).toBeLessThan(5);
    expect((await anybody.post('/verify', JSON.parse(bytes) as object)).json()).toMatchObject({
      verified: false,
      checks: expect.arrayContaining([expect.objectContaining({ check: 'status', reason: 'withdrawn' })]),
    });
    const page = await anybody.submit('/verify', { credential: bytes });
    expect(page.text).toContain('An endorsement that was withdrawn');
    expect(page.text).toContain('Who gave this endorsement has withdrawn it.');
  });

  it('from outside is taken in once it verifies, and once only', async () => {
    const document = await foreignEndorsement(achievement);
    const first = await world.olga.browser.post('/api/v1/received-endorsements', document);
    expect(first).toMatchObject({ status: 201 });
    expect(first.json()).toMatchObject({ endorserName: 'Guild of Statisticians', state: 'undecided' });
    const second = await world.olga.browser.post('/api/v1/received-endorsements', document);
    expect(second.json()).toMatchObject({ id: first.json<Endorsement>().id });
  });

  it('from outside that is changed, over, of somebody else or no endorsement at all is refused', async () => {
    const good = await foreignEndorsement(achievement);
    const refused: [object, string][] = [
      [{ ...good, name: 'Endorsement by the Academy' }, 'It does not verify.'],
      [await foreignEndorsement(achievement, { validUntil: '2021-01-01T00:00:00Z' }), 'It does not verify.'],
      [
        await foreignEndorsement('https://other.example/achievements/1'),
        'It endorses neither this institution nor one of its achievements.',
      ],
      [{ type: ['VerifiableCredential'] }, 'Send an EndorsementCredential (Open Badges 3.0) of one subject.'],
      [[], 'Send an EndorsementCredential (Open Badges 3.0) of one subject.'],
    ];
    for (const [document, detail] of refused) {
      const answer = await world.olga.browser.post('/api/v1/received-endorsements', document);
      expect(answer.json()).toMatchObject({ status: 422, code: 'credentials.endorsement_unfit', detail });
    }
  });

  it('from outside that is no whole one of Open Badges is refused at the field, in the reader’s language', async () => {
    const { name: _name, ...nameless } = await foreignEndorsement(achievement);
    const answer = await world.olga.browser.post('/api/v1/received-endorsements', nameless);
    expect(answer.json()).toMatchObject({
      status: 422,
      code: 'credentials.endorsement_unfit',
      facts: { reason: 'malformed' },
      errors: [{ field: 'name', code: 'missing', detail: '“name” is missing.' }],
    });
    const comment = { id: achievement, type: ['EndorsementSubject'], endorsementComment: 7 };
    const other = await foreignEndorsement(achievement, { credentialSubject: comment, validFrom: undefined });
    const german = await world.olga.browser.post('/api/v1/received-endorsements', other, { 'accept-language': 'de' });
    expect(german.json()).toMatchObject({
      errors: [
        { field: 'validFrom', detail: '„validFrom“ fehlt.' },
        { field: 'credentialSubject.endorsementComment', detail: '„credentialSubject.endorsementComment“ muss ein Text sein.' },
      ],
    });
  });

  it('of oneself, of nothing, or without a near end is refused at the field', async () => {
    const far = new Date(world.clock.now().getTime() + 6 * YEAR_MS).toISOString();
    const past = new Date(world.clock.now().getTime() - 1_000).toISOString();
    const own = await world.olga.browser.post('/api/v1/endorsements', wish());
    expect(own.json()).toMatchObject({ status: 400, errors: [{ field: 'subject', code: 'own' }] });
    const fields = { subject: { subject: 'the best' }, validUntil: { validUntil: far } };
    for (const [field, change] of Object.entries(fields)) {
      expect((await nils.browser.post('/api/v1/endorsements', wish(change))).json()).toMatchObject({ errors: [{ field }] });
    }
    expect((await nils.browser.post('/api/v1/endorsements', wish({ validUntil: past }))).status).toBe(400);
    const { id: issuer } = (await anybody.get('/issuers/riverside')).json<{ id: string }>();
    for (const subject of [achievement.replace(/..$/, '00'), `${achievement}/badge.png`, `${issuer}s`])
      expect((await nils.browser.post('/api/v1/endorsements', wish({ subject }))).json()).toMatchObject({
        errors: [{ field: 'subject', code: 'unknown' }],
      });
  });

  it('is a matter of two offices: nobody else reads, decides or withdraws it', async () => {
    const { id } = await given({ comment: 'Between us.' });
    const arrivedId = await arrived('Between us.');
    const learner = await world.member('Lea', ['learner']);
    expect((await learner.browser.get('/api/v1/received-endorsements')).status).toBe(403);
    expect((await world.olga.browser.get(`/api/v1/endorsements/${id}`)).status).toBe(404);
    expect((await world.olga.browser.post(`/api/v1/endorsements/${id}/withdrawal`)).status).toBe(404);
    expect((await nils.browser.post(`/api/v1/received-endorsements/${arrivedId}/acceptance`)).status).toBe(404);
  });
});
