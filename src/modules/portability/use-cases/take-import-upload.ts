import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/http/access.js';
import { TakeUpload } from '../../../platform/uploads/take-upload.js';
import type { ImportRun } from '../data/import-run.entity.js';
import { ImportRunsRepository } from '../data/import-runs.repository.js';
import type { ImportReport } from '../material/import-run.js';
import { IMPORT, UploadImport } from './upload-import.js';

/** Takes a package that was uploaded in parts, and says what is in it, as if it had been sent at once. */
@Injectable()
export class TakeImportUpload {
  constructor(
    private readonly takeUpload: TakeUpload,
    private readonly upload: UploadImport,
    private readonly runs: ImportRunsRepository,
  ) {}

  run(actor: Actor, uploadId: string): Promise<ImportRun> {
    let report: ImportReport;
    return this.takeUpload.run(actor, {
      uploadId,
      purposes: [IMPORT],
      subjectId: null,
      receive: async ({ name, stream }) => {
        const received = await this.upload.receive(actor, { originalname: name, stream });
        report = await this.upload.check(received);
        return received;
      },
      write: (tx, received) => this.upload.record(tx, actor, received, report),
      again: (tx, fileId) => this.runs.findOfFile(tx, fileId),
    });
  }
}
