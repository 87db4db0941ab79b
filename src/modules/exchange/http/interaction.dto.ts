import { ApiProperty } from '@nestjs/swagger';
import { Flag } from '../../../platform/http/fields.js';

export class StartInteractionDto {
  @Flag({ optional: true, description: 'The wallet has to sign a challenge before it gets the credential.' })
  authentication?: boolean;

  @Flag({ optional: true, description: 'Send you a code by mail that the wallet has to ask for: OpenID4VCI only.' })
  transactionCode?: boolean;

  @Flag({
    optional: true,
    description:
      'You agree that the badge is issued anew with the key of your wallet as its holder, so that the wallet can show that it is yours: OpenID4VCI only.',
  })
  binding?: boolean;
}

export class InteractionView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ description: 'For the wallet: open it, or show it as a QR code. Whoever has it gets the credential, once.' })
  url: string;

  @ApiProperty({ description: 'The address as a QR code: an SVG image.' })
  qrCode: string;

  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string' },
    description: 'How wallets may fetch it (VCALM §3.7).',
  })
  protocols: Record<string, string>;

  @ApiProperty({ format: 'date-time' })
  expiresAt: string;
}

export class ProtocolsView {
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  protocols: Record<string, string>;
}
