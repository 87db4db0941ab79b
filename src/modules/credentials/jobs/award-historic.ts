import { defineChunkedJob } from '../../../platform/queue/job.js';

/** The office vouches for an award from before Cairn: a row of its file, or one award alone. It is to become a credential. */
export type HistoricRef = { rowId: string } | { awardId: string };

export const awardHistoric = defineChunkedJob<HistoricRef>('award-historic', 'credentials', 30);
