import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApiClient, type Transport } from '../../demo/api-client.js';
import { importAndPublish, type Published } from '../../demo/author.js';
import { quizzesOf, study, type Studied } from '../../demo/learn.js';
import { type DemoCast, gatherCast } from '../../demo/people.js';
import type { Activity } from '../../src/modules/catalog/index.js';
import { renderPage } from '../../src/modules/catalog/markdown/render-page.js';
import { PrepareFirstAdministrator } from '../../src/modules/people/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { courseMaterial, LESSONS } from '../support/course-material.js';
import { injectTransport } from '../support/inject-transport.js';

const DAY = 24 * 60 * 60 * 1_000;
/** Of the three lessons, as import-carpentries.test.ts counts them. */
const EPISODES = 7 + 14 + 17;

interface JourneyBody {
  courses: {
    title: string;
    state: string;
    activities: { id: string; title: string; kind: string; required: boolean; state: string }[];
  }[];
  progress: { share: number };
  project: { state: string };
}

interface EditionBody {
  content: { courses: { title: string; activities: Activity[] }[] };
}

describe('Three real lessons, from an archive to a learner who has finished them, through the API alone', () => {
  let cairn: TestApp;
  let transport: Transport;
  let cast: DemoCast;
  let published: Published;
  let edition: EditionBody;
  let path: string;
  let studied: Studied;

  beforeAll(async () => {
    cairn = await startTestApp({ CAIRN_ROLES: 'api' });
    transport = injectTransport(cairn.app);
    cast = await gatherCast(transport, (await cairn.app.get(PrepareFirstAdministrator, { strict: false }).run()) ?? '');
    published = await importAndPublish(cast.ines.client, courseMaterial());
    edition = await cast.ines.client.get(`/api/v1/editions/${published.editionId}`);
    path = `/api/v1/enrollments/${await enroll(cast, published.editionId)}`;
    studied = await study(cast.amara.client, path.slice(path.lastIndexOf('/') + 1), quizzesOf(edition.content.courses));
  }, 180_000);
  afterAll(() => cairn.close());

  const journey = () => cast.amara.client.get<JourneyBody>(`${path}/journey`);

  it('become three courses of one edition, with a report that names no error', () => {
    expect(published).toMatchObject({ courses: Object.keys(LESSONS).length });
    expect(published.report['error']).toBeUndefined();
    const activities = edition.content.courses.flatMap((course) => course.activities);
    expect(activities).toHaveLength(published.activities);
    expect(activities.filter(({ body, required }) => body.kind === 'page' && required)).toHaveLength(EPISODES);
  });

  it('are studied page by page and quiz by quiz, to the last', async () => {
    const { courses, progress, project } = await journey();
    const activities = courses.flatMap((course) => course.activities);
    expect(studied).toEqual({
      pages: activities.filter(({ kind }) => kind === 'page').length,
      quizzes: activities.filter(({ kind }) => kind === 'quiz').length,
    });
    expect(studied.pages).toBeGreaterThanOrEqual(EPISODES);
    expect(studied.quizzes).toBeGreaterThan(0);
    expect(courses.map(({ state }) => state)).toEqual(['completed', 'completed', 'completed']);
    expect(activities.filter(({ state }) => state !== 'completed')).toEqual([]);
    expect([progress.share, project.state]).toEqual([1, 'open']);
  });

  it('show every picture and give every data file that their pages name, to learners and to nobody else', async () => {
    const { courses } = await journey();
    const addresses = new Set<string>();
    for (const { id, kind } of courses.flatMap((course) => course.activities)) {
      if (kind !== 'page') continue;
      const page = await cast.amara.client.text(`${path}/activities/${id}`, 'application/json');
      for (const [, address = ''] of page.matchAll(/(?:src|href)=\\"(\/api\/v1\/files\/[^"\\]+)\\"/g)) addresses.add(address);
    }
    expect(addresses.size).toBeGreaterThan(30);
    for (const address of addresses) await cast.amara.client.text(address, '*/*');
    const [some = ''] = addresses;
    await expect(new ApiClient(transport).text(some, '*/*')).rejects.toMatchObject({ status: 401 });
  });

  it('credit their authors on every page that learners read', async () => {
    const { courses } = await journey();
    for (const { id } of courses.flatMap((course) => course.activities)) {
      const { attribution } = await cast.amara.client.get<{ attribution: object | null }>(`${path}/activities/${id}`);
      expect(attribution).toMatchObject({ licence: 'CC BY 4.0', authors: expect.stringContaining('The Carpentries') });
    }
  });

  it('say the same to learners after a pass through the rich editor, and stay byte for byte as they are where nobody wrote', async () => {
    const { readPage, writePage, styleOf } = await richText();
    const pages = edition.content.courses.flatMap(({ activities }) =>
      activities.flatMap(({ title, body }) => (body.kind === 'page' ? [{ title, markdown: body.markdown }] : [])),
    );
    const shown = (markdown: string) =>
      renderPage(markdown, { asset: (name) => name, link: (name) => name })
        .html.replaceAll(/\s+/g, ' ')
        .replaceAll(MARKS, sorted);
    expect(pages.length).toBeGreaterThanOrEqual(EPISODES);
    for (const { title, markdown } of pages) {
      const { blocks, gaps } = readPage(markdown);
      const page = { originals: blocks, gaps, style: styleOf(markdown) };
      const write = (isTouched: boolean) =>
        writePage(
          blocks.map(({ node }, index) => ({ node, original: isTouched ? null : index })),
          page,
        );
      expect({ title, markdown: write(false) }).toEqual({ title, markdown });
      expect({ title, html: shown(write(true)) }).toEqual({ title, html: shown(markdown) });
    }
  });

  it('stay finished when everything is told again', async () => {
    const before = await journey();
    const again = await study(cast.amara.client, path.slice(path.lastIndexOf('/') + 1), quizzesOf(edition.content.courses));
    expect(again).toEqual(studied);
    expect((await journey()).progress).toEqual(before.progress);
  });
});

/** Which of two marks on the very same words is outside cannot be seen. */
const MARKS = /(?:<(?:em|strong|del|kbd|sub|sup|mark|a [^>]*)>){2,}|(?:<\/(?:em|strong|del|kbd|sub|sup|mark|a)>){2,}/g;
const sorted = (tags: string) =>
  tags
    .split(/(?<=>)/)
    .sort()
    .join('');

interface RichText {
  readPage: (markdown: string) => { blocks: { node: object; source: string }[]; gaps: string[] };
  writePage: (blocks: { node: object; original: number | null }[], page: object) => string;
  styleOf: (markdown: string) => object;
}

/** The web application is resolved as bundlers do, which the types of these tests are not. */
async function richText(): Promise<RichText> {
  const folder = fileURLToPath(new URL('../../web/src/features/authoring/rich/text', import.meta.url));
  const parts = await Promise.all(
    ['read-page', 'write-page', 'written-style'].map((name) => import(`${folder}/${name}.ts`) as Promise<Partial<RichText>>),
  );
  return Object.assign({}, ...parts) as RichText;
}

async function enroll({ olga, amara }: DemoCast, editionId: string): Promise<string> {
  const now = Date.now();
  const offering = await olga.client.post<{ id: string }>('/api/v1/offerings', {
    editionId,
    title: 'Real lessons',
    startsAt: new Date(now - DAY).toISOString(),
    endsAt: null,
    enrollFrom: new Date(now - DAY).toISOString(),
    enrollUntil: null,
    seats: null,
    waitlist: false,
    openEnrollment: true,
    priceLabel: '',
    projectDue: null,
    latePolicy: { graceMinutes: 0, penaltyPercentPerDay: 0, floorPercent: 100, cutoffDays: null },
  });
  const place = await amara.client.post<{ id: string }>(`/api/v1/offerings/${offering.id}/enrollments`, {});
  return place.id;
}
