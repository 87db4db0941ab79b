import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import { UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../../platform/events/record-event.js';
import type { Actor } from '../../../../platform/http/access.js';
import { Problem } from '../../../../platform/http/problem.js';
import { invalidFields } from '../../../../platform/http/problems.js';
import { newId } from '../../../../platform/ids.js';
import { asOneRequest } from '../../../../platform/storage/as-one-request.js';
import { cleanFileName } from '../../../../platform/storage/clean-file-name.js';
import { type HistoricProgress, HistoricImportsRepository } from '../../data/historic-imports.repository.js';
import { CheckHistoricFile } from './check-historic-file.js';

/** Takes a file of awards and says, row by row, what is wrong with it. Nothing is awarded yet. The file itself is not kept. */
@Injectable()
export class UploadHistoricImport {
  constructor(
    private readonly work: UnitOfWork,
    private readonly check: CheckHistoricFile,
    private readonly imports: HistoricImportsRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(actor: Actor, upload: { originalname: string; stream: Readable } | undefined): Promise<HistoricProgress> {
    if (!upload)
      throw new Problem(invalidFields, { errors: [{ field: 'file', code: 'required', detail: 'Choose a CSV file.' }] });
    const file = await this.check.read(upload.stream);
    return this.work.runOnce(asOneRequest(actor, file.sha256), async (tx) => {
      const { institutionId, personId } = actor;
      const now = this.clock.now();
      const rows = await this.check.rows(tx, file);
      const uploaded = {
        id: newId(now.getTime()),
        institutionId,
        fileName: cleanFileName(upload.originalname),
        fileSha256: file.sha256,
        uploadedBy: personId,
        uploadedAt: now,
        confirmedBy: null,
        confirmedAt: null,
        letters: null,
      };
      await this.imports.add(
        tx,
        uploaded,
        rows.map(({ line, award, problems }) => ({
          id: newId(now.getTime()),
          institutionId,
          importId: uploaded.id,
          line,
          award,
          problems: [...problems],
          outcome: null,
          reason: null,
          personId: null,
        })),
      );
      const bad = rows.filter(({ award }) => award === null).length;
      await recordEvent(tx, {
        institutionId,
        type: 'historic_import.checked',
        actorId: personId,
        subject: { type: 'historic_import', id: uploaded.id },
        particulars: { rows: rows.length, bad },
        occurredAt: now,
      });
      return this.imports.progress(tx, uploaded.id);
    });
  }
}
