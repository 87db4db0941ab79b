import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/platform/ids.js';
import { activity, course, type LearningWorld, type Member, page, quiz, startLearningWorld } from '../support/learning.js';
import { countStatements } from '../support/statements.js';

const DAY = 24 * 60 * 60_000;

interface JourneyBody {
  progress: { share: number; percent: number; minutesDone: number; minutesTotal: number };
  courses: {
    id: string;
    state: string;
    reasons: { key: string; words: string; courseIds: string[] }[];
    progress: { share: number; percent: number };
    activities: { id: string; state: string; value: number }[];
  }[];
  project: { state: string; reasons: { words: string }[] };
  position: { activityId: string; place: object } | null;
  next: { kind: string; activityId: string | null } | null;
  can: { learn: boolean; arrange: boolean };
}

describe('a learner’s journey', () => {
  let world: LearningWorld;
  let lea: Member;
  let otto: Member;
  const files = page(
    'Files',
    { minutes: 30 },
    '# Files\n\n<script>alert(1)</script>\n\n![A tree](fig/tree.svg)\n\n[next](activity:PIPES)',
  );
  const pipes = page('Pipes');
  const picture = newId();
  if (files.body.kind === 'page') {
    files.body.assets = { 'fig/tree.svg': picture };
    files.body.markdown = files.body.markdown.replace('PIPES', pipes.id);
  }
  const shell = course('The Unix Shell', [files, pipes]);
  const film = activity('Film', { kind: 'video', url: 'https://player.vimeo.com/video/1?dnt=1', transcript: 'Hello.' });
  const git = course('Version Control', [film, quiz('Test')]);
  let offeringId: string;

  beforeAll(async () => {
    world = await startLearningWorld();
    lea = await world.member('Lea', ['instructor']);
    otto = await world.member('Otto', ['office']);
    offeringId = await world.offering(await world.edition({ courses: [shell, git] }));
    await world.staff(offeringId, lea, 'instructor');
  });
  afterAll(() => world.close());

  const start = async (name = 'Amara', wish = {}) => {
    const learner = await world.member(name, ['learner']);
    const enrollmentId = await world.enroll(offeringId, learner, wish);
    const path = `/api/v1/enrollments/${enrollmentId}`;
    const did = async (...activityIds: string[]) => {
      const facts = activityIds.map((activityId) => fact(activityId));
      return learner.browser.post(`${path}/facts`, { facts });
    };
    const journey = async (viewer = learner) => (await viewer.browser.get(`${path}/journey`)).json<JourneyBody>();
    return { ...learner, enrollmentId, path, did, journey };
  };
  const fact = (activityId: string, changes: object = {}) => ({
    id: newId(),
    activityId,
    kind: 'completed',
    effectiveAt: world.clock.now().toISOString(),
    ...changes,
  });

  it('says how far Amara is, what is open, why the rest is not, and what is next', async () => {
    const amara = await start();
    await amara.did(pipes.id);
    const journey = await amara.journey();
    expect(journey).toMatchObject({
      progress: { percent: 16, minutesDone: 10, minutesTotal: 60 },
      courses: [
        { id: shell.id, state: 'open', reasons: [], progress: { share: 0.25, percent: 25 } },
        {
          id: git.id,
          state: 'locked',
          reasons: [
            { key: 'complete_course_first', words: 'Finish “The Unix Shell” first: you have 25 %.', courseIds: [shell.id] },
          ],
        },
      ],
      project: { state: 'locked' },
      position: null,
      next: { kind: 'activity', activityId: files.id },
      can: { learn: true, arrange: false },
    });
    expect(journey.courses.flatMap(({ activities }) => activities.map(({ state }) => state))).toEqual([
      'open',
      'completed',
      'locked',
      'locked',
    ]);
  });

  it('shows the learner, the instructor and the office the same numbers, in the journey and in the list', async () => {
    const amara = await start();
    await amara.browser.post(`${amara.path}/facts`, {
      facts: [fact(files.id, { kind: 'progressed', value: 0.37 }), fact(pipes.id)],
    });
    const { can, ...own } = await amara.journey();
    const [{ can: leas, ...seenByLea }, { can: ottos, ...seenByOtto }] = [await amara.journey(lea), await amara.journey(otto)];
    expect(seenByLea).toEqual(own);
    expect(seenByOtto).toEqual(own);
    expect([can, leas, ottos]).toEqual([
      { learn: true, arrange: false },
      { learn: false, arrange: true },
      { learn: false, arrange: true },
    ]);
    for (const viewer of [lea, otto]) {
      const list = (await viewer.browser.get(`/api/v1/offerings/${offeringId}/progress?limit=100`)).json<{
        items: { enrollmentId: string; personName: string; progress: object; coursesCompleted: number; lastActivityAt: string }[];
      }>();
      const row = list.items.find(({ enrollmentId }) => enrollmentId === amara.enrollmentId);
      expect(row).toMatchObject({
        personName: 'Amara',
        progress: own.progress,
        coursesCompleted: 0,
        lastActivityAt: expect.any(String),
      });
    }
  });

  it('never shows more than 100 %, and 100 % only to who has done everything', async () => {
    const amara = await start();
    for (const told of [files.id, files.id, pipes.id, film.id]) {
      await amara.did(told);
      const { progress, courses } = await amara.journey();
      for (const { percent, share } of [progress, ...courses.map((one) => one.progress)]) {
        expect(percent).toBeLessThanOrEqual(100);
        expect(percent === 100).toBe(share === 1);
      }
      expect(progress.percent).toBeLessThan(100);
    }
  });

  it('finds the place again where Jonas left off', async () => {
    const jonas = await start('Jonas');
    const saved = await jonas.browser.put(`${jonas.path}/position`, { activityId: pipes.id, place: { scroll: 0.4 } });
    expect(saved.status).toBe(200);
    expect(await jonas.journey()).toMatchObject({
      position: { activityId: pipes.id, place: { scroll: 0.4 } },
      next: { kind: 'activity', activityId: pipes.id },
    });
    const locked = await jonas.browser.put(`${jonas.path}/position`, { activityId: film.id, place: {} });
    expect(locked.json()).toMatchObject({ status: 409, code: 'learning.locked' });
    const large = await jonas.browser.put(`${jonas.path}/position`, { activityId: pipes.id, place: { note: 'x'.repeat(2_000) } });
    expect(large.json()).toMatchObject({ status: 400, errors: [{ field: 'place' }] });
  });

  it('takes as many statements for twelve courses as for one', async () => {
    const statementsOf = async (courses: number) => {
      const many = Array.from({ length: courses }, (_, index) => course(`Course ${index}`, [page('One'), page('Two')]));
      const offering = await world.offering(await world.edition({ courses: many }));
      const amara = await world.member('Amara', ['learner']);
      const enrollmentId = await world.enroll(offering, amara);
      const look = () => amara.browser.get(`/api/v1/enrollments/${enrollmentId}/journey`);
      await look();
      return countStatements(look);
    };
    const [one, twelve] = [await statementsOf(1), await statementsOf(12)];
    expect(twelve).toBe(one);
    // One finds out who asks, the other is the place with all that is known.
    expect(one).toBe(2);
  });

  it('answers alike about somebody else’s place, another institution’s and one that does not exist', async () => {
    const amara = await start();
    const jonas = await start('Jonas');
    const stranger = await world.member('Mira', ['instructor']);
    const nils = await world.member('Nils', ['learner', 'instructor', 'office'], world.lakeside);
    const routes = ['journey', `activities/${files.id}`];
    for (const route of routes) {
      const absent = (await jonas.browser.get(`/api/v1/enrollments/${newId()}/${route}`)).json();
      for (const viewer of [jonas, stranger, nils]) {
        const foreign = (await viewer.browser.get(`${amara.path}/${route}`)).json();
        expect({ ...foreign, requestId: '' }).toEqual({ ...absent, requestId: '' });
        expect(foreign).toMatchObject({ status: 404 });
      }
    }
    const told = await jonas.browser.post(`${amara.path}/facts`, { facts: [fact(files.id)] });
    expect(told.status).toBe(404);
    expect((await nils.browser.get(`/api/v1/offerings/${offeringId}/progress`)).status).toBe(404);
    expect((await stranger.browser.get(`/api/v1/offerings/${offeringId}/progress`)).status).toBe(404);
    expect((await jonas.browser.get(`/api/v1/offerings/${offeringId}/progress`)).status).toBe(403);
  });

  it('gives pages as clean HTML, with pictures from our own files and links to neighbours', async () => {
    const amara = await start();
    const answer = (await amara.browser.get(`${amara.path}/activities/${files.id}`)).json<{ content: { html: string } }>();
    expect(answer).toMatchObject({
      courseTitle: 'The Unix Shell',
      language: 'en',
      content: { kind: 'page', objectives: ['Knows Files'] },
    });
    expect(answer.content.html).not.toContain('<script');
    expect(answer.content.html).toContain(`src="/api/v1/files/${picture}/content"`);
    expect(answer.content.html).toContain(`href="./${pipes.id}"`);
  });

  it('gives videos and files once their course is open, and refuses with the reasons before', async () => {
    const leaflet = newId();
    await world.rows(
      `insert into stored_file values ($1, $2, 'course-asset', 'leaflet.pdf', 'application/pdf', 12, 'abc', $3, null, now())`,
      [leaflet, world.riverside, newId()],
    );
    const reading = activity('Leaflet', { kind: 'file', fileId: leaflet, description: 'To print.' });
    const two = [course('First', [page('Begin')]), course('Second', [reading, film])];
    const offering = await world.offering(await world.edition({ courses: two }));
    const amara = await world.member('Amara', ['learner']);
    const path = `/api/v1/enrollments/${await world.enroll(offering, amara)}`;
    const read = async (activityId: string) => (await amara.browser.get(`${path}/activities/${activityId}`)).json();
    expect(await read(reading.id)).toMatchObject({
      status: 409,
      code: 'learning.locked',
      detail: 'Finish “First” first: you have 0 %.',
      facts: { reasons: [{ key: 'complete_course_first' }] },
    });
    await amara.browser.post(`${path}/facts`, { facts: [fact(two[0]?.activities[0]?.id ?? '')] });
    expect(await read(reading.id)).toMatchObject({
      content: { kind: 'file', description: 'To print.', file: { id: leaflet, name: 'leaflet.pdf', bytes: 12 } },
    });
    expect(await read(film.id)).toMatchObject({
      content: { kind: 'video', embedUrl: 'https://player.vimeo.com/video/1?dnt=1', transcript: 'Hello.' },
    });
    expect(await read(newId())).toMatchObject({ status: 404 });
  });

  it.each(['waitlisted', 'invited', 'withdrawn', 'expired'] as const)(
    'gives nothing to read to a place that is %s, and says why',
    async (state) => {
      const amara = await start('Amara', { state });
      const read = (await amara.browser.get(`${amara.path}/activities/${files.id}`)).json();
      expect(read).toMatchObject({ status: 409, code: 'learning.place_not_open', facts: { state } });
      const journey = await amara.journey();
      expect(journey).toMatchObject({
        next: null,
        can: { learn: false },
        courses: [{ state: 'locked', reasons: [{ key: 'place_not_open' }] }, {}],
      });
    },
  );

  it('stays open to read when the micro-credential is completed', async () => {
    const amara = await start('Amara', { state: 'completed' });
    expect((await amara.browser.get(`${amara.path}/activities/${files.id}`)).status).toBe(200);
    expect((await amara.journey()).project.state).toBe('completed');
  });

  it('opens by the clock, and says when', async () => {
    const later = course('Later', [page('Wait')]);
    const sequence = {
      type: 'in-order' as const,
      items: [
        { type: 'course' as const, courseId: later.id, release: { type: 'days-after-start' as const, days: 5 } },
        { type: 'project' as const },
      ],
    };
    const offering = await world.offering(await world.edition({ courses: [later], sequence }));
    const amara = await world.member('Amara', ['learner']);
    const enrollmentId = await world.enroll(offering, amara, { startedAt: new Date('2026-10-05T06:00:00Z') });
    await world.rows(`update enrollment set started_at = $2 where id = $1`, [
      enrollmentId,
      new Date(world.clock.now().getTime() - DAY),
    ]);
    const journey = (await amara.browser.get(`/api/v1/enrollments/${enrollmentId}/journey`)).json<JourneyBody>();
    expect(journey.courses[0]).toMatchObject({ state: 'locked', reasons: [{ key: 'opens_on', opensAt: expect.any(String) }] });
    expect(journey.courses[0]?.reasons[0]?.words).toMatch(/^Opens on .*\(Europe\/Berlin\)\.$/);
    expect(journey.next).toBe(null);
  });

  it('lists everybody of an offering page by page, in as many statements for twenty as for one', async () => {
    const offering = await world.offering(await world.edition({ courses: [shell, git] }));
    const list = async (query: string) =>
      (await otto.browser.get(`/api/v1/offerings/${offering}/progress?${query}`)).json<{
        items: { enrollmentId: string; state: string }[];
        next: string | null;
      }>();
    const enroll = async (state: 'active' | 'withdrawn') =>
      world.enroll(offering, await world.member('Amara', ['learner']), { state });
    const first = await enroll('active');
    await list('limit=100');
    const forOne = await countStatements(() => list('limit=100'));
    const others: string[] = [];
    for (let number = 0; number < 19; number++) others.push(await enroll(number % 5 === 0 ? 'withdrawn' : 'active'));
    expect(await countStatements(() => list('limit=100'))).toBe(forOne);

    const seen: string[] = [];
    for (let next: string | null = ''; next !== null;) {
      const page: { items: { enrollmentId: string }[]; next: string | null } = await list(
        `limit=7${next ? `&cursor=${next}` : ''}`,
      );
      seen.push(...page.items.map(({ enrollmentId }) => enrollmentId));
      next = page.next;
    }
    expect(seen.toSorted()).toEqual([first, ...others].toSorted());
    expect((await list('state=withdrawn')).items).toHaveLength(4);
    expect((await otto.browser.get(`/api/v1/offerings/${offering}/progress?state=gone`)).status).toBe(400);
  });

  it('answers a malformed telling with every field that is wrong', async () => {
    const amara = await start();
    const answer = await amara.browser.post(`${amara.path}/facts`, { facts: [{ ...fact(files.id), kind: 'waived' }, {}] });
    expect(answer.status).toBe(400);
    expect(answer.json<{ errors: { field: string }[] }>().errors.map(({ field }) => field)).toEqual([
      'facts[0].kind',
      'facts[1].id',
      'facts[1].activityId',
      'facts[1].kind',
      'facts[1].effectiveAt',
    ]);
    const refused = (await amara.did(film.id)).json();
    expect(refused).toEqual({
      facts: [
        {
          id: expect.any(String),
          outcome: 'refused',
          refusal: { key: 'course_locked', words: 'Finish “The Unix Shell” first: you have 0 %.' },
        },
      ],
    });
  });
});
