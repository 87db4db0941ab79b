import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestBrowser } from '../support/browser.js';
import { awaitBadge, type PassedLearner, passed, revoke, type StoredBadge } from '../support/badges.js';
import { readPdf, readPngTexts, readSvgCredential } from '../support/public-readers.mjs';
import { makeAdministrator, type Member, type PublishedEdition, type Riverside, startRiverside } from '../support/worlds.js';

const PAGE = { accept: 'text/html' };
const DESIGN = {
  shape: 'shield',
  icon: 'gear',
  background: '#1c2321',
  accent: '#6fd3c7',
  title: 'Data Storytelling',
  level: 'EQF 5',
  ring: 'Riverside',
};
const LOOK = {
  template: 'modern',
  background: '#5b1a4a',
  accent: '#ffd9ec',
  logoFileId: null,
  signatories: [{ name: 'Dr. Ada Lund', role: 'Dean', signatureFileId: null }],
  linkedInOrganizationId: '1234567',
};

describe('The forms of a badge', () => {
  let world: Riverside;
  let anybody: TestBrowser;
  let amara: PassedLearner;
  let badge: StoredBadge;
  let path: string;

  beforeAll(async () => {
    world = await startRiverside();
    anybody = new TestBrowser(world.app);
    amara = await passed(world);
    badge = await awaitBadge(world, amara);
    path = `/credentials/${badge.public_id}`;
    await makeAdministrator(world, world.olga);
  });
  afterAll(() => world.close());

  const bytes = async (url: string) => {
    const answer = await world.app.inject({ method: 'GET', url });
    expect(answer.statusCode).toBe(200);
    return { body: answer.rawPayload, headers: answer.headers };
  };
  const design = async ({ microCredentialId }: PublishedEdition, body: object) => {
    const url = `/api/v1/micro-credentials/${microCredentialId}`;
    const { headers } = await world.ines.browser.get(`${url}/badge-design`);
    return world.ines.browser.put(`${url}/badge-design`, body, { 'if-match': String(headers.etag) });
  };
  const changeLook = async (body: object) => {
    const { headers } = await world.olga.browser.get('/api/v1/institution/look');
    return world.olga.browser.put('/api/v1/institution/look', body, { 'if-match': String(headers.etag) });
  };

  it('hold the stored credential: picture, drawing and certificate, for every origin and not for search engines', async () => {
    const [png, svg, pdf] = await Promise.all(
      ['badge.png', 'badge.svg', 'certificate.pdf'].map((name) => bytes(`${path}/${name}`)),
    );
    const inside = [
      readPngTexts(png?.body ?? Buffer.of()).texts[0]?.text,
      readSvgCredential(svg?.body.toString('utf8') ?? '').text,
      (await readPdf(pdf?.body ?? Buffer.of())).attachments[0]?.content.toString('utf8'),
    ];
    expect(inside.map((text) => JSON.parse(text ?? '') as object)).toEqual(Array(3).fill(JSON.parse(badge.signed)));
    for (const answer of [png, svg, pdf]) {
      expect(answer?.headers).toMatchObject({
        'access-control-allow-origin': '*',
        'x-robots-tag': 'noindex',
        'cache-control': 'no-cache',
        'content-disposition': expect.stringMatching(/^inline; filename="(badge|certificate)\.(png|svg|pdf)"$/),
      });
      expect(answer?.headers['set-cookie']).toBeUndefined();
    }
  });

  it('are named on its page, with a picture for links that are shared', async () => {
    const { text } = await anybody.get(path, PAGE);
    for (const name of ['badge.png', 'badge.svg', 'certificate.pdf', 'credential.json', 'elm.json', 'linkedin'])
      expect(text).toContain(`href="${path}/${name}"`);
    const picture = /property="og:image" content="([^"]+)"/.exec(text)?.[1] ?? '';
    const { body, headers } = await bytes(new URL(picture).pathname);
    expect(headers['content-type']).toBe('image/png');
    expect([body.readUInt32BE(16), body.readUInt32BE(20)]).toEqual([1200, 630]);
    const block = /<script type="application\/ld\+json">([^<]+)<\/script>/.exec(text)?.[1] ?? '';
    expect(JSON.parse(block)).toMatchObject({
      '@type': 'EducationalOccupationalCredential',
      name: 'Data Storytelling',
      educationalLevel: 'EQF 5',
      publisher: { name: 'Riverside University' },
    });
    for (const told of ['Turns a worry into a question', '25 hours · 1 ECTS', 'EQF 5', 'One-page brief', 'Reviewed each year'])
      expect(text).toContain(told);
  });

  it('set apart on paper what was not signed, so that whoever checks the file sees all the rest of it again', async () => {
    const { achievement } = (JSON.parse(badge.signed) as { credentialSubject: { achievement: object } }).credentialSubject;
    expect(achievement).toMatchObject({ type: ['Achievement'], creditsAvailable: 1 });
    const pdf = await bytes(`${path}/certificate.pdf`);
    const sheet = (await readPdf(pdf.body)).pages.map(({ text }) => text).join(' ');
    expect(sheet.replaceAll(/\s+/g, ' ')).toMatch(
      /EQF 5.*This part was not signed\..*25 hours · 1 ECTS.*One-page brief.*Reviewed each year/,
    );
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(pdf.body)], { type: 'application/pdf' }), 'certificate.pdf');
    const request = new Request('http://x.example', { method: 'POST', body: form });
    const { payload: page } = await world.app.inject({
      method: 'POST',
      url: '/verify',
      headers: { ...PAGE, 'content-type': request.headers.get('content-type') ?? '' },
      payload: Buffer.from(await request.arrayBuffer()),
    });
    expect(page).toContain('EQF level 5');
    for (const untold of ['25 hours', '1 ECTS', 'One-page brief', 'Reviewed each year']) expect(page).not.toContain(untold);
  });

  it('include the badge’s picture, the same for good, where its authors chose none', async () => {
    const { image } = JSON.parse(badge.signed) as { image: { id: string } };
    const address = new URL(image.id).pathname;
    expect(address).toBe(`/achievements/${world.edition.id}/badge.png`);
    const before = await Promise.all([bytes(address), bytes(address), bytes(address)]);
    expect((await changeLook({ ...LOOK, signatories: [] })).status).toBe(200);
    const after = await bytes(address);
    expect(before.map(({ body }) => body.equals(after.body))).toEqual([true, true, true]);
    expect(await world.rows('select from badge_drawing where edition_id = $1', [world.edition.id])).toHaveLength(1);
    expect((await anybody.get(`/achievements/${amara.personId}/badge.png`)).status).toBe(404);
  });

  it('lead to LinkedIn with every value encoded, and the institution’s page', async () => {
    const answer = await anybody.get(`${path}/linkedin`);
    expect(answer.status).toBe(302);
    const target = new URL(String(answer.headers.location));
    expect(`${target.origin}${target.pathname}`).toBe('https://www.linkedin.com/profile/add');
    expect(Object.fromEntries(target.searchParams)).toMatchObject({
      startTask: 'CERTIFICATION_NAME',
      name: 'Data Storytelling',
      organizationId: '1234567',
      certUrl: (JSON.parse(badge.signed) as { id: string }).id,
      certId: badge.public_id,
    });
  });

  it('tell the facts in the European Learning Model', async () => {
    const { body, headers } = await bytes(`${path}/elm.json`);
    expect(headers['content-type']).toBe('application/ld+json; charset=utf-8');
    expect(JSON.parse(body.toString('utf8'))).toMatchObject({
      type: ['VerifiableCredential', 'EuropeanDigitalCredential'],
      credentialSubject: {
        hasClaim: [{ type: 'LearningAchievement', specifiedBy: { type: 'Qualification', volumeOfLearning: 'PT25H' } }],
      },
    });
  });

  it('leave their colours and logo to the frame of every member’s pages, and none where nobody chose any', async () => {
    expect((await changeLook(LOOK)).status).toBe(200);
    const theme = async ({ browser }: Member) => (await browser.get('/api/v1/institution/theme')).json();
    expect(await theme(amara)).toEqual({ background: LOOK.background, accent: LOOK.accent, logoFileId: LOOK.logoFileId });
    const nils = await world.member('Nils', ['learner'], world.lakesideId);
    expect(await theme(nils)).toEqual({ background: null, accent: null, logoFileId: null });
  });

  it('keep the look that the badge was issued in, and later badges get the new one', async () => {
    const before = await readPdf((await bytes(`${path}/certificate.pdf`)).body);
    expect((await changeLook(LOOK)).status).toBe(200);
    await world.rows(`update institution set name = 'Renamed University' where id = $1`, [world.institutionId]);
    const after = await readPdf((await bytes(`${path}/certificate.pdf`)).body);
    expect(after.pages).toEqual(before.pages);
    expect(after.pages[0]?.text).not.toMatch(/Dr. Ada Lund|Renamed/);
    const jonas = await awaitBadge(world, await passed(world, await world.ready('Jonas')));
    const later = await readPdf((await bytes(`/credentials/${jonas.public_id}/certificate.pdf`)).body);
    expect(later.pages[0]?.text).toMatch(/Dr. Ada Lund/);
    expect(later.pages[0]?.text).toMatch(/Renamed University/);
    await world.rows(`update institution set name = 'Riverside University' where id = $1`, [world.institutionId]);
  });

  it('are no longer made once the badge was revoked; its page says so and offers the signed bytes alone', async () => {
    const lea = await awaitBadge(world, await passed(world, await world.ready('Lea')));
    await revoke(world, lea.id);
    const address = `/credentials/${lea.public_id}`;
    for (const name of ['badge.png', 'badge.svg', 'certificate.pdf', 'share.png', 'elm.json', 'linkedin'])
      expect((await anybody.get(`${address}/${name}`)).json()).toMatchObject({ status: 410, code: 'showcase.not_in_force' });
    const { text } = await anybody.get(address, PAGE);
    expect(text).toContain('credential.json');
    expect(text).not.toMatch(/certificate\.pdf|og:image|<script/);
  });

  it('of a badge that is not there are not there', async () => {
    for (const name of ['badge.png', 'badge.svg', 'certificate.pdf', 'share.png', 'elm.json', 'linkedin'])
      expect((await anybody.get(`/credentials/AAAAAAAAAAAAAAAAAAAAAA/${name}`)).json()).toMatchObject({ status: 404 });
  });

  describe('in the designer', () => {
    it('begin with a proposal, show a preview, and become the picture of the next edition alone', async () => {
      const edition = await world.publish({ title: 'Open Licensing' });
      const url = `/api/v1/micro-credentials/${edition.microCredentialId}`;
      const proposal = (await world.ines.browser.get(`${url}/badge-design`)).json<{ design: { title: string } }>();
      expect(proposal).toMatchObject({
        fileId: null,
        drawn: false,
        design: { title: 'Open Licensing', level: 'EQF 5', ring: 'Riverside University' },
      });

      const preview = await world.ines.browser.post(`${url}/badge-preview`, DESIGN);
      expect(preview).toMatchObject({ status: 200, headers: { 'content-type': 'image/svg+xml' } });
      const set = (await design(edition, DESIGN)).json<{ fileId: string; version: number }>();
      expect(set).toMatchObject({ design: DESIGN, drawn: true, fileId: expect.any(String) });
      const [kept] = await world.rows<{ svg: string }>('select svg from badge_drawing where file_id = $1', [set.fileId]);
      expect(preview.text).toBe(kept?.svg);
      expect((await world.ines.browser.get(`${url}/badge-design`)).json()).toMatchObject({ design: DESIGN, drawn: true });

      const published = await world.ines.browser.post(`${url}/editions`, {}, { 'if-match': `"v${set.version}"` });
      const next = { ...edition, id: published.json<{ id: string }>().id };
      const learner = await world.ready('Nora', await world.offer(next.id), edition);
      const nora = await awaitBadge(world, await passed(world, learner));
      expect(JSON.parse(nora.signed)).toMatchObject({
        image: { id: expect.stringMatching(new RegExp(`/badge-images/${set.fileId}$`)) },
      });
      const before = await bytes(`/credentials/${nora.public_id}/badge.svg`);
      expect((await design(edition, { ...DESIGN, title: 'Another' })).status).toBe(200);
      expect((await bytes(`/credentials/${nora.public_id}/badge.svg`)).body.equals(before.body)).toBe(true);
    });

    it('need colours that can be told apart, words that fit, and the version that was seen', async () => {
      const refused = async (body: object) => (await design(world.edition, body)).json();
      expect(await refused({ ...DESIGN, accent: '#1c2322' })).toMatchObject({
        status: 422,
        code: 'showcase.colours_alike',
        errors: [{ field: 'accent' }],
      });
      for (const wrong of [
        { shape: 'heart' },
        { icon: '../x' },
        { background: 'red' },
        { background: '#12345' },
        { title: '' },
        { title: 'x'.repeat(121) },
        { extra: 1 },
      ])
        expect(await refused({ ...DESIGN, ...wrong })).toMatchObject({ status: 400, code: 'request.invalid_fields' });
      const url = `/api/v1/micro-credentials/${world.edition.microCredentialId}/badge-design`;
      expect((await world.ines.browser.put(url, DESIGN)).status).toBe(428);
      expect((await world.ines.browser.put(url, DESIGN, { 'if-match': '"v999"' })).status).toBe(412);
    });
  });

  it('are set with pictures of the institution’s own, or refused', async () => {
    const unknown = {
      ...LOOK,
      logoFileId: amara.personId,
      signatories: [{ name: 'A', role: '', signatureFileId: amara.personId }],
    };
    expect((await changeLook(unknown)).json()).toMatchObject({
      status: 422,
      code: 'showcase.picture_unknown',
      errors: [{ field: 'logoFileId' }, { field: 'signatories[0].signatureFileId' }],
    });
    const preview = '/api/v1/institution/certificate-preview';
    expect((await world.olga.browser.post(preview, unknown)).json()).toMatchObject({
      status: 422,
      code: 'showcase.picture_unknown',
    });
    const sample = await world.app.inject({
      method: 'POST',
      url: preview,
      payload: LOOK,
      headers: { cookie: world.olga.browser.cookie ?? '', 'sec-fetch-site': 'same-origin' },
    });
    const picture = await world.app.inject({
      method: 'POST',
      url: '/api/v1/institution/certificate-picture',
      payload: LOOK,
      headers: { cookie: world.olga.browser.cookie ?? '', 'sec-fetch-site': 'same-origin' },
    });
    expect(picture.headers['content-type']).toBe('image/png');
    // Of the IHDR chunk; A4.
    const [width, height] = [16, 20].map((at) => picture.rawPayload.readUInt32BE(at)) as [number, number];
    expect(Math.round((height / width) * 100)).toBe(141);
    const pdf = await readPdf(sample.rawPayload);
    expect(pdf).toMatchObject({ marked: { Marked: true }, attachments: [] });
    expect(pdf.pages[0]?.text).toContain('It was awarded to nobody and proves nothing.');
    expect((await changeLook({ ...LOOK, linkedInOrganizationId: 'riverside' })).status).toBe(400);
  });
});
