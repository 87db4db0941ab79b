import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { PageQuery } from '../../../platform/http/paging.js';
import { OneOf, Text } from '../../../platform/http/fields.js';

export class CredentialQuery extends PageQuery {
  @OneOf(['yes', 'no'], { optional: true, description: 'Only your own, even for the office.' })
  mine?: 'yes' | 'no';
}

export class RevokeCredentialDto {
  @Text({ min: 1, max: 2_000, description: 'Stays inside the institution.' })
  reason: string;
}

export class CredentialAbilities {
  @ApiProperty()
  revoke: boolean;
}

export class CredentialView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ description: 'Where anybody can see and check it.' })
  url: string;

  @ApiProperty({ format: 'uuid' })
  enrollmentId: string;

  @ApiProperty({ format: 'uuid' })
  editionId: string;

  @ApiProperty({ format: 'uuid' })
  personId: string;

  @ApiProperty()
  name: string;

  @ApiProperty({ enum: ['issued', 'suspended', 'revoked', 'superseded', 'expired'] })
  state: 'issued' | 'suspended' | 'revoked' | 'superseded' | 'expired';

  @ApiProperty({ format: 'date-time' })
  issuedAt: string;

  @ApiProperty()
  can: CredentialAbilities;
}

export class VerificationCheckView {
  @ApiProperty({ enum: ['context', 'schema', 'proof', 'issuer', 'validity', 'status', 'subject'] })
  check: string;

  @ApiProperty({ enum: ['passed', 'failed', 'unknown'] })
  outcome: 'passed' | 'failed' | 'unknown';

  @ApiProperty({ type: 'string', required: false })
  reason?: string;

  @ApiProperty({ type: 'string', required: false })
  detail?: string;
}

export class VerificationView {
  @ApiProperty()
  verified: boolean;

  @ApiProperty({ type: [VerificationCheckView] })
  checks: VerificationCheckView[];

  @ApiProperty({ enum: ['open-badge-3', 'open-badge-2', 'verifiable-credential'], required: false })
  format?: 'open-badge-3' | 'open-badge-2' | 'verifiable-credential';

  @ApiProperty({
    type: 'string',
    required: false,
    description:
      'The host for which the issuer’s identity is proven. A name in the credential is only what the issuer calls itself.',
  })
  provenFor?: string;

  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: true,
    description: 'The credential, when somebody vouches for it: proof and issuer passed.',
  })
  credential?: object;
}
