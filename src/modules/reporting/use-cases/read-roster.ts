import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../platform/events/record-event.js';
import type { Actor } from '../../../platform/http/access.js';
import { RosterRepository } from '../data/roster.repository.js';
import { riskMoments, riskOf } from '../domain/learner-risk.js';
import { type JudgedRosterRow, MOST_COUNTED, type RosterFilter, type RosterSort } from '../domain/roster.js';
import { readRosterCursor } from './roster-cursor.js';
import { StreamCsv } from './stream-csv.js';

/** Everybody's places at the institution. */
@Injectable()
export class ReadRoster {
  constructor(
    private readonly work: UnitOfWork,
    private readonly roster: RosterRepository,
    private readonly streamCsv: StreamCsv,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** One more than `limit`. */
  async page(
    actor: Actor,
    filter: RosterFilter,
    { sort, cursor, limit }: { sort: RosterSort; cursor?: string | undefined; limit: number },
  ): Promise<JudgedRosterRow[]> {
    const now = this.clock.now();
    const asked = { sort, moments: riskMoments(now), after: readRosterCursor(cursor, sort), limit };
    const rows = await this.work.read(actor, (tx) => this.roster.page(tx, filter, asked));
    return rows.map((row) => ({ ...row, risk: row.state === 'active' ? riskOf(row, now) : null }));
  }

  async count(actor: Actor, filter: RosterFilter): Promise<{ count: number; isMore: boolean }> {
    const moments = riskMoments(this.clock.now());
    const counted = await this.work.read(actor, (tx) => this.roster.count(tx, filter, moments, MOST_COUNTED));
    return { count: Math.min(counted, MOST_COUNTED), isMore: counted > MOST_COUNTED };
  }

  /** All of it as CSV; see `StreamCsv`. That it was taken out is an event. */
  async export(actor: Actor, filter: RosterFilter): Promise<Readable> {
    const now = this.clock.now();
    const { q, enrollmentIds, ...plain } = filter;
    return this.streamCsv.open(actor, async (client) => {
      await this.work.run(actor, (tx) =>
        recordEvent(tx, {
          institutionId: actor.institutionId,
          type: 'enrollments.exported',
          actorId: actor.personId,
          subject: { type: 'institution', id: actor.institutionId },
          particulars: { ...plain, ...(enrollmentIds ? { chosen: enrollmentIds.length } : {}), byWords: q !== undefined },
          occurredAt: now,
        }),
      );
      return this.roster.prepareExport(client, filter, riskMoments(now));
    });
  }
}
