import { readFileSync } from 'node:fs';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { Controller, Get, Header, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PublicAccess } from './access.js';
import { formOf, type Packed, sendPacked } from './send-packed.js';

const A_WHILE = 'public, max-age=600';

/** What the server-rendered pages load. Nothing of them is painted before the style sheet is there, so that its bytes count. */
@ApiExcludeController()
@Controller('assets')
@PublicAccess()
export class AssetsController {
  private readonly stylesheet = asset('cairn.css', 'text/css; charset=utf-8');
  private readonly ltiLogo = asset('lti-logo.svg', 'image/svg+xml');

  @Get('cairn.css')
  @Header('cache-control', A_WHILE)
  getStylesheet(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Buffer | undefined {
    return sendPacked(this.stylesheet, request, reply);
  }

  /** Shown by learning-management systems, on pages of their own. */
  @Get('lti-logo.svg')
  @Header('cache-control', A_WHILE)
  @Header('cross-origin-resource-policy', 'cross-origin')
  getLtiLogo(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Buffer | undefined {
    return sendPacked(this.ltiLogo, request, reply);
  }
}

function asset(name: string, contentType: string): Packed {
  const bytes = readFileSync(new URL(`./assets/${name}`, import.meta.url));
  return {
    contentType,
    plain: formOf(bytes),
    packed: { br: formOf(brotliCompressSync(bytes)), gzip: formOf(gzipSync(bytes)) },
  };
}
