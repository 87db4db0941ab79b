import type { RuleGround, RuleJudgement, RuleObstacle } from '../../assessment/domain/judge-by-rule.js';
import type { EnrollmentState } from '../../enrollment/domain/enrollment-state.js';
import type { StandingUnder } from '../../learning/domain/standing-under.js';

/** What is recorded of somebody on an earlier edition, held against a later one. */
export interface QualificationFacts {
  readonly enrollment: EnrollmentState;
  /** A credential of any edition of the micro-credential was ever decided for the person. */
  readonly hasCredential: boolean;
  readonly learnerSuspended: boolean;
  /** Somebody confirmed the award already, and it is being carried out. */
  readonly underWay: boolean;
  /** The attempt that counts; `null` while no attempt has a verdict. */
  readonly work: {
    readonly verdict: 'passed' | 'returned' | 'failed';
    readonly beingGraded: boolean;
    readonly byRuleBefore: boolean;
    readonly judgement: Pick<RuleJudgement, 'obstacles' | 'grounds'>;
  } | null;
  readonly standing: StandingUnder & {
    /** By the edition that the person is on. */
    readonly satisfiedBefore: boolean;
    /** The same, had the quizzes passed that count by the later edition's marks. */
    readonly satisfiedByMarks: boolean;
  };
}

/** A rule that was not met by the edition that the person is on, and is by the other. */
export type Ground =
  | RuleGround
  | { key: 'pass_mark'; activityId: string; title: string; share: number; needed: { before: number; now: number } }
  | { key: 'sequence' };

export type Obstacle =
  | RuleObstacle
  | { key: 'has_credential' }
  | { key: 'under_way' }
  | { key: 'learner_suspended' }
  | { key: 'enrollment_not_begun' }
  | { key: 'enrollment_withdrawn' }
  | { key: 'not_assessed' }
  | { key: 'being_graded' }
  /** The pass that the rule gave was taken back by a person. */
  | { key: 'by_rule_before' }
  /** The badge follows from their own edition; no rule had to change for it. */
  | { key: 'due_by_own_edition' }
  | { key: 'courses_unfinished'; titles: string[] };

export type Qualification =
  | { readonly qualifies: true; readonly grounds: Ground[] }
  | { readonly qualifies: false; readonly obstacles: Obstacle[] };

/**
 * Whether somebody on an earlier edition qualifies by the rule of a later one, from recorded facts alone: nothing is judged anew and no
 * clock is asked. Every obstacle is told. Whoever qualifies by a rule qualifies by one that asks for less.
 */
export function qualification(facts: QualificationFacts): Qualification {
  const obstacles = obstaclesOf(facts);
  if (obstacles.length > 0) return { qualifies: false, obstacles };
  return { qualifies: true, grounds: groundsOf(facts) };
}

function obstaclesOf(facts: QualificationFacts): Obstacle[] {
  const { enrollment, hasCredential, learnerSuspended, underWay, work, standing } = facts;
  const obstacles: Obstacle[] = [];
  if (hasCredential) obstacles.push({ key: 'has_credential' });
  if (underWay) obstacles.push({ key: 'under_way' });
  if (learnerSuspended) obstacles.push({ key: 'learner_suspended' });
  if (enrollment === 'invited' || enrollment === 'waitlisted') obstacles.push({ key: 'enrollment_not_begun' });
  if (enrollment === 'withdrawn') obstacles.push({ key: 'enrollment_withdrawn' });
  if (work === null) obstacles.push({ key: 'not_assessed' });
  else {
    // An assessor is about to look: a rule must not be faster.
    if (work.beingGraded && work.verdict !== 'passed') obstacles.push({ key: 'being_graded' });
    if (work.byRuleBefore) obstacles.push({ key: 'by_rule_before' });
    if (work.verdict === 'passed' && standing.satisfiedBefore) obstacles.push({ key: 'due_by_own_edition' });
    obstacles.push(...work.judgement.obstacles);
  }
  if (!standing.satisfied) obstacles.push({ key: 'courses_unfinished', titles: standing.unfinished });
  return obstacles;
}

function groundsOf({ work, standing }: QualificationFacts): Ground[] {
  const { satisfiedBefore, satisfiedByMarks, recognised } = standing;
  const marks = recognised.map(({ activityId, title, share, passMark }): Ground => ({
    key: 'pass_mark',
    activityId,
    title,
    share,
    needed: passMark,
  }));
  return [
    ...(work?.judgement.grounds ?? []),
    ...(satisfiedBefore ? [] : marks),
    ...(satisfiedByMarks ? [] : [{ key: 'sequence' } as const]),
  ];
}
