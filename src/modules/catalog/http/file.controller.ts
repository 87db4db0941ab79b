import { Controller, Get, Post, Query, Req, Res, type StreamableFile, UploadedFile, UseInterceptors } from '@nestjs/common';
import { FileStreamInterceptor, type MultipartFileStream } from '@nestjs/platform-fastify/multipart';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Actor, CurrentActor, RoleAccess } from '../../../platform/http/access.js';
import { IdParam } from '../../../platform/http/id-param.js';
import { Problem } from '../../../platform/http/problem.js';
import { FileStore } from '../../../platform/storage/file-store.js';
import { FileView, presentFile } from '../../../platform/storage/present-file.js';
import { sendFile } from '../../../platform/storage/send-file.js';
import { fileMissing } from '../problems.js';
import { ReadCourseFiles } from '../use-cases/read-course-files.js';
import { MOST_BYTES, UploadCourseFile } from '../use-cases/upload-course-file.js';
import { UploadQuery } from './file.dto.js';

/** Before the query is validated; an unknown purpose is refused after. */
function limits(request: FastifyRequest) {
  const purpose = (request.query as Partial<UploadQuery>).purpose;
  return { fileSize: purpose === 'badge-image' ? MOST_BYTES['badge-image'] : MOST_BYTES['course-asset'], files: 1, fields: 10 };
}

@ApiTags('Files')
@Controller('api/v1/files')
export class FileController {
  constructor(
    private readonly upload: UploadCourseFile,
    private readonly readFiles: ReadCourseFiles,
    private readonly files: FileStore,
  ) {}

  /** Upload a file for courses, or a picture for a badge (drawn anew as PNG of at most 1024 pixels a side). */
  @Post()
  @RoleAccess('files:write', 'instructor', 'admin')
  @UseInterceptors(FileStreamInterceptor('file', { limits, defParamCharset: 'utf8' }))
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } } })
  @ApiCreatedResponse({ type: FileView })
  async uploadFile(
    @CurrentActor() actor: Actor,
    @Query() { purpose }: UploadQuery,
    @UploadedFile() file: MultipartFileStream | undefined,
  ): Promise<FileView> {
    if (!file) throw new Problem(fileMissing, { detail: 'Send multipart/form-data with the file in the field “file”.' });
    return presentFile(await this.upload.run(actor, purpose, { name: file.originalname, stream: file.stream }));
  }

  @Get(':id')
  @RoleAccess('files:read', 'learner', 'instructor', 'assessor', 'office', 'admin')
  @ApiOkResponse({ type: FileView })
  async getFile(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<FileView> {
    return presentFile(await this.readFiles.one(actor, id));
  }

  /** The bytes, or a range of them. */
  @Get(':id/content')
  @RoleAccess('files:read', 'learner', 'instructor', 'assessor', 'office', 'admin')
  @ApiOkResponse({ content: { '*/*': { schema: { type: 'string', format: 'binary' } } } })
  async getFileContent(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile | undefined> {
    return sendFile({ files: this.files, file: await this.readFiles.one(actor, id), request, reply, inline: true });
  }
}
