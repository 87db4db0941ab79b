import { ApiProperty } from '@nestjs/swagger';

export class OAuthErrorView {
  @ApiProperty()
  error: string;

  @ApiProperty()
  error_description: string;
}

export class RegisteredClientView {
  @ApiProperty()
  client_id: string;

  @ApiProperty({ description: 'Keep it safe: it is never shown again.' })
  client_secret: string;

  @ApiProperty({ type: 'integer', description: 'Seconds since 1970.' })
  client_id_issued_at: number;

  @ApiProperty({ type: 'integer', description: '0: the secret does not run out.' })
  client_secret_expires_at: number;

  @ApiProperty()
  client_name: string;

  @ApiProperty({ type: [String] })
  redirect_uris: string[];

  @ApiProperty({ type: [String] })
  grant_types: string[];

  @ApiProperty({ type: [String] })
  response_types: string[];

  @ApiProperty()
  token_endpoint_auth_method: string;

  @ApiProperty()
  scope: string;

  @ApiProperty({ required: false })
  client_uri?: string;

  @ApiProperty({ required: false })
  policy_uri?: string;

  @ApiProperty({ required: false })
  tos_uri?: string;
}

export class TokenView {
  @ApiProperty()
  access_token: string;

  @ApiProperty({ enum: ['Bearer'] })
  token_type: string;

  @ApiProperty({ type: 'integer', description: 'Seconds.' })
  expires_in: number;

  @ApiProperty({ required: false, description: 'With the scope `offline_access`. Each works once and gives the next.' })
  refresh_token?: string;

  @ApiProperty()
  scope: string;
}
