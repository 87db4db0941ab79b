import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { type OwnStanding, ProgressRepository } from '../data/progress.repository.js';
import { within } from '../data/statements.js';
import type { EditionOutline } from '../domain/edition-outline.js';
import { learningAccess } from '../domain/learning-access.js';
import { nextUp, type NextUp } from '../domain/next-up.js';
import type { Way } from '../domain/way.js';
import { EditionOutlines } from './edition-outlines.js';
import { wayOfLearner } from './learner.js';

/** One of a person's ways, as far as a list of them shows it. */
export interface OwnJourney {
  standing: OwnStanding;
  edition: EditionOutline;
  way: Way;
  next: NextUp | null;
}

/** All ways of one person: the numbers that each journey shows, by one statement for all. */
@Injectable()
export class LearnerJourneys {
  constructor(
    private readonly progress: ProgressRepository,
    private readonly outlines: EditionOutlines,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Newest first; without those that were given back. */
  async of(tx: Tx, personId: string, limit: number): Promise<OwnJourney[]> {
    const journeys: OwnJourney[] = [];
    for (const standing of await this.progress.ofPerson(within(tx), personId, limit)) {
      const edition = await this.outlines.of(tx, standing.editionId);
      const way = wayOfLearner({ standing, edition }, this.clock.now());
      const { write } = learningAccess(standing.state);
      const next = write ? nextUp(edition, way.progress.activities, way.unlocking, standing.resumeActivityId) : null;
      journeys.push({ standing, edition, way, next });
    }
    return journeys;
  }
}
