import { Controller, Get, Post, Query, UploadedFile, UseInterceptors } from '@nestjs/common';
import { FileStreamInterceptor, type MultipartFileStream } from '@nestjs/platform-fastify/multipart';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, RoleAccess } from '../../../platform/http/access.js';
import { Idempotent } from '../../../platform/http/api.js';
import { IdParam } from '../../../platform/http/id-param.js';
import { page, PageOf, PageQuery } from '../../../platform/http/paging.js';
import { ToldLanguage } from '../../../platform/http/told-language.js';
import type { Language } from '../../../platform/languages.js';
import { ApplyImport } from '../use-cases/apply-import.js';
import { ReadImports } from '../use-cases/read-imports.js';
import { LARGEST_ARCHIVE, UploadImport } from '../use-cases/upload-import.js';
import { ImportView } from './import.dto.js';
import { presentImport } from './present-import.js';

const ImportPage = PageOf(ImportView);
// A little above what is taken, so that the refusal is the one that says how much that is.
const LARGEST_UPLOAD = LARGEST_ARCHIVE + 1024 * 1024;

@ApiTags('Imports')
@Controller('api/v1/imports')
export class ImportsController {
  constructor(
    private readonly upload: UploadImport,
    private readonly apply: ApplyImport,
    private readonly read: ReadImports,
  ) {}

  /** Upload a zip of Markdown courses. The answer says what is in it and what is wrong with it; nothing is made yet. */
  @Post()
  @RoleAccess('catalog:write', 'instructor', 'admin')
  @Idempotent()
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } } })
  @ApiCreatedResponse({ type: ImportView })
  @UseInterceptors(
    FileStreamInterceptor('file', { limits: { fileSize: LARGEST_UPLOAD, files: 1, fields: 10 }, defParamCharset: 'utf8' }),
  )
  async uploadImport(
    @CurrentActor() actor: Actor,
    @UploadedFile() file: MultipartFileStream | undefined,
    @ToldLanguage() language: Language,
  ): Promise<ImportView> {
    return presentImport(await this.upload.run(actor, file), language);
  }

  /** Packages, newest first. */
  @Get()
  @RoleAccess('catalog:read', 'instructor', 'admin')
  @ApiOkResponse({ type: ImportPage })
  async listImports(
    @CurrentActor() actor: Actor,
    @Query() query: PageQuery,
    @ToldLanguage() language: Language,
  ): Promise<InstanceType<typeof ImportPage>> {
    return page(
      await this.read.list(actor, query),
      query.limit,
      ({ createdAt, id }) => ({ at: createdAt, id }),
      (run) => presentImport(run, language),
    );
  }

  /** One package and its report. */
  @Get(':id')
  @RoleAccess('catalog:read', 'instructor', 'admin')
  @ApiOkResponse({ type: ImportView })
  async getImport(@CurrentActor() actor: Actor, @IdParam() id: string, @ToldLanguage() language: Language): Promise<ImportView> {
    return presentImport(await this.read.one(actor, id), language);
  }

  /** Make it into courses, whole or not at all. */
  @Post(':id/application')
  @RoleAccess('catalog:write', 'instructor', 'admin')
  @ApiCreatedResponse({ type: ImportView })
  async applyImport(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @ToldLanguage() language: Language,
  ): Promise<ImportView> {
    return presentImport(await this.apply.run(actor, id), language);
  }
}
