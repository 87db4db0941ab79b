import { Body, Controller, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Environment } from '../../../platform/config/environment.js';
import { type Actor, CurrentActor, RoleAccess } from '../../../platform/http/access.js';
import { IdParam } from '../../../platform/http/id-param.js';
import { interactionAddresses, openIdOnly, protocolsOf } from '../domain/interaction.js';
import { StartInteraction } from '../use-cases/start-interaction.js';
import { InteractionView, StartInteractionDto } from './interaction.dto.js';
import { qrCode } from './qr-code.js';

@ApiTags('Wallets')
@Controller('api/v1/credentials/:id/interactions')
export class InteractionsController {
  constructor(
    private readonly start: StartInteraction,
    private readonly environment: Environment,
  ) {}

  /** Take one of your own credentials into a wallet: an address that works once, for a quarter of an hour. */
  @Post()
  @RoleAccess('credentials:write', 'learner', 'instructor', 'assessor', 'office', 'admin')
  @ApiCreatedResponse({ type: InteractionView })
  @ApiResponse({ status: 409, description: 'The credential does not stand, or a code cannot be sent.' })
  async startInteraction(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Body() { authentication = false, transactionCode = false, binding = false }: StartInteractionDto,
  ): Promise<InteractionView> {
    const { token, interaction } = await this.start.run(actor, id, { authentication, transactionCode, binding });
    const addresses = interactionAddresses(this.environment.publicUrl, token);
    return {
      id: interaction.id,
      url: addresses.interaction,
      qrCode: qrCode(addresses.interaction),
      protocols: protocolsOf(addresses, openIdOnly(interaction)),
      expiresAt: interaction.expiresAt.toISOString(),
    };
  }
}
