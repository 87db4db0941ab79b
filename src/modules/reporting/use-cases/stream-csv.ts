import { PassThrough, type Readable } from 'node:stream';
import { Injectable, Logger } from '@nestjs/common';
import { type ScopedClient, Sql } from '../../../platform/database/sql.js';
import type { Actor } from '../../../platform/http/access.js';
import { Problem } from '../../../platform/http/problem.js';
import { ExportsRepository } from '../data/exports.repository.js';
import { exportRunning, exportsBusy } from '../problems.js';

const LONGEST_SECONDS = 120;
// Each one holds a database connection for as long as its reader takes.
const MOST_AT_ONCE = 3;

/** Streams what a `COPY … TO STDOUT` answers, straight from the database: however much there is, only a little of it is in memory. */
@Injectable()
export class StreamCsv {
  private readonly logger = new Logger('Reports');
  private running = 0;

  constructor(
    private readonly sql: Sql,
    private readonly exports: ExportsRepository,
  ) {}

  /**
   * UTF-8 with a header row. `prepare` answers the statement. Refuses with `reports.export_running` while the actor has another one open and
   * with `reports.exports_busy`. Destroying it calls the query off; it fails, rather than end early, when the query does.
   */
  async open(actor: Actor, prepare: (client: ScopedClient) => Promise<string>): Promise<Readable> {
    if (this.running >= MOST_AT_ONCE) throw new Problem(exportsBusy, { detail: 'Try again in a minute.', retryAfter: 60 });
    this.running++;
    return new Promise<Readable>((resolve, reject) => {
      this.sql
        .run(actor, async (client) => {
          if (!(await this.exports.claim(client, actor.personId))) {
            throw new Problem(exportRunning, { detail: 'Let it finish, or stop it, and try again.', retryAfter: 5 });
          }
          const statement = await prepare(client);
          await this.exports.limit(client, LONGEST_SECONDS);
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
}
