import { Inject, Injectable } from '@nestjs/common';
import { UnitOfWork } from '../database/unit-of-work.js';
import type { Actor } from '../http/access.js';
import { Problem } from '../http/problem.js';
import { notFound } from '../http/problems.js';
import { STORAGE_DRIVER, type StorageDriver } from '../storage/storage-driver.js';
import { UploadsRepository } from './uploads.repository.js';

/** Gives an upload up (tus 1.0.0, Termination). A file that was made of it stays. */
@Injectable()
export class AbandonUpload {
  constructor(
    private readonly work: UnitOfWork,
    private readonly uploads: UploadsRepository,
    @Inject(STORAGE_DRIVER) private readonly driver: StorageDriver,
  ) {}

  async run(actor: Actor, id: string): Promise<void> {
    const keys = await this.work.run(actor, async (tx) => {
      const upload = await this.uploads.find(tx, actor.personId, id, 'for update');
      if (!upload) throw new Problem(notFound);
      return this.uploads.remove(tx, [id]);
    });
    for (const key of keys) await this.driver.remove(key);
  }
}
