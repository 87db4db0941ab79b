import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  AddActivity,
  CreateMicroCredential,
  EditionStore,
  LearnerPages,
  PublishEdition,
} from '../../src/modules/catalog/index.js';
import { inOrder, type Requirement } from '../../src/modules/catalog/domain/sequence.js';
import { ChangeActivity } from '../../src/modules/catalog/use-cases/change-activity.js';
import { ChangeMicroCredential } from '../../src/modules/catalog/use-cases/change-micro-credential.js';
import { CheckPublishing } from '../../src/modules/catalog/use-cases/check-publishing.js';
import { DuplicateMicroCredential } from '../../src/modules/catalog/use-cases/duplicate-micro-credential.js';
import { ReadCourses } from '../../src/modules/catalog/use-cases/read-courses.js';
import { ReadEditions } from '../../src/modules/catalog/use-cases/read-editions.js';
import { ReadMicroCredentials } from '../../src/modules/catalog/use-cases/read-micro-credentials.js';
import { RetireMicroCredential } from '../../src/modules/catalog/use-cases/retire-micro-credential.js';
import { system } from '../../src/platform/database/scope.js';
import { newId } from '../../src/platform/ids.js';
import { type CatalogWorld, openCatalogWorld, page, publishable, refusal } from '../support/catalog.js';

describe('a micro-credential', () => {
  let world: CatalogWorld;

  beforeAll(async () => {
    world = await openCatalogWorld();
  });

  afterAll(() => world.close());

  const create = (title: string) => world.get(CreateMicroCredential).run(world.ines, { title });
  const change = (...parameters: Parameters<ChangeMicroCredential['run']>) => world.get(ChangeMicroCredential).run(...parameters);
  const publish = (id: string, version: number, note = '') => world.get(PublishEdition).run(world.ines, id, version, note);

  describe('as a draft', () => {
    it('begins with nothing but its title, in the language of the institution', async () => {
      const { draft, slug, version } = await create('Blank');
      expect({ slug, version }).toEqual({ slug: 'blank', version: 1 });
      expect(draft).toMatchObject({ title: 'Blank', language: 'en', outcomes: [], project: null, sequence: inOrder([]) });
    });

    it('has an address of its own however many begin with one title at once', async () => {
      const made = await Promise.all(Array.from({ length: 5 }, () => create('Same title')));
      expect(made.map(({ slug }) => slug).sort()).toEqual([
        'same-title',
        'same-title-2',
        'same-title-3',
        'same-title-4',
        'same-title-5',
      ]);
    });

    it('takes its address from its title until it is published, and keeps it from then on', async () => {
      const { id } = await world.microCredential(world.ines, { title: 'Untitled' });
      const { microCredential: renamed } = await change(world.ines, id, 1, { title: 'River data' });
      expect(renamed.slug).toBe('river-data');
      await publish(id, 2);
      const { microCredential: again } = await change(world.ines, id, 3, { title: 'Lake data' });
      expect(again).toMatchObject({ slug: 'river-data', title: 'Lake data' });
    });

    it('keeps its address when it is renamed to something with the same one', async () => {
      const { id } = await create('Maps & plans');
      expect((await change(world.ines, id, 1, { title: 'Maps: plans' })).microCredential.slug).toBe('maps-plans');
    });

    it('has a sequence that follows its courses until an author shapes it', async () => {
      const [shell, git, sql] = await Promise.all(['Shell', 'Git', 'SQL'].map((title) => world.course(world.ines, title)));
      if (!shell || !git || !sql) throw new Error('There are three courses');
      const { id } = await create('Sequence');
      const followed = await change(world.ines, id, 1, { courseIds: [shell, git] });
      expect(followed.microCredential.draft.sequence).toEqual(inOrder([shell, git]));
      const sequence: Requirement = {
        type: 'in-order',
        items: [
          {
            type: 'all-of',
            items: [
              { type: 'course', courseId: shell },
              { type: 'course', courseId: git },
            ],
          },
          { type: 'project' },
        ],
      };
      await change(world.ines, id, 2, { sequence });
      const shaped = await change(world.ines, id, 3, { courseIds: [shell, git, sql] });
      expect(shaped.microCredential.draft.sequence).toEqual(sequence);
      const { problems } = await world.get(CheckPublishing).run(world.ines, id);
      expect(problems.find(({ code }) => code === 'sequence_course_missing')?.params).toMatchObject({ course: 'SQL' });
    });

    it('tells the second of two authors who save the same version', async () => {
      const { id } = await create('Two authors');
      const both = await Promise.allSettled([
        change(world.ines, id, 1, { summary: 'By Ines' }),
        change(world.ines, id, 1, { summary: 'By Idris' }),
      ]);
      const late = both.find((outcome) => outcome.status === 'rejected');
      expect(await refusal(Promise.reject(late?.reason))).toMatchObject({ code: 'precondition.failed', status: 412 });
      expect((await world.get(ReadMicroCredentials).one(world.ines, id)).microCredential.version).toBe(2);
    });

    it('names the parts of its rubric and keeps the names that were sent', async () => {
      const rating = (id?: string) => ({ ...(id ? { id } : {}), title: 'Good', description: '', points: 2 });
      const { draft } = await world.microCredential(world.ines, {
        rubric: {
          passPoints: 1,
          criteria: [{ title: 'Claim', description: '', mustPassPoints: null, ratings: [rating('best'), rating()] }],
        },
      });
      expect(draft.rubric?.criteria[0]?.ratings.map(({ id }) => id)).toEqual(['best', expect.stringMatching(/^[0-9a-f-]{36}$/)]);
      expect(draft.rubric?.criteria[0]?.id).toMatch(/^[0-9a-f-]{36}$/);
    });

    it('refuses courses that are not there, of another institution, or named twice, each with its place', async () => {
      const ours = await world.course(world.ines, 'Ours');
      const theirs = await world.course(world.lars, 'Theirs');
      const { id } = await create('Borrowed');
      expect(await refusal(change(world.ines, id, 1, { courseIds: [ours, theirs, newId(), ours] }))).toEqual({
        code: 'catalog.course_unknown',
        status: 422,
        fields: ['courseIds[1]', 'courseIds[2]', 'courseIds[3]'],
        codes: ['course_unknown', 'course_unknown', 'course_repeated'],
      });
    });

    it('refuses a badge image that is not there, of another institution, or a course file', async () => {
      const { id } = await create('Badge');
      const images = [newId(), await world.file(world.lars, 'badge-image'), await world.file(world.ines, 'course-asset')];
      for (const badgeImageFileId of images) {
        expect(await refusal(change(world.ines, id, 1, { badgeImageFileId }))).toMatchObject({
          code: 'catalog.file_unknown',
          fields: ['badgeImageFileId'],
        });
      }
      const ours = await world.file(world.ines, 'badge-image');
      expect((await change(world.ines, id, 1, { badgeImageFileId: ours })).microCredential.draft.badgeImageFileId).toBe(ours);
    });

    it('is copied with its courses and without its editions', async () => {
      const original = await world.microCredential(world.ines, { title: 'Original' });
      await publish(original.id, 1);
      const copy = await world.get(DuplicateMicroCredential).run(world.ines, original.id);
      expect(copy).toMatchObject({ title: 'Original (copy)', slug: 'original-copy', version: 1, retiredAt: null });
      expect(copy.draft).toEqual({ ...original.draft, title: 'Original (copy)' });
      expect((await world.get(ReadMicroCredentials).one(world.ines, copy.id)).latest).toBeNull();
    });
  });

  describe('when it is published', () => {
    it('freezes the draft and its courses, and later changes reach neither', async () => {
      const courseId = await world.course(world.ines, 'Frozen', page('first text'));
      const { id, draft } = await world.microCredential(world.ines, { title: 'Ice', courseIds: [courseId] });
      const first = await publish(id, 1, 'First edition');
      const [activity] = await world.get(ReadCourses).activitiesOf(world.ines, courseId);
      if (!activity) throw new Error('The course has an activity');
      await world.get(ChangeActivity).run(world.ines, activity.id, 1, { body: page('second text') });
      await change(world.ines, id, 2, { summary: 'Changed' });
      const { content, changeNote } = await world.get(ReadEditions).one(world.ines, first.id);
      expect(changeNote).toBe('First edition');
      const { courseIds: _, ...described } = draft;
      const { id: activityId, title, minutes, required } = activity;
      const frozen = { id: activityId, title, minutes, required, body: page('first text') };
      const course = { id: courseId, title: 'Frozen', summary: '', language: 'en', attribution: null, activities: [frozen] };
      expect(content).toEqual({ ...described, courses: [course] });

      const second = await publish(id, 3);
      expect(second.number).toBe(2);
      expect((await world.get(ReadEditions).list(world.ines, id, 10, undefined)).items.map(({ number }) => number)).toEqual([
        2, 1,
      ]);
      const events = await world.rows<{ particulars: object }>(
        `select particulars from event where type = 'edition.published' and particulars->>'microCredentialId' = $1 order by occurred_at`,
        [id],
      );
      expect(events.map(({ particulars }) => particulars)).toEqual([1, 2].map((number) => ({ microCredentialId: id, number })));
    });

    it('is published once when two authors do it at once, and the other one hears of it', async () => {
      const { id } = await world.microCredential(world.ines);
      const both = await Promise.allSettled([publish(id, 1), publish(id, 1), publish(id, 1)]);
      const refused = both.filter((outcome) => outcome.status === 'rejected');
      expect(refused).toHaveLength(2);
      for (const { reason } of refused)
        expect(await refusal(Promise.reject(reason))).toMatchObject({ code: 'precondition.failed' });
      expect((await world.get(ReadEditions).list(world.ines, id, 10, undefined)).items).toHaveLength(1);
    });

    it('is published once however often the request is sent', async () => {
      const { id } = await world.microCredential(world.ines);
      const ines = { ...world.ines, idempotency: { scope: 'ines POST editions', key: newId(), requestHash: 'same' } };
      const editions = await Promise.all([1, 2, 3].map(() => world.get(PublishEdition).run(ines, id, 1, '')));
      expect(new Set(editions.map((edition) => edition.id)).size).toBe(1);
    });

    it('names everything that stands against it at once, and publishes nothing', async () => {
      const courseId = await world.course(world.ines, 'Started');
      const emptyId = await world.course(world.ines, 'Empty');
      const [only] = await world.get(ReadCourses).activitiesOf(world.ines, emptyId);
      await world.get(ChangeActivity).run(world.ines, only?.id ?? '', 1, { required: false });
      const { rubric } = publishable();
      const { id } = await world.microCredential(world.ines, {
        courseIds: [courseId, emptyId],
        outcomes: [],
        workload: { hours: 0, ects: 0.3, ceu: null },
        rubric: { ...rubric, passPoints: 9 },
        sequence: {
          type: 'all-of',
          items: [
            { type: 'course', courseId, after: [emptyId] },
            { type: 'course', courseId: emptyId, after: [courseId] },
            { type: 'project' },
          ],
        },
      });
      const expected = [
        ['outcomes_missing', 'outcomes'],
        ['workload_missing', 'workload.hours'],
        ['workload_ects_malformed', 'workload.ects'],
        ['course_empty', 'courses[1].activities'],
        ['sequence_never_opens', 'sequence.items[0]'],
        ['sequence_never_opens', 'sequence.items[1]'],
        ['rubric_unpassable', 'rubric.passPoints'],
      ];
      const refused = await refusal(publish(id, 1));
      expect(refused).toMatchObject({ code: 'catalog.not_publishable', status: 422 });
      expect(refused.codes.map((code, index) => [code, refused.fields[index]])).toEqual(expected);
      const checked = await world.get(CheckPublishing).run(world.ines, id);
      expect(checked.problems.map(({ code }) => code)).toEqual(expected.map(([code]) => code));
      expect((await world.get(ReadMicroCredentials).one(world.ines, id)).latest).toBeNull();
    });

    it.each<[string, object, string[]]>([
      ['no courses', { courseIds: [] }, ['courses_missing']],
      ['no project', { project: null }, ['project_missing']],
      ['no rubric', { rubric: null }, ['rubric_missing']],
      ['no skills', { skills: [] }, ['skills_missing']],
      [
        'no place for the project',
        { sequence: { type: 'in-order', items: [] } },
        ['sequence_course_missing', 'sequence_project_missing', 'sequence_group_empty'],
      ],
      [
        'a course that is not among its own',
        { sequence: inOrder([newId()]) },
        ['sequence_course_unknown', 'sequence_course_missing'],
      ],
      [
        'everything missing',
        { title: ' ', summary: '', criteria: '', outcomes: [''] },
        ['title_missing', 'summary_missing', 'criteria_missing', 'outcome_empty'],
      ],
    ])('is refused with %s', async (_, changes, codes) => {
      const { id } = await world.microCredential(world.ines, changes);
      expect((await refusal(publish(id, 1))).codes).toEqual(codes);
    });

    it('is refused when it is too large to be read by many at once', async () => {
      const courseId = await world.course(world.ines, 'Endless');
      const long = page('x'.repeat(4_000_000));
      for (const title of ['A', 'B', 'C', 'D']) {
        await world.get(AddActivity).run(world.ines, courseId, { title, minutes: 1, required: true, body: long });
      }
      const { id } = await world.microCredential(world.ines, { courseIds: [courseId] });
      expect(await refusal(publish(id, 1))).toMatchObject({ code: 'catalog.edition_too_large', status: 422 });
    });
  });

  describe('once it is retired', () => {
    it('stays as it is, with its editions, and can be copied', async () => {
      const { id } = await world.microCredential(world.ines, { title: 'Old' });
      const edition = await publish(id, 1);
      const { microCredential } = await world.get(RetireMicroCredential).run(world.ines, id);
      expect(microCredential).toMatchObject({ version: 3, retiredAt: expect.any(Date) });
      for (const attempt of [
        change(world.ines, id, 3, { summary: '' }),
        publish(id, 3),
        world.get(RetireMicroCredential).run(world.ines, id),
      ]) {
        expect(await refusal(attempt)).toMatchObject({ code: 'catalog.retired', status: 409 });
      }
      expect((await world.get(ReadEditions).one(world.ines, edition.id)).number).toBe(1);
      expect((await world.get(DuplicateMicroCredential).run(world.ines, id)).retiredAt).toBeNull();
    });
  });

  describe('of another institution', () => {
    it('is as absent as one that never was', async () => {
      const { id } = await world.microCredential(world.lars);
      const edition = await world.get(PublishEdition).run(world.lars, id, 1, '');
      const tries = [
        world.get(ReadMicroCredentials).one(world.ines, id),
        change(world.ines, id, 2, { summary: '' }),
        publish(id, 2),
        world.get(CheckPublishing).run(world.ines, id),
        world.get(DuplicateMicroCredential).run(world.ines, id),
        world.get(RetireMicroCredential).run(world.ines, id),
        world.get(ReadEditions).list(world.ines, id, 10, undefined),
        world.get(ReadEditions).one(world.ines, edition.id),
      ];
      for (const attempt of tries) expect(await refusal(attempt)).toMatchObject({ code: 'request.not_found' });
      const listed = await world.get(ReadMicroCredentials).list(world.ines, 100, undefined);
      expect(listed.items.map(({ microCredential }) => microCredential.id)).not.toContain(id);
    });
  });

  describe('as other modules read its editions', () => {
    it('is shared, frozen, and shown to its own institution and the system alone, in memory or not', async () => {
      const { id, slug } = await world.microCredential(world.ines, { title: 'Shared' });
      const { id: editionId } = await publish(id, 1);
      const store = world.get(EditionStore);
      const read = (scope: Parameters<typeof world.work.run>[0]) => world.work.run(scope, (tx) => store.find(tx, editionId));
      expect(await read(world.lars)).toBeNull();
      const edition = await read(world.ines);
      expect(edition).toMatchObject({ id: editionId, number: 1, slug, title: 'Shared', institutionId: world.ines.institutionId });
      expect(await read(world.ines)).toBe(edition);
      expect(await read(system('a test'))).toBe(edition);
      expect(await read(world.lars)).toBeNull();
      expect(() => edition?.content.courses.pop()).toThrow(TypeError);
      const missing = world.work.run(world.lars, (tx) => store.get(tx, editionId));
      expect(await refusal(missing)).toMatchObject({ code: 'request.not_found' });
    });

    it('has pages that link to each other, and nothing in place of what is no page of it', async () => {
      const courseId = await world.course(world.ines, 'Linked', page('# Start'));
      const [start] = await world.get(ReadCourses).activitiesOf(world.ines, courseId);
      const links = page(`[back](activity:${start?.id}) and [away](activity:${newId()})`);
      const second = await world
        .get(AddActivity)
        .run(world.ines, courseId, { title: 'Two', minutes: 1, required: true, body: links });
      const { id } = await world.microCredential(world.ines, { courseIds: [courseId] });
      const { id: editionId } = await publish(id, 1);
      const edition = await world.work.run(world.ines, (tx) => world.get(EditionStore).get(tx, editionId));
      const pages = world.get(LearnerPages);
      expect(pages.html(edition, second.id)).toBe(`<p><a href="./${start?.id}">back</a> and away</p>`);
      expect(pages.html(edition, second.id)).toBe(pages.html(edition, second.id));
      expect(pages.html(edition, newId())).toBeNull();
    });
  });
});
