import { Body, Controller, Get, Post, Query, UploadedFile, UseInterceptors } from '@nestjs/common';
import { FileStreamInterceptor, type MultipartFileStream } from '@nestjs/platform-fastify/multipart';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, RoleAccess } from '../../../platform/http/access.js';
import { Idempotent } from '../../../platform/http/api.js';
import { IdParam } from '../../../platform/http/id-param.js';
import { page, PageOf, PageQuery } from '../../../platform/http/paging.js';
import { ToldLanguage } from '../../../platform/http/told-language.js';
import type { Language } from '../../../platform/languages.js';
import { AwardAgain } from '../use-cases/historic/award-again.js';
import { LARGEST_HISTORIC_FILE } from '../use-cases/historic/check-historic-file.js';
import { ConfirmHistoricImport } from '../use-cases/historic/confirm-historic-import.js';
import { ReadHistoricImports, rowKey } from '../use-cases/historic/read-historic-imports.js';
import { UploadHistoricImport } from '../use-cases/historic/upload-historic-import.js';
import { CredentialView } from './credential.dto.js';
import {
  AwardAgainDto,
  ConfirmHistoricImportDto,
  HistoricImportView,
  HistoricRowQuery,
  HistoricRowView,
} from './historic-import.dto.js';
import { presentCredential } from './present-credential.js';
import { presentHistoricImport, presentHistoricRow } from './present-historic-import.js';

const HistoricImportPage = PageOf(HistoricImportView);
const HistoricRowPage = PageOf(HistoricRowView);
// A little above what is taken, so that the refusal is the one that says how much that is.
const LARGEST_UPLOAD = LARGEST_HISTORIC_FILE + 1024 * 1024;

@ApiTags('Credentials')
@Controller('api/v1')
export class HistoricImportsController {
  constructor(
    private readonly upload: UploadHistoricImport,
    private readonly confirm: ConfirmHistoricImport,
    private readonly awardAgain: AwardAgain,
    private readonly read: ReadHistoricImports,
  ) {}

  /** Upload a CSV of awards from before Cairn. Its rows say what is wrong with them; nothing is awarded yet. */
  @Post('historic-award-imports')
  @RoleAccess('credentials:write', 'office', 'admin')
  @Idempotent()
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } } })
  @ApiCreatedResponse({ type: HistoricImportView })
  @UseInterceptors(
    FileStreamInterceptor('file', { limits: { fileSize: LARGEST_UPLOAD, files: 1, fields: 10 }, defParamCharset: 'utf8' }),
  )
  async uploadHistoricImport(
    @CurrentActor() actor: Actor,
    @UploadedFile() file: MultipartFileStream | undefined,
  ): Promise<HistoricImportView> {
    return presentHistoricImport(await this.upload.run(actor, file));
  }

  /** Such files, newest first. */
  @Get('historic-award-imports')
  @RoleAccess('credentials:read', 'office', 'admin')
  @ApiOkResponse({ type: HistoricImportPage })
  async listHistoricImports(
    @CurrentActor() actor: Actor,
    @Query() query: PageQuery,
  ): Promise<InstanceType<typeof HistoricImportPage>> {
    return page(
      await this.read.list(actor, query),
      query.limit,
      ({ uploadedAt, id }) => ({ at: uploadedAt, id }),
      presentHistoricImport,
    );
  }

  /** How far one has come. */
  @Get('historic-award-imports/:id')
  @RoleAccess('credentials:read', 'office', 'admin')
  @ApiOkResponse({ type: HistoricImportView })
  async getHistoricImport(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<HistoricImportView> {
    return presentHistoricImport(await this.read.one(actor, id));
  }

  /** What is wrong with each row, or what became of it, in the order of the file. */
  @Get('historic-award-imports/:id/rows')
  @RoleAccess('credentials:read', 'office', 'admin')
  @ApiOkResponse({ type: HistoricRowPage })
  async listHistoricRows(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Query() query: HistoricRowQuery,
    @ToldLanguage() language: Language,
  ): Promise<InstanceType<typeof HistoricRowPage>> {
    const rows = await this.read.rows(actor, id, query);
    return page(rows, query.limit, rowKey, (row) => presentHistoricRow(row, language));
  }

  /** Vouch for its good rows: they become credentials. */
  @Post('historic-award-imports/:id/confirmation')
  @RoleAccess('credentials:issue', 'office', 'admin')
  @Idempotent()
  @ApiCreatedResponse({ type: HistoricImportView })
  async confirmHistoricImport(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Body() { leaveOutBadRows = false, letters = false }: ConfirmHistoricImportDto,
  ): Promise<HistoricImportView> {
    return presentHistoricImport(await this.confirm.run(actor, id, { leaveOutBadRows, letters }));
  }

  /** Give an award from before Cairn again whose credential was revoked: a new credential, whose `followsId` names the old one. */
  @Post('credentials/:id/historic-re-award')
  @RoleAccess('credentials:issue', 'office', 'admin')
  @Idempotent()
  @ApiCreatedResponse({ type: CredentialView })
  async awardHistoricAgain(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Body() { reason, letter = false, show }: AwardAgainDto,
  ): Promise<CredentialView> {
    return presentCredential(await this.awardAgain.run(actor, id, { reason, letter, show }), actor);
  }
}
