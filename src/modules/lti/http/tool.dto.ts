import { ApiProperty } from '@nestjs/swagger';

const KEY_STATES = ['next', 'signing', 'retiring'] as const;

export class LtiToolView {
  @ApiProperty({ description: 'The host, with the port where it is not the usual one.' })
  domain: string;

  @ApiProperty({ format: 'uri', description: 'OIDC login initiation.' })
  loginUrl: string;

  @ApiProperty({ type: [String], description: 'Redirect addresses.' })
  redirectUris: string[];

  @ApiProperty({ format: 'uri', description: 'Tool URL, target link URI, launch URL.' })
  targetLinkUri: string;

  @ApiProperty({ format: 'uri', description: 'Content selection (Deep Linking).' })
  deepLinkingUrl: string;

  @ApiProperty({ format: 'uri', description: 'Public key set.' })
  jwksUrl: string;

  @ApiProperty({ format: 'uri' })
  logoUrl: string;

  @ApiProperty({ type: [String], description: '`name=value`, one a line.' })
  customParameters: string[];

  @ApiProperty({ type: [String], description: 'Services that Cairn uses.' })
  scopes: string[];
}

export class LtiToolKeyView {
  @ApiProperty({ description: '`kid` in the key set.' })
  id: string;

  @ApiProperty({
    enum: KEY_STATES,
    description: '`next`: shown, and signs from `signsFrom`. `retiring`: shown until `retiresAt`.',
  })
  state: (typeof KEY_STATES)[number];

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  @ApiProperty({ format: 'date-time' })
  signsFrom: string;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  retiresAt: string | null;
}

export class LtiToolKeysCan {
  @ApiProperty()
  rotate: boolean;
}

export class LtiToolKeysView {
  @ApiProperty({ type: [LtiToolKeyView], description: 'The newest first.' })
  items: LtiToolKeyView[];

  @ApiProperty({ type: LtiToolKeysCan })
  can: LtiToolKeysCan;
}

export class LtiRegistrationLinkView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  @ApiProperty({ format: 'date-time' })
  expiresAt: string;
}

export class LtiRegistrationLinksView {
  @ApiProperty({ type: [LtiRegistrationLinkView], description: 'That can still be used, the newest first.' })
  items: LtiRegistrationLinkView[];
}

export class NewLtiRegistrationLinkView extends LtiRegistrationLinkView {
  @ApiProperty({ format: 'uri', description: 'Never shown again. Good for one platform.' })
  url: string;
}
