import { Body, Controller, Get, Post, Put, Req, Res, type StreamableFile, UploadedFile, UseInterceptors } from '@nestjs/common';
import { FileStreamInterceptor, type MultipartFileStream } from '@nestjs/platform-fastify';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Actor, CurrentActor, RoleAccess } from '../../../platform/http/access.js';
import { Idempotent, IfMatch } from '../../../platform/http/api.js';
import { IdParam } from '../../../platform/http/id-param.js';
import { ExpectedVersion } from '../../../platform/http/versions.js';
import { FileStore } from '../../../platform/storage/file-store.js';
import { FileView, presentFile } from '../../../platform/storage/present-file.js';
import { sendFile } from '../../../platform/storage/send-file.js';
import { ReadAttempts } from '../use-cases/read-attempts.js';
import { ReadProject } from '../use-cases/read-project.js';
import { ReceiveSubmissionFile } from '../use-cases/receive-submission-file.js';
import { SaveDraft } from '../use-cases/save-draft.js';
import { SubmitAttempt } from '../use-cases/submit-attempt.js';
import { WithdrawAttempt } from '../use-cases/withdraw-attempt.js';
import { presentAttempt } from './present-attempt.js';
import { presentDraft, presentProject } from './present-project.js';
import { AttemptView, ProjectView, SaveDraftDto, SubmissionDraftView, SubmitAttemptDto } from './project.dto.js';

// The project's own limit is checked while the bytes stream; this one only ends what no project allows.
const LARGEST_UPLOAD = 2 * 1024 ** 3;

@ApiTags('Project')
@Controller('api/v1')
export class ProjectController {
  constructor(
    private readonly readProject: ReadProject,
    private readonly saveDraft: SaveDraft,
    private readonly receiveFile: ReceiveSubmissionFile,
    private readonly submit: SubmitAttempt,
    private readonly withdraw: WithdrawAttempt,
    private readonly readAttempts: ReadAttempts,
    private readonly files: FileStore,
  ) {}

  /** The brief, the rubric, the draft and every attempt. */
  @Get('enrollments/:id/project')
  @RoleAccess('assessment:read', 'learner', 'instructor', 'assessor', 'office', 'admin')
  @ApiOkResponse({ type: ProjectView })
  async getProject(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<ProjectView> {
    return presentProject(await this.readProject.run(actor, id), actor);
  }

  /** Keep the draft. `If-Match: "v0"` before the first save. */
  @Put('enrollments/:id/submission-draft')
  @RoleAccess('assessment:write', 'learner')
  @IfMatch()
  @ApiOkResponse({ type: SubmissionDraftView })
  async saveSubmissionDraft(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @ExpectedVersion() version: number,
    @Body() body: SaveDraftDto,
  ): Promise<SubmissionDraftView> {
    return presentDraft(await this.saveDraft.run(actor, id, version, body));
  }

  /** Upload one file; name it in the draft to hand it in. */
  @Post('enrollments/:id/submission-files')
  @RoleAccess('assessment:write', 'learner')
  @Idempotent()
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } } })
  @ApiCreatedResponse({ type: FileView })
  @UseInterceptors(FileStreamInterceptor('file', { limits: { fileSize: LARGEST_UPLOAD } }))
  async uploadSubmissionFile(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @UploadedFile() file: MultipartFileStream | undefined,
  ): Promise<FileView> {
    return presentFile(await this.receiveFile.run(actor, id, file));
  }

  /** A file that you uploaded. */
  @Get('submission-files/:id/content')
  @RoleAccess('assessment:read', 'learner')
  @ApiOkResponse({ content: { '*/*': { schema: { type: 'string', format: 'binary' } } } })
  async downloadSubmissionFile(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile | undefined> {
    return sendFile({ files: this.files, file: await this.readAttempts.ownFile(actor, id), request, reply });
  }

  /** Hand the draft in. The answer is your receipt. */
  @Post('enrollments/:id/attempts')
  @RoleAccess('assessment:write', 'learner')
  @Idempotent()
  @ApiCreatedResponse({ type: AttemptView })
  async submitAttempt(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: SubmitAttemptDto): Promise<AttemptView> {
    return presentAttempt(await this.submit.run(actor, id, body.draftVersion), actor);
  }

  /** One attempt. */
  @Get('attempts/:id')
  @RoleAccess('assessment:read', 'learner', 'instructor', 'assessor', 'office', 'admin')
  @ApiOkResponse({ type: AttemptView })
  async getAttempt(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<AttemptView> {
    return presentAttempt(await this.readAttempts.one(actor, id), actor);
  }

  /** A file of an attempt, byte for byte as it was handed in; pictures, PDF, sound and film to be looked at at once. */
  @Get('attempts/:id/files/:fileId')
  @RoleAccess('assessment:read', 'learner', 'instructor', 'assessor', 'office', 'admin')
  @ApiOkResponse({ content: { '*/*': { schema: { type: 'string', format: 'binary' } } } })
  async downloadAttemptFile(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @IdParam('fileId') fileId: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile | undefined> {
    return sendFile({ files: this.files, file: await this.readAttempts.file(actor, id, fileId), request, reply, inline: true });
  }

  /** Take an attempt back, before anybody has begun to grade it. */
  @Post('attempts/:id/withdrawal')
  @RoleAccess('assessment:write', 'learner')
  @Idempotent()
  @ApiCreatedResponse({ type: AttemptView })
  async withdrawAttempt(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<AttemptView> {
    return presentAttempt(await this.withdraw.run(actor, id), actor);
  }
}
