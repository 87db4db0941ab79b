import { ApiProperty } from '@nestjs/swagger';
import type { ListedFile } from './files-in-json.js';

export class FileView {
  @ApiProperty({ type: 'string', format: 'uuid' })
  id: string;

  @ApiProperty({ type: 'string', description: 'As it was handed in, without folders.' })
  name: string;

  @ApiProperty({ type: 'string', description: 'By its content and name.' })
  mediaType: string;

  @ApiProperty({ type: 'integer' })
  bytes: number;

  @ApiProperty({ type: 'string', description: 'SHA-256 of the bytes, in hexadecimal.' })
  sha256: string;
}

export function presentFile({ id, originalName, mediaType, bytes, sha256 }: ListedFile): FileView {
  return { id, name: originalName, mediaType, bytes, sha256 };
}
