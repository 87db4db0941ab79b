import { Injectable } from '@nestjs/common';
import { HandlesChunks } from '../../../platform/queue/handler-catalogue.js';
import type { JobContext, Outcome } from '../../../platform/queue/job.js';
import { EnrollFromFile } from '../use-cases/from-file/enroll-from-file.js';
import { enrollRow, type EnrollRow } from './enroll-row.js';

@Injectable()
@HandlesChunks(enrollRow)
export class EnrollRowHandler {
  constructor(private readonly enroll: EnrollFromFile) {}

  async handleChunk(rows: readonly EnrollRow[], { institutionId }: JobContext): Promise<Outcome[]> {
    return this.enroll.chunk(
      { institutionId },
      rows.map(({ rowId }) => rowId),
    );
  }
}
