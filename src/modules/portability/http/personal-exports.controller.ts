import { Controller, Delete, Get, HttpCode, Post, Req, Res, type StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentPerson, type SignedIn, SignedInAccess } from '../../../platform/http/access.js';
import { IdParam } from '../../../platform/http/id-param.js';
import { FileStore } from '../../../platform/storage/file-store.js';
import { sendFile } from '../../../platform/storage/send-file.js';
import { OwnPersonalExports } from '../use-cases/own-personal-exports.js';
import { RequestPersonalExport } from '../use-cases/request-personal-export.js';
import { PersonalExportView } from './personal-export.dto.js';
import { presentPersonalExport } from './present-personal-export.js';

/** For the person alone, signed in: no API token collects everything. */
@ApiTags('Your account')
@Controller('api/v1/me/exports')
@SignedInAccess()
export class PersonalExportsController {
  constructor(
    private readonly request: RequestPersonalExport,
    private readonly own: OwnPersonalExports,
    private readonly files: FileStore,
  ) {}

  /** Ask for all that is held about you, at the institution you act for and in your account. You get an e-mail when it is ready. */
  @Post()
  @ApiCreatedResponse({ type: PersonalExportView })
  @ApiResponse({ status: 409, description: 'One is being made.' })
  @ApiResponse({ status: 429, description: 'Five a day.' })
  async requestPersonalExport(@CurrentPerson() person: SignedIn): Promise<PersonalExportView> {
    return presentPersonalExport({ export: await this.request.run(person), state: 'making', bytes: null });
  }

  /** What you asked for, newest first. */
  @Get()
  @ApiOkResponse({ type: [PersonalExportView] })
  async listPersonalExports(@CurrentPerson() person: SignedIn): Promise<PersonalExportView[]> {
    return (await this.own.list(person)).map(presentPersonalExport);
  }

  /** The archive: JSON, your badges as they were signed, and your files. */
  @Get(':id/content')
  @ApiOkResponse({ content: { 'application/zip': { schema: { type: 'string', format: 'binary' } } } })
  async getPersonalExportContent(
    @CurrentPerson() person: SignedIn,
    @IdParam() id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile | undefined> {
    return sendFile({ files: this.files, file: await this.own.file(person, id), request, reply });
  }

  /** Remove it before its time. */
  @Delete(':id')
  @HttpCode(204)
  @ApiNoContentResponse()
  async removePersonalExport(@CurrentPerson() person: SignedIn, @IdParam() id: string): Promise<void> {
    await this.own.remove(person, id);
  }
}
