import { Body, Controller, Header, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiResponse, ApiTags } from '@nestjs/swagger';
import { PublicAccess } from '../../../platform/http/access.js';
import { ErrorsAs } from '../../../platform/http/error-form.js';
import { RateLimits } from '../../../platform/http/rate-limits.js';
import { CurrentVisitor, type Visitor } from '../../people/index.js';
import { ClaimByVcApi } from '../use-cases/claim-by-vc-api.js';
import { readObject } from './read-body.js';
import { vcApiErrors } from './vc-api-errors.js';

const LIMIT = { name: 'wallet_exchange', points: 60, seconds: 60 };
const PRESENTATION = { '@context': ['https://www.w3.org/ns/credentials/v2'], type: ['VerifiablePresentation'] };

/** The VC-API way into a wallet. */
@ApiTags('Wallets')
@Controller('interactions/:token/exchange')
@PublicAccess()
@ErrorsAs(vcApiErrors)
export class ExchangeController {
  constructor(
    private readonly claim: ClaimByVcApi,
    private readonly limits: RateLimits,
  ) {}

  /** Take part in the exchange (VCALM §3.6): with `{}` first, and with the presentation that is asked for. */
  @Post()
  @HttpCode(200)
  @Header('content-type', 'application/json; charset=utf-8')
  @ApiBody({ schema: { type: 'object', description: 'Nothing, or verifiablePresentation.' } })
  @ApiOkResponse({ content: { 'application/json': { schema: { type: 'object', additionalProperties: true } } } })
  @ApiResponse({ status: 410, description: 'It was used, or its time is over.' })
  async takePartInExchange(
    @Param('token') token: string,
    @Body() body: unknown,
    @CurrentVisitor() { network }: Visitor,
  ): Promise<string> {
    await this.limits.spend(LIMIT, network);
    const turn = await this.claim.run(token, readObject(body ?? {}));
    if ('ask' in turn) return JSON.stringify({ verifiablePresentationRequest: { query: [AUTHENTICATION], ...turn.ask } });
    // Nobody presents it but the issuer, so the presentation itself is not signed. The credential stays byte for byte what was signed.
    const head = JSON.stringify(PRESENTATION).slice(0, -1);
    return `{"verifiablePresentation":${head},"verifiableCredential":[${turn.signed}]}}`;
  }
}

const AUTHENTICATION = {
  type: 'DIDAuthentication',
  acceptedMethods: [{ method: 'key' }, { method: 'web' }],
  acceptedCryptosuites: [{ cryptosuite: 'eddsa-rdfc-2022' }],
};
