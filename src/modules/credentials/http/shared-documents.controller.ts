import { Controller, Get, Param, Req, Res, type StreamableFile } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PublicAccess } from '../../../platform/http/access.js';
import { answerPage } from '../../../platform/http/pages/answer-page.js';
import { Problem } from '../../../platform/http/problem.js';
import { notFound } from '../../../platform/http/problems.js';
import { FileStore } from '../../../platform/storage/file-store.js';
import { sendFile } from '../../../platform/storage/send-file.js';
import type { Credential } from '../data/credential.entity.js';
import type { PublishedEvidence } from '../data/published-evidence.entity.js';
import { euMicrocredentialSchema } from '../domain/eu-microcredential-schema.js';
import { euMicrocredentialSchema2 } from '../domain/eu-microcredential-schema-2.js';
import { MICROCREDENTIAL_V1, MICROCREDENTIAL_V2 } from '../proof/context-pins.js';
import { contextBytes } from '../proof/contexts.js';
import { CountViews } from '../use-cases/sharing/count-views.js';
import { PublicDocuments } from '../use-cases/sharing/public-documents.js';
import { VerifyDocument } from '../use-cases/verifying/verify-document.js';
import { credentialPage } from './pages/credential-page.js';
import { missingPage } from './pages/missing-page.js';
import { evidenceLinkPage, portfolioPage } from './pages/portfolio-page.js';
import { openToAll } from './public-answers.js';
import { wantsPage } from './wants-page.js';

const VC_TYPE = 'application/vc+ld+json; charset=utf-8';
const EVIDENCE = { '*/*': { schema: { type: 'string', format: 'binary' } } } as const;
/** Of documents that never change: another one would have another address. */
const FOR_GOOD = 'public, max-age=31536000, immutable';
const CONTEXT_TYPE = 'application/ld+json; charset=utf-8';
const SCHEMA_TYPE = 'application/schema+json; charset=utf-8';
const SCHEMA_V1 = JSON.stringify(euMicrocredentialSchema, null, 2);
const SCHEMA_V2 = JSON.stringify(euMicrocredentialSchema2, null, 2);

/** What learners show to whom they choose, and the words and forms that badges name. No cookies. */
@ApiTags('Public')
@Controller()
@PublicAccess()
export class SharedDocumentsController {
  constructor(
    private readonly documents: PublicDocuments,
    private readonly verifyDocument: VerifyDocument,
    private readonly countViews: CountViews,
    private readonly files: FileStore,
  ) {}

  /** A credential that its learner shares: a page for people (`Accept: text/html`), or the exact signed bytes. */
  @Get('shared/:token')
  @ApiOkResponse({
    content: { 'application/vc+ld+json': { schema: { type: 'object' } }, 'text/html': { schema: { type: 'string' } } },
  })
  async showShared(
    @Param('token') token: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    void secretly(reply).header('vary', 'accept');
    if (!wantsPage(request.headers.accept)) return this.signedBytes(reply, await this.documents.shared(token));
    const badge = await this.documents.sharedBadge(token);
    if (!badge) {
      void reply.status(404);
      return answerPage(request, reply, missingPage('shared'));
    }
    const { credential, known, endorsements, told, linkId } = badge;
    await this.countViews.opened(credential, linkId);
    const checked = await this.verifyDocument.run(JSON.parse(credential.signed), {}, known);
    const facts = await this.documents.factsOf(credential);
    const shown = credentialPage({ credential, checked, facts, endorsements, told, sharedAt: `/shared/${token}` });
    return answerPage(request, reply, shown, facts.language);
  }

  /** Its signed bytes as a file. */
  @Get('shared/:token/credential.json')
  @ApiOkResponse({ content: { 'application/vc+ld+json': { schema: { type: 'object' } } } })
  async downloadShared(@Param('token') token: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    void secretly(reply).header('content-disposition', 'attachment; filename="credential.json"');
    return this.signedBytes(reply, await this.documents.shared(token));
  }

  /** Evidence that a badge names: the very file that was assessed, or a page that leads to the link. */
  @Get('evidence/:publicId')
  @ApiOkResponse({ content: EVIDENCE })
  async showEvidence(
    @Param('publicId') publicId: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile | string | undefined> {
    return this.sendEvidence(await this.documents.evidence(publicId), request, reply);
  }

  /** The same evidence, for who was given the share link of a private credential. */
  @Get('shared/:token/evidence/:publicId')
  @ApiOkResponse({ content: EVIDENCE })
  async showSharedEvidence(
    @Param('token') token: string,
    @Param('publicId') publicId: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile | string | undefined> {
    return this.sendEvidence(await this.documents.sharedEvidence(token, publicId), request, reply);
  }

  /** A learner's page of chosen badges. */
  @Get('portfolios/:publicId')
  @ApiExcludeEndpoint()
  async showPortfolio(
    @Param('publicId') publicId: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const portfolio = await this.documents.portfolio(publicId);
    void reply.header('cache-control', 'no-cache').header('x-robots-tag', 'noindex');
    if (portfolio) return answerPage(request, reply, portfolioPage(portfolio));
    void reply.status(404);
    return answerPage(request, reply, missingPage('portfolio'));
  }

  /** Our own JSON-LD context: the words for what a badge tells of its programme. */
  @Get('contexts/microcredential-v2.json')
  @ApiOkResponse({ content: { 'application/ld+json': { schema: { type: 'object' } } } })
  showMicrocredentialContext(@Res({ passthrough: true }) reply: FastifyReply): string {
    return unchanging(reply, CONTEXT_TYPE, wordsOf(MICROCREDENTIAL_V2));
  }

  /** The form of it, as a JSON Schema (2019-09). */
  @Get('schemas/microcredential-v2.json')
  @ApiOkResponse({ content: { 'application/schema+json': { schema: { type: 'object' } } } })
  showMicrocredentialSchema(@Res({ passthrough: true }) reply: FastifyReply): string {
    return unchanging(reply, SCHEMA_TYPE, SCHEMA_V2);
  }

  /** The words of the first version, for badges that were issued with it. */
  @Get('contexts/microcredential-v1.json')
  @ApiOkResponse({ content: { 'application/ld+json': { schema: { type: 'object' } } } })
  showFirstMicrocredentialContext(@Res({ passthrough: true }) reply: FastifyReply): string {
    return unchanging(reply, CONTEXT_TYPE, wordsOf(MICROCREDENTIAL_V1));
  }

  /** The form of the first version. */
  @Get('schemas/microcredential-v1.json')
  @ApiOkResponse({ content: { 'application/schema+json': { schema: { type: 'object' } } } })
  showFirstMicrocredentialSchema(@Res({ passthrough: true }) reply: FastifyReply): string {
    return unchanging(reply, SCHEMA_TYPE, SCHEMA_V1);
  }

  private async sendEvidence(
    evidence: PublishedEvidence | null,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<StreamableFile | string | undefined> {
    void reply.header('x-robots-tag', 'noindex');
    if (!evidence) throw new Problem(notFound, { detail: 'There is no evidence here, or its learner has withdrawn it.' });
    if (evidence.url !== null) {
      void secretly(reply);
      return answerPage(request, reply, evidenceLinkPage(evidence.url));
    }
    const file = evidence.fileId && (await this.documents.evidenceFile(evidence.fileId));
    if (!file) throw new Problem(notFound);
    return sendFile({ files: this.files, file, request, reply, inline: true });
  }

  private signedBytes(reply: FastifyReply, credential: Credential | null): string {
    if (!credential) throw new Problem(notFound, { detail: 'Nothing is shared here, or the link has ended.' });
    void reply.header('content-type', VC_TYPE).header('access-control-allow-origin', '*');
    return credential.signed;
  }
}

/** The address is the secret: it is not indexed, not kept by caches, and not told to the sites that the page links to. */
function secretly(reply: FastifyReply): FastifyReply {
  return reply.header('cache-control', 'no-store').header('x-robots-tag', 'noindex').header('referrer-policy', 'no-referrer');
}

function wordsOf(context: string): string {
  const bytes = contextBytes(context);
  if (!bytes) throw new Error(`The context ${context} is not kept`);
  return bytes.toString('utf8');
}

function unchanging(reply: FastifyReply, type: string, text: string): string {
  void openToAll(reply).header('content-type', type).header('cache-control', FOR_GOOD);
  return text;
}
