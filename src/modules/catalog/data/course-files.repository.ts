import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { StoredFile } from '../../../platform/storage/stored-file.entity.js';
import type { FilePurpose } from '../domain/file-purpose.js';

@Injectable()
export class CourseFilesRepository {
  /** Those of the ids that are files of the institution with the purpose. */
  async existing(tx: Tx, institutionId: string, purpose: FilePurpose, ids: readonly string[]): Promise<Set<string>> {
    if (ids.length === 0) return new Set();
    const files = await tx.manager.find(StoredFile, {
      select: { id: true },
      where: { institutionId, purpose, id: In([...new Set(ids)]) },
    });
    return new Set(files.map(({ id }) => id));
  }
}
