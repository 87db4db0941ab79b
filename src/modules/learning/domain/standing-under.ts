import type { EditionContent } from '../../catalog/domain/edition.js';
import type { Quiz } from '../../catalog/domain/quiz.js';
import { further, type KnownFacts } from './progress-facts.js';
import { progressOf } from './progress.js';

/** An attempt at a quiz that did not pass by the mark of its own edition. */
export interface ScoredQuiz {
  attemptId: string;
  activityId: string;
  /** 0–1 of the points. */
  share: number;
  submittedAt: Date;
  /** As it was asked. */
  quiz: Quiz;
}

/** An attempt that passes by the mark of another edition. */
export interface RecognisedQuiz {
  attemptId: string;
  activityId: string;
  title: string;
  share: number;
  /** 0–1: what was asked then, and what is enough now. */
  passMark: { before: number; now: number };
  submittedAt: Date;
}

/** What a learner's facts come to by the rules of an edition that they are not on. */
export interface StandingUnder {
  /** All that the sequence asks for besides the project is complete. */
  satisfied: boolean;
  /** Titles of the courses that are not complete; where there is a choice, not all of them are needed. */
  unfinished: string[];
  recognised: RecognisedQuiz[];
}

type JudgedEdition = Pick<EditionContent, 'courses' | 'sequence'>;

/**
 * What is recorded, by the rules of another edition. Facts count by activity as after a move; a quiz that was scored is held
 * against the other edition's pass mark, if that asks the very same questions. Order and repetition make no difference, and a
 * rule that asks for less never finds less.
 */
export function standingUnder(edition: JudgedEdition, known: KnownFacts, scored: readonly ScoredQuiz[]): StandingUnder {
  const recognised = recognisedQuizzes(edition, known, scored);
  const progress = progressOf(edition, withRecognised(known, recognised));
  const open = new Set(progress.courses.filter(({ completed }) => !completed).map(({ courseId }) => courseId));
  return {
    satisfied: progress.satisfied,
    unfinished: progress.satisfied ? [] : edition.courses.filter(({ id }) => open.has(id)).map(({ title }) => title),
    recognised,
  };
}

/** Facts with the quizzes that count by another mark. */
export function withRecognised(known: KnownFacts, recognised: readonly RecognisedQuiz[]): KnownFacts {
  const activities = new Map(known.activities);
  for (const { activityId, submittedAt } of recognised) {
    activities.set(activityId, further(activities.get(activityId), { share: 1, completedAt: submittedAt, waived: false }));
  }
  return { ...known, activities };
}

/** Of each quiz that is not complete the earliest attempt that is enough. */
function recognisedQuizzes({ courses }: JudgedEdition, known: KnownFacts, scored: readonly ScoredQuiz[]): RecognisedQuiz[] {
  const earliestFirst = scored.toSorted(
    (a, b) => a.submittedAt.getTime() - b.submittedAt.getTime() || (a.attemptId < b.attemptId ? -1 : 1),
  );
  return courses.flatMap(({ activities }) =>
    activities.flatMap(({ id, title, body }) => {
      if (body.kind !== 'quiz' || (known.activities.get(id)?.completedAt ?? null) !== null) return [];
      const { quiz } = body;
      const enough = earliestFirst.find(
        (one) => one.activityId === id && reachesMark(one.share, quiz.passMark) && asksTheSame(one.quiz, quiz),
      );
      if (!enough) return [];
      const { attemptId, share, submittedAt } = enough;
      const passMark = { before: enough.quiz.passMark, now: quiz.passMark };
      return [{ attemptId, activityId: id, title, share, passMark, submittedAt }];
    }),
  );
}

/** With the slack of the scoring itself. */
function reachesMark(share: number, passMark: number): boolean {
  return share + 1e-9 >= passMark;
}

// Told after the answers, so that they change nothing of what was asked.
const AFTERWARDS = new Set(['explanation', 'feedback', 'feedbackTrue', 'feedbackFalse', 'shuffleOptions']);

/** A score is one of questions: with others, or other points for them, nobody knows what it would have been. */
function asksTheSame(one: Quiz, other: Quiz): boolean {
  return asked(one) === asked(other);
}

function asked({ pools }: Quiz): string {
  return JSON.stringify(pools, (key, value: unknown) => (AFTERWARDS.has(key) ? undefined : value));
}
