import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { Environment } from '../../../platform/config/environment.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../platform/events/record-event.js';
import type { Actor } from '../../../platform/http/access.js';
import { CompletionsRepository } from '../data/completions.repository.js';
import type { CompletionFilter } from '../domain/completion.js';
import { ReadCompletions } from './read-completions.js';
import { StreamCsv } from './stream-csv.js';

/** All completions of a filter as CSV; see `StreamCsv`. */
@Injectable()
export class ExportCompletions {
  constructor(
    private readonly streamCsv: StreamCsv,
    private readonly work: UnitOfWork,
    private readonly completions: CompletionsRepository,
    private readonly readCompletions: ReadCompletions,
    private readonly environment: Environment,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async open(actor: Actor, filter: CompletionFilter): Promise<Readable> {
    return this.streamCsv.open(actor, async (client) => {
      await this.record(actor, filter);
      return this.completions.prepareExport(client, filter, this.environment.publicUrl);
    });
  }

  private async record(actor: Actor, filter: CompletionFilter): Promise<void> {
    await this.work.run(actor, async (tx) => {
      await this.readCompletions.refuseUnusable(tx, filter);
      const { offeringId = null, from = null, until = null } = filter;
      await recordEvent(tx, {
        institutionId: actor.institutionId,
        type: 'completions.exported',
        actorId: actor.personId,
        subject: { type: 'institution', id: actor.institutionId },
        particulars: { offeringId, from, until },
        occurredAt: this.clock.now(),
      });
    });
  }
}
