import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { groundWords, obstacleWords } from './qualification-words.js';
import { type Ground, type Obstacle, qualification, type QualificationFacts } from './qualification.js';

type Change = Partial<QualificationFacts>;
type Work = NonNullable<QualificationFacts['work']>;

const FAILED: Work = {
  verdict: 'failed',
  beingGraded: false,
  byRuleBefore: false,
  judgement: { obstacles: [], grounds: [{ key: 'pass_points', points: 4, needed: { before: 6, now: 4 } }] },
};
const STANDING = { satisfied: true, unfinished: [], recognised: [], satisfiedBefore: true, satisfiedByMarks: true };
const facts = (change: Change = {}): QualificationFacts => ({
  enrollment: 'expired',
  hasCredential: false,
  learnerSuspended: false,
  underWay: false,
  work: FAILED,
  standing: STANDING,
  ...change,
});
const obstacles = (change: Change) => {
  const found = qualification(facts(change));
  return found.qualifies ? [] : found.obstacles.map(({ key }) => key);
};

describe('Somebody on an earlier edition', () => {
  it.each(['active', 'expired', 'completed'] as const)(
    'whose place is %s qualifies by a rule that their work meets',
    (enrollment) => {
      expect(qualification(facts({ enrollment }))).toEqual({ qualifies: true, grounds: FAILED.judgement.grounds });
    },
  );

  it('who passed and lacked a course qualifies by a sequence that does not ask for it', () => {
    const work: Work = { ...FAILED, verdict: 'passed', judgement: { obstacles: [], grounds: [] } };
    const standing = { ...STANDING, satisfiedBefore: false, satisfiedByMarks: false };
    expect(qualification(facts({ work, standing }))).toEqual({ qualifies: true, grounds: [{ key: 'sequence' }] });
  });

  it('who lacked a quiz alone qualifies by its mark', () => {
    const quiz = {
      attemptId: 'a',
      activityId: 'q',
      title: 'Quiz',
      share: 0.6,
      passMark: { before: 0.8, now: 0.5 },
      submittedAt: new Date(0),
    };
    const standing = { ...STANDING, satisfiedBefore: false, recognised: [quiz] };
    const work: Work = { ...FAILED, verdict: 'passed', judgement: { obstacles: [], grounds: [] } };
    expect(qualification(facts({ work, standing }))).toMatchObject({ grounds: [{ key: 'pass_mark', share: 0.6 }] });
  });

  it.each<[string, Change, string]>([
    ['has the credential', { hasCredential: true }, 'has_credential'],
    ['is being awarded', { underWay: true }, 'under_way'],
    ['is suspended', { learnerSuspended: true }, 'learner_suspended'],
    ['was only invited', { enrollment: 'invited' }, 'enrollment_not_begun'],
    ['was only waiting', { enrollment: 'waitlisted' }, 'enrollment_not_begun'],
    ['withdrew', { enrollment: 'withdrawn' }, 'enrollment_withdrawn'],
    ['was never assessed', { work: null }, 'not_assessed'],
    ['has work with an assessor', { work: { ...FAILED, beingGraded: true } }, 'being_graded'],
    ['passed by a rule that a person overruled', { work: { ...FAILED, byRuleBefore: true } }, 'by_rule_before'],
    ['is due anyway', { work: { ...FAILED, verdict: 'passed' } }, 'due_by_own_edition'],
    ['has not finished', { standing: { ...STANDING, satisfied: false, unfinished: ['Charts'] } }, 'courses_unfinished'],
    [
      'has too few points',
      { work: { ...FAILED, judgement: { obstacles: [{ key: 'points_below_pass', points: 2, needed: 4 }], grounds: [] } } },
      'points_below_pass',
    ],
  ])('who %s does not qualify, and hears why', (_who, change, key) => {
    expect(obstacles(change)).toEqual([key]);
  });

  it('hears of everything that stands in the way', () => {
    expect(obstacles({ hasCredential: true, work: null })).toEqual(['has_credential', 'not_assessed']);
  });
});

describe('A rule that asks for less', () => {
  it('takes nobody off the list', () => {
    const some = fc.subarray<Obstacle>([
      { key: 'points_below_pass', points: 2, needed: 4 },
      { key: 'below_must_pass', titles: ['Claim'] },
      { key: 'criterion_unrated', titles: ['Style'] },
    ]);
    const cases = fc.record({
      strict: some,
      satisfied: fc.boolean(),
      verdict: fc.constantFrom('returned' as const, 'failed' as const),
      enrollment: fc.constantFrom('active' as const, 'expired' as const, 'withdrawn' as const),
      lifted: fc.nat(3),
    });
    fc.assert(
      fc.property(cases, ({ strict, satisfied, verdict, enrollment, lifted }) => {
        const by = (left: Obstacle[], standing: boolean) =>
          qualification(
            facts({
              enrollment,
              work: { ...FAILED, verdict, judgement: { obstacles: left as Work['judgement']['obstacles'], grounds: [] } },
              standing: { ...STANDING, satisfied: standing },
            }),
          ).qualifies;
        return !by(strict, satisfied) || by(strict.slice(lifted), true);
      }),
    );
  });
});

describe('The words', () => {
  it('never round a share up to the mark that it missed', () => {
    const ground: Ground = {
      key: 'pass_mark',
      activityId: 'q',
      title: 'Quiz',
      share: 0.59999,
      needed: { before: 0.6, now: 0.5 },
    };
    expect(groundWords(ground)).toBe('The quiz “Quiz” was answered to 59.9 %: 50 % pass now, and 60 % were needed.');
  });

  it('name what is missing', () => {
    expect(obstacleWords({ key: 'courses_unfinished', titles: ['Charts'] })).toBe('Not finished: “Charts”.');
    expect(obstacleWords({ key: 'points_below_pass', points: 3.5, needed: 4 })).toBe('The work has 3.5 points, and 4 pass.');
  });
});
