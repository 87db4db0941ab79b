import { Injectable } from '@nestjs/common';
import { system } from '../../../platform/database/scope.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/http/access.js';
import { Problem } from '../../../platform/http/problem.js';
import { notFound } from '../../../platform/http/problems.js';
import { FileStore } from '../../../platform/storage/file-store.js';
import type { StoredFile } from '../../../platform/storage/stored-file.entity.js';
import { FILE_PURPOSES } from '../domain/file-purpose.js';

const PUBLIC = system('badge images are public wherever the badge is shown');

/** Files that authors uploaded; those of other modules, such as submissions, are not found here. */
@Injectable()
export class ReadCourseFiles {
  constructor(
    private readonly work: UnitOfWork,
    private readonly files: FileStore,
  ) {}

  async one(actor: Actor, fileId: string): Promise<StoredFile> {
    const file = await this.work.run(actor, (tx) => this.files.find(tx, fileId));
    if (!file || !FILE_PURPOSES.some((purpose) => purpose === file.purpose)) throw new Problem(notFound);
    return file;
  }

  async badgeImage(fileId: string): Promise<StoredFile> {
    const file = await this.work.run(PUBLIC, (tx) => this.files.find(tx, fileId, 'badge-image'));
    if (!file) throw new Problem(notFound);
    return file;
  }
}
