import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { Queues } from '../queue/queues.js';
import { within } from '../queue/within.js';
import { PublicAccess } from './access.js';
import { Problem } from './problem.js';
import { unavailable } from './problems.js';

const PATIENCE_MS = 2_000;

@ApiExcludeController()
@Controller('health')
@PublicAccess()
export class HealthController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly queues: Queues,
  ) {}

  /** The process runs. */
  @Get('live')
  live() {
    return { status: 'live' };
  }

  /** Database and queue answer, so requests can be served. A queue that is away only delays badges: it is named, not fatal. */
  @Get('ready')
  async ready() {
    try {
      await within(PATIENCE_MS, this.dataSource.query('select 1'), 'The database does not answer');
    } catch (error) {
      throw new Problem(unavailable, { detail: (error as Error).message, retryAfter: 2 });
    }
    return { status: 'ready', queue: { kind: this.queues.backend.kind, state: await this.queueState() } };
  }

  private async queueState(): Promise<'answers' | 'away'> {
    try {
      await this.queues.answers();
      return 'answers';
    } catch {
      // Named in the answer; work waits in the outbox meanwhile.
      return 'away';
    }
  }
}
