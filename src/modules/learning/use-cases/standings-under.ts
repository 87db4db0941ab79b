import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { EditionStore, type Quiz, type StoredEdition } from '../../catalog/index.js';
import { EditionMovesRepository } from '../data/edition-moves.repository.js';
import { QuizAttemptsRepository, type ScoredAttempt } from '../data/quiz-attempts.repository.js';
import { editionAt } from '../domain/edition-at.js';
import { progressOf } from '../domain/progress.js';
import { type ScoredQuiz, standingUnder, type StandingUnder, withRecognised } from '../domain/standing-under.js';
import { Learners } from './learners.js';

/** A learner's facts, by the rules of their own edition and of another one. */
export interface ComparedStanding extends StandingUnder {
  /** Whether the sequence of the edition that they are on is satisfied. */
  satisfiedBefore: boolean;
  /** The same, had the quizzes passed that count by the other edition's marks. */
  satisfiedByMarks: boolean;
  /** The edition that they were on then. */
  editionAt: (at: Date) => string;
}

/** What the facts of learners come to by another edition than the one they are on: a handful of statements for hundreds. Writes nothing. */
@Injectable()
export class StandingsUnder {
  constructor(
    private readonly learners: Learners,
    private readonly attempts: QuizAttemptsRepository,
    private readonly moves: EditionMovesRepository,
    private readonly editions: EditionStore,
  ) {}

  /** By enrolment; who is not found is missing. */
  async of(tx: Tx, enrollmentIds: readonly string[], { content }: StoredEdition): Promise<Map<string, ComparedStanding>> {
    if (enrollmentIds.length === 0) return new Map();
    const scored = await this.scored(tx, enrollmentIds);
    const moves = await this.moves.of(tx, enrollmentIds);
    const learners = await this.learners.findMany(tx, enrollmentIds);
    return new Map(
      learners.map(({ standing: { id, editionId, known }, edition }) => {
        const own = moves.filter(({ enrollmentId }) => enrollmentId === id);
        const under = standingUnder(content, known, scored.get(id) ?? []);
        return [
          id,
          {
            ...under,
            satisfiedBefore: progressOf(edition, known).satisfied,
            satisfiedByMarks: progressOf(edition, withRecognised(known, under.recognised)).satisfied,
            editionAt: (at: Date) => editionAt(editionId, own, at),
          },
        ];
      }),
    );
  }

  private async scored(tx: Tx, enrollmentIds: readonly string[]): Promise<Map<string, ScoredQuiz[]>> {
    const byEnrollment = new Map<string, ScoredQuiz[]>();
    for (const attempt of await this.attempts.unpassed(tx, enrollmentIds)) {
      const quiz = await this.quizOf(tx, attempt);
      if (!quiz) continue;
      const { id: attemptId, activityId, share, submittedAt } = attempt;
      const known = byEnrollment.get(attempt.enrollmentId) ?? [];
      byEnrollment.set(attempt.enrollmentId, [...known, { attemptId, activityId, share, submittedAt, quiz }]);
    }
    return byEnrollment;
  }

  private async quizOf(tx: Tx, { editionId, activityId }: ScoredAttempt): Promise<Quiz | null> {
    const edition = await this.editions.find(tx, editionId);
    const activities = edition?.content.courses.flatMap((course) => course.activities) ?? [];
    const body = activities.find(({ id }) => id === activityId)?.body;
    return body?.kind === 'quiz' ? body.quiz : null;
  }
}
