import { defineJob } from '../../../platform/queue/job.js';

/** Of which course: whether it still has to be read, says its row. */
export interface RosterToRead {
  contextId: string;
}

export const readRoster = defineJob<RosterToRead>('read-roster', 'integrations', 30);
