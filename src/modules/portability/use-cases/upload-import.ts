import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../platform/events/record-event.js';
import type { Actor } from '../../../platform/http/access.js';
import { Problem } from '../../../platform/http/problem.js';
import { invalidFields } from '../../../platform/http/problems.js';
import { newId } from '../../../platform/ids.js';
import { FileStore, type ReceivedFile } from '../../../platform/storage/file-store.js';
import { loadPackage } from '../archive/read-package.js';
import type { ImportRun } from '../data/import-run.entity.js';
import { ImportRunsRepository } from '../data/import-runs.repository.js';
import { type ImportReport, isUsable, reportOf } from '../material/import-run.js';
import { checkAssets } from './check-assets.js';
import { discardAll, discardUnlessWritten } from './discard-unless-written.js';
import { OpenImport } from './open-import.js';

export const IMPORT = 'import';
export const LARGEST_ARCHIVE = 200 * 1024 * 1024;

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
    const received = await this.receive(actor, upload);
    const report = await this.check(received);
    const checked = await discardUnlessWritten(this.files, [received], (written) =>
      this.work.runOnce(asOneRequest(actor, received), async (tx) => {
        const run = await this.record(tx, actor, received, report);
        written();
        return run;
      }),
    );
    // A repeated request is answered with the first upload's run.
    if (checked.fileId !== received.id) await this.files.discard(received);
    return checked;
  }

  /** Keeps the bytes alone. */
  receive(actor: Actor, { originalname, stream }: { originalname: string; stream: Readable }): Promise<ReceivedFile> {
    return this.files.receive({
      purpose: IMPORT,
      originalName: originalname,
      stream,
      maxBytes: LARGEST_ARCHIVE,
      mediaTypes: ['application/zip'],
      institutionId: actor.institutionId,
      createdBy: actor.personId,
      now: this.clock.now(),
    });
  }

  /** A package that cannot even be looked at is not kept. */
  async check(received: ReceivedFile): Promise<ImportReport> {
    try {
      return await this.open.run(received, async (opened): Promise<ImportReport> => {
        if (!opened.ok) return { archive: opened.problems, lines: [], courses: [], microCredential: null };
        const material = await loadPackage(opened.files);
        const report = reportOf(material);
        return { ...report, lines: [...report.lines, ...(await checkAssets(opened.files, material))] };
      });
    } catch (error) {
      await discardAll(this.files, [received]);
      throw error;
    }
  }

  /** Writes down what was found, in the caller's transaction. */
  async record(tx: Tx, actor: Actor, received: ReceivedFile, report: ImportReport): Promise<ImportRun> {
    const { id: fileId } = await this.files.record(tx, received);
    const now = this.clock.now();
    const checked: ImportRun = {
      id: newId(),
      institutionId: actor.institutionId,
      fileId,
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
  }
}

/** The content belongs to what an Idempotency-Key stands for; the guard that hashed the request had not read it yet. */
function asOneRequest({ idempotency, ...actor }: Actor, { sha256 }: ReceivedFile): Actor {
  if (!idempotency) return actor;
  return { ...actor, idempotency: { ...idempotency, requestHash: `${idempotency.requestHash} ${sha256}` } };
}
