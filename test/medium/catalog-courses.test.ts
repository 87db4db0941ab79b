import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AddActivity, CreateCourse } from '../../src/modules/catalog/index.js';
import { ArrangeActivities } from '../../src/modules/catalog/use-cases/arrange-activities.js';
import { ChangeActivity } from '../../src/modules/catalog/use-cases/change-activity.js';
import { ChangeCourse } from '../../src/modules/catalog/use-cases/change-course.js';
import { DuplicateActivity } from '../../src/modules/catalog/use-cases/duplicate-activity.js';
import { DuplicateCourse } from '../../src/modules/catalog/use-cases/duplicate-course.js';
import { PreviewActivity } from '../../src/modules/catalog/use-cases/preview-activity.js';
import { PreviewText } from '../../src/modules/catalog/use-cases/preview-text.js';
import { ReadCourseFiles } from '../../src/modules/catalog/use-cases/read-course-files.js';
import { ReadCourses } from '../../src/modules/catalog/use-cases/read-courses.js';
import { ReadOutline } from '../../src/modules/catalog/use-cases/read-outline.js';
import { RemoveActivity } from '../../src/modules/catalog/use-cases/remove-activity.js';
import { newId } from '../../src/platform/ids.js';
import { type CatalogWorld, openCatalogWorld, page, refusal } from '../support/catalog.js';

describe('a course', () => {
  let world: CatalogWorld;

  beforeAll(async () => {
    world = await openCatalogWorld();
  });

  afterAll(() => world.close());

  const outline = async (courseId: string) =>
    (await world.get(ReadCourses).activitiesOf(world.ines, courseId)).map(({ title, position }) => `${position} ${title}`);
  const add = (courseId: string, title: string, position?: number) =>
    world.get(AddActivity).run(world.ines, courseId, { title, minutes: 5, required: true, body: page(title), position });

  it('takes activities at the end or where they are wanted', async () => {
    const courseId = await world.course(world.ines, 'Honest charts');
    await add(courseId, 'Axes');
    await add(courseId, 'Colours', 1);
    await add(courseId, 'Words', 99);
    expect(await outline(courseId)).toEqual(['0 Begin', '1 Colours', '2 Axes', '3 Words']);
  });

  it('keeps positions apart when several authors add at once', async () => {
    const courseId = await world.course(world.ines, 'Cleaning data');
    await Promise.all(Array.from({ length: 6 }, (_, number) => add(courseId, `Part ${number}`, 0)));
    const positions = (await world.get(ReadCourses).activitiesOf(world.ines, courseId)).map(({ position }) => position);
    expect(positions).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });

  it('closes the gap that a removed activity leaves', async () => {
    const courseId = await world.course(world.ines, 'Brief');
    const second = await add(courseId, 'Second');
    await add(courseId, 'Third');
    await world.get(RemoveActivity).run(world.ines, second.id, second.version);
    expect(await outline(courseId)).toEqual(['0 Begin', '1 Third']);
  });

  it('is arranged anew by naming every activity once', async () => {
    const courseId = await world.course(world.ines, 'Order');
    const second = await add(courseId, 'Second');
    const third = await add(courseId, 'Third');
    const [first] = await world.get(ReadCourses).activitiesOf(world.ines, courseId);
    const arranged = await world.get(ArrangeActivities).run(world.ines, courseId, 1, [third.id, first?.id ?? '', second.id]);
    expect(arranged.version).toBe(2);
    expect(await outline(courseId)).toEqual(['0 Third', '1 Begin', '2 Second']);
  });

  it('says what is wrong with an order that does not name every activity once', async () => {
    const courseId = await world.course(world.ines, 'Bad order');
    const second = await add(courseId, 'Second');
    const order = [second.id, second.id, newId()];
    expect(await refusal(world.get(ArrangeActivities).run(world.ines, courseId, 1, order))).toMatchObject({
      code: 'catalog.order_incomplete',
      codes: ['activity_repeated', 'activity_unknown', 'activity_missing'],
    });
    expect(await outline(courseId)).toEqual(['0 Begin', '1 Second']);
  });

  it('lets the first of two authors win and tells the second', async () => {
    const courseId = await world.course(world.ines, 'Race');
    const change = world.get(ChangeCourse);
    const both = await Promise.allSettled([
      change.run(world.ines, courseId, 1, { title: 'Race, by Ines' }),
      change.run(world.ines, courseId, 1, { title: 'Race, by Idris' }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await refusal(change.run(world.ines, courseId, 1, { title: 'Late' }))).toMatchObject({ code: 'precondition.failed' });
  });

  it('tells the second of two authors of an activity', async () => {
    const activity = await add(await world.course(world.ines, 'Race of activities'), 'Page');
    const change = world.get(ChangeActivity);
    await change.run(world.ines, activity.id, 1, { body: page('Ines') });
    expect(await refusal(change.run(world.ines, activity.id, 1, { body: page('Idris') }))).toMatchObject({ status: 412 });
    expect(await refusal(world.get(RemoveActivity).run(world.ines, activity.id, 1))).toMatchObject({ status: 412 });
    expect((await world.get(ReadCourses).activity(world.ines, activity.id)).body).toMatchObject({ markdown: 'Ines' });
  });

  it('is copied whole, and links between its pages lead to the copies', async () => {
    const courseId = await world.course(world.ines, 'Shell');
    const loops = await add(courseId, 'Loops');
    await world.get(AddActivity).run(world.ines, courseId, {
      title: 'Pipes',
      minutes: 10,
      required: false,
      body: page(`See [loops](activity:${loops.id}).`),
    });
    const copy = await world.get(DuplicateCourse).run(world.ines, courseId);
    expect(copy).toMatchObject({ title: 'Shell (copy)', version: 1 });
    const activities = await world.get(ReadCourses).activitiesOf(world.ines, copy.id);
    expect(activities.map(({ title }) => title)).toEqual(['Begin', 'Loops', 'Pipes']);
    expect(activities[2]?.body).toMatchObject({ markdown: `See [loops](activity:${activities[1]?.id}).` });
    expect(activities.map(({ id }) => id)).not.toContain(loops.id);
  });

  it('puts the copy of an activity behind it', async () => {
    const courseId = await world.course(world.ines, 'Twice');
    const second = await add(courseId, 'Second');
    await add(courseId, 'Third');
    await world.get(DuplicateActivity).run(world.ines, second.id);
    expect(await outline(courseId)).toEqual(['0 Begin', '1 Second', '2 Second (copy)', '3 Third']);
  });

  it('is created once however often the request is sent', async () => {
    const wish = { title: 'Once', summary: '', language: 'en', attribution: null };
    const ines = { ...world.ines, idempotency: { scope: 'ines POST /courses', key: 'one-request', requestHash: 'same' } };
    const [first, second] = await Promise.all([world.get(CreateCourse).run(ines, wish), world.get(CreateCourse).run(ines, wish)]);
    expect(second).toEqual(first);
    expect(await world.rows('select from course where title = $1', ['Once'])).toHaveLength(1);
  });

  it('names the parts of a quiz and keeps the names that were sent', async () => {
    const courseId = await world.course(world.ines, 'Quiz');
    const common = { prompt: '?', points: 1, explanation: '' };
    const quiz = {
      introduction: '',
      passMark: 0.8,
      attemptLimit: null,
      timeLimitSeconds: null,
      shuffleQuestions: false,
      reveal: 'after-pass' as const,
      pools: [
        {
          id: 'basics',
          draw: null,
          questions: [
            { ...common, type: 'single' as const, shuffleOptions: true, options: [{ text: 'yes', correct: true, feedback: '' }] },
            {
              ...common,
              id: 'order',
              type: 'ordering' as const,
              credit: 'partial' as const,
              items: [{ id: 'first', text: 'a' }, { text: 'b' }],
            },
          ],
        },
      ],
    };
    const { body } = await world
      .get(AddActivity)
      .run(world.ines, courseId, { title: 'Check', minutes: 5, required: true, body: { kind: 'quiz', quiz } });
    const id: unknown = expect.stringMatching(/^[0-9a-f-]{36}$/);
    expect(body).toMatchObject({
      quiz: {
        pools: [
          {
            id: 'basics',
            questions: [
              { id, options: [{ id, text: 'yes' }] },
              { id: 'order', items: [{ id: 'first' }, { id }] },
            ],
          },
        ],
      },
    });
  });

  it('keeps the address of the player of a video, and refuses other sites', async () => {
    const courseId = await world.course(world.ines, 'Videos');
    const video = (url: string) =>
      world
        .get(AddActivity)
        .run(world.ines, courseId, { title: 'See', minutes: 3, required: true, body: { kind: 'video', url, transcript: '' } });
    expect((await video('https://youtu.be/dQw4w9WgXcQ')).body).toMatchObject({
      url: 'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ',
    });
    expect(await refusal(video('https://videos.example/1'))).toMatchObject({
      code: 'catalog.video_not_allowed',
      fields: ['body.url'],
    });
  });

  it('shows a page as learners would see it, with the pictures that are missing', async () => {
    const courseId = await world.course(world.ines, 'Preview');
    const fileId = await world.file(world.ines, 'course-asset');
    const text = `![Plot](fig/plot.png) ![Map](fig/map.png) [data](data/plot.csv) <script>alert(1)</script>`;
    const activity = await world.get(AddActivity).run(world.ines, courseId, {
      title: 'Look',
      minutes: 5,
      required: true,
      body: page(text, { 'fig/plot.png': fileId, 'data/plot.csv': fileId }),
    });
    const preview = await world.get(PreviewActivity).run(world.ines, activity.id);
    expect(preview.missing).toEqual(['fig/map.png']);
    expect(preview.html).toContain(`src="/api/v1/files/${fileId}/content"`);
    expect(preview.html).toContain(`href="/api/v1/files/${fileId}/content"`);
    expect(preview.html).not.toContain('<script');
  });

  it('shows a text that is not saved yet, with links into the course that it belongs to', async () => {
    const courseId = await world.course(world.ines, 'Unsaved');
    const fileId = await world.file(world.ines, 'course-asset');
    const next = await add(courseId, 'Next');
    const draft = { markdown: `![Plot](plot.png) then [go on](activity:${next.id})`, assets: { 'plot.png': fileId } };
    const preview = (activityId: string | null) => world.get(PreviewText).run(world.ines, { ...draft, activityId });
    expect((await preview(next.id)).html).toContain(`href="./${next.id}"`);
    expect((await preview(null)).html).not.toContain('href=');
    expect((await preview(null)).html).toContain(`src="/api/v1/files/${fileId}/content"`);
    expect(await refusal(preview(newId()))).toMatchObject({ code: 'request.not_found' });
  });

  describe('of another institution', () => {
    it('is as absent as one that never was', async () => {
      const courseId = await world.course(world.lars, 'Lakeside secrets');
      const [activity] = await world.get(ReadCourses).activitiesOf(world.lars, courseId);
      const activityId = activity?.id ?? '';
      const wish = { title: 'Mine', minutes: 1, required: true, body: page('mine') };
      const tries = [
        world.get(ReadCourses).one(world.ines, courseId),
        world.get(ReadCourses).activitiesOf(world.ines, courseId),
        world.get(ReadCourses).activity(world.ines, activityId),
        world.get(ChangeCourse).run(world.ines, courseId, 1, { title: 'Mine' }),
        world.get(AddActivity).run(world.ines, courseId, wish),
        world.get(ArrangeActivities).run(world.ines, courseId, 1, [activityId]),
        world.get(ChangeActivity).run(world.ines, activityId, 1, { title: 'Mine' }),
        world.get(RemoveActivity).run(world.ines, activityId, 1),
        world.get(DuplicateActivity).run(world.ines, activityId),
        world.get(DuplicateCourse).run(world.ines, courseId),
        world.get(PreviewActivity).run(world.ines, activityId),
      ];
      for (const attempt of tries) expect(await refusal(attempt)).toMatchObject({ code: 'request.not_found' });
      expect((await world.get(ReadCourses).list(world.ines, 100, undefined)).items.map(({ course }) => course.id)).not.toContain(
        courseId,
      );
    });

    it('lends no files: theirs are refused with their place, like unknown ones and those for badges', async () => {
      const courseId = await world.course(world.ines, 'Files');
      const theirs = await world.file(world.lars, 'course-asset');
      const badge = await world.file(world.ines, 'badge-image');
      const body = page('![](a.png)', { 'a.png': theirs, 'b.png': newId(), 'c.png': badge });
      const wish = { title: 'Borrowed', minutes: 1, required: true, body };
      expect(await refusal(world.get(AddActivity).run(world.ines, courseId, wish))).toMatchObject({
        code: 'catalog.file_unknown',
        fields: ['body.assets.a.png', 'body.assets.b.png', 'body.assets.c.png'],
      });
      const file = { ...wish, body: { kind: 'file' as const, fileId: theirs, description: '' } };
      expect(await refusal(world.get(AddActivity).run(world.ines, courseId, file))).toMatchObject({ fields: ['body.fileId'] });
    });
  });

  it('has files of its authors alone: what was handed in elsewhere, such as submissions, is not read as one', async () => {
    const fileId = await world.file(world.ines, 'course-asset');
    expect(await world.get(ReadCourseFiles).one(world.ines, fileId)).toMatchObject({ id: fileId, purpose: 'course-asset' });
    await world.rows(`update stored_file set purpose = 'submission' where id = $1`, [fileId]);
    expect(await refusal(world.get(ReadCourseFiles).one(world.ines, fileId))).toMatchObject({ code: 'request.not_found' });
    const badge = await world.file(world.lars, 'badge-image');
    expect(await refusal(world.get(ReadCourseFiles).one(world.ines, badge))).toMatchObject({ code: 'request.not_found' });
    expect((await world.get(ReadCourseFiles).badgeImage(badge)).id).toBe(badge);
  });

  it('is nothing that learners change', async () => {
    const lea = { ...world.ines, roles: new Set(['learner'] as const) };
    const wish = { title: 'Mine', summary: '', language: 'en', attribution: null };
    expect(await refusal(world.get(CreateCourse).run(lea, wish))).toMatchObject({ code: 'access.not_allowed' });
  });

  it('is found page by page, newest first', async () => {
    for (const title of ['One', 'Two', 'Three', 'Four', 'Five']) await world.course(world.lars, title);
    const seen: string[] = [];
    let cursor: string | null | undefined;
    while (cursor !== null) {
      const { items, next } = await world.get(ReadCourses).list(world.lars, 2, cursor);
      expect(items.length).toBeLessThanOrEqual(2);
      seen.push(...items.map(({ course }) => course.title));
      cursor = next;
    }
    expect(seen).toEqual(['Five', 'Four', 'Three', 'Two', 'One', 'Lakeside secrets']);
    const [newest] = (await world.get(ReadCourses).list(world.lars, 1, undefined)).items;
    expect(newest?.sums).toEqual({ activities: 1, minutes: 60 });
  });

  it('is found by letters of its title, whatever signs they are', async () => {
    for (const title of ['100 % honest', '100 times honest', 'snake_case']) await world.course(world.ines, title);
    const titles = async (q: string) =>
      (await world.get(ReadCourses).list(world.ines, 10, undefined, q)).items.map(({ course }) => course.title);
    expect(await titles('HONEST')).toEqual(expect.arrayContaining(['100 times honest', '100 % honest']));
    expect(await titles('0 %')).toEqual(['100 % honest']);
    expect(await titles('e_c')).toEqual(['snake_case']);
  });

  it('stands in the outline of its micro-credentials, which tells who else holds it', async () => {
    const shared = await world.course(world.ines, 'Shared');
    const own = await world.course(world.ines, 'Own');
    await add(own, 'Axes');
    const { id } = await world.microCredential(world.ines, { courseIds: [own, shared] });
    await world.microCredential(world.ines, { courseIds: [shared] });
    const outlined = await world.get(ReadOutline).run(world.ines, id);
    expect(outlined.map(({ course, usedElsewhere }) => [course.title, usedElsewhere])).toEqual([
      ['Own', 0],
      ['Shared', 1],
    ]);
    expect(outlined[0]?.activities).toMatchObject([
      { position: 0, title: 'Begin', kind: 'page', minutes: 60 },
      { position: 1, title: 'Axes', kind: 'page', minutes: 5, required: true, version: 1 },
    ]);
    expect(await refusal(world.get(ReadOutline).run(world.lars, id))).toMatchObject({ code: 'request.not_found' });
  });
});
