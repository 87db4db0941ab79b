import { Body, Controller, Post, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type Actor, CurrentActor, RoleAccess } from '../../../platform/http/access.js';
import { ToldLanguage } from '../../../platform/http/told-language.js';
import type { Language } from '../../../platform/languages.js';
import type { Declared } from '../../../platform/uploads/start-upload.js';
import { DeclaredUpload, openedUpload, StartsUpload } from '../../../platform/uploads/tus.js';
import { TakeUploadDto, UploadView } from '../../../platform/uploads/upload.dto.js';
import { StartImportUpload } from '../use-cases/start-import-upload.js';
import { TakeImportUpload } from '../use-cases/take-import-upload.js';
import { ImportView } from './import.dto.js';
import { presentImport } from './present-import.js';

@ApiTags('Imports')
@Controller('api/v1')
export class ImportUploadsController {
  constructor(
    private readonly start: StartImportUpload,
    private readonly take: TakeImportUpload,
  ) {}

  /** Open an upload (tus) of a zip of Markdown courses; the bytes follow in as many pieces as it takes. */
  @Post('import-uploads')
  @RoleAccess('catalog:write', 'instructor', 'admin')
  @StartsUpload()
  @ApiCreatedResponse({ type: UploadView })
  async startImportUpload(
    @CurrentActor() actor: Actor,
    @DeclaredUpload() declared: Declared,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<UploadView> {
    return openedUpload(reply, await this.start.run(actor, declared));
  }

  /** Look into an upload that is whole, as into a zip that is sent at once. Asked again, the answer is the same. */
  @Post('imports/from-upload')
  @RoleAccess('catalog:write', 'instructor', 'admin')
  @ApiCreatedResponse({ type: ImportView })
  async takeImportUpload(
    @CurrentActor() actor: Actor,
    @Body() body: TakeUploadDto,
    @ToldLanguage() language: Language,
  ): Promise<ImportView> {
    return presentImport(await this.take.run(actor, body.uploadId), language);
  }
}
