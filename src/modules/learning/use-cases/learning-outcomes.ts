import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { groupBy } from '../../../platform/queue/group-by.js';
import { type BestAttempt, QuizAttemptsRepository } from '../data/quiz-attempts.repository.js';
import { progressOf } from '../domain/progress.js';
import { Learners } from './learners.js';

/** What a learner's work has come to, by the edition that they are on now. */
export interface LearningOutcome {
  /** All that comes before the verdict on the project is complete. */
  satisfied: boolean;
  completedCourses: ReadonlySet<string>;
  completedActivities: ReadonlySet<string>;
  /** The best attempt of each quiz that was handed in, by activity. */
  quizzes: ReadonlyMap<string, Omit<BestAttempt, 'enrollmentId' | 'activityId'>>;
}

/** What gradebooks ask of learning: two statements for hundreds of learners. */
@Injectable()
export class LearningOutcomes {
  constructor(
    private readonly learners: Learners,
    private readonly attempts: QuizAttemptsRepository,
  ) {}

  /** By enrolment; who is not found is missing. */
  async of(tx: Tx, enrollmentIds: readonly string[]): Promise<Map<string, LearningOutcome>> {
    if (enrollmentIds.length === 0) return new Map();
    const quizzes = groupBy(await this.attempts.best(tx, enrollmentIds), ({ enrollmentId }) => enrollmentId);
    const learners = await this.learners.findMany(tx, enrollmentIds);
    return new Map(
      learners.map(({ standing: { id, known }, edition }) => {
        const { satisfied, courses, activities } = progressOf(edition, known);
        const outcome: LearningOutcome = {
          satisfied,
          // Completed elsewhere counts too, and so does what this edition does not hold any more.
          completedCourses: new Set([
            ...known.courses.keys(),
            ...courses.flatMap(({ courseId, completed }) => (completed ? courseId : [])),
          ]),
          completedActivities: new Set(activities.flatMap(({ activityId, completed }) => (completed ? activityId : []))),
          quizzes: new Map((quizzes.get(id) ?? []).map(({ activityId, ...best }) => [activityId, best])),
        };
        return [id, outcome];
      }),
    );
  }
}
