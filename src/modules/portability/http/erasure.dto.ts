import { ApiProperty } from '@nestjs/swagger';
import { Id, OneOf, Text } from '../../../platform/http/fields.js';
import { BADGE_FATES, type BadgeFate, type ErasureState, REFUSALS, type Refusal } from '../domain/erasure.js';

const BADGES = 'kept: they can still be verified, without your name. withdrawn: they are revoked.';

export class RequestErasureDto {
  @Text({ max: 1_000, description: 'Your own, once more.' })
  password: string;

  @OneOf(BADGE_FATES, { description: BADGES })
  badges: BadgeFate;
}

export class RequestMemberErasureDto {
  @Id()
  personId: string;

  @OneOf(BADGE_FATES, { description: BADGES })
  badges: BadgeFate;
}

export class RefuseErasureDto {
  @OneOf(REFUSALS, { description: 'The law knows no other reasons (GDPR Art. 17(3)). The person is told.' })
  reason: Refusal;
}

export class ErasureView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ enum: ['waiting', 'cancelled', 'refused', 'running', 'done'], description: 'waiting: it can be taken back.' })
  state: ErasureState;

  @ApiProperty({ enum: BADGE_FATES })
  badges: BadgeFate;

  @ApiProperty({ format: 'date-time' })
  requestedAt: string;

  @ApiProperty({ format: 'date-time', description: 'When it begins.' })
  dueAt: string;

  @ApiProperty({ type: 'boolean', description: 'The institution asked, because the person wrote to it.' })
  byInstitution: boolean;

  @ApiProperty({ type: 'string', enum: REFUSALS, nullable: true })
  refusal: Refusal | null;
}

export class OwnErasureView {
  @ApiProperty({ type: ErasureView, nullable: true, description: 'The newest; null: it was never asked for.' })
  erasure: ErasureView | null;
}

export class MemberErasureAbilitiesView {
  @ApiProperty()
  refuse: boolean;
}

export class MemberErasureView extends ErasureView {
  @ApiProperty({ format: 'uuid' })
  personId: string;

  @ApiProperty({ type: 'string', nullable: true, description: 'As long as it is known.' })
  name: string | null;

  @ApiProperty({ type: 'string', nullable: true })
  email: string | null;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  finishedAt: string | null;

  @ApiProperty({ type: MemberErasureAbilitiesView })
  can: MemberErasureAbilitiesView;
}
