import { ApiProperty } from '@nestjs/swagger';

export class WalletTokenView {
  @ApiProperty()
  access_token: string;

  @ApiProperty({ enum: ['bearer'], description: 'In lower case, because some wallets compare it letter by letter.' })
  token_type: string;

  @ApiProperty({ type: 'integer', description: 'Seconds.' })
  expires_in: number;
}

export class NonceView {
  @ApiProperty()
  c_nonce: string;
}
