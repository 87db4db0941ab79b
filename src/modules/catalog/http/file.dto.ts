import { OneOf } from '../../../platform/http/fields.js';
import { FILE_PURPOSES, type FilePurpose } from '../domain/file-purpose.js';

export class UploadQuery {
  @OneOf(FILE_PURPOSES)
  purpose: FilePurpose;
}
