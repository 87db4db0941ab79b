import { readFileSync } from 'node:fs';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { Controller, Get, Header, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PublicAccess } from './access.js';
import { formOf, type Packed, sendPacked } from './send-packed.js';

/** What the server-rendered pages load. Nothing of them is painted before the style sheet is there, so that its bytes count. */
@ApiExcludeController()
@Controller('assets')
@PublicAccess()
export class AssetsController {
  private readonly stylesheet = packed(readFileSync(new URL('./assets/cairn.css', import.meta.url)), 'text/css; charset=utf-8');

  @Get('cairn.css')
  @Header('cache-control', 'public, max-age=600')
  getStylesheet(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Buffer | undefined {
    return sendPacked(this.stylesheet, request, reply);
  }
}

function packed(bytes: Buffer, contentType: string): Packed {
  return {
    contentType,
    plain: formOf(bytes),
    packed: { br: formOf(brotliCompressSync(bytes)), gzip: formOf(gzipSync(bytes)) },
  };
}
