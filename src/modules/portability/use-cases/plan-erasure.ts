import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../platform/events/record-event.js';
import { Problem } from '../../../platform/http/problem.js';
import { newId } from '../../../platform/ids.js';
import { PeopleDirectory } from '../../people/index.js';
import { type Erasure, ErasuresRepository } from '../data/erasures.repository.js';
import { type BadgeFate, dueAfter } from '../domain/erasure.js';
import { erasureUnderWay } from '../problems.js';
import { TellErased } from './tell-erased.js';

/** Writes down that somebody is to be erased, and tells them. Who alone can administer the institution has to find a successor first. */
@Injectable()
export class PlanErasure {
  constructor(
    private readonly erasures: ErasuresRepository,
    private readonly people: PeopleDirectory,
    private readonly tell: TellErased,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async in(
    tx: Tx,
    {
      institutionId,
      personId,
      requestedBy,
      badges,
    }: Pick<Erasure, 'institutionId' | 'personId' | 'requestedBy'> & { badges: BadgeFate },
  ): Promise<Erasure> {
    await this.people.refuseLastAdministrator(tx, personId);
    const now = this.clock.now();
    const nothing = { cancelledAt: null, refusedAt: null, refusal: null, startedAt: null, finishedAt: null };
    const id = newId(now.getTime());
    const planned: Erasure = {
      id,
      institutionId,
      personId,
      requestedBy,
      requestedAt: now,
      badges,
      dueAt: dueAfter(now),
      ...nothing,
    };
    if (!(await this.erasures.add(tx, planned)))
      throw new Problem(erasureUnderWay, { detail: 'It can be taken back until it begins.' });
    await recordEvent(tx, {
      institutionId,
      type: 'erasure.requested',
      actorId: requestedBy,
      subject: { type: 'person', id: personId },
      particulars: { erasureId: id, badges },
      occurredAt: now,
    });
    await this.tell.in(tx, planned, 'erasure_requested');
    return planned;
  }
}
