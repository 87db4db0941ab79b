import { Injectable } from '@nestjs/common';
import { IsNull, LessThan } from 'typeorm';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import type { Answers } from '../domain/quiz/check-answer-shape.js';
import { QuizAttempt } from './quiz-attempt.entity.js';

/** An attempt that was scored, without its answers. */
export interface ScoredAttempt {
  id: string;
  enrollmentId: string;
  activityId: string;
  editionId: string;
  submittedAt: Date;
  /** 0–1 of the points. */
  share: number;
}

/** Of several attempts at a quiz the one with the greatest share of the points; of equal ones the earliest. */
export interface BestAttempt {
  enrollmentId: string;
  activityId: string;
  points: number;
  maxPoints: number;
  submittedAt: Date;
}

@Injectable()
export class QuizAttemptsRepository {
  async add(tx: Tx, attempt: QuizAttempt): Promise<void> {
    await tx.manager.insert(QuizAttempt, { ...attempt });
  }

  async find(tx: Tx, id: string): Promise<QuizAttempt | null> {
    return tx.manager.findOneBy(QuizAttempt, { id });
  }

  async findLocked(tx: Tx, id: string): Promise<QuizAttempt | null> {
    return tx.manager.findOne(QuizAttempt, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** Of one learner at one quiz, by number. */
  async ofActivity(tx: Tx, enrollmentId: string, activityId: string): Promise<QuizAttempt[]> {
    return tx.manager.find(QuizAttempt, { where: { enrollmentId, activityId }, order: { number: 'ASC' } });
  }

  /** Attempts of these enrolments that were handed in and did not pass, oldest first. */
  async unpassed(tx: Tx, enrollmentIds: readonly string[]): Promise<ScoredAttempt[]> {
    return tx.query<ScoredAttempt>(
      `select id, enrollment_id as "enrollmentId", activity_id as "activityId", edition_id as "editionId",
              submitted_at as "submittedAt", (result ->> 'share')::float8 as share
         from quiz_attempt
        where enrollment_id = any($1::uuid[]) and submitted_at is not null and not (result ->> 'passed')::boolean
        order by submitted_at, id`,
      [enrollmentIds],
    );
  }

  async best(tx: Tx, enrollmentIds: readonly string[]): Promise<BestAttempt[]> {
    return tx.query<BestAttempt>(
      `select distinct on (enrollment_id, activity_id) enrollment_id as "enrollmentId", activity_id as "activityId",
              (result ->> 'points')::float8 as points, (result ->> 'maxPoints')::float8 as "maxPoints", submitted_at as "submittedAt"
         from quiz_attempt
        where enrollment_id = any($1::uuid[]) and submitted_at is not null and result is not null
        order by enrollment_id, activity_id, (result ->> 'share')::float8 desc, submitted_at, id`,
      [enrollmentIds],
    );
  }

  /** Ids and places of attempts that nobody handed in before `moment`, the longest overdue first. Every institution's in a system scope. */
  async runOut(tx: Tx, moment: Date, limit: number): Promise<Pick<QuizAttempt, 'id' | 'institutionId' | 'enrollmentId'>[]> {
    return tx.manager.find(QuizAttempt, {
      select: { id: true, institutionId: true, enrollmentId: true },
      where: { submittedAt: IsNull(), dueAt: LessThan(moment) },
      order: { dueAt: 'ASC' },
      take: limit,
    });
  }

  /** Replaces the answers if `expected` is still their revision and the attempt is open; says whether it did. */
  async saveAnswers(tx: Tx, id: string, expected: number, answers: Answers): Promise<boolean> {
    const { affected } = await tx.manager.update(
      QuizAttempt,
      { id, revision: expected, submittedAt: IsNull() },
      { answers, revision: expected + 1 },
    );
    return affected === 1;
  }

  async close(tx: Tx, { id, answers, revision, submittedAt, result }: QuizAttempt): Promise<void> {
    await tx.manager.update(QuizAttempt, { id }, { answers, revision, submittedAt, result });
  }
}
