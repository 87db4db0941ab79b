import { Controller, Delete, Get, HttpCode, Options, Patch, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiHeader, ApiNoContentResponse, ApiOkResponse, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Actor, CurrentActor, PublicAccess, RoleAccess } from '../http/access.js';
import { IdParam } from '../http/id-param.js';
import { Problem } from '../http/problem.js';
import { unsupportedMediaType } from '../http/problems.js';
import { AbandonUpload } from './abandon-upload.js';
import { AppendToUpload } from './append-to-upload.js';
import { FindUpload } from './find-upload.js';
import { UPLOAD_BODY } from './read-upload-body.js';
import { NeedsScope, one, tellUpload, Tus, TUS_VERSION, valueOf } from './tus.js';
import { readBytes, readChecksum } from './tus-headers.js';
import { presentUpload, UploadView } from './upload.dto.js';
import type { Upload } from './upload.js';

/**
 * Uploads that survive a broken connection: tus 1.0.0 (https://tus.io/protocols/resumable-upload) with the extensions Creation,
 * Checksum, Expiration and Termination. They are opened where the file is to go: `/enrollments/{id}/submission-uploads`,
 * `/file-uploads`, `/import-uploads`; and taken there once they are whole.
 */
@ApiTags('Uploads')
@Controller('api/v1/uploads')
export class UploadsController {
  constructor(
    private readonly find: FindUpload,
    private readonly append: AppendToUpload,
    private readonly abandon: AbandonUpload,
  ) {}

  /** What is spoken here of tus. */
  @Options()
  @PublicAccess()
  @HttpCode(204)
  @ApiNoContentResponse()
  describeUploads(@Res({ passthrough: true }) reply: FastifyReply): void {
    void reply.headers({
      'tus-resumable': TUS_VERSION,
      'tus-version': TUS_VERSION,
      'tus-extension': 'creation,checksum,expiration,termination',
      'tus-checksum-algorithm': 'sha1,sha256',
    });
  }

  /** How far one of your uploads is. HEAD answers the same in headers. */
  @Get(':id')
  @RoleAccess('files:write', 'learner', 'instructor', 'assessor', 'office', 'admin')
  @Tus()
  @ApiOkResponse({ type: UploadView })
  async getUpload(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<UploadView> {
    return presentUpload(told(reply, await this.find.run(actor, id)));
  }

  /** Send the bytes that follow, as many as you like. */
  @Patch(':id')
  @RoleAccess('files:write', 'learner', 'instructor', 'assessor', 'office', 'admin')
  @Tus()
  @NeedsScope('An API token needs `files:write`, whatever the upload is for.')
  @HttpCode(204)
  @ApiConsumes(UPLOAD_BODY)
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiHeader({ name: 'Upload-Offset', required: true, description: 'Where they begin.', schema: { type: 'string' } })
  @ApiHeader({
    name: 'Upload-Checksum',
    required: false,
    description:
      '`sha256` or `sha1` and the digest of this body in Base64; then at most 8 MiB at once, kept whole or not at all.',
    schema: { type: 'string' },
  })
  @ApiNoContentResponse()
  @ApiResponse({ status: 409, description: 'It goes on from another place: `facts.offset`.' })
  @ApiResponse({ status: 460, description: 'The bytes are not those of the checksum.' })
  async appendToUpload(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    told(reply, await this.append.run(actor, id, appendixOf(request)));
  }

  /** Give one of your uploads up. */
  @Delete(':id')
  @RoleAccess('files:write', 'learner', 'instructor', 'assessor', 'office', 'admin')
  @Tus()
  @HttpCode(204)
  @ApiNoContentResponse()
  async abandonUpload(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<void> {
    await this.abandon.run(actor, id);
  }
}

function appendixOf({ headers, raw }: FastifyRequest) {
  if (headers['content-type'] !== UPLOAD_BODY) throw new Problem(unsupportedMediaType, { detail: `Send ${UPLOAD_BODY}.` });
  const length = headers['content-length'];
  return {
    offset: valueOf('Upload-Offset', readBytes(one(headers['upload-offset']))),
    length: length === undefined ? null : valueOf('Content-Length', readBytes(length)),
    checksum: valueOf('Upload-Checksum', readChecksum(one(headers['upload-checksum']))),
    source: raw,
  };
}

function told(reply: FastifyReply, upload: Upload): Upload {
  tellUpload(reply, upload);
  return upload;
}
