import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/platform/ids.js';
import type { Answer } from '../support/browser.js';
import { type Learner, type Riverside, startRiverside } from '../support/worlds.js';

type Headers = Record<string, string>;

interface ProblemBody {
  code: string;
  title: string;
  detail?: string;
  errors?: { field: string; code: string; detail: string }[];
  facts?: object;
}

const GERMAN = { 'accept-language': 'de-AT,de;q=0.9,en;q=0.5' };

describe('Refusals of the API in the language that is asked for', () => {
  let world: Riverside;
  let lea: Learner;
  let fullOfferingId: string;
  let draftPath: string;

  beforeAll(async () => {
    world = await startRiverside();
    lea = await world.enroll(await world.member('Lea', ['learner']));
    fullOfferingId = await world.offer(world.edition.id, { seats: 1 });
    await world.enroll(await world.member('Mia', ['learner']), fullOfferingId);
    const draft = await world.ines.browser.post('/api/v1/micro-credentials', { title: 'Data Storytelling' });
    draftPath = `/api/v1/micro-credentials/${draft.json<{ id: string }>().id}`;
  });
  afterAll(() => world?.close());

  const course = { title: 'Honest charts', summary: 'Show it as it is.', language: 'en' };

  const refusals: [string, string, (headers: Headers) => Promise<Answer>][] = [
    ['what one’s roles do not allow', 'Ihre Rollen erlauben es nicht.', (headers) => lea.browser.get('/api/v1/members', headers)],
    [
      'what is not there',
      'Diese Ausgabe gibt es nicht.',
      (headers) => {
        const now = new Date().toISOString();
        const dates = { startsAt: now, endsAt: null, enrollFrom: now, enrollUntil: null };
        const terms = { seats: null, waitlist: false, openEnrollment: true, priceLabel: '', projectDue: null };
        const latePolicy = { graceMinutes: 0, penaltyPercentPerDay: 0, floorPercent: 100, cutoffDays: null };
        const offering = { editionId: newId(), title: 'Autumn', ...dates, ...terms, latePolicy };
        return world.olga.browser.post('/api/v1/offerings', offering, headers);
      },
    ],
    [
      'fields that the validator refuses',
      'Hier muss etwas stehen.',
      (headers) => world.ines.browser.post('/api/v1/courses', { ...course, title: '', colour: 'red' }, headers),
    ],
    [
      'dates that contradict each other',
      'Die Durchführung muss nach ihrem Anfang enden.',
      (headers) =>
        world.olga.browser.patch(
          `/api/v1/offerings/${world.offeringId}`,
          { endsAt: '2020-01-01T00:00:00Z' },
          { ...headers, 'if-match': '"v1"' },
        ),
    ],
    [
      'a draft that cannot be published',
      'Fügen Sie mindestens ein Lernergebnis hinzu.',
      (headers) => world.ines.browser.post(`${draftPath}/editions`, {}, { ...headers, 'if-match': '"v1"' }),
    ],
    [
      'a seat that is taken',
      'Der einzige Platz ist vergeben.',
      (headers) =>
        world.olga.browser.post(`/api/v1/offerings/${fullOfferingId}/enrollments`, { personId: lea.personId }, headers),
    ],
    [
      'what is still locked',
      'Schließen Sie zuerst „Asking questions“ ab.',
      (headers) => lea.browser.get(`${lea.path}/activities/${world.edition.activityIds[1]}`, headers),
    ],
    [
      'work that cannot be handed in yet',
      'Das Projekt ist noch gesperrt: Erledigen Sie zuerst, was davor steht.',
      (headers) => lea.browser.post(`${lea.path}/attempts`, { draftVersion: 1 }, headers),
    ],
    [
      'a file that is no table',
      'Fügen Sie in der ersten Zeile eine Spalte „email“ hinzu.',
      (headers) =>
        world.olga.browser.upload(
          `/api/v1/enrollment-imports?offeringId=${world.offeringId}`,
          'people.csv',
          'a;b\r\n1;2\r\n',
          headers,
        ),
    ],
    [
      'a body that is no JSON',
      'Die Anfrage lässt sich nicht lesen',
      async (headers) => {
        const sent = {
          method: 'POST' as const,
          url: '/api/v1/sessions',
          payload: '{',
          headers: { 'content-type': 'application/json', ...headers },
        };
        const { statusCode: status, headers: had, body: text } = await world.app.inject(sent);
        return { status, headers: had, text, json: <Body>() => JSON.parse(text) as Body } as Answer;
      },
    ],
  ];

  it.each(refusals)('say %s in German, and nothing of it in English', async (_, says, ask) => {
    const [english, german] = [await ask({}), await ask(GERMAN)];
    const [was, is] = [english.json<ProblemBody>(), german.json<ProblemBody>()];
    expect(german.status).toBe(english.status);
    expect([is.code, is.facts, is.errors?.map(placeOf)]).toEqual([was.code, was.facts, was.errors?.map(placeOf)]);
    expect(german.text).toContain(JSON.stringify(says).slice(1, -1));
    const sentences = wordsOf(was);
    expect(wordsOf(is).filter((words) => sentences.includes(words))).toEqual([]);
    expect([english.headers['content-language'], german.headers['content-language']]).toEqual(['en', 'de']);
    expect([english, german].map(({ headers }) => headers['vary'])).toEqual(['accept-language', 'accept-language']);
  });

  it.each([
    ['for a language that is not spoken here', 'fr-FR,fr'],
    ['where German is refused', 'de;q=0, *;q=0.1'],
    ['where English is liked better', 'de;q=0.4, en;q=0.8'],
  ])('are English %s', async (_, language) => {
    const answer = await lea.browser.get('/api/v1/members', { 'accept-language': language });
    expect(answer.headers['content-language']).toBe('en');
    expect(answer.json()).toMatchObject({ title: 'You may not do this' });
  });

  it('follow what is asked for and not what the person reads elsewhere: the program that shows them speaks a language, too', async () => {
    expect((await lea.browser.patch('/api/v1/me', { locale: 'de' })).status).toBe(200);
    expect((await lea.browser.get('/api/v1/members')).headers['content-language']).toBe('en');
  });

  it('keep no language for a request that is sent again', async () => {
    const key = { 'idempotency-key': newId() };
    const ask = (title: string, headers: Headers) =>
      world.ines.browser.post('/api/v1/courses', { ...course, title }, { ...key, ...headers });
    const made = await ask('Honest charts', GERMAN);
    const again = await ask('Honest charts', {});
    expect([made.status, again.status]).toEqual([201, 201]);
    expect(again.json()).toEqual(made.json());
    const german = await ask('Other charts', GERMAN);
    const english = await ask('Other charts', {});
    expect(german.json()).toMatchObject({ title: 'Dieser Idempotency-Key steht für eine andere Anfrage' });
    expect(english.json()).toMatchObject({ title: 'This Idempotency-Key was used for another request' });
  });

  it('stay English between programs, whose standards have their own form for them', async () => {
    const form = { 'content-type': 'application/x-www-form-urlencoded', ...GERMAN };
    const { headers, body } = await world.app.inject({ method: 'POST', url: '/oauth/token', headers: form, payload: 'a=b' });
    expect(headers['content-language']).toBeUndefined();
    expect(JSON.parse(body)).toMatchObject({ error: expect.any(String), error_description: expect.not.stringMatching(/[äöüß]/) });
  });

  it('tell caches besides what else the answer hangs on', async () => {
    const { headers, statusCode } = await world.app.inject({
      url: '/credentials/nothing',
      headers: { accept: 'application/json', ...GERMAN },
    });
    expect(statusCode).toBe(404);
    expect(headers['vary']).toBe('accept, accept-language');
    expect(headers['content-language']).toBe('de');
  });
});

const placeOf = ({ field, code }: { field: string; code: string }) => ({ field, code });

function wordsOf({ title, detail, errors = [] }: ProblemBody): string[] {
  return [title, ...(detail === undefined ? [] : [detail]), ...errors.map((error) => error.detail)];
}
