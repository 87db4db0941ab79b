import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { Problem } from '../../../platform/http/problem.js';
import { CourseFilesRepository } from '../data/course-files.repository.js';
import type { FilePurpose } from '../domain/file-purpose.js';
import { fileUnknown } from '../problems.js';

export interface FileReference {
  /** As in the request: `body.assets.fig/plot.svg`. */
  field: string;
  fileId: string;
}

/** A file of another institution, or one handed in for something else, is as unknown as one that never was. */
@Injectable()
export class RefuseUnknownFiles {
  constructor(private readonly files: CourseFilesRepository) {}

  async in(tx: Tx, institutionId: string, purpose: FilePurpose, references: readonly FileReference[]): Promise<void> {
    const fileIds = references.map(({ fileId }) => fileId);
    const known = await this.files.existing(tx, institutionId, purpose, fileIds);
    const unknown = references.filter(({ fileId }) => !known.has(fileId));
    if (unknown.length === 0) return;
    throw new Problem(fileUnknown, {
      detail: `Upload it first, with the purpose ${purpose}, and use the id of the answer.`,
      errors: unknown.map(({ field, fileId }) => ({ field, code: 'file_unknown', detail: `There is no file ${fileId}.` })),
    });
  }
}
