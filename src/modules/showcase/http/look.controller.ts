import { Body, Controller, Get, HttpCode, Post, Put, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type Actor, CurrentActor, RoleAccess } from '../../../platform/http/access.js';
import { IfMatch } from '../../../platform/http/api.js';
import { ExpectedVersion } from '../../../platform/http/versions.js';
import { InstitutionLooks, type VersionedLook } from '../use-cases/institution-looks.js';
import { MakeCertificate } from '../use-cases/make-certificate.js';
import { LookDto, LookView } from './look.dto.js';

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
    const { bytes } = await this.makeCertificate.sample(actor, body);
    return new StreamableFile(bytes, { type: 'application/pdf', disposition: 'inline; filename="sample.pdf"' });
  }
}

function presentLook({ version, look }: VersionedLook): LookView {
  return { ...look, signatories: [...look.signatories], version };
}
