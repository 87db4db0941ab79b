import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/http/access.js';
import { type Declared, StartUpload } from '../../../platform/uploads/start-upload.js';
import type { Upload } from '../../../platform/uploads/upload.js';
import { IMPORT, LARGEST_ARCHIVE } from './upload-import.js';

/** Opens an upload of a package. */
@Injectable()
export class StartImportUpload {
  constructor(private readonly startUpload: StartUpload) {}

  run(actor: Actor, declared: Declared): Promise<Upload> {
    const terms = { purpose: IMPORT, subjectId: null, maxBytes: LARGEST_ARCHIVE, mediaTypes: ['application/zip'] };
    return this.startUpload.run(actor, declared, terms);
  }
}
