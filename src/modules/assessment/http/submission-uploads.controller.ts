import { Body, Controller, Post, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type Actor, CurrentActor, RoleAccess } from '../../../platform/http/access.js';
import { IdParam } from '../../../platform/http/id-param.js';
import { FileView, presentFile } from '../../../platform/storage/present-file.js';
import type { Declared } from '../../../platform/uploads/start-upload.js';
import { DeclaredUpload, openedUpload, StartsUpload } from '../../../platform/uploads/tus.js';
import { TakeUploadDto, UploadView } from '../../../platform/uploads/upload.dto.js';
import { StartSubmissionUpload } from '../use-cases/start-submission-upload.js';
import { TakeSubmissionUpload } from '../use-cases/take-submission-upload.js';

@ApiTags('Project')
@Controller('api/v1/enrollments/:id')
export class SubmissionUploadsController {
  constructor(
    private readonly start: StartSubmissionUpload,
    private readonly take: TakeSubmissionUpload,
  ) {}

  /** Open an upload (tus) of a file for the project; the bytes follow in as many pieces as it takes. */
  @Post('submission-uploads')
  @RoleAccess('assessment:write', 'learner')
  @StartsUpload()
  @ApiCreatedResponse({ type: UploadView })
  async startSubmissionUpload(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @DeclaredUpload() declared: Declared,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<UploadView> {
    return openedUpload(reply, await this.start.run(actor, id, declared));
  }

  /** Make an upload that is whole one of your files; name it in the draft to hand it in. Asked again, the answer is the same. */
  @Post('submission-files/from-upload')
  @RoleAccess('assessment:write', 'learner')
  @ApiCreatedResponse({ type: FileView })
  async takeSubmissionUpload(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Body() body: TakeUploadDto,
  ): Promise<FileView> {
    return presentFile(await this.take.run(actor, id, body.uploadId));
  }
}
