import { Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Environment } from '../../../platform/config/environment.js';
import { type Actor, CurrentActor, RoleAccess } from '../../../platform/http/access.js';
import { IdParam } from '../../../platform/http/id-param.js';
import { LookAfterToolKeys } from '../use-cases/registering/look-after-tool-keys.js';
import { RegistrationLinks } from '../use-cases/registering/registration-links.js';
import { presentLink, presentTool, presentToolKeys } from './present-platforms.js';
import { LtiRegistrationLinksView, LtiToolKeysView, LtiToolView, NewLtiRegistrationLinkView } from './tool.dto.js';

@ApiTags('LMS platforms')
@Controller('api/v1/lti')
export class LtiToolController {
  constructor(
    private readonly environment: Environment,
    private readonly links: RegistrationLinks,
    private readonly keys: LookAfterToolKeys,
  ) {}

  /** What to enter in a platform that is registered by hand. */
  @Get('tool')
  @RoleAccess('institution:read', 'admin')
  @ApiOkResponse({ type: LtiToolView })
  getLtiTool(): LtiToolView {
    return presentTool(this.environment.publicUrl);
  }

  /** The keys by which platforms know Cairn; they are of the installation. */
  @Get('tool/keys')
  @RoleAccess('institution:read', 'admin')
  @ApiOkResponse({ type: LtiToolKeysView })
  async listLtiToolKeys(@CurrentActor() actor: Actor): Promise<LtiToolKeysView> {
    return presentToolKeys(await this.keys.shown(actor));
  }

  /** Show a new key, which signs a day from now; those before it are shown a week longer. For who runs the installation. */
  @Post('tool/keys')
  @HttpCode(204)
  @RoleAccess('institution:write', 'admin')
  @ApiNoContentResponse()
  @ApiResponse({ status: 409, description: 'The next key waits to sign already.' })
  async rotateLtiToolKeys(@CurrentActor() actor: Actor): Promise<void> {
    await this.keys.rotate(actor);
  }

  /** Registration links that can still be used. */
  @Get('registration-links')
  @RoleAccess('institution:read', 'admin')
  @ApiOkResponse({ type: LtiRegistrationLinksView })
  async listLtiRegistrationLinks(@CurrentActor() actor: Actor): Promise<LtiRegistrationLinksView> {
    return { items: (await this.links.open(actor)).map(presentLink) };
  }

  /** Make a link by which one platform registers itself (Dynamic Registration 1.0), within seven days. */
  @Post('registration-links')
  @RoleAccess('institution:write', 'admin')
  @ApiCreatedResponse({ type: NewLtiRegistrationLinkView })
  @ApiResponse({ status: 409, description: 'There are 20 already.' })
  async makeLtiRegistrationLink(@CurrentActor() actor: Actor): Promise<NewLtiRegistrationLinkView> {
    const { link, url } = await this.links.make(actor);
    return { ...presentLink(link), url };
  }

  /** Withdraw one that was not used. */
  @Delete('registration-links/:id')
  @HttpCode(204)
  @RoleAccess('institution:write', 'admin')
  @ApiNoContentResponse()
  async withdrawLtiRegistrationLink(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<void> {
    await this.links.withdraw(actor, id);
  }
}
