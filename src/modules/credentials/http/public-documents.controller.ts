import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PublicAccess } from '../../../platform/http/access.js';
import { CachedAnswer, CachedAnswers } from '../../../platform/http/cached-answer.js';
import { answerPage } from '../../../platform/http/pages/answer-page.js';
import { Problem } from '../../../platform/http/problem.js';
import { notFound } from '../../../platform/http/problems.js';
import { IdParam } from '../../../platform/http/id-param.js';
import type { JsonObject } from '../domain/json.js';
import { CountViews } from '../use-cases/sharing/count-views.js';
import { PublicDocuments } from '../use-cases/sharing/public-documents.js';
import { PublishedBytes } from '../use-cases/sharing/published-bytes.js';
import { StatusListBytes } from '../use-cases/status/status-list-bytes.js';
import { ReadVcJwt } from '../use-cases/sharing/read-vc-jwt.js';
import { VerifyDocument } from '../use-cases/verifying/verify-document.js';
import { credentialPage, missingCredentialPage } from './pages/credential-page.js';
import { issuerPage } from './pages/issuer-page.js';
import { missingPage } from './pages/missing-page.js';
import { atItsAddress, compactJws, missingCredential, openToAll, signedBytes, VC_TYPE } from './public-answers.js';
import { LIST_CACHING } from './serve-status-lists.js';
import { VcJwtQuery } from './signing-key.dto.js';
import { wantsPage } from './wants-page.js';

/** What verifiers, wallets and employers read. No cookies, open to every origin. */
@ApiTags('Public')
@Controller()
@PublicAccess()
export class PublicDocumentsController {
  constructor(
    private readonly documents: PublicDocuments,
    private readonly published: PublishedBytes,
    private readonly lists: StatusListBytes,
    private readonly verifyDocument: VerifyDocument,
    private readonly countViews: CountViews,
    private readonly vcJwts: ReadVcJwt,
  ) {}

  /**
   * A credential: the exact signed bytes, its VC-JWT (`Accept: application/vc+jwt`), or a page for people (`Accept: text/html`). The page
   * is made here; bytes are sent by `ServeCredentials`.
   */
  @Get('credentials/:publicId')
  @ApiOkResponse({
    content: {
      'application/vc+ld+json': { schema: { type: 'object' } },
      'application/vc+jwt': { schema: { type: 'string' } },
      'text/html': { schema: { type: 'string' } },
    },
  })
  async showCredential(
    @Param('publicId') publicId: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const badge = await this.documents.badge(publicId);
    atItsAddress(reply, badge?.credential ?? null).header('cache-control', 'no-cache');
    if (badge) {
      const { credential, known, endorsements, told } = badge;
      await this.countViews.opened(credential, 'page');
      const checked = await this.verifyDocument.run(JSON.parse(credential.signed), {}, known);
      const facts = await this.documents.factsOf(credential);
      return answerPage(request, reply, credentialPage({ credential, checked, facts, endorsements, told }), facts.language);
    }
    void reply.status(404);
    return answerPage(request, reply, missingCredentialPage());
  }

  /** The signed bytes as a file, whatever the browser would rather have. */
  @Get('credentials/:publicId/credential.json')
  @ApiOkResponse({ content: { 'application/vc+ld+json': { schema: { type: 'object' } } } })
  async downloadCredential(
    @Param('publicId') publicId: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | undefined> {
    const credential = await this.published.find(publicId);
    void reply.header('x-robots-tag', 'noindex').header('content-disposition', 'attachment; filename="credential.json"');
    if (!credential) throw missingCredential();
    return signedBytes(request, reply, credential);
  }

  /** The VC-JWT as a file. */
  @Get('credentials/:publicId/credential.jwt')
  @ApiOkResponse({ content: { 'application/vc+jwt': { schema: { type: 'string' } } } })
  async downloadVcJwt(
    @Param('publicId') publicId: string,
    @Query() query: VcJwtQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | undefined> {
    const credential = await this.published.find(publicId);
    void reply.header('x-robots-tag', 'noindex');
    if (!credential) throw missingCredential();
    const jws = await this.vcJwts.of(credential, query.alg);
    void reply.header('content-disposition', 'attachment; filename="credential.jwt"');
    return compactJws(request, reply, jws, 'application/vc+jwt');
  }

  /** The institution as Open Badges describe it, or a page for people (`Accept: text/html`). */
  @Get('issuers/:slug')
  @ApiOkResponse({
    content: { 'application/ld+json': { schema: { type: 'object' } }, 'text/html': { schema: { type: 'string' } } },
  })
  async showIssuer(
    @Param('slug') slug: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    void reply.header('vary', 'accept');
    if (!wantsPage(request.headers.accept)) {
      return json(reply, await this.documents.profile(slug), 'application/ld+json; charset=utf-8');
    }
    const issuer = await this.documents.issuer(slug);
    void reply.header('cache-control', 'no-cache');
    if (issuer) return answerPage(request, reply, issuerPage(issuer, this.documents.addresses), issuer.institution.language);
    void reply.status(404);
    return answerPage(request, reply, missingPage('issuer'));
  }

  /** What an edition lets one earn. People are led to the page of its programme (`Accept: text/html`). */
  @Get('achievements/:id')
  @ApiOkResponse({ content: { 'application/ld+json': { schema: { type: 'object' } } } })
  @ApiResponse({ status: 303, description: 'Where the page of the programme is.' })
  async showAchievement(
    @IdParam() id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    void reply.header('vary', 'accept');
    if (wantsPage(request.headers.accept)) {
      const path = await this.documents.programmePath(id);
      if (path === null) throw new Problem(notFound);
      void reply.status(303).header('location', path);
      return '';
    }
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
}

function json(reply: FastifyReply, body: JsonObject | null, type: string): string {
  if (!body) throw new Problem(notFound);
  openToAll(reply).header('content-type', type).header('cache-control', 'public, max-age=60');
  return JSON.stringify(body);
}
