import { PassThrough, type Readable } from 'node:stream';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { Environment } from '../../../platform/config/environment.js';
import { type ScopedClient, Sql } from '../../../platform/database/sql.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../platform/events/record-event.js';
import type { Actor } from '../../../platform/http/access.js';
import { Problem } from '../../../platform/http/problem.js';
import { CompletionsRepository } from '../data/completions.repository.js';
import type { CompletionFilter } from '../domain/completion.js';
import { exportRunning, exportsBusy } from '../problems.js';
import { ReadCompletions } from './read-completions.js';

const LONGEST_SECONDS = 120;
// Each one holds a database connection for as long as its reader takes.
const MOST_AT_ONCE = 3;

/** Streams completions as CSV, straight from the database: however many there are, only a little of it is in memory. */
@Injectable()
export class ExportCompletions {
  private readonly logger = new Logger('Reports');
  private running = 0;

  constructor(
    private readonly sql: Sql,
    private readonly work: UnitOfWork,
    private readonly completions: CompletionsRepository,
    private readonly readCompletions: ReadCompletions,
    private readonly environment: Environment,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * The CSV, UTF-8 with a header row. Refuses with `reports.export_running` while the actor has another one open and with
   * `reports.exports_busy`. Destroying it calls the query off; it fails, rather than end early, when the query does.
   */
  async open(actor: Actor, filter: CompletionFilter): Promise<Readable> {
    if (this.running >= MOST_AT_ONCE) throw new Problem(exportsBusy, { detail: 'Try again in a minute.', retryAfter: 60 });
    this.running++;
    return new Promise<Readable>((resolve, reject) => {
      this.sql
        .run(actor, async (client) => {
          const statement = await this.prepare(client, actor, filter);
          const csv = new PassThrough();
          resolve(csv);
          await this.stream(client, statement, csv);
        })
        // Once the stream is handed out it tells of a failure itself, and nobody hears this any more.
        .catch(reject)
        .finally(() => this.running--);
    });
  }

  private async stream(client: ScopedClient, statement: string, csv: PassThrough): Promise<void> {
    try {
      await this.sql.copyOut(client, statement, csv);
    } catch (error) {
      // Where the reader has gone, that the query was called off is what should happen.
      if (!csv.destroyed) {
        this.logger.error({ message: 'An export broke off', error: String(error) });
        csv.destroy(error as Error);
      }
      throw error;
    }
  }

  private async prepare(client: ScopedClient, actor: Actor, filter: CompletionFilter): Promise<string> {
    if (!(await this.completions.claimExport(client, actor.personId))) {
      throw new Problem(exportRunning, { detail: 'Let it finish, or stop it, and try again.', retryAfter: 5 });
    }
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
    return this.completions.prepareExport(client, filter, this.environment.publicUrl, LONGEST_SECONDS);
  }
}
