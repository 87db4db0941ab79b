import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/http/access.js';
import { FileStore } from '../../../platform/storage/file-store.js';
import type { StoredFile } from '../../../platform/storage/stored-file.entity.js';
import { TakeUpload } from '../../../platform/uploads/take-upload.js';
import { FILE_PURPOSES, type FilePurpose } from '../domain/file-purpose.js';
import { canAuthor, refuseUnlessAllowed } from '../policy.js';
import { UploadCourseFile } from './upload-course-file.js';

/** Makes a file for courses, or a picture for a badge, of an upload that is whole. */
@Injectable()
export class TakeFileUpload {
  constructor(
    private readonly takeUpload: TakeUpload,
    private readonly upload: UploadCourseFile,
    private readonly files: FileStore,
  ) {}

  async run(actor: Actor, uploadId: string): Promise<StoredFile> {
    refuseUnlessAllowed(canAuthor(actor));
    return this.takeUpload.run(actor, {
      uploadId,
      purposes: FILE_PURPOSES,
      subjectId: null,
      receive: ({ name, purpose, stream }) => this.upload.receive(actor, purpose as FilePurpose, { name, stream }),
      write: (tx, received) => this.upload.record(tx, actor, received),
      again: (tx, fileId) => this.files.find(tx, fileId),
    });
  }
}
