import { Injectable } from '@nestjs/common';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/http/access.js';
import { Problem } from '../../../platform/http/problem.js';
import { notFound } from '../../../platform/http/problems.js';
import { FileStore } from '../../../platform/storage/file-store.js';
import type { StoredFile } from '../../../platform/storage/stored-file.entity.js';
import { type AttemptRecord, LoadWorkspace } from './load-workspace.js';

@Injectable()
export class ReadAttempts {
  constructor(
    private readonly work: UnitOfWork,
    private readonly loadWorkspace: LoadWorkspace,
    private readonly files: FileStore,
  ) {}

  async one(actor: Actor, attemptId: string): Promise<AttemptRecord> {
    return this.work.read(actor, (tx) => this.record(tx, actor, attemptId));
  }

  /** A file of an attempt, for the learner and those who grade it. */
  async file(actor: Actor, attemptId: string, fileId: string): Promise<StoredFile> {
    return this.work.read(actor, async (tx) => {
      const { attempt } = await this.record(tx, actor, attemptId);
      const file = attempt.work.files.some(({ id }) => id === fileId) ? await this.files.find(tx, fileId, 'submission') : null;
      if (!file) throw new Problem(notFound);
      return file;
    });
  }

  /** A file that the learner uploaded and may not have handed in yet. */
  async ownFile(actor: Actor, fileId: string): Promise<StoredFile> {
    const file = await this.work.read(actor, (tx) => this.files.find(tx, fileId, 'submission'));
    if (!file || file.createdBy !== actor.personId) throw new Problem(notFound);
    return file;
  }

  private async record(tx: Tx, actor: Actor, attemptId: string): Promise<AttemptRecord> {
    const { record } = await this.loadWorkspace.recordsBeside(tx, attemptId);
    await this.loadWorkspace.visibleTo(tx, actor, record.attempt.enrollmentId);
    return record;
  }
}
