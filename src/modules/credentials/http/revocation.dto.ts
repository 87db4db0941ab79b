import { ApiProperty } from '@nestjs/swagger';
import { Id, IdList, Text, Whole } from '../../../platform/http/fields.js';

const STATES = ['waiting', 'running', 'finished', 'cancelled'] as const;
const OUTCOMES = ['waiting', 'revoked', 'was-revoked'] as const;

export class PlanRevocationsDto {
  @IdList({ minItems: 1, maxItems: 10_000, optional: true, description: 'These credentials; give this or one of the next two.' })
  credentialIds?: string[];

  @Id({ optional: true, description: 'Every credential of an offering that can be revoked now.' })
  offeringId?: string;

  @Id({ optional: true, description: 'Every credential of an edition that can be revoked now.' })
  editionId?: string;

  @Text({ min: 1, max: 2_000, description: 'Stays inside the institution.' })
  reason: string;

  @Whole({ min: 0, max: 86_400, optional: true, description: 'How long it can be called off, in seconds; 300 if left out.' })
  undoSeconds?: number;
}

export class RevocationCounts {
  @ApiProperty({ type: 'integer' })
  waiting: number;

  @ApiProperty({ type: 'integer' })
  revoked: number;

  @ApiProperty({ type: 'integer', description: 'Were taken back by somebody else before their turn came.' })
  wasRevoked: number;
}

export class RevocationsView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ enum: STATES })
  state: (typeof STATES)[number];

  @ApiProperty()
  reason: string;

  @ApiProperty({ type: 'integer' })
  total: number;

  @ApiProperty()
  counts: RevocationCounts;

  @ApiProperty({ format: 'uuid' })
  requestedBy: string;

  @ApiProperty({ format: 'date-time' })
  requestedAt: string;

  @ApiProperty({ format: 'date-time', description: 'Until then it can be called off.' })
  takesEffectAt: string;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  finishedAt: string | null;
}

export class RevocationRowView {
  @ApiProperty({ format: 'uuid' })
  credentialId: string;

  @ApiProperty({ enum: OUTCOMES })
  outcome: (typeof OUTCOMES)[number];
}
