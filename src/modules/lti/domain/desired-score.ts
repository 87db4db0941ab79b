import type { DecidedScore, PendingScore, Score } from './score.js';
import type { Target } from './target.js';

/** What is recorded of a learner in the section of a context, as far as scores tell of it. */
export interface ScoredRecord {
  /** All that the micro-credential asks for besides the project. */
  satisfied: boolean;
  completedCourses: ReadonlySet<string>;
  completedActivities: ReadonlySet<string>;
  /** The best attempt of each quiz that was handed in, by activity. */
  quizzes: ReadonlyMap<string, ScoredQuiz>;
  /** The verdict that stands on the project. */
  verdict: ScoredVerdict | null;
  /** When work was handed in that waits for its verdict; `null`: none does. */
  handedInAt: Date | null;
}

export interface ScoredQuiz {
  points: number;
  maxPoints: number;
  submittedAt: Date;
}

export interface ScoredVerdict {
  verdict: 'passed' | 'returned' | 'failed';
  /** After lateness. */
  points: number;
  maxPoints: number;
  feedback: string;
}

/** What a column was told before, whether it has arrived or not. */
export type ToldBefore = 'nothing' | 'pending' | 'decided';

const WHOLE = { given: 100, maximum: 100, activity: 'Completed', comment: null, submittedAt: null } as const;
const TAKEN_BACK: PendingScore = { given: null, maximum: null, activity: 'InProgress', comment: null, submittedAt: null };
const LONGEST_COMMENT = 1_000;

/**
 * The score that a link's column should show; `null` where there is nothing to tell, and what is shown stays as it is. What was told
 * before has to be taken back there too, and only that.
 */
export function desiredScore(target: Target, record: ScoredRecord, told: ToldBefore): Score | null {
  switch (target.kind) {
    case 'micro-credential':
      return microCredentialScore(record, told);
    case 'course':
      return record.completedCourses.has(target.nodeId) ? WHOLE : null;
    case 'activity':
      return activityScore(target.nodeId, record);
    case 'project':
      return record.verdict ? verdictScore(record.verdict) : pendingScore(record.handedInAt, told);
  }
}

function microCredentialScore({ satisfied, verdict }: ScoredRecord, told: ToldBefore): DecidedScore | null {
  if (satisfied && verdict?.verdict === 'passed') return WHOLE;
  return told === 'decided' && verdict !== null && verdict.verdict !== 'passed'
    ? { ...WHOLE, given: 0, activity: 'InProgress' }
    : null;
}

function activityScore(activityId: string, { quizzes, completedActivities }: ScoredRecord): DecidedScore | null {
  const completed = completedActivities.has(activityId);
  const quiz = quizzes.get(activityId);
  if (!quiz || quiz.maxPoints <= 0) return completed ? WHOLE : null;
  return {
    ...points(quiz),
    activity: completed ? 'Completed' : 'Submitted',
    comment: null,
    submittedAt: quiz.submittedAt.toISOString(),
  };
}

/** Some platforms wipe a grade on anything that is none: after a decided score no other is ever wished for. */
function pendingScore(handedInAt: Date | null, told: ToldBefore): PendingScore | null {
  if (told === 'decided') return null;
  if (handedInAt) return { ...TAKEN_BACK, activity: 'Submitted', submittedAt: handedInAt.toISOString() };
  return told === 'pending' ? TAKEN_BACK : null;
}

function verdictScore(verdict: ScoredVerdict): DecidedScore {
  const passed = verdict.verdict === 'passed';
  return {
    // A rubric that gives no points still tells a pass from the rest.
    ...(verdict.maxPoints > 0 ? points(verdict) : { given: passed ? 1 : 0, maximum: 1 }),
    activity: passed ? 'Completed' : 'Submitted',
    comment: shortened(verdict.feedback),
    submittedAt: null,
  };
}

function points({ points: earned, maxPoints }: { points: number; maxPoints: number }): Pick<DecidedScore, 'given' | 'maximum'> {
  return { given: Math.min(Math.max(earned, 0), maxPoints), maximum: maxPoints };
}

function shortened(feedback: string): string | null {
  const text = feedback.trim();
  if (text.length <= LONGEST_COMMENT) return text || null;
  const cut = text.slice(0, LONGEST_COMMENT - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), LONGEST_COMMENT / 2)).trimEnd()}…`;
}
