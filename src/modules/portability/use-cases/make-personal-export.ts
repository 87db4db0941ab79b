import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { Environment } from '../../../platform/config/environment.js';
import type { InstitutionScope } from '../../../platform/database/scope.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../platform/events/record-event.js';
import { queueLetter } from '../../../platform/letters/queue-letters.js';
import { FileStore, type ReceivedFile } from '../../../platform/storage/file-store.js';
import { PeopleDirectory } from '../../people/index.js';
import type { PersonalExport } from '../data/personal-export.entity.js';
import { PersonalExportsRepository } from '../data/personal-exports.repository.js';
import { KEPT_MS } from '../domain/export-state.js';
import { discardAll, discardUnlessWritten } from './discard-unless-written.js';
import { GatherPersonalData } from './gather-personal-data.js';
import { type Entry, packed } from '../archive/write-zip.js';

const LARGEST = 20 * 1024 ** 3;
const TOLD_EVERY_MS = 1_000;

/** Makes one archive of what was asked for. Doing it twice leaves one file: the second finds it finished. */
@Injectable()
export class MakePersonalExport {
  constructor(
    private readonly work: UnitOfWork,
    private readonly exports: PersonalExportsRepository,
    private readonly gather: GatherPersonalData,
    private readonly people: PeopleDirectory,
    private readonly files: FileStore,
    private readonly environment: Environment,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(scope: InstitutionScope, exportId: string, signal: AbortSignal): Promise<void> {
    const wanted = await this.work.run(scope, (tx) => this.exports.find(tx, exportId));
    // Made already, or taken back.
    if (!wanted || wanted.fileId !== null) return;
    const entries = await this.gather.run(scope, wanted.personId);
    const received = await this.pack(scope, wanted, entries, signal);
    const finished = await discardUnlessWritten(this.files, [received], (written) =>
      this.work.run(scope, async (tx) => {
        const isFirst = await this.finish(tx, wanted, received, entries.length);
        written();
        return isFirst;
      }),
    );
    if (!finished) await discardAll(this.files, [received]);
  }

  private async pack(
    scope: InstitutionScope,
    { id, personId }: PersonalExport,
    entries: readonly Entry[],
    signal: AbortSignal,
  ): Promise<ReceivedFile> {
    const now = this.clock.now();
    const steps = entries.length;
    let toldAt = 0;
    const tell = (stepsDone: number) => {
      const time = this.clock.now().getTime();
      if (time - toldAt < TOLD_EVERY_MS) return;
      toldAt = time;
      // How far it is matters to nobody but who waits: a failure must not break the archive.
      void this.work.run(scope, (tx) => this.exports.tellSteps(tx, id, { steps, stepsDone })).catch(() => undefined);
    };
    return this.files.receive({
      institutionId: scope.institutionId,
      purpose: 'personal-export',
      originalName: `my-data-${now.toISOString().slice(0, 10)}.zip`,
      stream: packed(entries, now, tell),
      maxBytes: LARGEST,
      mediaTypes: ['application/zip'],
      createdBy: personId,
      now,
      signal,
    });
  }

  private async finish(
    tx: Tx,
    { id, institutionId, personId }: PersonalExport,
    received: ReceivedFile,
    steps: number,
  ): Promise<boolean> {
    if (!(await this.exports.findUnfinishedLocked(tx, id))) return false;
    const now = this.clock.now();
    const { id: fileId } = await this.files.record(tx, received);
    await this.exports.finish(tx, id, { fileId, readyAt: now, expiresAt: new Date(now.getTime() + KEPT_MS), stepsDone: steps });
    await recordEvent(tx, {
      institutionId,
      type: 'personal_export.made',
      actorId: null,
      subject: { type: 'personal_export', id },
      particulars: { bytes: received.bytes },
      occurredAt: now,
    });
    const person = await this.people.find(tx, personId);
    if (person?.email)
      await queueLetter(tx, {
        institutionId,
        dedupeKey: `personal-export:${id}`,
        to: { ...person, email: person.email },
        kind: 'personal_export',
        values: { link: `${this.environment.publicUrl}/app/account/privacy` },
        now,
      });
    return true;
  }
}
