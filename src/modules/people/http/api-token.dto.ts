import { ApiProperty } from '@nestjs/swagger';
import { TOKEN_SCOPES, type TokenScope } from '../../../platform/http/access.js';
import { Moment, OneOfList, Text } from '../../../platform/http/fields.js';

const SCOPES =
  '`write` does not include `read`. The bytes of an upload need `files:write` besides the scope of what they are for.';

export class CreateApiTokenDto {
  @Text({ min: 1, max: 200, description: 'What it is for.' })
  name: string;

  @OneOfList(TOKEN_SCOPES, { minItems: 1, maxItems: TOKEN_SCOPES.length, description: SCOPES })
  scopes: TokenScope[];

  @Moment({ nullable: true, optional: true, description: 'Without it, the token works until it is revoked.' })
  expiresAt?: string | null;
}

export class ApiTokenView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  name: string;

  @ApiProperty({ enum: TOKEN_SCOPES, isArray: true })
  scopes: TokenScope[];

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  expiresAt: string | null;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true, description: 'To the minute.' })
  lastUsedAt: string | null;
}

export class CreatedApiTokenView extends ApiTokenView {
  @ApiProperty({ description: 'Keep it safe: it is never shown again. Send it as `Authorization: Bearer …`.' })
  token: string;
}
