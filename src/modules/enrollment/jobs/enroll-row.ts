import { defineChunkedJob } from '../../../platform/queue/job.js';

/** The office confirmed a file: a row of it is to become a place. */
export interface EnrollRow {
  rowId: string;
}

export const enrollRow = defineChunkedJob<EnrollRow>('enroll-row', 'maintenance');
