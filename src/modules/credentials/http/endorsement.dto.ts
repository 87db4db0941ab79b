import { ApiProperty } from '@nestjs/swagger';
import { Moment, Text } from '../../../platform/http/fields.js';

export class GiveEndorsementDto {
  @Text({ min: 1, max: 2_000, description: 'The address of an achievement, or the DID of an issuer, here or anywhere.' })
  subject: string;

  @Text({ min: 1, max: 5_000, description: 'What the institution vouches for, and why. Markdown; it is signed and public.' })
  comment: string;

  @Moment({ description: 'The end of the endorsement, at most five years ahead.' })
  validUntil: string;
}

export class GivenEndorsementView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ description: 'Where anybody can read it, once it is signed.' })
  url: string;

  @ApiProperty()
  subject: string;

  @ApiProperty()
  comment: string;

  @ApiProperty({ enum: ['signing', 'given', 'withdrawn'] })
  state: 'signing' | 'given' | 'withdrawn';

  @ApiProperty({ format: 'date-time' })
  givenAt: string;

  @ApiProperty({ format: 'date-time' })
  validUntil: string;
}

export class ReceivedEndorsementView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ description: 'What is endorsed.' })
  subject: string;

  @ApiProperty({ description: 'Who endorses it: a DID or an address.' })
  endorser: string;

  @ApiProperty()
  endorserName: string;

  @ApiProperty()
  comment: string;

  @ApiProperty({ enum: ['undecided', 'accepted', 'rejected'], description: 'The public sees what is accepted.' })
  state: 'undecided' | 'accepted' | 'rejected';

  @ApiProperty({ format: 'date-time' })
  receivedAt: string;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  validUntil: string | null;
}
