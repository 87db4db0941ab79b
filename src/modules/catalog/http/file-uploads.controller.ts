import { Body, Controller, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type Actor, CurrentActor, RoleAccess } from '../../../platform/http/access.js';
import { FileView, presentFile } from '../../../platform/storage/present-file.js';
import type { Declared } from '../../../platform/uploads/start-upload.js';
import { DeclaredUpload, openedUpload, StartsUpload } from '../../../platform/uploads/tus.js';
import { TakeUploadDto, UploadView } from '../../../platform/uploads/upload.dto.js';
import { StartFileUpload } from '../use-cases/start-file-upload.js';
import { TakeFileUpload } from '../use-cases/take-file-upload.js';
import { UploadQuery } from './file.dto.js';

@ApiTags('Files')
@Controller('api/v1')
export class FileUploadsController {
  constructor(
    private readonly start: StartFileUpload,
    private readonly take: TakeFileUpload,
  ) {}

  /** Open an upload (tus) of a file for courses, or of a picture for a badge; the bytes follow in as many pieces as it takes. */
  @Post('file-uploads')
  @RoleAccess('files:write', 'instructor', 'admin')
  @StartsUpload()
  @ApiCreatedResponse({ type: UploadView })
  async startFileUpload(
    @CurrentActor() actor: Actor,
    @Query() { purpose }: UploadQuery,
    @DeclaredUpload() declared: Declared,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<UploadView> {
    return openedUpload(reply, await this.start.run(actor, purpose, declared));
  }

  /** Make an upload that is whole a file. Asked again, the answer is the same. */
  @Post('files/from-upload')
  @RoleAccess('files:write', 'instructor', 'admin')
  @ApiCreatedResponse({ type: FileView })
  async takeFileUpload(@CurrentActor() actor: Actor, @Body() body: TakeUploadDto): Promise<FileView> {
    return presentFile(await this.take.run(actor, body.uploadId));
  }
}
