import { ApiProperty } from '@nestjs/swagger';
import { ArrayUnique } from 'class-validator';
import { OneOf, OneOfList, Text } from '../../../platform/http/fields.js';
import { PageQuery } from '../../../platform/http/paging.js';
import { JWT_ALGORITHMS, type JwtAlgorithm, KEY_ALGORITHMS, type KeyAlgorithm } from '../domain/key-algorithms.js';

export class RotateKeyDto {
  @OneOf(KEY_ALGORITHMS, { description: 'Ed25519 keys make embedded proofs and EdDSA tokens; RS256 and ES256 keys make VC-JWT.' })
  algorithm: KeyAlgorithm;
}

export class CompromiseKeyDto {
  @Text({ min: 1, max: 2_000, description: 'Stays inside the institution.' })
  reason: string;
}

export class SignedByKeyQuery extends PageQuery {
  @OneOf(['yes', 'no'], { optional: true, description: 'Only those that verify no more, because the key was compromised.' })
  awaitingReissue?: 'yes' | 'no';
}

export class ChooseFormsDto {
  @OneOfList(JWT_ALGORITHMS, {
    maxItems: JWT_ALGORITHMS.length,
    description: 'VC-JWT forms beside the embedded proof. The first one is given to who asks for a JWT without saying which.',
  })
  @ArrayUnique()
  vcJwt: JwtAlgorithm[];
}

export class VcJwtQuery {
  @OneOf(JWT_ALGORITHMS, { optional: true, description: 'By default, the issuer’s first choice.' })
  alg?: JwtAlgorithm;
}

export class CredentialFormsView {
  @ApiProperty({ enum: ['eddsa-rdfc-2022'], description: 'The embedded proof that every credential has.' })
  dataIntegrity: string;

  @ApiProperty({ enum: JWT_ALGORITHMS, isArray: true })
  vcJwt: JwtAlgorithm[];

  @ApiProperty({ type: 'integer' })
  version: number;
}

export class SigningKeyView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ description: 'What follows the # in its id in the DID document.' })
  fragment: string;

  @ApiProperty({ enum: KEY_ALGORITHMS })
  algorithm: KeyAlgorithm;

  @ApiProperty({ enum: ['active', 'retired', 'compromised'] })
  state: 'active' | 'retired' | 'compromised';

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  retiredAt: string | null;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  compromisedAt: string | null;

  @ApiProperty({ type: 'string', nullable: true })
  compromiseReason: string | null;

  @ApiProperty({ type: 'integer', description: 'Credentials whose embedded proof it made.' })
  credentials: number;

  @ApiProperty({
    type: 'integer',
    description: 'Of these, issued or suspended: what is signed anew if the key is reported as compromised.',
  })
  standing: number;

  @ApiProperty({ type: 'integer', description: 'VC-JWT forms that it made.' })
  jwts: number;

  @ApiProperty({
    type: 'integer',
    description:
      'Credentials that verify no more, because the key was compromised, until their new form is signed: that is under way by itself.',
  })
  awaitingReissue: number;
}

export class SigningKeysView {
  @ApiProperty({ type: [SigningKeyView] })
  items: SigningKeyView[];
}
