import { ApiProperty } from '@nestjs/swagger';
import { Id } from '../http/fields.js';
import type { Upload } from './upload.js';

export class UploadView {
  @ApiProperty({ type: 'string', format: 'uuid' })
  id: string;

  @ApiProperty({ type: 'string' })
  name: string;

  @ApiProperty({ type: 'integer', description: 'Of the whole file.' })
  bytes: number;

  @ApiProperty({ type: 'integer', description: 'How many have come: where it goes on.' })
  offset: number;

  @ApiProperty({ type: 'string', format: 'date-time', description: 'When it is given up, unless more comes.' })
  expiresAt: string;

  @ApiProperty({ type: 'string', format: 'uuid', nullable: true, description: 'What it became, once it was taken.' })
  fileId: string | null;
}

/** Names an upload that is whole. */
export class TakeUploadDto {
  @Id()
  uploadId: string;
}

export function presentUpload({ id, name, bytes, received, expiresAt, fileId }: Upload): UploadView {
  return { id, name, bytes, offset: received, expiresAt: expiresAt.toISOString(), fileId };
}
