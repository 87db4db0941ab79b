import { Controller, Get, Header, Param, Redirect, Res, StreamableFile } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { PublicAccess } from '../../../platform/http/access.js';
import { BakeBadge } from '../use-cases/bake-badge.js';
import { ExportToEuropass } from '../use-cases/export-to-europass.js';
import { MakeCertificate } from '../use-cases/make-certificate.js';
import { MakeShareCard } from '../use-cases/make-share-card.js';
import { ShareOnLinkedIn } from '../use-cases/share-on-linkedin.js';

const BINARY = { type: 'string', format: 'binary' } as const;

/** Forms of a credential that people download, hang up and pass on. As public as the credential itself; not for search engines. */
@ApiTags('Public')
@Controller('credentials/:publicId')
@PublicAccess()
export class CredentialFormsController {
  constructor(
    private readonly bakeBadge: BakeBadge,
    private readonly makeCertificate: MakeCertificate,
    private readonly makeShareCard: MakeShareCard,
    private readonly exportToEuropass: ExportToEuropass,
    private readonly shareOnLinkedIn: ShareOnLinkedIn,
  ) {}

  /** The badge's picture with the signed credential baked in (OB 3.0 §5.3.1). */
  @Get('badge.png')
  @Header('x-robots-tag', 'noindex')
  @ApiOkResponse({ content: { 'image/png': { schema: BINARY } } })
  async getBadgePng(
    @Param('publicId') publicId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return file(reply, await this.bakeBadge.png(publicId), 'image/png', 'badge.png');
  }

  /** As lines rather than pixels, with the signed credential baked in (OB 3.0 §5.3.2). */
  @Get('badge.svg')
  @Header('x-robots-tag', 'noindex')
  @ApiOkResponse({ content: { 'image/svg+xml': { schema: { type: 'string' } } } })
  async getBadgeSvg(
    @Param('publicId') publicId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return file(reply, Buffer.from(await this.bakeBadge.svg(publicId)), 'image/svg+xml', 'badge.svg');
  }

  /** A certificate to print: tagged PDF, with the signed credential attached as credential.json. */
  @Get('certificate.pdf')
  @Header('x-robots-tag', 'noindex')
  @ApiOkResponse({ content: { 'application/pdf': { schema: BINARY } } })
  async getCertificate(
    @Param('publicId') publicId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return file(reply, (await this.makeCertificate.run(publicId)).bytes, 'application/pdf', 'certificate.pdf');
  }

  /** The picture that other sites show beside a link to the credential: 1200 by 630 pixels. */
  @Get('share.png')
  @Header('x-robots-tag', 'noindex')
  @ApiOkResponse({ content: { 'image/png': { schema: BINARY } } })
  async getSharePicture(
    @Param('publicId') publicId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return file(reply, await this.makeShareCard.run(publicId), 'image/png', 'share.png');
  }

  /** The same facts in the European Learning Model, unsigned: for an institution that seals European Digital Credentials itself. */
  @Get('elm.json')
  @Header('x-robots-tag', 'noindex')
  @ApiOkResponse({ content: { 'application/ld+json': { schema: { type: 'object' } } } })
  async getEuropeanLearningModel(
    @Param('publicId') publicId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const text = JSON.stringify(await this.exportToEuropass.run(publicId));
    return file(reply, Buffer.from(text), 'application/ld+json; charset=utf-8', 'elm.json');
  }

  /** Leads to LinkedIn's form for a profile entry, filled in. */
  @Get('linkedin')
  @Redirect()
  @Header('x-robots-tag', 'noindex')
  @ApiExcludeEndpoint()
  async goToLinkedIn(@Param('publicId') publicId: string): Promise<{ url: string; statusCode: number }> {
    return { url: await this.shareOnLinkedIn.run(publicId), statusCode: 302 };
  }
}

/** Shown where a browser can show it, and saved under a plain name. Asked for anew each time, since credentials are taken back. */
function file(reply: FastifyReply, bytes: Buffer, type: string, name: string): StreamableFile {
  void reply.headers({
    'cache-control': 'no-cache',
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
  });
  return new StreamableFile(bytes, { type, disposition: `inline; filename="${name}"`, length: bytes.length });
}
