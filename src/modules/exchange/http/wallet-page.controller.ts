import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiTags, getSchemaPath } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Environment } from '../../../platform/config/environment.js';
import { PublicAccess } from '../../../platform/http/access.js';
import { answerPage } from '../../../platform/http/pages/answer-page.js';
import { Problem } from '../../../platform/http/problem.js';
import { interactionAddresses, openIdOnly, protocolsOf, walletLinks } from '../domain/interaction.js';
import { interactionOver } from '../problems.js';
import { OpenInteraction } from '../use-cases/open-interaction.js';
import { ProtocolsView } from './interaction.dto.js';
import { walletPage } from './pages/wallet-page.js';
import { qrCode } from './qr-code.js';

/** Where an interaction's secret address leads: protocols for wallets, a page for people. */
@ApiTags('Wallets')
@Controller('interactions')
@PublicAccess()
@ApiExtraModels(ProtocolsView)
export class WalletPageController {
  constructor(
    private readonly open: OpenInteraction,
    private readonly environment: Environment,
  ) {}

  /** How a wallet may fetch the credential (`Accept: application/json`, VCALM §3.7), or a page for people. Uses nothing up. */
  @Get(':token')
  @ApiOkResponse({
    content: {
      'application/json': { schema: { $ref: getSchemaPath(ProtocolsView) } },
      'text/html': { schema: { type: 'string' } },
    },
  })
  async showInteraction(
    @Param('token') token: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ProtocolsView | string> {
    const { interaction, credential, institution, state } = await this.open.look(token);
    const addresses = interactionAddresses(this.environment.publicUrl, token);
    const onlyOpenId = openIdOnly(interaction);
    void reply.header('vary', 'accept').header('cache-control', 'no-store').header('x-robots-tag', 'noindex');
    if (wantsProtocols(request.headers.accept)) {
      if (state !== 'open') throw new Problem(interactionOver);
      void reply.header('access-control-allow-origin', '*');
      return { protocols: protocolsOf(addresses, onlyOpenId) };
    }
    return answerPage(
      request,
      reply,
      walletPage({
        state,
        badgeName: (JSON.parse(credential.signed) as { name: string }).name,
        institutionName: institution.name,
        url: addresses.interaction,
        qrCode: qrCode(addresses.interaction),
        links: walletLinks(addresses, onlyOpenId),
        withTransactionCode: interaction.transactionCodeHash !== null,
        binds: interaction.binds,
        expiresAt: interaction.expiresAt,
      }),
      institution.language,
    );
  }
}

/** Wallets name JSON; browsers name HTML besides. */
function wantsProtocols(accept = ''): boolean {
  return /\bapplication\/json\b/.test(accept) && !/\btext\/html\b/.test(accept);
}
