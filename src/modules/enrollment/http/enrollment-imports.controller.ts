import { Body, Controller, Get, Post, Query, UploadedFile, UseInterceptors } from '@nestjs/common';
import { FileStreamInterceptor, type MultipartFileStream } from '@nestjs/platform-fastify/multipart';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, RoleAccess } from '../../../platform/http/access.js';
import { Idempotent } from '../../../platform/http/api.js';
import { IdParam } from '../../../platform/http/id-param.js';
import { page, PageOf } from '../../../platform/http/paging.js';
import { ToldLanguage } from '../../../platform/http/told-language.js';
import type { Language } from '../../../platform/languages.js';
import { LARGEST_ENROLLMENT_FILE } from '../use-cases/from-file/check-enrollment-file.js';
import { ConfirmEnrollmentFile } from '../use-cases/from-file/confirm-enrollment-file.js';
import { ReadEnrollmentFiles } from '../use-cases/from-file/read-enrollment-files.js';
import { UploadEnrollmentFile } from '../use-cases/from-file/upload-enrollment-file.js';
import {
  ConfirmEnrollmentImportDto,
  EnrollmentImportQuery,
  EnrollmentImportRowQuery,
  EnrollmentImportRowView,
  EnrollmentImportView,
  UploadEnrollmentQuery,
} from './enrollment-import.dto.js';
import { presentEnrollmentImport, presentEnrollmentImportRow } from './present-enrollment-import.js';

const EnrollmentImportPage = PageOf(EnrollmentImportView);
const EnrollmentImportRowPage = PageOf(EnrollmentImportRowView);
// A little above what is taken, so that the refusal is the one that says how much that is.
const LARGEST_UPLOAD = LARGEST_ENROLLMENT_FILE + 1024 * 1024;

@ApiTags('Enrollments')
@Controller('api/v1/enrollment-imports')
export class EnrollmentImportsController {
  constructor(
    private readonly upload: UploadEnrollmentFile,
    private readonly confirm: ConfirmEnrollmentFile,
    private readonly read: ReadEnrollmentFiles,
  ) {}

  /** Upload a CSV of people to enrol: `email`, `name` and, unless it is given, `offering`. Its rows say what would become of them. */
  @Post()
  @RoleAccess('enrollment:write', 'office', 'admin')
  @Idempotent()
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } } })
  @ApiCreatedResponse({ type: EnrollmentImportView })
  @UseInterceptors(
    FileStreamInterceptor('file', { limits: { fileSize: LARGEST_UPLOAD, files: 1, fields: 10 }, defParamCharset: 'utf8' }),
  )
  async uploadEnrollmentImport(
    @CurrentActor() actor: Actor,
    @Query() { offeringId }: UploadEnrollmentQuery,
    @UploadedFile() file: MultipartFileStream | undefined,
  ): Promise<EnrollmentImportView> {
    return presentEnrollmentImport(await this.upload.run(actor, offeringId ?? null, file));
  }

  /** Such files, newest first. */
  @Get()
  @RoleAccess('enrollment:read', 'office', 'admin')
  @ApiOkResponse({ type: EnrollmentImportPage })
  async listEnrollmentImports(
    @CurrentActor() actor: Actor,
    @Query() query: EnrollmentImportQuery,
  ): Promise<InstanceType<typeof EnrollmentImportPage>> {
    const files = await this.read.list(actor, query);
    return page(files, query.limit, ({ uploadedAt, id }) => ({ at: uploadedAt, id }), presentEnrollmentImport);
  }

  /** How far one has come. */
  @Get(':id')
  @RoleAccess('enrollment:read', 'office', 'admin')
  @ApiOkResponse({ type: EnrollmentImportView })
  async getEnrollmentImport(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<EnrollmentImportView> {
    return presentEnrollmentImport(await this.read.one(actor, id));
  }

  /** What would become, or became, of each row, in the order of the file. */
  @Get(':id/rows')
  @RoleAccess('enrollment:read', 'office', 'admin')
  @ApiOkResponse({ type: EnrollmentImportRowPage })
  async listEnrollmentImportRows(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Query() query: EnrollmentImportRowQuery,
    @ToldLanguage() language: Language,
  ): Promise<InstanceType<typeof EnrollmentImportRowPage>> {
    const rows = await this.read.rows(actor, id, query);
    return page(
      rows,
      query.limit,
      (row) => ({ at: new Date(row.line), id: row.id }),
      (row) => presentEnrollmentImportRow(row, language),
    );
  }

  /** Enrol its good rows. New people are written to. */
  @Post(':id/confirmation')
  @RoleAccess('enrollment:write', 'office', 'admin')
  @Idempotent()
  @ApiCreatedResponse({ type: EnrollmentImportView })
  async confirmEnrollmentImport(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Body() { leaveOutBadRows = false }: ConfirmEnrollmentImportDto,
  ): Promise<EnrollmentImportView> {
    return presentEnrollmentImport(await this.confirm.run(actor, id, leaveOutBadRows));
  }
}
