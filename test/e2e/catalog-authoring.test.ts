import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { newId } from '../../src/platform/ids.js';
import type { TestBrowser } from '../support/browser.js';
import { publishable } from '../support/catalog.js';
import { type PeopleWorld, startPeopleWorld } from '../support/people.js';

interface Sent {
  body?: object | undefined;
  headers?: Record<string, string>;
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

describe('Authoring over HTTP', () => {
  let world: PeopleWorld;
  let ines: TestBrowser;
  let lea: TestBrowser;
  let olga: TestBrowser;

  beforeAll(async () => {
    world = await startPeopleWorld();
    ines = await world.join('Ines', ['instructor']);
    lea = await world.join('Lea', ['learner']);
    olga = await world.join('Olga', ['office']);
  });

  afterAll(() => world.close());

  const send = async (browser: TestBrowser, method: Method, url: string, { body, headers }: Sent = {}) => {
    const cookie: Record<string, string> = browser.cookie ? { cookie: browser.cookie } : {};
    const answer = await world.app.inject({
      method,
      url,
      headers: { 'sec-fetch-site': 'same-origin', ...cookie, ...headers },
      ...(body === undefined ? {} : { payload: body }),
    });
    return {
      status: answer.statusCode,
      headers: answer.headers,
      text: answer.body,
      bytes: answer.rawPayload,
      json: () => answer.json<Record<string, never>>(),
    };
  };
  const ifMatch = (version: number) => ({ 'if-match': `"v${version}"` });
  const upload = (browser: TestBrowser, purpose: string, name: string, content: Buffer | string, field = 'file') => {
    const head = `--cut\r\ncontent-disposition: form-data; name="${field}"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`;
    const body = Buffer.concat([Buffer.from(head), Buffer.from(content), Buffer.from('\r\n--cut--\r\n')]);
    return send(browser, 'POST', `/api/v1/files?purpose=${purpose}`, {
      body,
      headers: { 'content-type': 'multipart/form-data; boundary=cut' },
    });
  };
  const created = async (url: string, body?: object): Promise<Record<string, never>> => {
    const answer = await send(ines, 'POST', url, { body });
    if (answer.status !== 201) throw new Error(answer.text);
    return answer.json();
  };
  const course = () => created('/api/v1/courses', { title: 'Honest charts', summary: 'Show it as it is.', language: 'en' });
  const pageBody = { kind: 'page', markdown: '# Axes', assets: {}, objectives: [] };
  const question = { prompt: 'Which?', points: 1, explanation: '' };
  const quiz = {
    introduction: '',
    passMark: 0.5,
    attemptLimit: null,
    timeLimitSeconds: 600,
    shuffleQuestions: true,
    reveal: 'after-attempt',
    pools: [
      {
        draw: null,
        questions: [
          {
            ...question,
            type: 'single',
            shuffleOptions: true,
            options: [
              { text: 'Bar', correct: true, feedback: '' },
              { text: 'Pie', correct: false, feedback: 'No.' },
            ],
          },
          {
            ...question,
            type: 'multiple',
            shuffleOptions: true,
            credit: 'partial',
            options: [
              { text: 'Bar', correct: true, feedback: '' },
              { text: 'Pie', correct: false, feedback: '' },
            ],
          },
          { ...question, type: 'true-false', answer: true, feedbackTrue: '', feedbackFalse: '' },
          { ...question, type: 'short-text', accepted: ['median'], caseSensitive: false },
          { ...question, type: 'numeric', answer: 9.81, tolerance: 0.01, unit: 'm/s²' },
          { ...question, type: 'ordering', credit: 'partial', items: [{ text: 'First' }, { text: 'Second' }] },
          { ...question, type: 'matching', credit: 'partial', pairs: [{ left: 'a', right: 'A' }], distractors: [{ text: 'B' }] },
        ],
      },
    ],
  };
  const activity = (body: object) => ({ title: 'Part', minutes: 10, required: true, body });

  it('goes from an empty course to a published edition', async () => {
    const { id: courseId } = await course();
    await created(`/api/v1/courses/${courseId}/activities`, activity(pageBody));
    await created(`/api/v1/courses/${courseId}/activities`, activity({ kind: 'quiz', quiz }));
    const video = { kind: 'video', url: 'https://vimeo.com/76979871', transcript: 'Words.' };
    await created(`/api/v1/courses/${courseId}/activities`, { ...activity(video), position: 0 });
    const outline = await send(olga, 'GET', `/api/v1/courses/${courseId}/activities`);
    expect(outline.json()).toMatchObject({
      items: [{ kind: 'video', position: 0 }, { kind: 'page' }, { kind: 'quiz', position: 2 }],
    });

    const draft = await created('/api/v1/micro-credentials', { title: 'Data Storytelling' });
    expect(draft).toMatchObject({
      slug: 'data-storytelling',
      version: 1,
      latestEdition: null,
      can: { change: true, publish: true, retire: true },
    });
    const address = `/api/v1/micro-credentials/${draft.id}`;
    expect((await send(ines, 'GET', `${address}/publishing-problems`)).json()).toMatchObject({
      items: expect.arrayContaining([expect.objectContaining({ code: 'outcomes_missing', path: '/outcomes' })]),
    });
    const early = await send(ines, 'POST', `${address}/editions`, { body: {}, headers: ifMatch(1) });
    expect(early.status).toBe(422);
    expect(early.json()).toMatchObject({
      code: 'catalog.not_publishable',
      errors: expect.arrayContaining([expect.objectContaining({ field: 'rubric', code: 'rubric_missing' })]),
    });

    const changed = await send(ines, 'PATCH', address, {
      body: { ...publishable(), courseIds: [courseId] },
      headers: ifMatch(1),
    });
    expect(changed.json()).toMatchObject({
      version: 2,
      sequence: { type: 'in-order', items: [{ courseId }, { type: 'project' }] },
    });
    const published = await send(ines, 'POST', `${address}/editions`, { body: { changeNote: 'First' }, headers: ifMatch(2) });
    expect(published.status).toBe(201);
    const { id: editionId } = published.json();
    expect((await send(ines, 'GET', address)).json()).toMatchObject({ version: 3, latestEdition: { id: editionId, number: 1 } });
    const edition = await send(olga, 'GET', `/api/v1/editions/${editionId}`);
    expect(edition.json()).toMatchObject({
      number: 1,
      content: { courses: [{ activities: [{}, {}, { body: { quiz: { passMark: 0.5 } } }] }] },
    });
    expect((await send(olga, 'GET', address)).json()).toMatchObject({ can: { change: false, publish: false, retire: false } });
  });

  it('wants the version that is changed, and refuses an older one', async () => {
    const { id } = await course();
    const address = `/api/v1/courses/${id}`;
    expect((await send(ines, 'PATCH', address, { body: { title: 'New' } })).status).toBe(428);
    expect((await send(ines, 'PATCH', address, { body: { title: 'New' }, headers: ifMatch(1) })).headers.etag).toBe('"v2"');
    const late = await send(ines, 'PATCH', address, { body: { title: 'Newer' }, headers: ifMatch(1) });
    expect(late.json()).toMatchObject({ status: 412, facts: { currentVersion: 2 } });
    expect((await send(ines, 'GET', address, { headers: { 'if-none-match': '"v2"' } })).status).toBe(304);

    const { id: first } = await created(`${address}/activities`, activity(pageBody));
    const { id: second } = await created(`${address}/activities`, activity(pageBody));
    const order = { activityIds: [second, first] };
    expect((await send(ines, 'PUT', `${address}/activity-order`, { body: order })).status).toBe(428);
    expect((await send(ines, 'PUT', `${address}/activity-order`, { body: order, headers: ifMatch(1) })).status).toBe(412);
    expect((await send(ines, 'PUT', `${address}/activity-order`, { body: order, headers: ifMatch(2) })).status).toBe(200);
    expect(
      (await send(ines, 'PUT', `${address}/activity-order`, { body: { activityIds: [second] }, headers: ifMatch(3) })).json(),
    ).toMatchObject({
      code: 'catalog.order_incomplete',
    });
    expect((await send(ines, 'DELETE', `/api/v1/activities/${first}`)).status).toBe(428);
    expect((await send(ines, 'DELETE', `/api/v1/activities/${first}`, { headers: ifMatch(1) })).status).toBe(204);
    expect((await send(ines, 'GET', `/api/v1/activities/${first}`)).status).toBe(404);
  });

  it('is one creation however often a request with its key is sent', async () => {
    const body = { title: 'Once', summary: '', language: 'en' };
    const headers = { 'idempotency-key': newId() };
    const answers = await Promise.all([1, 2, 3].map(() => send(ines, 'POST', '/api/v1/courses', { body, headers })));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  });

  describe('what cannot be used', () => {
    const nested = (depth: number): object =>
      depth === 1 ? { type: 'project' } : { type: 'all-of', items: [nested(depth - 1)] };

    it.each<[string, object, string[]]>([
      ['a kind that is not known', activity({ kind: 'scorm', markdown: '' }), ['body.kind']],
      ['no kind', activity({ markdown: '' }), ['body.kind']],
      ['no body', { title: 'Part', minutes: 1, required: true }, ['body']],
      ['a list for a body', activity([pageBody]), ['body']],
      ['a field of another kind', activity({ ...pageBody, url: 'https://youtu.be/dQw4w9WgXcQ' }), ['body.url']],
      ['a page that is too long', activity({ ...pageBody, markdown: 'x'.repeat(200_001) }), ['body.markdown']],
      ['assets that are no ids', activity({ ...pageBody, assets: { 'a.png': 'b.png' } }), ['body.assets']],
      ['assets as a list', activity({ ...pageBody, assets: [] }), ['body.assets']],
      ['minutes in parts', { ...activity(pageBody), minutes: 1.5 }, ['minutes']],
      ['a quiz without its settings', activity({ kind: 'quiz', quiz: { pools: [] } }), ['body.quiz.']],
      ['a quiz as a list', activity({ kind: 'quiz', quiz: [] }), ['body.quiz']],
      [
        'nothing among the questions',
        activity({ kind: 'quiz', quiz: { ...quiz, pools: [{ draw: null, questions: [null] }] } }),
        ['body.quiz.pools[0].questions'],
      ],
      [
        'a question of no type',
        activity({ kind: 'quiz', quiz: { ...quiz, pools: [{ draw: null, questions: [{ ...question, type: 'essay' }] }] } }),
        ['body.quiz.pools[0].questions[0].type'],
      ],
      [
        'a list among the options',
        activity({
          kind: 'quiz',
          quiz: {
            ...quiz,
            pools: [{ draw: 1, questions: [{ ...question, type: 'single', shuffleOptions: true, options: [[]] }] }],
          },
        }),
        ['body.quiz.pools[0].questions[0].options'],
      ],
      [
        'an id that every object has',
        activity({ kind: 'quiz', quiz: { ...quiz, pools: [{ id: 'constructor', draw: 1, questions: [] }] } }),
        ['body.quiz.pools[0].id'],
      ],
      ['a host that is none', activity({ kind: 'video', url: 'video.mp4', transcript: '' }), ['body.url']],
    ])('an activity with %s', async (_, body, fields) => {
      const { id } = await course();
      const answer = await send(ines, 'POST', `/api/v1/courses/${id}/activities`, { body });
      expect(answer.status).toBe(400);
      const { errors } = answer.json() as unknown as { errors: { field: string }[] };
      for (const { field } of errors) expect(fields.some((expected) => field.startsWith(expected))).toBe(true);
    });

    it.each<[string, object, string[]]>([
      ['a sequence that is nested too deep', { sequence: nested(7) }, ['sequence']],
      [
        'a sequence with too many parts',
        { sequence: { type: 'all-of', items: Array.from({ length: 200 }, () => ({ type: 'project' })) } },
        ['sequence'],
      ],
      ['a sequence of an unknown type', { sequence: { type: 'any-of', items: [] } }, ['sequence.type']],
      ['a group without items', { sequence: { type: 'all-of', items: [{ type: 'all-of' }] } }, ['sequence.items[0].items']],
      ['nothing in a sequence', { sequence: { type: 'all-of', items: [null] } }, ['sequence.items']],
      ['no sequence', { sequence: null }, ['sequence']],
      [
        'weights that are no points',
        { sequence: { type: 'points', points: 3, weights: { [newId()]: 'three' }, items: [] } },
        ['sequence.weights'],
      ],
      ['a release of an unknown type', { sequence: { type: 'project', release: { type: 'soon' } } }, ['sequence.release.type']],
      ['a workload as a list', { workload: [] }, ['workload']],
      ['lists among the skills', { skills: [[]] }, ['skills']],
      ['a language that is none', { language: 'english please' }, ['language']],
      ['its version', { version: 7 }, ['version']],
      ['its institution', { institutionId: newId() }, ['institutionId']],
      ['its slug', { slug: 'mine' }, ['slug']],
      ['no criteria', { rubric: { passPoints: 1 } }, ['rubric.criteria']],
    ])('a micro-credential with %s', async (_, body, fields) => {
      const { id } = await created('/api/v1/micro-credentials', { title: 'Draft' });
      const answer = await send(ines, 'PATCH', `/api/v1/micro-credentials/${id}`, { body, headers: ifMatch(1) });
      expect(answer.status).toBe(400);
      const { errors } = answer.json() as unknown as { errors: { field: string }[] };
      expect(errors.length).toBeGreaterThan(0);
      for (const { field } of errors) expect(fields.some((expected) => field.startsWith(expected))).toBe(true);
    });

    it('takes a sequence as deep and as large as may be', async () => {
      const { id } = await created('/api/v1/micro-credentials', { title: 'Deep' });
      const courses = Array.from({ length: 199 }, () => ({
        type: 'course',
        courseId: newId(),
        after: [newId()],
        release: { type: 'days-after-start', days: 3 },
      }));
      for (const [index, sequence] of [nested(6), { type: 'at-least', count: 1, items: courses }].entries()) {
        const answer = await send(ines, 'PATCH', `/api/v1/micro-credentials/${id}`, {
          body: { sequence },
          headers: ifMatch(index + 1),
        });
        expect(answer.json()).toMatchObject({ sequence });
      }
    });

    it('a sequence that is endless, at once', async () => {
      const { id } = await created('/api/v1/micro-credentials', { title: 'Endless' });
      const items = Array.from({ length: 100_000 }, () => ({}));
      const answer = await send(ines, 'PATCH', `/api/v1/micro-credentials/${id}`, {
        body: { sequence: { type: 'all-of', items } },
        headers: ifMatch(1),
      });
      expect(answer.json()).toMatchObject({ status: 400, errors: [{ field: 'sequence', code: 'too_large' }] });
    });
  });

  describe('files', () => {
    it('are kept as they are, and every member reads them', async () => {
      const file = (await upload(ines, 'course-asset', 'Größen.csv', 'a,b\n1,2\n')).json();
      expect(file).toMatchObject({ name: 'Größen.csv', mediaType: 'text/csv', bytes: 8 });
      expect((await send(lea, 'GET', `/api/v1/files/${file.id}`)).json()).toEqual(file);
      const content = await send(lea, 'GET', `/api/v1/files/${file.id}/content`);
      expect(content.text).toBe('a,b\n1,2\n');
      expect(content.headers).toMatchObject({
        'content-disposition': expect.stringContaining('attachment'),
        'x-content-type-options': 'nosniff',
      });
      expect((await send(world.browser(), 'GET', `/api/v1/files/${file.id}/content`)).status).toBe(401);
      expect((await send(lea, 'GET', `/api/v1/files/${file.id}/content`, { headers: { range: 'bytes=0-2' } })).text).toBe('a,b');
    });

    it('become badge pictures for everybody, drawn anew', async () => {
      const jpeg = await sharp({ create: { width: 2_000, height: 1_000, channels: 3, background: '#888' } })
        .withExif({ IFD0: { Copyright: 'somebody' } })
        .jpeg()
        .toBuffer();
      const file = (await upload(ines, 'badge-image', 'badge.jpg', jpeg)).json();
      expect(file).toMatchObject({ name: 'badge.png', mediaType: 'image/png' });
      const picture = await send(world.browser(), 'GET', `/badge-images/${file.id}`);
      expect(picture.headers).toMatchObject({
        'content-type': 'image/png',
        'cross-origin-resource-policy': 'cross-origin',
        'cache-control': 'public, max-age=31536000, immutable',
      });
      expect(await sharp(picture.bytes).metadata()).toMatchObject({ format: 'png', width: 1_024, height: 512 });
      expect(picture.bytes.includes('somebody')).toBe(false);
      const again = await send(world.browser(), 'GET', `/badge-images/${file.id}`, {
        headers: { 'if-none-match': String(picture.headers.etag) },
      });
      expect(again.status).toBe(304);
    });

    it('of courses are no badge pictures', async () => {
      const { id } = (await upload(ines, 'course-asset', 'a.csv', 'a')).json();
      expect((await send(world.browser(), 'GET', `/badge-images/${id}`)).status).toBe(404);
    });

    it.each<[string, string, string, string | Buffer, string, number, string]>([
      ['a purpose of another module', 'submission', 'a.csv', 'a', 'file', 400, 'request.invalid_fields'],
      ['nothing in it', 'course-asset', 'a.csv', '', 'file', 422, 'file.empty'],
      ['another type than its name says', 'course-asset', 'a.png', 'text', 'file', 422, 'file.type_mismatch'],
      ['no picture for a badge', 'badge-image', 'a.png', 'text', 'file', 422, 'file.picture_unreadable'],
      [
        'a drawing for a badge',
        'badge-image',
        'a.svg',
        '<svg xmlns="http://www.w3.org/2000/svg"/>',
        'file',
        422,
        'file.picture_unreadable',
      ],
      ['another field', 'course-asset', 'a.csv', 'a', 'document', 400, 'request.malformed'],
      ['a badge that is too large', 'badge-image', 'a.png', Buffer.alloc(10 * 1024 * 1024 + 1), 'file', 413, 'request.too_large'],
    ])('are refused with %s', async (_, purpose, name, content, field, status, code) => {
      expect((await upload(ines, purpose, name, content, field)).json()).toMatchObject({ status, code });
    });

    it('are refused when there is none', async () => {
      const empty = { body: Buffer.from('--cut--\r\n'), headers: { 'content-type': 'multipart/form-data; boundary=cut' } };
      expect((await send(ines, 'POST', '/api/v1/files?purpose=course-asset', empty)).status).toBe(400);
      expect((await send(ines, 'POST', '/api/v1/files?purpose=course-asset', { body: {} })).status).toBe(400);
    });
  });

  it('is closed to learners, to the office where it writes, and to strangers', async () => {
    const { id: courseId } = await course();
    const { id: activityId } = await created(`/api/v1/courses/${courseId}/activities`, activity(pageBody));
    const { id } = await created('/api/v1/micro-credentials', { ...publishable(), courseIds: [courseId] });
    const published = await send(ines, 'POST', `/api/v1/micro-credentials/${id}/editions`, { body: {}, headers: ifMatch(1) });
    const reads = [
      '/api/v1/courses',
      `/api/v1/courses/${courseId}`,
      `/api/v1/courses/${courseId}/activities`,
      `/api/v1/activities/${activityId}`,
      `/api/v1/activities/${activityId}/preview`,
      '/api/v1/micro-credentials',
      `/api/v1/micro-credentials/${id}`,
      `/api/v1/micro-credentials/${id}/publishing-problems`,
      `/api/v1/micro-credentials/${id}/editions`,
      `/api/v1/editions/${published.json().id}`,
    ];
    for (const url of reads) {
      expect([url, (await send(olga, 'GET', url)).status]).toEqual([url, 200]);
      expect([url, (await send(lea, 'GET', url)).status]).toEqual([url, 403]);
      expect([url, (await send(world.browser(), 'GET', url)).status]).toEqual([url, 401]);
    }
    const writes: [Method, string][] = [
      ['POST', '/api/v1/courses'],
      ['PATCH', `/api/v1/courses/${courseId}`],
      ['POST', `/api/v1/courses/${courseId}/duplicate`],
      ['POST', `/api/v1/courses/${courseId}/activities`],
      ['PUT', `/api/v1/courses/${courseId}/activity-order`],
      ['PATCH', `/api/v1/activities/${activityId}`],
      ['DELETE', `/api/v1/activities/${activityId}`],
      ['POST', `/api/v1/activities/${activityId}/duplicate`],
      ['POST', '/api/v1/micro-credentials'],
      ['PATCH', `/api/v1/micro-credentials/${id}`],
      ['POST', `/api/v1/micro-credentials/${id}/duplicate`],
      ['POST', `/api/v1/micro-credentials/${id}/editions`],
      ['POST', `/api/v1/micro-credentials/${id}/retirement`],
      ['POST', '/api/v1/files?purpose=course-asset'],
    ];
    for (const [method, url] of writes) {
      for (const browser of [lea, olga]) expect([url, (await send(browser, method, url)).status]).toEqual([url, 403]);
      expect([url, (await send(world.browser(), method, url)).status]).toEqual([url, 401]);
    }
  });
});
