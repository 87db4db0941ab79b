import { Body, Controller, Get, HttpCode, Post, Put, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type Actor, CurrentActor, MEMBER_ROLES, RoleAccess } from '../../../platform/http/access.js';
import { IfMatch } from '../../../platform/http/api.js';
import { ExpectedVersion } from '../../../platform/http/versions.js';
import { InstitutionLooks, type VersionedLook } from '../use-cases/institution-looks.js';
import { MakeCertificate } from '../use-cases/make-certificate.js';
import { LookDto, LookView, ThemeView } from './look.dto.js';

@ApiTags('Institution')
@Controller('api/v1/institution')
export class LookController {
  constructor(
    private readonly looks: InstitutionLooks,
    private readonly makeCertificate: MakeCertificate,
  ) {}

  /** Colours, certificate and signatures, as they are for credentials issued from now on. */
  @Get('look')
  @RoleAccess('institution:read', 'instructor', 'office', 'admin')
  @ApiOkResponse({ type: LookView })
  async getLook(@CurrentActor() actor: Actor): Promise<LookView> {
    return presentLook(await this.looks.read(actor));
  }

  /** Change them. Certificates of credentials that were issued before stay as they are. */
  @Put('look')
  @RoleAccess('institution:write', 'admin')
  @IfMatch()
  @ApiOkResponse({ type: LookView })
  async changeLook(@CurrentActor() actor: Actor, @ExpectedVersion() version: number, @Body() body: LookDto): Promise<LookView> {
    return presentLook(await this.looks.change(actor, version, body));
  }

  /** What of it the frame around every page takes. */
  @Get('theme')
  @RoleAccess('institution:read', ...MEMBER_ROLES)
  @ApiOkResponse({ type: ThemeView })
  async getTheme(@CurrentActor() actor: Actor): Promise<ThemeView> {
    return presentTheme(await this.looks.read(actor));
  }

  /** A certificate in that look, with sample words and marked as a sample. Nothing is kept. */
  @Post('certificate-preview')
  @RoleAccess('institution:read', 'instructor', 'office', 'admin')
  @HttpCode(200)
  @ApiOkResponse({ content: { 'application/pdf': { schema: { type: 'string', format: 'binary' } } } })
  async previewCertificate(
    @CurrentActor() actor: Actor,
    @Body() body: LookDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    void reply.header('cache-control', 'no-store');
    const disposition = 'inline; filename="sample.pdf"';
    return new StreamableFile(await this.makeCertificate.sample(actor, body), { type: 'application/pdf', disposition });
  }

  /** The same as a picture, all pages under each other. Nothing is kept. */
  @Post('certificate-picture')
  @RoleAccess('institution:read', 'instructor', 'office', 'admin')
  @HttpCode(200)
  @ApiOkResponse({ content: { 'image/png': { schema: { type: 'string', format: 'binary' } } } })
  async pictureCertificate(
    @CurrentActor() actor: Actor,
    @Body() body: LookDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    void reply.header('cache-control', 'no-store');
    return new StreamableFile(await this.makeCertificate.samplePicture(actor, body), { type: 'image/png' });
  }
}

function presentLook({ version, look }: VersionedLook): LookView {
  return { ...look, signatories: [...look.signatories], version };
}

function presentTheme({ version, look: { background, accent, logoFileId } }: VersionedLook): ThemeView {
  return version === 0 ? { background: null, accent: null, logoFileId: null } : { background, accent, logoFileId };
}
