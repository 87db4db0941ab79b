import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CreateInstitution } from '../../src/modules/institutions/index.js';
import {
  AddActivity,
  CreateCourse,
  CreateMicroCredential,
  type NewMicroCredential,
  PublishEdition,
} from '../../src/modules/catalog/index.js';
import { RetireMicroCredential } from '../../src/modules/catalog/use-cases/retire-micro-credential.js';
import { system } from '../../src/platform/database/scope.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import type { Actor } from '../../src/platform/http/access.js';
import { openApiDocument } from '../../src/platform/http/openapi.js';
import { newId } from '../../src/platform/ids.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { page, publishable } from '../support/catalog.js';

describe('The public catalogue', () => {
  let world: TestApp;
  let ines: Actor;
  let lars: Actor;

  beforeAll(async () => {
    world = await startTestApp({ CAIRN_ROLES: 'api', CAIRN_PUBLIC_URL: 'https://cairn.riverside.example' });
    ines = await author('riverside', 'Riverside University');
    lars = await author('lakeside', 'Lakeside & Sons <College>');
  });

  afterAll(() => world.close());

  const author = async (slug: string, name: string): Promise<Actor> => {
    const institution = await world.app
      .get(UnitOfWork)
      .run(system('a test opens its institutions'), (tx) =>
        world.app.get(CreateInstitution, { strict: false }).in(tx, { slug, name, language: 'en', timeZone: 'UTC' }, null),
      );
    return { personId: newId(), institutionId: institution.id, roles: new Set(['instructor']) };
  };
  const draft = async (actor: Actor, changes: Partial<NewMicroCredential> = {}) => {
    const part = { title: 'Axes', minutes: 95, required: true, body: page('A secret of the course.') };
    const course = await world.app
      .get(CreateCourse, { strict: false })
      .run(actor, { title: 'Honest charts', summary: 'Show it as it is.', language: 'en', attribution: null });
    await world.app.get(AddActivity, { strict: false }).run(actor, course.id, part);
    const quiz = {
      introduction: '',
      passMark: 0,
      attemptLimit: null,
      timeLimitSeconds: null,
      shuffleQuestions: false,
      reveal: 'never' as const,
    };
    const question = {
      type: 'short-text' as const,
      prompt: 'A secret question',
      points: 1,
      explanation: '',
      accepted: ['A secret answer'],
      caseSensitive: false,
    };
    await world.app.get(AddActivity, { strict: false }).run(actor, course.id, {
      title: 'Read it right',
      minutes: 10,
      required: false,
      body: { kind: 'quiz', quiz: { ...quiz, pools: [{ draw: null, questions: [question] }] } },
    });
    return world.app
      .get(CreateMicroCredential, { strict: false })
      .run(actor, { ...publishable(), courseIds: [course.id], ...changes });
  };
  const publish = async (actor: Actor, changes: Partial<NewMicroCredential> = {}) => {
    const { id, slug } = await draft(actor, changes);
    await world.app.get(PublishEdition, { strict: false }).run(actor, id, 1, '');
    return { id, slug };
  };
  const get = async (url: string, headers: Record<string, string> = {}) => {
    const answer = await world.app.inject({ method: 'GET', url, headers });
    return {
      status: answer.statusCode,
      headers: answer.headers,
      text: answer.body,
      json: () => answer.json<Record<string, unknown>>(),
    };
  };
  const titles = async (query: string) =>
    ((await get(`/api/v1/catalogue?${query}`)).json().items as { title: string }[]).map(({ title }) => title);

  it('shows what is published, over all institutions, and no drafts', async () => {
    await publish(ines, { title: 'River data' });
    await publish(lars, { title: 'Lake data' });
    await draft(ines, { title: 'Hidden draft' });
    expect((await titles('q=data')).sort()).toEqual(['Lake data', 'River data']);
    const { text, headers } = await get('/');
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(text).toContain('href="/micro-credentials/riverside/river-data"');
    expect(text).toContain('Lakeside &amp; Sons &lt;College&gt;');
    expect(text).toContain('25 h');
    expect(text).not.toContain('Hidden draft');
    expect(text).not.toContain('<script');
  });

  it('is searched by all words, in title, skills, outcomes and institution, whatever signs they hold', async () => {
    await publish(ines, { title: 'Soil 100%_sure', outcomes: ['Digs a pit.'] });
    expect(await titles('q=soil%20PIT')).toEqual(['Soil 100%_sure']);
    expect(await titles('q=riverside%20soil')).toEqual(['Soil 100%_sure']);
    expect(await titles('q=soil%20lakeside')).toEqual([]);
    expect(await titles('q=100%25_s')).toEqual(['Soil 100%_sure']);
    expect(await titles('q=1%25sure')).toEqual([]);
    expect(await titles(`q=${encodeURIComponent(`soil\\`)}`)).toEqual([]);
    const hostile = (await get(`/?q=${encodeURIComponent('"><script>alert(1)</script>')}`)).text;
    expect(hostile).not.toContain('<script');
    expect(hostile).toContain('Nothing holds all of');
  });

  it('goes on page by page', async () => {
    for (const title of ['Moss 1', 'Moss 2', 'Moss 3']) await publish(ines, { title });
    const first = (await get('/api/v1/catalogue?q=moss&limit=2')).json() as { items: { title: string }[]; next: string };
    expect(first.items.map(({ title }) => title)).toEqual(['Moss 3', 'Moss 2']);
    const second = (await get(`/api/v1/catalogue?q=moss&limit=2&cursor=${first.next}`)).json() as typeof first;
    expect(second).toMatchObject({ items: [{ title: 'Moss 1' }], next: null });
  });

  it('does not mind what others add to its address', async () => {
    expect((await get('/?utm_source=letter&q=a&q=b&fbclid=1')).status).toBe(200);
    expect((await get('/?cursor=forged')).status).toBe(400);
    expect((await get('/?cursor=forged')).headers['content-type']).toBe('text/html; charset=utf-8');
  });

  it('forgets what is retired, whose page stays for those who hold the badge', async () => {
    const { id, slug } = await publish(ines, { title: 'Old ways' });
    expect(await titles('q=old%20ways')).toEqual(['Old ways']);
    await world.app.get(RetireMicroCredential, { strict: false }).run(ines, id);
    expect(await titles('q=old%20ways')).toEqual([]);
    expect((await get(`/micro-credentials/riverside/${slug}`)).text).toContain('no longer offered');
  });

  describe('the page of a micro-credential', () => {
    it('tells all that one weighs before enrolling, and nothing of what one learns', async () => {
      const { slug } = await publish(ines, { title: 'Storytelling' });
      const { text } = await get(`/micro-credentials/riverside/${slug}`);
      for (const told of [
        '<h1 lang="en">Storytelling</h1>',
        'Turns a worry into a question that data can answer.',
        'http://data.europa.eu/esco/skill/1973c966-f236-40c9-b2d4-5d71a89019be',
        'Complete in order: “Honest charts”, then the project “One-page brief”.',
        '1 h 45 min',
        'Read it right',
        'Write <em>one page</em> for the library board.',
        'Supported by the data',
        '2 of 4 points pass.',
        '1 ECTS for 25 hours',
        'Reviewed each year by two colleagues.',
        'EQF level 5',
      ]) {
        expect(text).toContain(told);
      }
      expect(text).not.toContain('secret');
      const json = await get(`/api/v1/catalogue/riverside/${slug}`);
      expect(json.text).not.toContain('secret');
      expect(json.json()).toMatchObject({
        url: `https://cairn.riverside.example/micro-credentials/riverside/${slug}`,
        workload: { totalMinutes: 705, statedHours: 25, beyondMinutes: 795, hoursPerEcts: 25 },
        courses: [
          {
            minutes: 105,
            activities: [
              { kind: 'page', title: 'Axes' },
              { kind: 'quiz', required: false },
            ],
          },
        ],
      });
    });

    it('describes itself to search engines, whatever its texts hold', async () => {
      const title = `</script><script>alert('x')</script> "quoted" & <b>bold</b>`;
      const { slug } = await publish(ines, { title, summary: '<!-- <script> -->', description: '<img src=x onerror=alert(1)>' });
      const { text } = await get(`/micro-credentials/riverside/${slug}`);
      const scripts = [...text.matchAll(/<script([^>]*)>([\s\S]*?)<\/script>/g)];
      expect(scripts.map(([, attributes]) => attributes)).toEqual([' type="application/ld+json"']);
      expect(JSON.parse(scripts[0]?.[2] ?? '')).toMatchObject({
        '@context': 'https://schema.org',
        '@type': 'EducationalOccupationalProgram',
        name: title,
        provider: { name: 'Riverside University' },
        hasCourse: [{ '@type': 'Course', name: 'Honest charts', timeRequired: 'PT105M' }],
      });
      expect(text).toContain('<meta property="og:title" content="&lt;/script&gt;');
      expect(text).not.toContain('<img');
    });

    it('is not sent again to who has it, until there is a new edition', async () => {
      const { id, slug } = await publish(ines, { title: 'Cached' });
      const address = `/micro-credentials/riverside/${slug}`;
      for (const url of [address, `/api/v1/catalogue/riverside/${slug}`]) {
        const first = await get(url);
        expect(first.headers).toMatchObject({
          'cache-control': 'public, no-cache',
          etag: expect.stringMatching(/^"[\w-]{22}"$/),
        });
        const again = await get(url, { 'if-none-match': `"other", W/${String(first.headers.etag)}` });
        expect({ status: again.status, text: again.text }).toEqual({ status: 304, text: '' });
      }
      const { headers } = await get(address);
      await world.app.get(PublishEdition, { strict: false }).run(ines, id, 2, 'Again');
      expect((await get(address, { 'if-none-match': String(headers.etag) })).status).toBe(200);
    });

    it('is there for titles of any script', async () => {
      const { slug } = await publish(ines, { title: 'データ分析入門' });
      const { json } = await get(`/api/v1/catalogue/riverside/${encodeURIComponent(slug)}`);
      const { pathname } = new URL(String(json().url));
      expect((await get(pathname)).text).toContain('データ分析入門');
    });

    it('is not there for what is not published', async () => {
      const { slug } = await draft(ines, { title: 'Not yet' });
      for (const path of [`riverside/${slug}`, 'lakeside/river-data', 'nowhere/river-data']) {
        const html = await get(`/micro-credentials/${path}`);
        expect([html.status, html.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
        expect((await get(`/api/v1/catalogue/${path}`)).json()).toMatchObject({ code: 'request.not_found' });
      }
    });
  });

  it('brings its style along, which its policy knows by its hash', async () => {
    const { headers, text } = await get('/');
    const [, style = ''] = /<style>([^<]*)<\/style>/.exec(text) ?? [];
    expect(style).toContain('--paper');
    const hash = createHash('sha256').update(style).digest('base64');
    expect(String(headers['content-security-policy'])).toContain(`style-src 'self' 'sha256-${hash}';`);
  });

  it('is described by OpenAPI without a reference that leads nowhere', () => {
    const { components, paths } = openApiDocument(world.app);
    const references = [...JSON.stringify({ components, paths }).matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(
      ([, name]) => name,
    );
    expect(references.filter((name) => !Object.hasOwn(components?.schemas ?? {}, name ?? ''))).toEqual([]);
    expect(Object.keys(paths)).toContain('/api/v1/micro-credentials/{id}/editions');
    expect(JSON.stringify(components?.schemas?.['QuestionPoolDto'])).toContain('#/components/schemas/MatchingDto');
  });
});
