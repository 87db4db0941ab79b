import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import { UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../../platform/http/access.js';
import { readCursor } from '../../../../platform/http/paging.js';
import { Problem } from '../../../../platform/http/problem.js';
import { notFound } from '../../../../platform/http/problems.js';
import { type ActProgress, EnrollmentActsRepository, type NamedActRow } from '../../data/enrollment-acts.repository.js';
import type { ActOutcome } from '../../domain/enrollment-act.js';

interface PageWanted {
  cursor?: string | undefined;
  limit: number;
}

/** Acts on many places, how far they have come, and what became of each place. */
@Injectable()
export class ReadActs {
  constructor(
    private readonly work: UnitOfWork,
    private readonly acts: EnrollmentActsRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Newest first, one more than `limit`. */
  async list(actor: Actor, { cursor, limit }: PageWanted): Promise<ActProgress[]> {
    return this.work.run(actor, (tx) => this.acts.list(tx, readCursor(cursor), limit));
  }

  async one(actor: Actor, id: string): Promise<ActProgress> {
    const act = await this.work.run(actor, (tx) => this.acts.find(tx, id));
    if (!act) throw new Problem(notFound);
    return act;
  }

  /** One more than `limit`. */
  async rows(
    actor: Actor,
    id: string,
    { outcome, cursor, limit }: PageWanted & { outcome?: ActOutcome | undefined },
  ): Promise<NamedActRow[]> {
    const after = readCursor(cursor);
    return this.work.run(actor, async (tx) => {
      if (!(await this.acts.find(tx, id))) throw new Problem(notFound);
      return this.acts.rows(tx, id, { outcome, afterId: after?.id ?? null, limit });
    });
  }

  /** What an act can still do depends on it. */
  now(): Date {
    return this.clock.now();
  }
}
