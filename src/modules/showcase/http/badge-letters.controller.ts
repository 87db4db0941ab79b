import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, RoleAccess } from '../../../platform/http/access.js';
import { IfMatch } from '../../../platform/http/api.js';
import { Flag } from '../../../platform/http/fields.js';
import { ExpectedVersion } from '../../../platform/http/versions.js';
import { BadgeLetterSettings } from '../use-cases/badge-letter-settings.js';

export class BadgeLettersDto {
  @Flag({ description: 'Enclose the badge as a picture and the certificate, where the mail server takes them.' })
  enclosesFiles: boolean;
}

export class BadgeLettersView extends BadgeLettersDto {
  @ApiProperty({ type: 'integer', description: '0 while nothing was chosen.' })
  version: number;
}

@ApiTags('Institution')
@Controller('api/v1/institution/badge-letters')
export class BadgeLettersController {
  constructor(private readonly settings: BadgeLetterSettings) {}

  /** What letters about badges enclose. */
  @Get()
  @RoleAccess('institution:read', 'office', 'admin')
  @ApiOkResponse({ type: BadgeLettersView })
  async getBadgeLetters(@CurrentActor() { institutionId }: Actor): Promise<BadgeLettersView> {
    const { enclosesFiles, version } = await this.settings.read(institutionId);
    return { enclosesFiles, version };
  }

  /** Choose it, for letters that are sent from now on. */
  @Put()
  @RoleAccess('institution:write', 'admin')
  @IfMatch()
  @ApiOkResponse({ type: BadgeLettersView })
  async changeBadgeLetters(
    @CurrentActor() actor: Actor,
    @ExpectedVersion() expected: number,
    @Body() body: BadgeLettersDto,
  ): Promise<BadgeLettersView> {
    const { enclosesFiles, version } = await this.settings.change(actor, expected, body.enclosesFiles);
    return { enclosesFiles, version };
  }
}
