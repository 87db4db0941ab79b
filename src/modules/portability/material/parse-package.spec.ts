import { describe, expect, it } from '@jest/globals';
import type { CoursePackage, PackageCourse, ReportCode } from './package.js';
import { parsePackage } from './parse-package.js';

/** A package made of these files; those that are no text have `null`. */
function parse(files: Record<string, string | null>): CoursePackage {
  const texts = new Map(Object.entries(files).flatMap(([path, text]) => (text === null ? [] : [[path, text] as const])));
  return parsePackage({ paths: Object.keys(files), texts });
}

function codes({ report }: CoursePackage): [ReportCode, string, number | null][] {
  return report.map(({ code, file, line }) => [code, file, line]);
}

function course(read: CoursePackage): PackageCourse {
  const [first] = read.courses;
  if (!first) throw new Error('the package holds no course');
  return first;
}

function page(title: string, ...body: string[]): string {
  return ['---', `title: ${title}`, 'teaching: 10', 'exercises: 5', '---', '', ...body].join('\n');
}

const LESSON = 'carpentry: swc\ntitle: Birds\nlicense: CC-BY 4.0\nsource: https://example.org/birds\nlang: en\ncontact: x\n';

describe('a package', () => {
  it('is one course, several, or one in a folder of its own', () => {
    const config = 'title: Birds\n';
    expect(parse({ 'config.yaml': config }).courses.map(({ key }) => key)).toEqual(['course']);
    expect(parse({ 'b/config.yaml': config, 'a/config.yaml': config, 'README.md': 'x' }).courses.map(({ key }) => key)).toEqual([
      'a',
      'b',
    ]);
    expect(parse({ 'birds-main/config.yaml': config, 'birds-main/README.md': 'x' }).courses.map(({ key }) => key)).toEqual([
      'birds-main',
    ]);
    expect(parse({ 'all/a/config.yaml': config, 'all/b/config.yaml': config }).courses.map(({ key }) => key)).toEqual(['a', 'b']);
  });

  it('without a course says so', () => {
    expect(codes(parse({ 'README.md': 'x' }))).toEqual([['no-course', '', null]]);
    expect(codes(parse({}))).toEqual([['no-course', '', null]]);
  });

  it('is read in the same way twice', () => {
    const files = {
      'config.yaml': LESSON,
      'episodes/01-a.md': page(
        'A',
        '::: challenge',
        'Which one?',
        '',
        '1. a',
        '2. b',
        '',
        '::: solution',
        'The answer is 2.',
        ':::',
        ':::',
      ),
    };
    expect(parse(files)).toEqual(parse(files));
  });
});

describe('a lesson of The Carpentries', () => {
  it('becomes pages in the order of its config, with minutes of teaching and exercises', () => {
    const birds = course(
      parse({
        'config.yaml': `${LESSON}episodes:\n- 02-b.md\n- 01-a.md\n`,
        'episodes/01-a.md': page('A', 'x'),
        'episodes/02-b.md': page('B', '::: objectives', '- Count birds', ':::'),
      }),
    );
    expect(birds.activities).toMatchObject([
      { key: '02-b', title: 'B', minutes: 15, required: true, body: { kind: 'page', objectives: ['Count birds'] } },
      { key: '01-a', title: 'A', minutes: 15, required: true },
    ]);
  });

  it('says whose work it is and what was changed', () => {
    const birds = course(
      parse({
        'config.yaml': LESSON,
        AUTHORS: 'Amara Okafor\nJonas Weber\n',
        'episodes/01-a.md': page('A', '::: instructor', 'x', ':::', 'y'),
      }),
    );
    expect(birds.attribution).toEqual({
      authors: 'The Carpentries (Software Carpentry): Amara Okafor, Jonas Weber',
      licence: 'CC BY 4.0',
      licenceUrl: 'https://creativecommons.org/licenses/by/4.0/',
      sourceUrl: 'https://example.org/birds',
      changes: 'Converted to pages of Cairn; notes for instructors set apart.',
    });
  });

  it('loses its pauses, empty pages and pages for staff, and says so', () => {
    const read = parse({
      'config.yaml': LESSON,
      'episodes/01-a.md': page('A', 'x'),
      'episodes/02-coffee.md': '---\ntitle: Coffee\nteaching: 0\nexercises: 0\nbreak: 15\n---\n\nTalk.\n',
      'learners/discuss.md': '---\ntitle: Discussion\n---\n\nFIXME: to be written\n',
      'instructors/notes.md': 'x',
      'profiles/lea.md': 'x',
    });
    expect(course(read).activities.map(({ key }) => key)).toEqual(['01-a']);
    expect(codes(read)).toEqual([
      ['break-left-out', 'episodes/02-coffee.md', null],
      ['page-empty', 'learners/discuss.md', null],
      ['instructor-page-left-out', 'instructors/notes.md', null],
      ['profile-left-out', 'profiles/lea.md', null],
    ]);
  });

  it('keeps its front page, set-up and reference as optional pages around the episodes, linked with them', () => {
    const birds = course(
      parse({
        'config.yaml': LESSON,
        'index.md': '---\nsite: x\n---\n\nCount *birds* with [us](learners/setup.md).\n\nMore.\n',
        'episodes/01-a.md': page('A', '[setup](../learners/setup.md) [term](../learners/reference.md#bird)'),
        'learners/reference.md': '---\ntitle: Reference\n---\n\n## Reference\n\n[bird]{#bird}\n:   It flies.\n',
        'learners/setup.md': '---\ntitle: Setup\n---\n\nGet [the data](data/birds.csv).\n',
        'episodes/data/birds.csv': null,
      }),
    );
    expect(birds.summary).toBe('Count birds with us.');
    expect(birds.activities.map(({ key, title, minutes, required }) => [key, title, minutes, required])).toEqual([
      ['index', 'Birds', 0, false],
      ['setup', 'Setup', 0, false],
      ['01-a', 'A', 15, true],
      ['reference', 'Reference', 0, false],
    ]);
    expect(birds.activities[1]?.body).toMatchObject({ assets: { 'data/birds.csv': 'episodes/data/birds.csv' } });
    expect(birds.activities[2]?.body).toMatchObject({ markdown: '[setup](activity:setup) [term](activity:reference#bird)' });
    expect(birds.activities[3]?.body).toMatchObject({ markdown: '### bird {#bird}\n\nIt flies.' });
    expect(birds.assets).toEqual([{ path: 'episodes/data/birds.csv', mediaType: 'text/csv' }]);
  });

  it('repeats challenges with a stated answer as an optional quiz after the page', () => {
    const birds = course(
      parse({
        'config.yaml': LESSON,
        'episodes/01-a.md': page(
          'A',
          '::: challenge',
          'Which one?',
          '',
          '1. a',
          '2. b',
          '',
          '::: solution',
          'The answer is 2.',
          ':::',
          ':::',
        ),
      }),
    );
    expect(birds.activities.map(({ key, minutes, required, body }) => [key, minutes, required, body.kind])).toEqual([
      ['01-a', 15, true, 'page'],
      ['01-a-quiz', 0, false, 'quiz'],
    ]);
    expect(birds.activities[0]?.body).toMatchObject({ markdown: expect.stringContaining(':::solution') });
  });

  it('takes addresses from the list that all its pages share', () => {
    const read = parse({
      'config.yaml': LESSON,
      'links.md': '[bash]: https://example.org/bash\n[other]: https://example.org\n',
      'episodes/01-a.md': page('A', 'Use [it][bash].'),
    });
    expect(course(read).activities[0]?.body).toMatchObject({ markdown: 'Use [it][bash].\n\n[bash]: https://example.org/bash' });
    expect(read.report).toEqual([]);
  });

  it('counts the lines of its report in the file, front matter included', () => {
    const read = parse({ 'config.yaml': LESSON, 'episodes/01-a.md': page('A', 'x', '', '![A fox](fig/fox.png)') });
    expect(read.report).toEqual([
      { severity: 'warning', file: 'episodes/01-a.md', line: 9, code: 'picture-missing', detail: 'fig/fox.png' },
    ]);
  });

  it('may hold fields of its own site', () => {
    const read = parse({
      'config.yaml': `${LESSON}handout: true\n`,
      'episodes/01-a.md': '---\ntitle: A\nteaching: 1\nexercises: 0\nmood: good\n---\nx\n',
    });
    expect(codes(read)).toEqual([
      ['field-ignored', 'config.yaml', 7],
      ['field-ignored', 'episodes/01-a.md', 5],
    ]);
  });

  it('names files that are listed and not there, and those that are there and not listed', () => {
    const read = parse({
      'config.yaml': `${LESSON}episodes:\n- 01-a.md\n- 03-c.md\n`,
      'episodes/01-a.md': page('A', 'x'),
      'episodes/02-b.md': page('B', 'x'),
    });
    expect(read.report.map(({ code, detail }) => [code, detail])).toEqual([
      ['episode-not-listed', 'episodes/02-b.md'],
      ['episode-missing', 'episodes/03-c.md'],
    ]);
  });
});

describe("a course in Cairn's own format", () => {
  const config =
    'title: Cleaning data\nsummary: Rows.\nlanguage: de\nlicense: CC0-1.0\nauthors: Lea Brandt\nepisodes:\n- 01-a.md\n- 02-q.quiz.yaml\n- 03-v.video.yaml\n';
  const files = {
    'config.yaml': config,
    'episodes/01-a.md':
      '---\ntitle: Pages\nminutes: 20\nrequired: false\nstaffNotes: Slowly.\n---\n\n::: callout\n\n## Look\n\nx\n\n:::\n',
    'episodes/02-q.quiz.yaml': 'title: Check\nquestions:\n- type: true-false\n  prompt: Is it?\n  answer: true\n',
    'episodes/03-v.video.yaml': 'title: Watch\nminutes: 4\nurl: https://vimeo.com/76979871\ntranscript: Hello.\n',
  };

  it('holds pages, quizzes and videos', () => {
    const read = parse(files);
    expect(read.report).toEqual([]);
    expect(course(read)).toMatchObject({
      title: 'Cleaning data',
      summary: 'Rows.',
      language: 'de',
      attribution: { authors: 'Lea Brandt', licence: 'CC0 1.0', sourceUrl: '', changes: '' },
      activities: [
        {
          key: '01-a',
          minutes: 20,
          required: false,
          staffNotes: 'Slowly.',
          body: { kind: 'page', markdown: ':::callout[Look]\n\nx\n\n:::' },
        },
        { key: '02-q', title: 'Check', body: { kind: 'quiz' } },
        { key: '03-v', minutes: 4, body: { kind: 'video', url: 'https://vimeo.com/76979871', transcript: 'Hello.' } },
      ],
    });
  });

  it.each<[string, string, string, [ReportCode, number | null]]>([
    ['a slip in a config', 'config.yaml', `${config}sumary: x\n`, ['field-unknown', 10]],
    ['a slip in a page', 'episodes/01-a.md', '---\ntitle: A\nminutes: 1\nrequird: true\n---\nx', ['field-unknown', 4]],
    [
      'a slip in a quiz',
      'episodes/02-q.quiz.yaml',
      'title: C\nquestions:\n- type: true-false\n  prompt: x\n  answer: true\n  anwser: x\n',
      ['field-unknown', 6],
    ],
    [
      'a wrong type',
      'episodes/02-q.quiz.yaml',
      'title: C\npassMark: 70\nquestions:\n- type: true-false\n  prompt: x\n  answer: true\n',
      ['field-malformed', 2],
    ],
    [
      'an answer left out',
      'episodes/02-q.quiz.yaml',
      'title: C\nquestions:\n- type: numeric\n  prompt: x\n',
      ['field-missing', 3],
    ],
    ['a quiz without questions', 'episodes/02-q.quiz.yaml', 'title: C\n', ['field-missing', 1]],
    [
      'an unknown kind of question',
      'episodes/02-q.quiz.yaml',
      'title: C\nquestions:\n- type: essay\n  prompt: x\n  options: []\n',
      ['field-malformed', 3],
    ],
    ['a video without https', 'episodes/03-v.video.yaml', 'title: V\nurl: http://vimeo.com/1\n', ['field-malformed', 2]],
    ['a page without a title', 'episodes/01-a.md', 'x', ['field-missing', 1]],
    ['a title that YAML cannot read', 'episodes/01-a.md', '---\ntitle: A: B: C\nminutes: 1\n---\nx', ['yaml-malformed', 2]],
  ])('with %s is refused with file and line', (_, file, text, [code, line]) => {
    const { report } = parse({ ...files, [file]: text });
    expect(report).toContainEqual(expect.objectContaining({ severity: 'error', file, line, code }));
  });
});

describe('a micro-credential', () => {
  const head = 'title: Research\ncourses: [a, b]\n';
  const files = {
    'micro-credential.yaml': head,
    'a/config.yaml': 'title: A\n',
    'b/config.yaml': 'title: B\n',
    'c/config.yaml': 'title: C\n',
  };

  it('names its courses by their folders and orders them one after another', () => {
    const read = parse(files);
    expect(read.courses.map(({ key }) => key)).toEqual(['a', 'b']);
    expect(read.microCredential).toMatchObject({
      courseKeys: ['a', 'b'],
      sequence: {
        type: 'in-order',
        items: [{ type: 'course', courseId: 'a' }, { type: 'course', courseId: 'b' }, { type: 'project' }],
      },
      project: null,
      rubric: null,
    });
    expect(read.report).toEqual([]);
  });

  it('may order them as the catalogue can', () => {
    const sequence = [
      'sequence:',
      '  type: in-order',
      '  items:',
      '  - type: at-least',
      '    count: 1',
      '    title: Choose one',
      '    items:',
      '    - {type: course, course: a, release: {type: days-after-start, days: 7}}',
      '    - {type: course, course: b, after: [a]}',
      '  - {type: project, release: {type: fixed, at: "2026-09-01"}}',
    ].join('\n');
    const read = parse({ ...files, 'micro-credential.yaml': head + sequence });
    expect(read.report).toEqual([]);
    expect(read.microCredential?.sequence).toEqual({
      type: 'in-order',
      items: [
        {
          type: 'at-least',
          count: 1,
          title: 'Choose one',
          items: [
            { type: 'course', courseId: 'a', release: { type: 'days-after-start', days: 7 } },
            { type: 'course', courseId: 'b', after: ['a'] },
          ],
        },
        { type: 'project', release: { type: 'fixed', at: '2026-09-01' } },
      ],
    });
  });

  it('has a project whose brief may lie in a file, and a rubric with ids of its words', () => {
    const more = [
      'project:',
      '  title: Clean a table',
      '  brief: project.md',
      '  minutes: 300',
      '  accepts: {files: true, maxFiles: 3}',
      'rubric:',
      '  passPoints: 6',
      '  criteria:',
      '  - title: Sound',
      '    mustPassPoints: 4',
      '    ratings: [{title: Good, points: 8}, {title: Poor, points: 0}]',
      'marking: {secondMarkerShare: 0.2, tolerancePoints: 2}',
    ].join('\n');
    const read = parse({ ...files, 'micro-credential.yaml': head + more, 'project.md': 'Take this table.\n' });
    expect(read.report).toEqual([]);
    expect(read.microCredential).toMatchObject({
      project: {
        brief: 'Take this table.\n',
        minutes: 300,
        attemptLimit: null,
        accepts: { text: true, maxFiles: 3, mediaTypes: [] },
      },
      rubric: {
        passPoints: 6,
        criteria: [{ id: expect.stringMatching(/^c-/), mustPassPoints: 4, ratings: [{ points: 8 }, { points: 0 }] }],
      },
      marking: { secondMarkerShare: 0.2, tolerancePoints: 2 },
    });
  });

  it.each<[string, string, ReportCode, number | null]>([
    ['a course that has no folder', 'title: R\ncourses: [a, z]\n', 'course-folder-missing', null],
    ['a course outside the package', 'title: R\ncourses: [../a]\n', 'course-folder-missing', null],
    ['a sequence with another course', `${head}sequence:\n  type: course\n  course: z\n`, 'course-unknown', 5],
    ['a brief that is not there', `${head}project:\n  title: P\n  brief: gone.md\n`, 'file-missing', 5],
    ['a badge that is not there', `${head}badgeImage: badge.svg\n`, 'file-missing', 3],
    ['an unknown level', `${head}level: {framework: EQR, value: "5"}\n`, 'field-malformed', 3],
    ['a level that is a number', `${head}level: {framework: EQF, value: 5}\n`, 'field-malformed', 3],
    ['a field nobody knows', `${head}fee: 5\n`, 'field-unknown', 3],
  ])('with %s is refused', (_, text, code, line) => {
    expect(codes(parse({ ...files, 'micro-credential.yaml': text }))).toContainEqual([code, 'micro-credential.yaml', line]);
  });

  it('whose sequence is nested without end is refused', () => {
    const deep = `${head}sequence: ${'{type: all-of, items: ['.repeat(30)}${']}'.repeat(30)}\n`;
    expect(codes(parse({ ...files, 'micro-credential.yaml': deep }))).toContainEqual([
      'field-malformed',
      'micro-credential.yaml',
      3,
    ]);
  });
});
