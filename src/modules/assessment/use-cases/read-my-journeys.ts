import { Injectable } from '@nestjs/common';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/http/access.js';
import { LearnerJourneys, type OwnJourney } from '../../learning/index.js';
import { type LatestAttempt, SubmissionsRepository } from '../data/submissions.repository.js';

/** One of a learner's ways with what became of its project so far. */
export interface MyJourney extends OwnJourney {
  latest: LatestAttempt | null;
}

const MOST = 100;

/** All that a learner's first screen shows, in two statements. */
@Injectable()
export class ReadMyJourneys {
  constructor(
    private readonly work: UnitOfWork,
    private readonly journeys: LearnerJourneys,
    private readonly submissions: SubmissionsRepository,
  ) {}

  /** Newest first; the newest hundred. */
  async run(actor: Actor): Promise<MyJourney[]> {
    return this.work.read(actor, (tx) => this.of(tx, actor.personId));
  }

  async of(tx: Tx, personId: string): Promise<MyJourney[]> {
    const own = await this.journeys.of(tx, personId, MOST);
    const ids = own.map(({ standing }) => standing.id);
    const attempts = ids.length === 0 ? [] : await this.submissions.latest(tx, ids);
    const latest = new Map(attempts.map((attempt) => [attempt.enrollmentId, attempt]));
    return own.map((journey) => ({ ...journey, latest: latest.get(journey.standing.id) ?? null }));
  }
}
