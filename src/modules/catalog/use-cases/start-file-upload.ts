import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/http/access.js';
import { type Declared, StartUpload } from '../../../platform/uploads/start-upload.js';
import type { Upload } from '../../../platform/uploads/upload.js';
import type { FilePurpose } from '../domain/file-purpose.js';
import { canAuthor, refuseUnlessAllowed } from '../policy.js';
import { MOST_BYTES } from './upload-course-file.js';

/** Opens an upload of a file for courses, or of a picture for a badge. */
@Injectable()
export class StartFileUpload {
  constructor(private readonly startUpload: StartUpload) {}

  async run(actor: Actor, purpose: FilePurpose, declared: Declared): Promise<Upload> {
    refuseUnlessAllowed(canAuthor(actor));
    // A picture is drawn anew, so neither its name nor its first bytes decide.
    const mediaTypes = purpose === 'badge-image' ? null : [];
    return this.startUpload.run(actor, declared, { purpose, subjectId: null, maxBytes: MOST_BYTES[purpose], mediaTypes });
  }
}
