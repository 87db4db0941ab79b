import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PublicAccess } from '../../../platform/http/access.js';
import { CachedAnswer, CachedAnswers, covers } from '../../../platform/http/cached-answer.js';
import { Problem } from '../../../platform/http/problem.js';
import { notFound } from '../../../platform/http/problems.js';
import { IdParam } from '../../../platform/http/id-param.js';
import type { Credential } from '../data/credential.entity.js';
import type { JsonObject } from '../domain/json.js';
import { CountViews } from '../use-cases/sharing/count-views.js';
import { PublicDocuments } from '../use-cases/sharing/public-documents.js';
import { StatusListBytes } from '../use-cases/status/status-list-bytes.js';
import { ReadVcJwt } from '../use-cases/sharing/read-vc-jwt.js';
import { VerifyDocument } from '../use-cases/verifying/verify-document.js';
import { credentialPage, missingCredentialPage } from './pages/credential-page.js';
import { openToAll, VC_TYPE } from './public-answers.js';
import { LIST_CACHING } from './serve-status-lists.js';
import { VcJwtQuery } from './signing-key.dto.js';
import { type JwtType, wantsJwt } from './wants-jwt.js';
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
    private readonly countViews: CountViews,
    private readonly vcJwts: ReadVcJwt,
  ) {}

  /** A credential: the exact signed bytes, its VC-JWT (`Accept: application/vc+jwt`), or a page for people (`Accept: text/html`). */
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
  ): Promise<string | undefined> {
    const credential = await this.documents.credential(publicId);
    void reply.header('vary', 'accept');
    if (credential?.visibility !== 'public') void reply.header('x-robots-tag', 'noindex');
    const jwtType = wantsJwt(request.headers.accept);
    if (credential && jwtType) return compactJws(reply, await this.vcJwts.of(credential), jwtType);
    if (!wantsPage(request.headers.accept)) return signedBytes(request, reply, credential);
    void reply.header('content-type', HTML_TYPE).header('cache-control', 'no-cache');
    if (credential) {
      await this.countViews.opened(credential, 'page');
      const verification = await this.verifyDocument.run(JSON.parse(credential.signed));
      return credentialPage(credential, verification, await this.documents.factsOf(credential));
    }
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

  /** The VC-JWT as a file. */
  @Get('credentials/:publicId/credential.jwt')
  @ApiOkResponse({ content: { 'application/vc+jwt': { schema: { type: 'string' } } } })
  async downloadVcJwt(
    @Param('publicId') publicId: string,
    @Query() query: VcJwtQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const credential = await this.documents.credential(publicId);
    void reply.header('x-robots-tag', 'noindex');
    if (!credential) throw missing();
    const jws = await this.vcJwts.of(credential, query.alg);
    void reply.header('content-disposition', 'attachment; filename="credential.jwt"');
    return compactJws(reply, jws, 'application/vc+jwt');
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
}

function missing(): Problem {
  return new Problem(notFound, { detail: 'There is no credential here. Was the address copied whole?' });
}

/** `undefined`: who asks has these very bytes already. */
function signedBytes(request: FastifyRequest, reply: FastifyReply, credential: Credential | null): string | undefined {
  if (!credential) throw missing();
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

function compactJws(reply: FastifyReply, jws: string, type: JwtType): string {
  openToAll(reply).header('content-type', type).header('cache-control', 'no-cache');
  return jws;
}
