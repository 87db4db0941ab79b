import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { PublicAccess } from '../../../platform/http/access.js';
import { Problem } from '../../../platform/http/problem.js';
import { notFound } from '../../../platform/http/problems.js';
import { IssuerKeyDocuments } from '../use-cases/keys/issuer-key-documents.js';
import { openToAll } from './public-answers.js';

// A compromised key must be gone everywhere soon.
const CACHE = 'public, max-age=60';

/** The public keys of an issuer, for verifiers. */
@ApiTags('Public')
@Controller('issuers/:slug')
@PublicAccess()
export class IssuerKeysController {
  constructor(private readonly documents: IssuerKeyDocuments) {}

  /** The institution's DID document. */
  @Get('did.json')
  @ApiOkResponse({ content: { 'application/did+ld+json': { schema: { type: 'object' } } } })
  async showDidDocument(@Param('slug') slug: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const document = await this.documents.didDocument(slug);
    if (!document) throw new Problem(notFound);
    return published(reply, JSON.stringify(document), 'application/did+ld+json');
  }

  /** One key, as the `kid` of a VC-JWT names it. */
  @Get('keys/:fragment')
  @ApiOkResponse({ content: { 'application/jwk+json': { schema: { type: 'object' } } } })
  async showKey(
    @Param('slug') slug: string,
    @Param('fragment') fragment: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    return published(reply, JSON.stringify(await this.documents.key(slug, fragment)), 'application/jwk+json');
  }

  /** All keys that count. */
  @Get('jwks.json')
  @ApiOkResponse({ content: { 'application/jwk-set+json': { schema: { type: 'object' } } } })
  async showKeySet(@Param('slug') slug: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return published(reply, JSON.stringify(await this.documents.keySet(slug)), 'application/jwk-set+json');
  }

  /** Which keys signed when, and which were compromised: a JWS in its JSON form, signed by the issuer. */
  @Get('key-history.json')
  @ApiOkResponse({ content: { 'application/jose+json': { schema: { type: 'object' } } } })
  async showKeyHistory(@Param('slug') slug: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return published(reply, await this.documents.history(slug), 'application/jose+json');
  }
}

function published(reply: FastifyReply, body: string, type: string): string {
  openToAll(reply).header('content-type', `${type}; charset=utf-8`).header('cache-control', CACHE);
  return body;
}
