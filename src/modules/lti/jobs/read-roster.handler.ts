import { Injectable } from '@nestjs/common';
import { HandlesJob } from '../../../platform/queue/handler-catalogue.js';
import type { JobContext } from '../../../platform/queue/job.js';
import { ReadRoster } from '../use-cases/rosters/read-roster.js';
import { readRoster, type RosterToRead } from './read-roster.js';

@Injectable()
@HandlesJob(readRoster)
export class ReadRosterHandler {
  constructor(private readonly read: ReadRoster) {}

  async handle({ contextId }: RosterToRead, { institutionId, signal }: JobContext): Promise<void> {
    await this.read.run({ institutionId }, contextId, signal);
  }
}
