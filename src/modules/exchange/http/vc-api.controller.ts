import { Body, Controller, Header, HttpCode, Post, Res } from '@nestjs/common';
import { ApiBody, ApiCreatedResponse, ApiOkResponse, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type Actor, CurrentActor, PublicAccess, RoleAccess } from '../../../platform/http/access.js';
import { ErrorsAs } from '../../../platform/http/error-form.js';
import { Problem } from '../../../platform/http/problem.js';
import { type RateLimit, RateLimits } from '../../../platform/http/rate-limits.js';
import { SignDocument, VerifyDocument, VerifyPresentation } from '../../credentials/index.js';
import { CurrentVisitor, type Visitor } from '../../people/index.js';
import { notIssuable } from '../problems.js';
import { presentPresentationVerdict, presentVerdict } from './present-vc-api.js';
import { readIssueRequest, readVerifyRequest } from './read-vc-api.js';
import { CredentialVerdictView, IssuedView, PresentationVerdictView } from './vc-api.dto.js';
import { vcApiErrors } from './vc-api-errors.js';

/** Enough for a public test suite; each may make us look up issuers and status lists. */
const VERIFY_LIMIT: RateLimit = { name: 'vc_api_verify', points: 600, seconds: 60 };

/** Issuing and verifying for programs, in the words of the W3C's VC-API (VCALM §3). Members that are not known are ignored. */
@ApiTags('VC-API')
@Controller('vc-api')
@ErrorsAs(vcApiErrors)
export class VcApiController {
  constructor(
    private readonly sign: SignDocument,
    private readonly verify: VerifyDocument,
    private readonly presentations: VerifyPresentation,
    private readonly limits: RateLimits,
  ) {}

  /** Sign a credential as your institution: what you send, with its DID as issuer and the proof. Nothing is kept of it. */
  @Post('credentials/issue')
  @RoleAccess('credentials:issue', 'office', 'admin')
  @Header('content-type', 'application/json; charset=utf-8')
  @ApiBody({ schema: { type: 'object', description: 'credential, and options.' } })
  @ApiCreatedResponse({ type: IssuedView })
  @ApiResponse({ status: 422, description: 'It is not a credential that can be signed as it is.' })
  async issueVerifiableCredential(@CurrentActor() actor: Actor, @Body() body: unknown): Promise<string> {
    const signed = await this.sign.run(actor, readIssueRequest(body));
    if (!signed.ok) throw new Problem(notIssuable, { detail: `${signed.reason}: ${signed.detail}` });
    return `{"verifiableCredential":${signed.bytes}}`;
  }

  /** Check a credential of any issuer. */
  @Post('credentials/verify')
  @PublicAccess()
  @HttpCode(200)
  @ApiBody({ schema: { type: 'object', description: 'verifiableCredential, and options challenge and domain.' } })
  @ApiOkResponse({ type: CredentialVerdictView })
  @ApiResponse({ status: 400, type: CredentialVerdictView, description: 'It does not verify.' })
  async verifyVerifiableCredential(
    @Body() body: unknown,
    @CurrentVisitor() { network }: Visitor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CredentialVerdictView> {
    await this.limits.spend(VERIFY_LIMIT, network);
    const { document, audience } = readVerifyRequest(body, 'verifiableCredential');
    const verification = await this.verify.run(document, audience);
    if (!verification.verified) void reply.status(400);
    return presentVerdict(verification);
  }

  /** Check who presents, for the challenge and domain that you gave them, and every credential that they present. */
  @Post('presentations/verify')
  @PublicAccess()
  @HttpCode(200)
  @ApiBody({ schema: { type: 'object', description: 'verifiablePresentation, and options challenge and domain.' } })
  @ApiOkResponse({ type: PresentationVerdictView })
  @ApiResponse({ status: 400, type: PresentationVerdictView, description: 'It does not verify.' })
  async verifyVerifiablePresentation(
    @Body() body: unknown,
    @CurrentVisitor() { network }: Visitor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PresentationVerdictView> {
    await this.limits.spend(VERIFY_LIMIT, network);
    const { document, audience } = readVerifyRequest(body, 'verifiablePresentation');
    const verification = await this.presentations.run(document, audience);
    if (!verification.verified) void reply.status(400);
    return presentPresentationVerdict(verification);
  }
}
