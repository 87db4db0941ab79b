import { describe, expect, it } from '@jest/globals';
import type { Activity, QuizBody } from './activity.js';
import type { EditionCourse } from './edition.js';
import type { Criterion } from './project.js';
import { publishingProblems, type PublishingCandidate } from './publishing-checks.js';
import { PUBLISHING_PROBLEMS, type PublishingProblemCode } from './publishing-problem-codes.js';
import type { Question } from './quiz.js';
import { inOrder, type Requirement } from './sequence.js';

const access = {
  videoAllowed: (url: string) => url.startsWith('https://video.example/'),
  fileExists: (fileId: string) => fileId !== 'lost',
};

function page(id: string, more: Partial<Activity> = {}): Activity {
  const body = { kind: 'page' as const, markdown: `# ${id}`, assets: {}, objectives: [] };
  return { id, title: `Page ${id}`, minutes: 10, required: true, body, ...more };
}

function course(id: string, activities: Activity[]): EditionCourse {
  return { id, title: `Course ${id}`, summary: '', language: 'en', attribution: null, activities };
}

const base = { prompt: 'Which?', points: 1, explanation: '' };
const questions: Record<string, Question> = {
  single: {
    ...base,
    id: 'q1',
    type: 'single',
    shuffleOptions: true,
    options: [
      { id: 'a', text: 'pwd', correct: true, feedback: '' },
      { id: 'b', text: 'ls', correct: false, feedback: '' },
    ],
  },
  multiple: {
    ...base,
    id: 'q2',
    type: 'multiple',
    shuffleOptions: true,
    credit: 'partial',
    options: [
      { id: 'a', text: 'cp', correct: true, feedback: '' },
      { id: 'b', text: 'mv', correct: true, feedback: '' },
    ],
  },
  trueFalse: { ...base, id: 'q3', type: 'true-false', answer: true, feedbackTrue: '', feedbackFalse: '' },
  shortText: { ...base, id: 'q4', type: 'short-text', accepted: ['grep'], caseSensitive: false },
  numeric: { ...base, id: 'q5', type: 'numeric', answer: 3, tolerance: 0, unit: '' },
  ordering: {
    ...base,
    id: 'q6',
    type: 'ordering',
    credit: 'partial',
    items: [
      { id: 'a', text: 'add' },
      { id: 'b', text: 'commit' },
    ],
  },
  matching: {
    ...base,
    id: 'q7',
    type: 'matching',
    credit: 'partial',
    pairs: [{ id: 'a', left: 'cd', right: 'change directory' }],
    distractors: [{ id: 'b', text: 'make directory' }],
  },
};

function quiz(more: Partial<QuizBody['quiz']> = {}): QuizBody {
  const pools = [{ id: 'pool', draw: null, questions: Object.values(questions) }];
  const limits = { attemptLimit: null, timeLimitSeconds: null, shuffleQuestions: false, reveal: 'after-pass' as const };
  return { kind: 'quiz', quiz: { introduction: '', passMark: 0.7, ...limits, pools, ...more } };
}

function criterion(id: string, more: Partial<Criterion> = {}): Criterion {
  const ratings = [
    { id: 'full', title: 'Full', description: '', points: 4 },
    { id: 'none', title: 'None', description: '', points: 0 },
  ];
  return { id, title: `Criterion ${id}`, description: '', mustPassPoints: null, ratings, ...more };
}

function candidate(more: Partial<PublishingCandidate> = {}): PublishingCandidate {
  return {
    title: 'Reproducible research',
    summary: 'Work that others can repeat.',
    description: '',
    outcomes: ['Automate a task'],
    skills: [{ name: 'Shell scripting', alignment: null }],
    level: { framework: 'EQF', value: '6' },
    workload: { hours: 25, ects: 1, ceu: 2.2 },
    language: 'en',
    deliveryMode: 'online',
    qualityAssurance: '',
    prerequisites: '',
    criteria: 'Pass the project.',
    badgeImageFileId: null,
    courses: [
      course('shell', [page('p1'), page('p2', { body: quiz() })]),
      course('git', [page('p3')]),
      course('sql', [page('p4')]),
    ],
    sequence: inOrder(['shell', 'git', 'sql']),
    project: {
      title: 'Clean a data set',
      brief: 'Clean it.',
      minutes: 600,
      accepts: { text: false, links: true, files: true, mediaTypes: ['text/*'], maxFiles: 3, maxBytesPerFile: 1_000_000 },
      attemptLimit: null,
    },
    rubric: { criteria: [criterion('script'), criterion('plot')], passPoints: 5 },
    marking: { secondMarkerShare: 0.2, tolerancePoints: 1 },
    ...more,
  };
}

function problemsOf(more: Partial<PublishingCandidate>) {
  return publishingProblems(candidate(more), access);
}

const firstCourse = (activities: Activity[]) => ({
  courses: [course('shell', activities), course('git', [page('p3')]), course('sql', [page('p4')])],
});
const withQuiz = (more: Partial<QuizBody['quiz']>) => firstCourse([page('p2', { body: quiz(more) })]);
const withQuestion = (question: Question) => withQuiz({ pools: [{ id: 'pool', draw: null, questions: [question] }] });
const withProject = (more: object) => ({ project: { ...candidate().project, ...more } as PublishingCandidate['project'] });
const withAccepts = (more: object) => withProject({ accepts: { ...candidate().project?.accepts, ...more } });
const withCriterion = (more: Partial<Criterion>) => ({ rubric: { criteria: [criterion('script', more)], passPoints: 0 } });
const alignment = { targetName: '', targetUrl: 'S5', targetFramework: 'ESCO', targetCode: '', targetType: '' };

const leaf = (courseId: string, more: object = {}): Requirement => ({ type: 'course', courseId, ...more });
const project: Requirement = { type: 'project' };
const allOf = (...items: Requirement[]): Requirement => ({ type: 'all-of', items });
const inTurn = (...items: Requirement[]): Requirement => ({ type: 'in-order', items });
const shell = leaf('shell');
const git = leaf('git');
const sql = leaf('sql');
const points = (more: object): Requirement => ({
  type: 'points',
  points: 2,
  weights: { git: 1, sql: 1 },
  items: [git, sql],
  ...more,
});
const nested = (depth: number): Requirement => (depth === 0 ? allOf(shell, git, sql, project) : allOf(nested(depth - 1)));

/** One way to bring about each problem. `satisfies` makes a code without a case fail the type check. */
const cases = {
  title_missing: { title: ' ' },
  summary_missing: { summary: '' },
  outcomes_missing: { outcomes: [] },
  outcome_empty: { outcomes: ['Automate', ' '] },
  skills_missing: { skills: [] },
  skill_name_missing: { skills: [{ name: '', alignment: null }] },
  alignment_name_missing: { skills: [{ name: 'Shell', alignment }] },
  alignment_url_malformed: { skills: [{ name: 'Shell', alignment }] },
  level_malformed: { level: { framework: 'EQF', value: '9' } },
  language_missing: { language: '' },
  language_malformed: { language: 'english language' },
  workload_missing: { workload: { hours: 0, ects: null, ceu: null } },
  workload_ects_malformed: { workload: { hours: 1, ects: 0.7, ceu: null } },
  workload_ceu_malformed: { workload: { hours: 1, ects: null, ceu: 0.05 } },
  criteria_missing: { criteria: '' },
  file_missing: { badgeImageFileId: 'lost' },
  courses_missing: { courses: [] },
  duplicate_id: firstCourse([page('p3')]),
  course_title_missing: { courses: [{ ...course('shell', [page('p1')]), title: '' }] },
  course_language_malformed: { courses: [{ ...course('shell', [page('p1')]), language: '' }] },
  course_empty: firstCourse([page('p1', { required: false })]),
  activity_title_missing: firstCourse([page('p1', { title: '' })]),
  activity_minutes_malformed: firstCourse([page('p1', { minutes: -1 })]),
  page_empty: firstCourse([page('p1', { body: { kind: 'page', markdown: '\n', assets: {}, objectives: [] } })]),
  video_url_not_allowed: firstCourse([page('p1', { body: { kind: 'video', url: 'https://evil.example/x', transcript: '' } })]),
  quiz_without_questions: withQuiz({ pools: [] }),
  quiz_pass_mark_out_of_range: withQuiz({ passMark: 1.1 }),
  quiz_unpassable: withQuestion({
    ...base,
    points: 0,
    id: 'q',
    type: 'true-false',
    answer: true,
    feedbackTrue: '',
    feedbackFalse: '',
  }),
  quiz_attempt_limit_malformed: withQuiz({ attemptLimit: 0 }),
  quiz_time_limit_malformed: withQuiz({ timeLimitSeconds: 0 }),
  pool_empty: withQuiz({ pools: [...quiz().quiz.pools, { id: 'other', draw: null, questions: [] }] }),
  pool_draw_malformed: withQuiz({ pools: [{ id: 'pool', draw: 0, questions: Object.values(questions) }] }),
  pool_draws_too_many: withQuiz({ pools: [{ id: 'pool', draw: 8, questions: Object.values(questions) }] }),
  question_prompt_missing: withQuestion({ ...questions.trueFalse, prompt: '' } as Question),
  question_points_malformed: withQuestion({ ...questions.trueFalse, points: Number.NaN } as Question),
  question_too_few_options: withQuestion({ ...questions.single, options: [] } as unknown as Question),
  question_part_empty: withQuestion({
    ...questions.ordering,
    items: ['add', ''].map((text) => ({ id: `i${text}`, text })),
  } as Question),
  question_parts_equal: withQuestion({ ...questions.ordering, items: ['a', 'b'].map((id) => ({ id, text: 'add' })) } as Question),
  question_without_right_answer: withQuestion({ ...questions.shortText, accepted: [' '] } as Question),
  question_several_right_answers: withQuestion({ ...questions.multiple, type: 'single' } as Question),
  question_tolerance_negative: withQuestion({ ...questions.numeric, tolerance: -0.1 } as Question),
  question_too_few_items: withQuestion({ ...questions.ordering, items: [{ id: 'a', text: 'add' }] } as Question),
  question_too_few_matches: withQuestion({ ...questions.matching, distractors: [] } as Question),
  project_missing: { project: null },
  project_title_missing: withProject({ title: '' }),
  project_brief_missing: withProject({ brief: '' }),
  project_minutes_malformed: withProject({ minutes: -5 }),
  project_accepts_nothing: withAccepts({ links: false, files: false }),
  project_file_limits_malformed: withAccepts({ maxFiles: 0 }),
  project_media_type_malformed: withAccepts({ mediaTypes: ['pdf'] }),
  project_attempt_limit_malformed: withProject({ attemptLimit: 0 }),
  rubric_missing: { rubric: null },
  rubric_without_criteria: { rubric: { criteria: [], passPoints: 0 } },
  criterion_title_missing: withCriterion({ title: '' }),
  criterion_too_few_ratings: withCriterion({ ratings: [] }),
  rating_title_missing: withCriterion({ ratings: [{ id: 'a', title: '', description: '', points: 1 }] }),
  rating_points_malformed: withCriterion({ ratings: [{ id: 'a', title: 'A', description: '', points: -1 }] }),
  rubric_pass_points_malformed: { rubric: { criteria: [criterion('script')], passPoints: -1 } },
  rubric_unpassable: { rubric: { criteria: [criterion('script')], passPoints: 5 } },
  criterion_unpassable: withCriterion({ mustPassPoints: 5 }),
  second_marker_share_out_of_range: { marking: { secondMarkerShare: 1.5, tolerancePoints: 0 } },
  tolerance_malformed: { marking: { secondMarkerShare: 0, tolerancePoints: -1 } },
  sequence_too_deep: { sequence: nested(6) },
  sequence_too_large: { sequence: allOf(...Array.from({ length: 200 }, () => shell)) },
  sequence_group_empty: { sequence: allOf(shell, git, sql, project, allOf()) },
  sequence_course_unknown: { sequence: allOf(shell, git, sql, leaf('r'), project) },
  sequence_course_missing: { sequence: allOf(shell, git, project) },
  sequence_course_repeated: { sequence: allOf(shell, git, sql, git, project) },
  sequence_project_missing: { sequence: allOf(shell, git, sql) },
  sequence_project_repeated: { sequence: allOf(shell, git, sql, project, project) },
  sequence_project_optional: { sequence: allOf(shell, { type: 'at-least', count: 1, items: [git, allOf(sql, project)] }) },
  sequence_count_malformed: { sequence: allOf(shell, project, { type: 'at-least', count: 0, items: [git, sql] }) },
  sequence_count_too_high: { sequence: allOf(shell, project, { type: 'at-least', count: 3, items: [git, sql] }) },
  sequence_points_malformed: { sequence: allOf(shell, project, points({ points: 0 })) },
  sequence_points_item_not_course: { sequence: allOf(shell, project, points({ items: [allOf(git), sql] })) },
  sequence_points_weight_missing: { sequence: allOf(shell, project, points({ weights: { git: 5 } })) },
  sequence_points_unreachable: { sequence: allOf(shell, project, points({ points: 3 })) },
  sequence_after_self: { sequence: allOf(leaf('shell', { after: ['shell'] }), git, sql, project) },
  sequence_after_unknown: { sequence: allOf(shell, git, sql, { type: 'project', after: ['r'] }) },
  sequence_never_opens: { sequence: inTurn(leaf('shell', { after: ['git'] }), git, sql, project) },
  release_date_malformed: { sequence: allOf(leaf('shell', { release: { type: 'fixed', at: '2026-02-30' } }), git, sql, project) },
  release_days_malformed: {
    sequence: allOf(leaf('shell', { release: { type: 'days-after-start', days: -1 } }), git, sql, project),
  },
} satisfies Record<PublishingProblemCode, Partial<PublishingCandidate>>;

/** What lies just inside the limits. */
const acceptable = {
  'an optional activity beside a required one': firstCourse([page('p1'), page('p2', { required: false })]),
  'a badge image that is there': { badgeImageFileId: 'badge' },
  'no level, credits or framework': { level: null, workload: { hours: 0.5, ects: null, ceu: null } },
  'a local level with a name': { level: { framework: 'local', value: 'Beginner' } },
  'a skill from a framework': {
    skills: [{ name: 'Shell', alignment: { ...alignment, targetName: 'use scripting', targetUrl: 'https://esco.example/S5' } }],
  },
  'a project that takes text alone': withAccepts({ text: true, links: false, files: false, maxFiles: 0 }),
  'one file of one byte': withAccepts({ maxFiles: 1, maxBytesPerFile: 1 }),
  'no second marker': { marking: { secondMarkerShare: 0, tolerancePoints: 0 } },
  'a second marker for everything': { marking: { secondMarkerShare: 1, tolerancePoints: 0 } },
  'a blank among accepted texts': withQuestion({ ...questions.shortText, accepted: ['', 'grep'] } as Question),
  'a quiz for practice alone': withQuiz({
    passMark: 0,
    pools: [{ id: 'pool', draw: null, questions: [{ ...questions.numeric, points: 0 } as Question] }],
  }),
  'a quiz that wants every point': withQuiz({ passMark: 1, attemptLimit: 1, timeLimitSeconds: 1 }),
  'a criterion that must be perfect': withCriterion({ mustPassPoints: 4 }),
  'a rubric that wants every point': { rubric: { criteria: [criterion('script')], passPoints: 4 } },
  'points that ask for every course': { sequence: allOf(shell, project, points({})) },
  'a release on the first day': {
    sequence: allOf(leaf('shell', { release: { type: 'days-after-start', days: 0 } }), git, sql, project),
  },
} satisfies Record<string, Partial<PublishingCandidate>>;

describe('publishing', () => {
  it('finds nothing wrong with a finished draft that uses every kind of question', () => {
    expect(problemsOf({})).toEqual([]);
  });

  it.each(Object.entries(cases))('reports %s, with a path and a text that is filled in', (code, more) => {
    const found = problemsOf(more as Partial<PublishingCandidate>).filter((problem) => problem.code === code);
    expect(found).not.toEqual([]);
    for (const { path, detail } of found) {
      expect(path).toMatch(/^(\/[^/]+)+$/);
      expect(detail).not.toMatch(/[{}]|undefined/);
    }
  });

  it('has a case here for every code in the table', () => {
    expect(Object.keys(cases).sort()).toEqual(Object.keys(PUBLISHING_PROBLEMS).sort());
  });

  it('reports everything at once', () => {
    const codes = problemsOf({ title: '', outcomes: [], project: null, rubric: null }).map(({ code }) => code);
    expect(codes).toEqual(['title_missing', 'outcomes_missing', 'project_missing', 'rubric_missing']);
  });

  it.each(Object.entries(acceptable))('accepts %s', (_, more) => {
    expect(problemsOf(more as Partial<PublishingCandidate>)).toEqual([]);
  });

  it.each([
    ['no ECTS at all, said as zero', { workload: { hours: 1, ects: 0, ceu: null } }, 'workload_ects_malformed'],
    ['a local level without a name', { level: { framework: 'local', value: ' ' } }, 'level_malformed'],
  ])('refuses %s', (_, more, code) => {
    expect(problemsOf(more as Partial<PublishingCandidate>).map((problem) => problem.code)).toEqual([code]);
  });

  it('counts from one in what it tells people', () => {
    const numeric = questions.numeric as Question;
    const pools = [
      { id: 'pool', draw: null, questions: [{ ...numeric, prompt: '' }, numeric] },
      { id: 'pool', draw: 0, questions: [] },
    ];
    const untitled = {
      ...course('shell', [page('p1', { title: '', minutes: -1 }), page('p2', { body: quiz({ pools }) })]),
      title: '',
    };
    const ratings = [{ id: 'a', title: '', description: '', points: 1 }];
    const details = problemsOf({
      outcomes: [''],
      skills: [{ name: '', alignment: null }],
      courses: [untitled],
      sequence: inTurn(leaf('shell', { after: ['shell'] }), { type: 'project', after: ['r'] }),
      rubric: { criteria: [criterion('script', { title: '', ratings })], passPoints: 1 },
    }).map(({ detail }) => detail);
    expect(details).toEqual([
      'Write or remove learning outcome 1.',
      'Name or remove skill 1.',
      'Give course 1 a title.',
      'Give activity 1 of “Course 1” a title.',
      'State the minutes of “Activity 1 of Course 1” as zero or more.',
      'Pool 2 of “Page p2” has no questions.',
      'Question 1 of “Page p2” has no text.',
      '“Question 2 of Page p2” has the same id as something before it: remove it and add it again.',
      '“Pool 2 of Page p2” has the same id as something before it: remove it and add it again.',
      '“” waits for itself.',
      '“The project” waits for a course that is not in the sequence.',
      'Give criterion 1 a title.',
      'The criterion “Criterion 1” needs at least two ratings.',
      'Give rating 1 of “Criterion 1” a title.',
    ]);
  });

  it('points at the exact question of the exact activity', () => {
    const [found] = problemsOf(withQuestion({ ...questions.numeric, tolerance: -1 } as Question));
    expect(found?.path).toBe('/courses/0/activities/0/body/quiz/pools/0/questions/0/tolerance');
    expect(found?.detail).toBe('Question 1 of “Page p2” has a tolerance below zero.');
  });

  it('escapes the names of missing pictures in the pointer (RFC 6901)', () => {
    const body = { kind: 'page' as const, markdown: 'x', assets: { 'fig/a~b.svg': 'lost' }, objectives: [] };
    expect(problemsOf(firstCourse([page('p1', { body })]))).toMatchObject([
      { code: 'file_missing', path: '/courses/0/activities/0/body/assets/fig~1a~0b.svg' },
    ]);
  });

  it('accepts a video on an allowed site and refuses a missing file', () => {
    const video = page('p1', { body: { kind: 'video', url: 'https://video.example/1', transcript: '' } });
    const file = page('p2', { body: { kind: 'file', fileId: 'lost', description: '' } });
    expect(problemsOf(firstCourse([video, file])).map(({ code }) => code)).toEqual(['file_missing']);
  });

  it('finds ids used twice for courses, pools, questions, options, criteria and ratings', () => {
    const [first, second] = [questions.single, questions.multiple] as [Question, Question];
    const options = ['same', 'same'].map((id, index) => ({ id, text: `${index}`, correct: index === 0, feedback: '' }));
    const pools = [
      { id: 'pool', draw: null, questions: [first, { ...second, id: first.id }] },
      { id: 'pool', draw: null, questions: [{ ...first, id: 'q9', options } as Question] },
    ];
    const ratings = ['same', 'same'].map((id) => ({ id, title: 'Good', description: '', points: 1 }));
    const found = problemsOf({
      courses: [course('shell', [page('p1', { body: quiz({ pools }) })]), course('shell', [page('p3')])],
      sequence: inOrder(['shell']),
      rubric: { criteria: [criterion('plot', { ratings }), criterion('plot')], passPoints: 1 },
    });
    expect(found.map(({ code }) => code)).toEqual(found.map(() => 'duplicate_id'));
    expect(found.map(({ path }) => path)).toEqual([
      '/courses/0/activities/0/body/quiz/pools/1/questions/0/options',
      '/courses/0/activities/0/body/quiz/pools/0/questions/1/id',
      '/courses/0/activities/0/body/quiz/pools/1/id',
      '/courses/1/id',
      '/rubric/criteria/0/ratings/1/id',
      '/rubric/criteria/1/id',
    ]);
  });

  it('warns of a pool whose unluckiest draw gives no points', () => {
    const free = { ...questions.trueFalse, id: 'free', points: 0 } as Question;
    const pool = { id: 'pool', draw: 1, questions: [questions.numeric as Question, free] };
    expect(problemsOf(withQuiz({ pools: [pool] })).map(({ code }) => code)).toEqual(['quiz_unpassable']);
    expect(problemsOf(withQuiz({ pools: [{ ...pool, draw: 2 }] }))).toEqual([]);
  });

  it('forgives the rounding of decimal rubric points', () => {
    const tenths = [0.7, 0.1].map((best) =>
      criterion(String(best), {
        ratings: [
          { id: 'full', title: 'Full', description: '', points: best },
          { id: 'none', title: 'None', description: '', points: 0 },
        ],
      }),
    );
    expect(problemsOf({ rubric: { criteria: tenths, passPoints: 0.8 } })).toEqual([]);
  });
});
