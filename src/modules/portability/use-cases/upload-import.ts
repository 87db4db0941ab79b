import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../platform/events/record-event.js';
import type { Actor } from '../../../platform/http/access.js';
import { Problem } from '../../../platform/http/problem.js';
import { invalidFields } from '../../../platform/http/problems.js';
import { newId } from '../../../platform/ids.js';
import { FileStore } from '../../../platform/storage/file-store.js';
import { loadPackage } from '../archive/read-package.js';
import type { ImportRun } from '../data/import-run.entity.js';
import { ImportRunsRepository } from '../data/import-runs.repository.js';
import { type ImportReport, isUsable, reportOf } from '../material/import-run.js';
import { OpenImport } from './open-import.js';

const LARGEST_ARCHIVE = 200 * 1024 * 1024;

/** Takes a package and says what is in it and what is wrong with it. Nothing becomes a course yet. */
@Injectable()
export class UploadImport {
  constructor(
    private readonly work: UnitOfWork,
    private readonly files: FileStore,
    private readonly open: OpenImport,
    private readonly runs: ImportRunsRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(actor: Actor, upload: { originalname: string; stream: Readable } | undefined): Promise<ImportRun> {
    if (!upload)
      throw new Problem(invalidFields, { errors: [{ field: 'file', code: 'required', detail: 'Choose a zip file.' }] });
    const received = await this.files.receive({
      purpose: 'import',
      originalName: upload.originalname,
      stream: upload.stream,
      maxBytes: LARGEST_ARCHIVE,
      mediaTypes: ['application/zip'],
      institutionId: actor.institutionId,
      createdBy: actor.personId,
      now: this.clock.now(),
    });
    try {
      const report = await this.open.run(received, async (opened): Promise<ImportReport> => {
        if (!opened.ok) return { archive: opened.problems, lines: [], courses: [], microCredential: null };
        return reportOf(await loadPackage(opened.files));
      });
      const run = await this.work.runOnce(actor, async (tx) => {
        const file = await this.files.record(tx, received);
        const now = this.clock.now();
        const checked: ImportRun = {
          id: newId(),
          institutionId: actor.institutionId,
          fileId: file.id,
          state: isUsable(report) ? 'checked' : 'refused',
          report,
          outcome: null,
          createdBy: actor.personId,
          createdAt: now,
          checkedAt: now,
          appliedAt: null,
        };
        await this.runs.add(tx, checked);
        await recordEvent(tx, {
          institutionId: actor.institutionId,
          type: 'import.checked',
          actorId: actor.personId,
          subject: { type: 'import', id: checked.id },
          particulars: { state: checked.state, courses: report.courses.length },
          occurredAt: now,
        });
        return checked;
      });
      // A repeated request is answered with the first upload's run.
      if (run.fileId !== received.id) await this.files.discard(received);
      return run;
    } catch (error) {
      await this.files.discard(received);
      throw error;
    }
  }
}
