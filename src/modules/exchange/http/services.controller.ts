import { Controller, Delete, Get, HttpCode } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { CurrentPerson, type SignedIn, SignedInAccess } from '../../../platform/http/access.js';
import { IdParam } from '../../../platform/http/id-param.js';
import type { ServiceGrant } from '../data/service-grant.entity.js';
import { OwnServices } from '../use-cases/own-services.js';

export class ConnectedServiceView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  name: string;

  @ApiProperty({ type: [String], description: 'Open Badges 3.0 scopes.' })
  scopes: string[];

  @ApiProperty({ format: 'date-time' })
  connectedAt: string;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true, description: 'To the minute.' })
  lastUsedAt: string | null;
}

@ApiTags('Your account')
@Controller('api/v1/me/services')
@SignedInAccess()
export class ServicesController {
  constructor(private readonly ownServices: OwnServices) {}

  /** Services that you connected at the institution you act for, newest first. */
  @Get()
  @ApiOkResponse({ type: [ConnectedServiceView] })
  async listServices(@CurrentPerson() person: SignedIn): Promise<ConnectedServiceView[]> {
    return (await this.ownServices.list(person)).map(presentService);
  }

  /** Disconnect one: what it holds of yours stops working at once. */
  @Delete(':id')
  @HttpCode(204)
  @ApiNoContentResponse()
  async disconnectService(@CurrentPerson() person: SignedIn, @IdParam() id: string): Promise<void> {
    await this.ownServices.disconnect(person, id);
  }
}

function presentService({ id, clientName, scopes, createdAt, lastUsedAt }: ServiceGrant): ConnectedServiceView {
  return {
    id,
    name: clientName,
    scopes,
    connectedAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  };
}
