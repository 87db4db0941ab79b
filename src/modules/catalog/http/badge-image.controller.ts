import { Controller, Get, Req, Res, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PublicAccess } from '../../../platform/http/access.js';
import { IdParam } from '../../../platform/http/id-param.js';
import { FileStore } from '../../../platform/storage/file-store.js';
import { sendFile } from '../../../platform/storage/send-file.js';
import { ReadCourseFiles } from '../use-cases/read-course-files.js';

@ApiTags('Catalogue')
@Controller('badge-images')
@PublicAccess()
export class BadgeImageController {
  constructor(
    private readonly readFiles: ReadCourseFiles,
    private readonly files: FileStore,
  ) {}

  /** The picture of a badge, for anybody and for pages of other sites: wallets show it. */
  @Get(':id')
  @ApiOkResponse({ content: { 'image/png': { schema: { type: 'string', format: 'binary' } } } })
  async getBadgeImage(
    @IdParam() id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile | undefined> {
    const file = await this.readFiles.badgeImage(id);
    const answer = await sendFile({ files: this.files, file, request, reply, inline: true });
    void reply.headers({
      // Another picture has another id.
      'cache-control': 'public, max-age=31536000, immutable',
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
    });
    return answer;
  }
}
