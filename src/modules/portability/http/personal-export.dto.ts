import { ApiProperty } from '@nestjs/swagger';

export class PersonalExportView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({
    enum: ['making', 'ready', 'failed', 'expired'],
    description: 'failed: it was not made within an hour; ask for another one.',
  })
  state: 'making' | 'ready' | 'failed' | 'expired';

  @ApiProperty({ format: 'date-time' })
  requestedAt: string;

  @ApiProperty({ type: 'number', description: 'How much of it is made, from 0 to 1.' })
  share: number;

  @ApiProperty({ type: 'integer', nullable: true, description: 'Of the archive, once it is ready.' })
  bytes: number | null;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true, description: 'Once it is ready: when it goes.' })
  expiresAt: string | null;
}
