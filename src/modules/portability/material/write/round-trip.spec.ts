import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  type Activity,
  type EditionCourse,
  type PublishingCandidate,
  type Question,
  type Requirement,
  retargetActivityLinks,
} from '../../../catalog/index.js';
import type { CoursePackage, PackageActivity } from '../package.js';
import { parsePackage } from '../parse-package.js';
import type { PackageEntry } from './entry.js';
import { writeMicroCredential } from './write-package.js';

const FILES = new Map(
  [
    ['f1', 'plot.png'],
    ['f2', 'plot.png'],
    ['f3', 'Übung zwei.pdf'],
    ['f4', 'CON.csv'],
    ['f5', 'talk.mov'],
  ].map(([id = '', originalName = '']) => [id, { id, originalName }]),
);

function read(entries: readonly PackageEntry[]): CoursePackage {
  const texts = new Map(entries.flatMap((entry) => ('text' in entry ? [[entry.path, entry.text()] as const] : [])));
  return parsePackage({ paths: entries.map(({ path }) => path), texts });
}

/** The package as what it was written from: stored ids for names. */
function backAgain(entries: readonly PackageEntry[], original: PublishingCandidate) {
  const { courses, microCredential, report } = read(entries);
  const fileIds = new Map(entries.flatMap((entry) => ('fileId' in entry ? [[entry.path, entry.fileId] as const] : [])));
  const courseIds = new Map(courses.map(({ key }, index) => [key, original.courses[index]?.id ?? '']));
  const rename = (requirement: Requirement): Requirement =>
    JSON.parse(JSON.stringify(requirement), (name, value: unknown) =>
      name === 'courseId' && typeof value === 'string' ? courseIds.get(value) : value,
    ) as Requirement;
  if (!microCredential) throw new Error('no micro-credential');
  const { courseKeys: _, badgeImage, sequence, ...draft } = microCredential;
  return {
    report: report.filter(({ severity }) => severity === 'error'),
    candidate: {
      ...draft,
      badgeImageFileId: badgeImage === null ? null : (fileIds.get(badgeImage) ?? null),
      sequence: rename(sequence),
      courses: courses.map(({ title, summary, language, attribution, activities }, at) => {
        const before = original.courses[at];
        const ids = new Map(activities.map(({ key }, index) => [key, before?.activities[index]?.id ?? '']));
        const asStored = (activity: PackageActivity): Activity => ({
          id: ids.get(activity.key) ?? '',
          title: activity.title,
          minutes: activity.minutes,
          required: activity.required,
          body: bodyAgain(activity.body, ids, fileIds),
        });
        return { id: before?.id ?? '', title, summary, language, attribution, activities: activities.map(asStored) };
      }),
    },
  };
}

function bodyAgain(body: PackageActivity['body'], ids: Map<string, string>, fileIds: Map<string, string>): Activity['body'] {
  if (body.kind === 'file') return { kind: 'file', fileId: fileIds.get(body.path ?? '') ?? '', description: body.description };
  if (body.kind !== 'page') return body;
  const assets = Object.entries(body.assets).map(([as, path]) => [as, fileIds.get(path) ?? ''] as const);
  const markdown = retargetActivityLinks(body.markdown, (key) => ids.get(key) ?? null);
  return { ...body, markdown, assets: Object.fromEntries(assets) };
}

// What PostgreSQL keeps: no NUL; line ends of files are newlines.
const plain = (text: string) => text.replaceAll(/[\0\r]/g, '');
const words = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc.constantFrom(
      'null',
      '5',
      '- a: [b',
      '"',
      "it's: #1",
      '...',
      '---\nx',
      '  led\n\n\n',
      'x.md',
      '# h\t',
      `${' '.repeat(130)}code`,
    ),
    fc.constantFrom('['.repeat(125), '{{{{', '\u2028', '<b>', '&amp;', 'yes', '~', '!!x', '|', '>'),
  )
  .map(plain);
const titles = fc
  .oneof(
    words,
    fc.constantFrom(
      'Equal',
      'equal',
      '../../etc/passwd',
      'a/b\\c',
      'con',
      '🦉🦉',
      'x'.repeat(300),
      '.hidden',
      '   .',
      'Straße é',
    ),
  )
  .map((title) => title.trim() || 'T');
const points = fc.constantFrom(0, 0.1, 1, 2.5, 1e15);
const id = fc.uuid();
const part = fc.record({ id, text: words });
const credit = fc.constantFrom('all-or-nothing' as const, 'partial' as const);
const options = fc.array(fc.record({ id, text: words, correct: fc.boolean(), feedback: words }), { maxLength: 3 });
const base = { id, prompt: words, points, explanation: words };
const question: fc.Arbitrary<Question> = fc.oneof(
  fc.record({ ...base, type: fc.constant('single' as const), shuffleOptions: fc.boolean(), options }),
  fc.record({ ...base, type: fc.constant('multiple' as const), shuffleOptions: fc.boolean(), options, credit }),
  fc.record({
    ...base,
    type: fc.constant('true-false' as const),
    answer: fc.boolean(),
    feedbackTrue: words,
    feedbackFalse: words,
  }),
  fc.record({
    ...base,
    type: fc.constant('short-text' as const),
    accepted: fc.array(words, { maxLength: 3 }),
    caseSensitive: fc.boolean(),
  }),
  fc.record({
    ...base,
    type: fc.constant('numeric' as const),
    answer: fc.constantFrom(-1e15, -0.5, 0, 1 / 3),
    tolerance: points,
    unit: words,
  }),
  fc.record({ ...base, type: fc.constant('ordering' as const), items: fc.array(part, { maxLength: 3 }), credit }),
  fc.record({
    ...base,
    type: fc.constant('matching' as const),
    pairs: fc.array(fc.record({ id, left: words, right: words }), { maxLength: 3 }),
    distractors: fc.array(part, { maxLength: 3 }),
    credit,
  }),
);
const quiz = fc.record({
  introduction: words,
  passMark: fc.constantFrom(0, 0.7, 1),
  attemptLimit: fc.option(fc.integer({ min: 1, max: 9 })),
  timeLimitSeconds: fc.option(fc.integer({ min: 1, max: 9 })),
  shuffleQuestions: fc.boolean(),
  reveal: fc.constantFrom('after-attempt' as const, 'after-pass' as const, 'never' as const),
  pools: fc.array(
    fc.record({
      id: fc.oneof(id, fc.constant('all')),
      draw: fc.option(fc.integer({ min: 1, max: 5 })),
      questions: fc.array(question, { maxLength: 3 }),
    }),
    { maxLength: 2 },
  ),
});
const fileId = fc.constantFrom(...FILES.keys());
const LINKS = ['activity:a0', 'activity:a1#top', 'activity:gone', '02-colours.md', '01-equal.md', 'https://example.org/a'];
const page = fc.record({
  kind: fc.constant('page' as const),
  markdown: fc
    .array(
      fc.oneof(
        words,
        fc.constantFrom(...LINKS).map((to) => `[see](${to}) and [x]: ${to}`),
      ),
      { maxLength: 4 },
    )
    .map((lines) => lines.join('\n')),
  assets: fc.dictionary(fc.constantFrom('fig/plot.png', 'fig/PLOT.png', 'data/a b.csv', '../up.png', 'x'), fileId, {
    noNullPrototype: true,
  }),
  objectives: fc.array(words, { maxLength: 2 }),
});
const body: fc.Arbitrary<Activity['body']> = fc.oneof(
  page.map((one) => ({
    ...one,
    markdown: `${one.markdown}${Object.keys(one.assets)
      .map((as) => `\n![p](<${as}>)`)
      .join('')}`,
  })),
  quiz.map((one) => ({ kind: 'quiz' as const, quiz: one })),
  fc.record({ kind: fc.constant('video' as const), url: fc.webUrl({ validSchemes: ['https'] }), transcript: words }),
  fc.record({ kind: fc.constant('file' as const), fileId, description: words }),
);
const address = fc.constantFrom('', 'https://creativecommons.org/licenses/by/4.0/', 'http://example.org/x');
const course: fc.Arbitrary<EditionCourse> = fc.record({
  id,
  title: titles,
  summary: words,
  language: fc.constantFrom('en', 'de-AT'),
  attribution: fc.option(
    fc.record({
      authors: words,
      licence: fc.constantFrom('CC BY 4.0', 'MIT', 'Mine', 'CC-BY-4.0'),
      licenceUrl: fc.constantFrom('https://creativecommons.org/licenses/by/4.0/', 'http://example.org/x'),
      sourceUrl: address,
      changes: words,
    }),
  ),
  activities: fc
    .array(fc.record({ id: fc.constant(''), title: titles, minutes: fc.nat(6_000), required: fc.boolean(), body }), {
      maxLength: 4,
    })
    .map((all) => all.map((activity, index) => ({ ...activity, id: `a${index}` }))),
});
const text = words;
const candidate: fc.Arbitrary<PublishingCandidate> = fc
  .record({
    title: titles,
    summary: text,
    description: text,
    outcomes: fc.array(text, { maxLength: 2 }),
    skills: fc.array(
      fc.record({
        name: text,
        alignment: fc.option(
          fc.record({
            targetName: text,
            targetUrl: fc.webUrl(),
            targetFramework: text,
            targetCode: text,
            targetType: text,
          }),
        ),
      }),
      { maxLength: 2 },
    ),
    level: fc.option(fc.record({ framework: fc.constantFrom('EQF' as const, 'local' as const), value: text })),
    workload: fc.record({ hours: points, ects: fc.option(points), ceu: fc.option(points) }),
    language: fc.constantFrom('en', 'ar'),
    deliveryMode: fc.constantFrom('online' as const, 'blended' as const, 'onsite' as const),
    qualityAssurance: text,
    prerequisites: text,
    criteria: text,
    badgeImageFileId: fc.option(fc.constant('f1')),
    awardTerms: fc.record({
      validityMonths: fc.option(fc.integer({ min: 1, max: 600 })),
      renewable: fc.boolean(),
      supervision: fc.option(fc.constantFrom('unsupervised' as const, 'onsite-with-identity-check' as const)),
      qualityAssuranceUrl: fc.option(fc.webUrl()),
      stackability: text,
    }),
    courses: fc.uniqueArray(course, { minLength: 1, maxLength: 3, selector: ({ id: one }) => one }),
    project: fc.option(
      fc.record({
        title: text,
        brief: text,
        minutes: fc.nat(600),
        accepts: fc.record({
          text: fc.boolean(),
          links: fc.boolean(),
          files: fc.boolean(),
          mediaTypes: fc.array(text, { maxLength: 2 }),
          maxFiles: fc.integer({ min: 1, max: 50 }),
          maxBytesPerFile: fc.integer({ min: 1, max: 9_999 }),
        }),
        attemptLimit: fc.option(fc.integer({ min: 1, max: 9 })),
      }),
    ),
    rubric: fc.option(
      fc.record({
        passPoints: points,
        criteria: fc.array(
          fc.record({
            id,
            title: text,
            description: text,
            mustPassPoints: fc.option(points),
            ratings: fc.array(fc.record({ id, title: text, description: text, points }), { maxLength: 2 }),
          }),
          { maxLength: 2 },
        ),
      }),
    ),
    marking: fc.record({ secondMarkerShare: fc.constantFrom(0, 0.25, 1), tolerancePoints: points }),
  })
  .map((draft) => ({ ...draft, sequence: everySequence(draft.courses.map((one) => one.id)) }));

/** Every kind of node, with releases and conditions. */
function everySequence(courseIds: readonly string[]): Requirement {
  const courses = courseIds.map((courseId, index): Requirement => ({
    type: 'course',
    courseId,
    ...(index === 1 ? { release: { type: 'days-after-start' as const, days: 7 } } : {}),
  }));
  return {
    type: 'in-order',
    title: 'First: this',
    items: [
      { type: 'at-least', count: 1, items: courses },
      { type: 'all-of', items: [] },
      { type: 'points', points: 2.5, weights: {}, items: [] },
      { type: 'project', release: { type: 'fixed', at: '2026-09-01' } },
    ],
  };
}

describe('A package that was written', () => {
  it('reads as what it was written from, whatever the words and names are', () => {
    fc.assert(
      fc.property(candidate, (original) => {
        const entries = writeMicroCredential(original, FILES, 'About it.');
        const again = backAgain(entries, original);
        expect(again.report).toEqual([]);
        expect(again.candidate).toEqual(original);
      }),
      { numRuns: 300 },
    );
  });

  it('has safe names, no two of which any file system takes for one', () => {
    fc.assert(
      fc.property(candidate, (original) => {
        const paths = writeMicroCredential(original, FILES, '').map(({ path }) => path);
        expect(new Set(paths.map((path) => path.normalize('NFC').toLowerCase())).size).toBe(paths.length);
        for (const segment of paths.flatMap((path) => path.split('/')))
          expect(segment).toMatch(
            /^(?!(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$))[^\p{Cc}<>:"\\|?*. ][^\p{Cc}<>:"\\|?*]{0,160}(?<![. ])$/iu,
          );
      }),
      { numRuns: 100 },
    );
  });

  it('names courses by their folders in points, conditions and nowhere else', () => {
    const [first, second] = [fc.sample(course, { numRuns: 1, seed: 1 })[0], fc.sample(course, { numRuns: 1, seed: 2 })[0]];
    if (!first || !second) throw new Error('no courses');
    const [draft] = fc.sample(candidate, { numRuns: 1, seed: 3 });
    if (!draft) throw new Error('no draft');
    const courses = [
      { ...first, id: 'one', title: 'Equal' },
      { ...second, id: 'two', title: 'equal' },
    ];
    const sequence: Requirement = {
      type: 'points',
      points: 3,
      weights: { one: 1, two: 2, gone: 9 },
      items: [
        { type: 'course', courseId: 'one', after: ['gone', 'two'] },
        { type: 'course', courseId: 'gone' },
        { type: 'project', after: ['two'] },
      ],
    };
    const { microCredential } = read(writeMicroCredential({ ...draft, courses, sequence }, FILES, ''));
    expect(microCredential?.courseKeys).toEqual(['equal', 'equal-2']);
    expect(microCredential?.sequence).toEqual({
      type: 'points',
      points: 3,
      weights: { equal: 1, 'equal-2': 2 },
      items: [
        { type: 'course', courseId: 'equal', after: ['equal-2'] },
        { type: 'project', after: ['equal-2'] },
      ],
    });
  });
});
