import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { PageQuery } from '../../../platform/http/paging.js';
import { Id, Moment, OneOf, Text } from '../../../platform/http/fields.js';
import { VISIBILITIES, type Visibility } from '../domain/visibility.js';

const STATES = ['issued', 'suspended', 'revoked', 'superseded', 'expired'] as const;
const INSIDE = 'Stays inside the institution.';

export class CredentialQuery extends PageQuery {
  @OneOf(['yes', 'no'], { optional: true, description: 'Only your own, even for the office.' })
  mine?: 'yes' | 'no';

  @Text({
    min: 1,
    max: 200,
    optional: true,
    description: 'Part of the learner’s name or e-mail address, or the whole id or address of a credential.',
  })
  q?: string;

  @OneOf(STATES, { optional: true, description: 'Forms that a newer one superseded are listed only when asked for.' })
  state?: (typeof STATES)[number];

  @Id({ optional: true })
  offeringId?: string;

  @Id({ optional: true })
  enrollmentId?: string;

  @Id({ optional: true })
  editionId?: string;

  @Id({ optional: true })
  microCredentialId?: string;

  @Moment({ optional: true, description: 'Issued then or later.' })
  issuedFrom?: string;

  @Moment({ optional: true, description: 'Issued before then.' })
  issuedUntil?: string;
}

export class RevokeCredentialDto {
  @Text({ min: 1, max: 2_000, description: INSIDE })
  reason: string;
}

export class SuspendCredentialDto {
  @Text({ min: 1, max: 2_000, description: INSIDE })
  reason: string;
}

export class ReplaceCredentialDto {
  @Text({ max: 2_000, optional: true, description: INSIDE })
  reason?: string;
}

export class RequestCorrectionDto {
  @Text({ min: 1, max: 200, description: 'How the name should read.' })
  name: string;

  @Text({ max: 2_000, optional: true, description: INSIDE })
  reason?: string;
}

export class CredentialAbilities {
  @ApiProperty()
  suspend: boolean;

  @ApiProperty()
  reinstate: boolean;

  @ApiProperty()
  reissue: boolean;

  @ApiProperty()
  revoke: boolean;

  @ApiProperty({ description: 'An award from before Cairn, once it was revoked: give it again.' })
  awardAgain: boolean;

  @ApiProperty({ description: 'Send the letter about it again.' })
  resend: boolean;

  @ApiProperty({ description: 'Ask for the name on it to be corrected.' })
  requestCorrection: boolean;

  @ApiProperty({ description: 'Choose who sees it: its learner alone may.' })
  show: boolean;
}

export class CredentialHolder {
  @ApiProperty({ type: 'string', nullable: true, description: '`null` for somebody who is no member any more.' })
  name: string | null;

  @ApiProperty({ type: 'string', nullable: true })
  email: string | null;
}

export class CredentialResultView {
  @ApiProperty()
  name: string;

  @ApiProperty()
  value: string;
}

export class CredentialWordsView {
  @ApiProperty()
  description: string;

  @ApiProperty()
  issuer: string;

  @ApiProperty({ type: 'string', nullable: true, description: 'The learner’s name, where it shows one.' })
  shownName: string | null;

  @ApiProperty({ type: 'string', nullable: true, description: 'Of its picture, without what is baked into it.' })
  imageUrl: string | null;

  @ApiProperty({ type: [String] })
  skills: string[];

  @ApiProperty({ type: [CredentialResultView], description: 'Where it shows them.' })
  results: CredentialResultView[];
}

export class CredentialView {
  @ApiProperty({ format: 'uuid', description: 'Of this form. A newer form of the same credential has another.' })
  id: string;

  @ApiProperty({ description: 'Where anybody can see and check it: the same for all its forms, and its id in what is signed.' })
  url: string;

  @ApiProperty({ type: 'integer', description: '1 as it was first issued, one more with each form that superseded another.' })
  form: number;

  @ApiProperty({
    type: 'string',
    format: 'uuid',
    nullable: true,
    description: 'Where it was earned; `null` for an award from before Cairn.',
  })
  enrollmentId: string | null;

  @ApiProperty({ format: 'uuid' })
  editionId: string;

  @ApiProperty({ format: 'uuid' })
  personId: string;

  @ApiProperty()
  name: string;

  @ApiProperty({ enum: STATES })
  state: (typeof STATES)[number];

  @ApiProperty({ enum: VISIBILITIES })
  visibility: Visibility;

  @ApiProperty({ format: 'date-time', description: 'When this form was issued.' })
  issuedAt: string;

  @ApiProperty({ format: 'date-time', description: 'When it was earned: the same in all its forms.' })
  awardedAt: string;

  @ApiProperty({ type: CredentialWordsView, description: 'What is signed, in short.' })
  says: CredentialWordsView;

  @ApiProperty({ type: CredentialHolder, required: false, description: 'For the office, where it reads credentials.' })
  holder?: CredentialHolder;

  @ApiProperty({
    type: 'string',
    format: 'uuid',
    nullable: true,
    required: false,
    description: 'Where credentials are read: the award of the same micro-credential that the learner had before this one.',
  })
  followsId?: string | null;

  @ApiProperty({
    type: 'string',
    format: 'uuid',
    nullable: true,
    required: false,
    description: 'Where credentials are read: the award of the same micro-credential that the learner was given after this one.',
  })
  followedById?: string | null;

  @ApiProperty()
  can: CredentialAbilities;
}

export class VerificationCheckView {
  @ApiProperty({ enum: ['context', 'schema', 'proof', 'issuer', 'validity', 'status', 'subject'] })
  check: string;

  @ApiProperty({ enum: ['passed', 'failed', 'unknown'] })
  outcome: 'passed' | 'failed' | 'unknown';

  @ApiProperty({ description: 'What was found and what to do about it, in the language that `Accept-Language` asks for.' })
  message: string;

  @ApiProperty({ type: 'string', required: false })
  reason?: string;

  @ApiProperty({ type: 'string', required: false, description: 'For who knows the standards, in English.' })
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
