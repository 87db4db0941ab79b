import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { StoredFile } from '../../../platform/storage/stored-file.entity.js';
import { FILE_PURPOSES, type FilePurpose } from '../domain/file-purpose.js';

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

  /** The files of the institution's courses and badges among the ids. */
  async byIds(tx: Tx, institutionId: string, ids: readonly string[]): Promise<Map<string, StoredFile>> {
    if (ids.length === 0) return new Map();
    const where = { institutionId, purpose: In([...FILE_PURPOSES]), id: In([...new Set(ids)]) };
    return new Map((await tx.manager.findBy(StoredFile, where)).map((file) => [file.id, file]));
  }
}
