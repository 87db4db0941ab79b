import { ApiProperty } from '@nestjs/swagger';

export class IssuedView {
  @ApiProperty({ type: 'object', additionalProperties: true, description: 'What was sent, with issuer and proof.' })
  verifiableCredential: object;
}

export class CheckView {
  @ApiProperty({ enum: ['context', 'schema', 'proof', 'issuer', 'validity', 'status'] })
  check: string;

  @ApiProperty({ enum: ['passed', 'failed', 'unknown'] })
  outcome: string;

  @ApiProperty({ required: false })
  reason?: string;

  @ApiProperty({ required: false })
  detail?: string;
}

export class ProblemDetailView {
  @ApiProperty({ description: 'VC 2.0 §8, or Bitstring Status List §3.5.' })
  type: string;

  @ApiProperty()
  title: string;

  @ApiProperty()
  detail: string;
}

export class CredentialVerdictView {
  @ApiProperty()
  verified: boolean;

  @ApiProperty({ type: [CheckView] })
  checks: CheckView[];

  @ApiProperty({ type: [ProblemDetailView], description: 'Empty when it verifies.' })
  problemDetails: ProblemDetailView[];
}

export class PresentationVerdictView extends CredentialVerdictView {
  @ApiProperty({ required: false, description: 'The DID that proved itself.' })
  holder?: string;

  @ApiProperty({ type: [CredentialVerdictView], description: 'In the order of the presentation.' })
  credentialResults: CredentialVerdictView[];
}
