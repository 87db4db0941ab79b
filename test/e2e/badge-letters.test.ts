import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { badgesOf, issue, passed, revoke, type PassedLearner } from '../support/badges.js';
import type { Answer } from '../support/browser.js';
import { readPdf, readPngTexts } from '../support/public-readers.mjs';
import { makeAdministrator, type Member, type Riverside, startRiverside } from '../support/worlds.js';

interface MailBody {
  id: string;
  recipient: string;
  subject: string;
  body: string;
  files: { name: string; contentType: string }[];
}

const SETTING = '/api/v1/institution/badge-letters';
const FILES = [
  { name: 'badge.png', contentType: 'image/png' },
  { name: 'certificate.pdf', contentType: 'application/pdf' },
];

let world: Riverside;
let admin: Member;
let amara: PassedLearner;

beforeAll(async () => {
  world = await startRiverside({ CAIRN_ROLES: 'api' });
  // Who opened the institution is its administrator.
  admin = await world.member('Root', ['office']);
  await makeAdministrator(world, admin);
  amara = await passed(world);
  await issue(world, amara);
});
afterAll(() => world.close());

async function lettersTo(learner: PassedLearner): Promise<MailBody[]> {
  const { items } = (await admin.browser.get('/api/v1/mailbox?limit=100')).json<{ items: MailBody[] }>();
  const [row] = await world.rows<{ email: string }>('select email from person where id = $1', [learner.personId]);
  return items.filter(({ recipient, subject }) => recipient === row?.email && subject.startsWith('Your badge'));
}

async function letterTo(learner: PassedLearner): Promise<MailBody> {
  const [letter] = await lettersTo(learner);
  if (!letter) throw new Error('There is no letter');
  return letter;
}

const badgeIn = (bytes: Buffer) => readPngTexts(bytes).texts.find(({ keyword }) => keyword === 'openbadgecredential')?.text ?? '';
const newest = async (learner: PassedLearner) => (await badgesOf(world, learner)).at(-1)!;
const file = async (mail: { id: string }, name: string) => {
  const { statusCode, rawPayload, headers } = await world.app.inject({
    method: 'GET',
    url: `/api/v1/mailbox/${mail.id}/files/${name}`,
    headers: { cookie: admin.browser.cookie ?? '' },
  });
  return { status: statusCode, bytes: rawPayload, headers };
};

async function choose(enclosesFiles: boolean): Promise<Answer> {
  const { version } = (await admin.browser.get(SETTING)).json<{ version: number }>();
  return admin.browser.put(SETTING, { enclosesFiles }, { 'if-match': `"v${version}"` });
}

describe('the letter about a new badge', () => {
  it('encloses the picture and the certificate with the very credential in them, and says what they are', async () => {
    const letter = await letterTo(amara);
    const { signed } = await newest(amara);
    expect(letter.files).toEqual(FILES);
    expect(letter.body).toMatch(
      /^Congratulations[\s\S]*Enclosed:\n\n- badge\.png: the badge as a picture[\s\S]*- certificate\.pdf: /,
    );
    const png = await file(letter, 'badge.png');
    expect(png.headers['content-disposition']).toBe('attachment; filename="badge.png"');
    expect(JSON.parse(badgeIn(png.bytes))).toEqual(JSON.parse(signed));
    const pdf = await readPdf((await file(letter, 'certificate.pdf')).bytes);
    expect(pdf.attachments.map(({ content }) => JSON.parse(content.toString()) as object)).toEqual([JSON.parse(signed)]);
  });

  it('keeps no file: the row says what to make and no more', async () => {
    const [row] = await world.rows<{ enclosure: object; size: number }>(
      `select enclosure, pg_column_size(mail_message) as size from mail_message where dedupe_key = $1`,
      [`credential-issued:${(await badgesOf(world, amara))[0]?.id}`],
    );
    expect(row?.enclosure).toEqual({ kind: 'badge', of: (await badgesOf(world, amara))[0]?.id });
    expect(row?.size).toBeLessThan(1_000);
  });

  it('shows them on the mailbox page, to administrators alone', async () => {
    const letter = await letterTo(amara);
    const path = `/api/v1/mailbox/${letter.id}/files/badge.png`;
    expect((await admin.browser.get('/mailbox', { accept: 'text/html' })).text).toContain(`<a href="${path}">badge.png</a>`);
    expect(await world.olga.browser.get(path)).toMatchObject({ status: 403 });
    expect(await file(letter, 'secrets.txt')).toMatchObject({ status: 404 });
    expect(await file({ id: '01890000-0000-7000-8000-000000000000' }, 'badge.png')).toMatchObject({ status: 404 });
  });

  it('encloses them however private the learner keeps the badge, and the newest form of it', async () => {
    const { id } = await newest(amara);
    const answer = await amara.browser.put(`/api/v1/credentials/${id}/visibility`, { visibility: 'private' });
    expect(answer.status).toBe(200);
    expect(await world.olga.browser.post(`/api/v1/credentials/${id}/reissue`, { reason: 'A new key.' })).toMatchObject({
      status: 201,
    });
    const first = (await lettersTo(amara)).at(-1)!;
    expect(first.body).toContain('Congratulations');
    const inside = badgeIn((await file(first, 'badge.png')).bytes);
    expect(JSON.parse(inside)).toEqual(JSON.parse((await newest(amara)).signed));
  });
});

describe('later letters', () => {
  it('enclose the files as well: of a new form, and when it is sent once more', async () => {
    const { id } = await newest(amara);
    expect(await world.olga.browser.post(`/api/v1/credentials/${id}/letters`, {})).toMatchObject({ status: 201 });
    const [again, anew] = await lettersTo(amara);
    expect([again?.files, anew?.files]).toEqual([FILES, FILES]);
    expect(again?.body).toContain('once more');
    expect(await file(again!, 'certificate.pdf')).toMatchObject({ status: 200 });
  });

  it('enclose nothing of a badge that was taken back since', async () => {
    const lea = await passed(world, await world.ready('Lea'));
    await issue(world, lea);
    const letter = await letterTo(lea);
    await revoke(world, (await newest(lea)).id);
    expect(await file(letter, 'badge.png')).toMatchObject({ status: 410 });
  });
});

describe('the institution', () => {
  it('may want letters without files, and want them back', async () => {
    expect((await admin.browser.get(SETTING)).json()).toEqual({ enclosesFiles: true, version: 0 });
    expect((await choose(false)).json()).toEqual({ enclosesFiles: false, version: 1 });
    const bare = await letterTo(amara);
    expect([bare.files, bare.body.includes('Enclosed')]).toEqual([[], false]);
    expect(await file(bare, 'badge.png')).toMatchObject({ status: 404 });
    expect(await choose(true)).toMatchObject({ status: 200 });
    expect((await letterTo(amara)).files).toEqual(FILES);
  });

  it('is asked by administrators alone, who saw what they change', async () => {
    expect(await world.olga.browser.get(SETTING)).toMatchObject({ status: 200 });
    expect(await world.olga.browser.put(SETTING, { enclosesFiles: false }, { 'if-match': '"v2"' })).toMatchObject({
      status: 403,
    });
    expect(await admin.browser.put(SETTING, { enclosesFiles: false }, { 'if-match': '"v0"' })).toMatchObject({ status: 412 });
    expect(await admin.browser.put(SETTING, { enclosesFiles: 'no' }, { 'if-match': '"v2"' })).toMatchObject({ status: 400 });
  });
});
