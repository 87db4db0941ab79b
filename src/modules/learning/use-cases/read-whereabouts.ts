import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/http/access.js';
import { type Cursor, readCursor } from '../../../platform/http/paging.js';
import { Problem } from '../../../platform/http/problem.js';
import { notFound } from '../../../platform/http/problems.js';
import { EnrollmentDirectory, type Offering } from '../../enrollment/index.js';
import { type LearnerTrace, ProgressRepository } from '../data/progress.repository.js';
import { within } from '../data/statements.js';
import { knownOf } from '../domain/progress.js';
import {
  isSame,
  type LocatedLearner,
  seenFrom,
  type Station,
  stationsOf,
  type Whereabouts,
  whereaboutsOf,
} from '../domain/whereabouts.js';
import { maySeeProgressOfAll } from '../policy.js';
import { EditionOutlines } from './edition-outlines.js';

/** A learner who stands somewhere, with their name. */
export interface StandingLearner extends LocatedLearner {
  trace: LearnerTrace;
}

export interface WhereaboutsPage {
  /** Null: everybody. */
  at: Whereabouts | null;
  cursor?: string | undefined;
  limit: number;
}

type VisibleOffering = Pick<Offering, 'id' | 'institutionId' | 'editionId'>;

/** Where the learners of an offering are on their way, and for how long nothing has happened. */
@Injectable()
export class ReadWhereabouts {
  constructor(
    private readonly work: UnitOfWork,
    private readonly progress: ProgressRepository,
    private readonly outlines: EditionOutlines,
    private readonly directory: EnrollmentDirectory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The whole way with how many stand where. Throws `request.not_found` for whoever does not work on the offering. */
  async survey(actor: Actor, offeringId: string): Promise<Station[]> {
    return this.work.read(actor, async (tx) => {
      const offering = await this.visible(tx, actor, offeringId);
      const edition = await this.outlines.of(tx, offering.editionId);
      return stationsOf(edition, await this.located(tx, offering), this.clock.now());
    });
  }

  /** Those who stand somewhere, who has done nothing for longest first; one more than `limit`. */
  async list(actor: Actor, offeringId: string, { at, cursor, limit }: WhereaboutsPage): Promise<StandingLearner[]> {
    const after = readCursor(cursor);
    return this.work.read(actor, async (tx) => {
      const offering = await this.visible(tx, actor, offeringId);
      return (await this.located(tx, offering))
        .filter((learner) => (at === null || isSame(learner.at, at)) && (after === null || order(keyOf(learner), after) > 0))
        .toSorted((a, b) => order(keyOf(a), keyOf(b)))
        .slice(0, limit + 1);
    });
  }

  private async visible(tx: Tx, actor: Actor, offeringId: string): Promise<VisibleOffering> {
    const offering = await this.directory.seenOffering(tx, offeringId, actor.personId);
    if (!offering || !maySeeProgressOfAll(actor, offering.staffRoles.length > 0)) throw new Problem(notFound);
    return { ...offering, institutionId: actor.institutionId };
  }

  private async located(tx: Tx, { id, institutionId, editionId }: VisibleOffering): Promise<StandingLearner[]> {
    const own = await this.outlines.of(tx, editionId);
    const now = this.clock.now();
    const learners: StandingLearner[] = [];
    for (const trace of await this.progress.traces(within(tx), institutionId, id)) {
      const edition = await this.outlines.of(tx, trace.editionId);
      const learner = { known: knownOf(trace.completed), projectPassed: trace.state === 'completed', startedAt: trace.startedAt };
      const at = seenFrom(own, whereaboutsOf(edition, learner, now));
      learners.push({ at, completed: new Set(trace.completed.activities), lastAt: trace.lastAt, trace });
    }
    return learners;
  }
}

export function keyOf({ lastAt, trace }: StandingLearner): Cursor {
  return { at: lastAt, id: trace.id };
}

function order(a: Cursor, b: Cursor): number {
  return a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : Number(a.id > b.id));
}
