import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../platform/events/record-event.js';
import type { Actor } from '../../../platform/http/access.js';
import { readCursor } from '../../../platform/http/paging.js';
import { AuditRepository } from '../data/audit.repository.js';
import type { AuditEvent, AuditFilter } from '../domain/audit.js';
import { StreamCsv } from './stream-csv.js';

/** What happened at the institution, who did it, and about whom. */
@Injectable()
export class ReadAuditLog {
  constructor(
    private readonly work: UnitOfWork,
    private readonly streamCsv: StreamCsv,
    private readonly audit: AuditRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Newest first, one more than `limit`. */
  async page(
    actor: Actor,
    filter: AuditFilter,
    { cursor, limit }: { cursor?: string | undefined; limit: number },
  ): Promise<AuditEvent[]> {
    const after = readCursor(cursor);
    return this.work.run(actor, (tx) => this.audit.list(tx, filter, after, limit));
  }

  /** All of it as CSV; see `StreamCsv`. That it was taken out is an event itself. */
  async export(actor: Actor, filter: AuditFilter): Promise<Readable> {
    return this.streamCsv.open(actor, async (client) => {
      const { kind = null, personId = null, from = null, until = null } = filter;
      await this.work.run(actor, (tx) =>
        recordEvent(tx, {
          institutionId: actor.institutionId,
          type: 'audit_events.exported',
          actorId: actor.personId,
          subject: { type: 'institution', id: actor.institutionId },
          // Under another name than that of people whom an event is about.
          particulars: { kind, ofPersonId: personId, from, until },
          occurredAt: this.clock.now(),
        }),
      );
      return this.audit.prepareExport(client, filter);
    });
  }
}
