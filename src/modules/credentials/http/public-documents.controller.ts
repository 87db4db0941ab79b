import { Body, Controller, Get, Header, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PublicAccess } from '../../../platform/http/access.js';
import { CachedAnswer, CachedAnswers, covers } from '../../../platform/http/cached-answer.js';
import { Problem } from '../../../platform/http/problem.js';
import { notFound } from '../../../platform/http/problems.js';
import { IdParam } from '../../../platform/http/id-param.js';
import type { Credential } from '../data/credential.entity.js';
import type { JsonObject } from '../domain/json.js';
import { notACredential } from '../problems.js';
import { PublicDocuments } from '../use-cases/public-documents.js';
import { StatusListBytes } from '../use-cases/status-list-bytes.js';
import { VerifyDocument } from '../use-cases/verify-document.js';
import { VerificationView } from './credential.dto.js';
import { credentialPage, missingCredentialPage } from './pages/credential-page.js';
import { readPastedCredential, verificationPage, verifyPage } from './pages/verify-page.js';
import { presentVerification } from './present-credential.js';
import { openToAll, VC_TYPE } from './public-answers.js';
import { LIST_CACHING } from './serve-status-lists.js';
import { wantsPage } from './wants-page.js';

const HTML_TYPE = 'text/html; charset=utf-8';

/** What verifiers, wallets and employers read. No cookies, open to every origin. */
@ApiTags('Public')
@Controller()
@PublicAccess()
export class PublicDocumentsController {
  constructor(
    private readonly documents: PublicDocuments,
    private readonly lists: StatusListBytes,
    private readonly verifyDocument: VerifyDocument,
  ) {}

  /** A credential: the exact signed bytes, or a page for people (`Accept: text/html`). */
  @Get('credentials/:publicId')
  @ApiOkResponse({
    content: { 'application/vc+ld+json': { schema: { type: 'object' } }, 'text/html': { schema: { type: 'string' } } },
  })
  async showCredential(
    @Param('publicId') publicId: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | undefined> {
    void reply.header('vary', 'accept').header('x-robots-tag', 'noindex');
    const credential = await this.documents.credential(publicId);
    if (!wantsPage(request.headers.accept)) return signedBytes(request, reply, credential);
    void reply.header('content-type', HTML_TYPE).header('cache-control', 'no-cache');
    if (credential) return credentialPage(credential, await this.verifyDocument.run(JSON.parse(credential.signed)));
    void reply.status(404);
    return missingCredentialPage();
  }

  /** The signed bytes as a file, whatever the browser would rather have. */
  @Get('credentials/:publicId/credential.json')
  @ApiOkResponse({ content: { 'application/vc+ld+json': { schema: { type: 'object' } } } })
  async downloadCredential(
    @Param('publicId') publicId: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | undefined> {
    const credential = await this.documents.credential(publicId);
    void reply.header('x-robots-tag', 'noindex').header('content-disposition', 'attachment; filename="credential.json"');
    return signedBytes(request, reply, credential);
  }

  /** The institution's DID document. */
  @Get('issuers/:slug/did.json')
  @ApiOkResponse({ content: { 'application/did+ld+json': { schema: { type: 'object' } } } })
  async showDidDocument(@Param('slug') slug: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return json(reply, await this.documents.didDocument(slug), 'application/did+ld+json; charset=utf-8');
  }

  /** The institution as Open Badges describe it. */
  @Get('issuers/:slug')
  @ApiOkResponse({ content: { 'application/ld+json': { schema: { type: 'object' } } } })
  async showIssuer(@Param('slug') slug: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return json(reply, await this.documents.profile(slug), 'application/ld+json; charset=utf-8');
  }

  /** What an edition lets one earn. */
  @Get('achievements/:id')
  @ApiOkResponse({ content: { 'application/ld+json': { schema: { type: 'object' } } } })
  async showAchievement(@IdParam() id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return json(reply, await this.documents.achievement(id), 'application/ld+json; charset=utf-8');
  }

  /** A signed status list (Bitstring Status List v1.0). The first one to ask brings it into memory, from where `ServeStatusLists` answers. */
  @Get('status-lists/:id')
  @CachedAnswers()
  @ApiOkResponse({ content: { 'application/vc+ld+json': { schema: { type: 'object' } } } })
  async showStatusList(@IdParam() id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<CachedAnswer> {
    const list = await this.lists.load(id);
    if (!list) throw new Problem(notFound);
    openToAll(reply);
    return new CachedAnswer(list.body.toString(), VC_TYPE, LIST_CACHING);
  }

  /** A page to check a badge by hand. */
  @Get('verify')
  @ApiExcludeEndpoint()
  @Header('content-type', HTML_TYPE)
  // Without a referrer, browsers send forms with a null Origin, which reads as another site over plain http.
  @Header('referrer-policy', 'same-origin')
  showVerifyPage(): string {
    return verifyPage();
  }

  /** Check a credential of any issuer. A bad one is a clear answer, not an error. */
  @Post('verify')
  @HttpCode(200)
  @ApiBody({ schema: { type: 'object', description: 'The credential.' } })
  @ApiOkResponse({ type: VerificationView })
  async verify(
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<VerificationView | string> {
    if (request.headers['content-type']?.startsWith('application/x-www-form-urlencoded')) {
      void reply.header('content-type', HTML_TYPE);
      const pasted = readPastedCredential(body);
      if (!pasted.ok) return verifyPage(pasted);
      return verificationPage(await this.verifyDocument.run(pasted.document));
    }
    if (typeof body !== 'object' || body === null)
      throw new Problem(notACredential, { detail: 'Send the credential as the JSON body.' });
    return presentVerification(await this.verifyDocument.run(body));
  }
}

/** `undefined`: who asks has these very bytes already. */
function signedBytes(request: FastifyRequest, reply: FastifyReply, credential: Credential | null): string | undefined {
  if (!credential) throw new Problem(notFound, { detail: 'There is no credential here. Was the address copied whole?' });
  const etag = `"${credential.signedSha256}"`;
  openToAll(reply).header('cache-control', 'no-cache').header('etag', etag);
  if (covers(request.headers['if-none-match'], etag)) {
    void reply.status(304);
    return undefined;
  }
  void reply.header('content-type', VC_TYPE);
  return credential.signed;
}

function json(reply: FastifyReply, body: JsonObject | null, type: string): string {
  if (!body) throw new Problem(notFound);
  openToAll(reply).header('content-type', type).header('cache-control', 'public, max-age=60');
  return JSON.stringify(body);
}
