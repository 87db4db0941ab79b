import { Controller, Get, Req, Res, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PublicAccess } from '../../../platform/http/access.js';
import { IdParam } from '../../../platform/http/id-param.js';
import { Problem } from '../../../platform/http/problem.js';
import { notFound } from '../../../platform/http/problems.js';
import { FileStore } from '../../../platform/storage/file-store.js';
import { sendFile } from '../../../platform/storage/send-file.js';
import { BadgePictures } from '../use-cases/badge-pictures.js';

@ApiTags('Public')
@Controller('achievements/:id')
@PublicAccess()
export class DefaultBadgeController {
  constructor(
    private readonly pictures: BadgePictures,
    private readonly files: FileStore,
  ) {}

  /** The picture of a badge whose authors chose none: drawn from the edition's words once, then kept. */
  @Get('badge.png')
  @ApiOkResponse({ content: { 'image/png': { schema: { type: 'string', format: 'binary' } } } })
  async getDefaultBadgeImage(
    @IdParam() id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile | undefined> {
    const picture = await this.pictures.ofEdition(id);
    if (!picture) throw new Problem(notFound);
    const answer = await sendFile({ files: this.files, file: picture.file, request, reply, inline: true });
    void reply.headers({
      'cache-control': 'public, max-age=31536000, immutable',
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
    });
    return answer;
  }
}
