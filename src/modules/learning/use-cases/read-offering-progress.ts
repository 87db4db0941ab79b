import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/http/access.js';
import { readCursor } from '../../../platform/http/paging.js';
import { Problem } from '../../../platform/http/problem.js';
import { notFound } from '../../../platform/http/problems.js';
import { EnrollmentDirectory } from '../../enrollment/index.js';
import { type NamedStanding, ProgressRepository } from '../data/progress.repository.js';
import { within } from '../data/statements.js';
import type { EditionOutline } from '../domain/edition-outline.js';
import type { EnrollmentState } from '../domain/learning-access.js';
import type { Way } from '../domain/way.js';
import { maySeeProgressOfAll } from '../policy.js';
import { EditionOutlines } from './edition-outlines.js';
import { wayOfLearner } from './learner.js';

/** One learner of an offering, with the same numbers that the learner sees. */
export interface LearnerProgress {
  standing: NamedStanding;
  edition: EditionOutline;
  way: Way;
}

export interface OfferingProgressQuery {
  state?: EnrollmentState | undefined;
  cursor?: string | undefined;
  limit: number;
}

@Injectable()
export class ReadOfferingProgress {
  constructor(
    private readonly work: UnitOfWork,
    private readonly progress: ProgressRepository,
    private readonly outlines: EditionOutlines,
    private readonly directory: EnrollmentDirectory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Newest first, one more than `limit`. */
  async run(actor: Actor, offeringId: string, { state, cursor, limit }: OfferingProgressQuery): Promise<LearnerProgress[]> {
    const before = readCursor(cursor);
    return this.work.read(actor, async (tx) => {
      const offering = await this.directory.seenOffering(tx, offeringId, actor.personId);
      if (!offering || !maySeeProgressOfAll(actor, offering.staffRoles.length > 0)) throw new Problem(notFound);
      const { institutionId } = actor;
      const standings = await this.progress.offeringPage(within(tx), {
        institutionId,
        offeringId,
        state: state ?? null,
        before,
        limit: limit + 1,
      });
      const now = this.clock.now();
      const rows: LearnerProgress[] = [];
      for (const standing of standings) {
        const edition = await this.outlines.of(tx, standing.editionId);
        rows.push({ standing, edition, way: wayOfLearner({ standing, edition }, now) });
      }
      return rows;
    });
  }
}
