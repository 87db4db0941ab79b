import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../platform/events/record-event.js';
import type { SignedIn } from '../../../platform/http/access.js';
import { actingScope } from '../../../platform/http/acting-scope.js';
import { Problem } from '../../../platform/http/problem.js';
import { notFound } from '../../../platform/http/problems.js';
import { FileStore } from '../../../platform/storage/file-store.js';
import type { StoredFile } from '../../../platform/storage/stored-file.entity.js';
import type { PersonalExport } from '../data/personal-export.entity.js';
import { PersonalExportsRepository } from '../data/personal-exports.repository.js';
import { type ExportState, exportState } from '../domain/export-state.js';

export interface ShownExport {
  export: PersonalExport;
  state: ExportState;
  bytes: number | null;
}

/** One's own exports at the acting institution: nobody else finds them, administrators neither. */
@Injectable()
export class OwnPersonalExports {
  constructor(
    private readonly work: UnitOfWork,
    private readonly exports: PersonalExportsRepository,
    private readonly files: FileStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Newest first. */
  async list(signedIn: SignedIn): Promise<ShownExport[]> {
    const now = this.clock.now();
    return this.work.run(actingScope(signedIn), async (tx) => {
      const bytes = await this.exports.bytesOf(tx, signedIn.personId);
      const exports = await this.exports.ofPerson(tx, signedIn.personId);
      return exports.map((one) => ({ export: one, state: exportState(one, now), bytes: bytes.get(one.id) ?? null }));
    });
  }

  /** To be sent; refused with `request.not_found` before it is ready and once it has expired. */
  async file(signedIn: SignedIn, id: string): Promise<StoredFile> {
    return this.work.run(actingScope(signedIn), async (tx) => {
      const own = await this.own(tx, signedIn, id);
      const isReady = exportState(own, this.clock.now()) === 'ready';
      const file = isReady && own.fileId !== null ? await this.files.find(tx, own.fileId, 'personal-export') : null;
      if (!file) throw new Problem(notFound);
      await this.record(tx, signedIn, own, 'personal_export.fetched');
      return file;
    });
  }

  /** Takes it back, made or not. */
  async remove(signedIn: SignedIn, id: string): Promise<void> {
    const file = await this.work.run(actingScope(signedIn), async (tx) => {
      const own = await this.own(tx, signedIn, id);
      await this.record(tx, signedIn, own, 'personal_export.removed');
      return this.exports.remove(tx, own);
    });
    if (file) await this.files.discard(file);
  }

  private async own(tx: Tx, { personId }: SignedIn, id: string): Promise<PersonalExport> {
    const found = await this.exports.find(tx, id);
    if (found?.personId !== personId) throw new Problem(notFound);
    return found;
  }

  private async record(tx: Tx, { personId }: SignedIn, { id, institutionId }: PersonalExport, type: string): Promise<void> {
    const subject = { type: 'personal_export', id };
    await recordEvent(tx, { institutionId, type, actorId: personId, subject, occurredAt: this.clock.now() });
  }
}
