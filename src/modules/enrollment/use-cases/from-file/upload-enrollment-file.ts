import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import { type Tx, UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../../platform/events/record-event.js';
import type { Actor } from '../../../../platform/http/access.js';
import { Problem } from '../../../../platform/http/problem.js';
import { invalidFields, notFound } from '../../../../platform/http/problems.js';
import { newId } from '../../../../platform/ids.js';
import { asOneRequest } from '../../../../platform/storage/as-one-request.js';
import { cleanFileName } from '../../../../platform/storage/clean-file-name.js';
import { type ImportProgress, EnrollmentImportsRepository } from '../../data/enrollment-imports.repository.js';
import { OfferingsRepository } from '../../data/offerings.repository.js';
import { offeringCancelled } from '../../problems.js';
import { CheckEnrollmentFile } from './check-enrollment-file.js';

/** Takes a file of people and says, row by row, what would become of it. Nobody is enrolled yet. The file itself is not kept. */
@Injectable()
export class UploadEnrollmentFile {
  constructor(
    private readonly work: UnitOfWork,
    private readonly check: CheckEnrollmentFile,
    private readonly imports: EnrollmentImportsRepository,
    private readonly offerings: OfferingsRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(
    actor: Actor,
    offeringId: string | null,
    upload: { originalname: string; stream: Readable } | undefined,
  ): Promise<ImportProgress> {
    if (!upload)
      throw new Problem(invalidFields, { errors: [{ field: 'file', code: 'required', detail: 'Choose a CSV file.' }] });
    const file = await this.check.read(upload.stream, { isOfferingKnown: offeringId !== null });
    return this.work.runOnce(asOneRequest(actor, file.sha256), async (tx) => {
      if (offeringId !== null) await this.refuseUnfit(tx, offeringId);
      const { institutionId, personId } = actor;
      const now = this.clock.now();
      const rows = await this.check.rows(tx, file, offeringId);
      const id = newId(now.getTime());
      await this.imports.add(
        tx,
        {
          id,
          institutionId,
          offeringId,
          fileName: cleanFileName(upload.originalname),
          uploadedBy: personId,
          uploadedAt: now,
          confirmedBy: null,
          confirmedAt: null,
        },
        rows.map(({ problems, ...row }) => ({
          ...row,
          problems: [...problems],
          id: newId(now.getTime()),
          institutionId,
          importId: id,
          outcome: null,
          reason: null,
          enrollmentId: null,
        })),
      );
      await recordEvent(tx, {
        institutionId,
        type: 'enrollment_import.checked',
        actorId: personId,
        subject: { type: 'enrollment_import', id },
        particulars: { rows: rows.length, bad: rows.filter(({ wish }) => wish === null).length },
        occurredAt: now,
      });
      const progress = await this.imports.find(tx, id);
      if (!progress) throw new Error(`The import ${id} was just stored and is gone`);
      return progress;
    });
  }

  private async refuseUnfit(tx: Tx, offeringId: string): Promise<void> {
    const offering = await this.offerings.find(tx, offeringId);
    if (!offering) throw new Problem(notFound, { detail: 'There is no such offering.', facts: { missing: 'offering' } });
    if (offering.cancelledAt) throw new Problem(offeringCancelled);
  }
}
