import { ApiProperty } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import { Flag, IdList, OneOf, Text, TextList } from '../../../platform/http/fields.js';
import { SUBJECT_IDENTITIES, type SubjectIdentity } from '../domain/credential-choices.js';

export class CredentialChoicesDto {
  @Flag({ description: 'Your name in clear, for whoever reads the badge.' })
  showName: boolean;

  @Flag({ description: 'Your level for each criterion of the rubric, and your points.' })
  showResults: boolean;

  @OneOf(SUBJECT_IDENTITIES, {
    description:
      'How the badge names you: by a name made for this issuer alone, by that and a salted hash of your e-mail address, or by your own DID.',
  })
  identity: SubjectIdentity;

  @Matches(/^did:(?:key|web|jwk):[\w.:%-]+$/, { message: 'Use a did:key, a did:web, or the did:jwk that your wallet brought.' })
  @Text({
    max: 500,
    nullable: true,
    description: 'With the identity did: your did:key (Ed25519) or did:web, or the DID that a wallet of yours was bound by.',
  })
  did: string | null;

  @Text({
    max: 4_000,
    optional: true,
    description:
      'Needed for a DID that you have not proven here before: a compact JWS (EdDSA), its kid a DID URL of the DID, its payload {aud, nonce} the audience and challenge of `did-challenge`.',
  })
  didProof?: string;

  @TextList({ maxItems: 20, max: 2_000, description: 'Links of your work that become evidence.' })
  evidenceLinks: string[];

  @IdList({ maxItems: 20, description: 'Files of your work that become evidence.' })
  evidenceFileIds: string[];
}

export class CredentialChoicesView {
  @ApiProperty({ format: 'uuid' })
  enrollmentId: string;

  @ApiProperty()
  showName: boolean;

  @ApiProperty()
  showResults: boolean;

  @ApiProperty({ enum: SUBJECT_IDENTITIES })
  identity: SubjectIdentity;

  @ApiProperty({ type: 'string', nullable: true })
  did: string | null;

  @ApiProperty({ type: [String] })
  evidenceLinks: string[];

  @ApiProperty({ type: [String], format: 'uuid' })
  evidenceFileIds: string[];

  @ApiProperty({
    enum: ['this-badge', 'next-form'],
    description:
      'next-form: the badge is issued. A change of what it says is signed into a new form of it at once, under the same address; what is signed already never changes.',
  })
  countsFor: 'this-badge' | 'next-form';

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true, description: 'null: nothing was chosen yet.' })
  chosenAt: string | null;

  @ApiProperty({ type: 'integer' })
  version: number;
}

export class DidChallengeView {
  @ApiProperty({ description: 'Sign it as `nonce`.' })
  challenge: string;

  @ApiProperty({ description: 'Sign it as `aud`.' })
  audience: string;

  @ApiProperty({ format: 'date-time' })
  expiresAt: string;
}
