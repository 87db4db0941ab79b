import { ApiProperty } from '@nestjs/swagger';
import { Id, OneOf, Text } from '../../../platform/http/fields.js';
import { PageQuery } from '../../../platform/http/paging.js';

const STATES = ['open', 'accepted', 'declined'] as const;

export class CorrectionQuery extends PageQuery {
  @OneOf(STATES, { optional: true })
  state?: (typeof STATES)[number];

  @OneOf(['yes', 'no'], { optional: true, description: 'Only your own, even for the office.' })
  mine?: 'yes' | 'no';

  @Id({ optional: true, description: 'About this credential, whichever of its forms.' })
  credentialId?: string;
}

export class DecideCorrectionDto {
  @OneOf(['accepted', 'declined'])
  decision: 'accepted' | 'declined';

  @Text({ max: 2_000, optional: true, description: 'For the learner.' })
  note?: string;
}

export class CorrectionRequestView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ format: 'uuid', description: 'The form that shows the wrong name.' })
  credentialId: string;

  @ApiProperty({ format: 'uuid' })
  requestedBy: string;

  @ApiProperty({ description: 'How the name should read.' })
  name: string;

  @ApiProperty()
  reason: string;

  @ApiProperty({ format: 'date-time' })
  requestedAt: string;

  @ApiProperty({ enum: STATES })
  state: (typeof STATES)[number];

  @ApiProperty({ description: 'What the office answered.' })
  note: string;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  decidedAt: string | null;
}
