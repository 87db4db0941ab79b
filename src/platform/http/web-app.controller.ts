import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PublicAccess } from './access.js';
import { languageOf } from './language-of.js';
import { Problem } from './problem.js';
import { notFound } from './problems.js';
import { sendPacked } from './send-packed.js';
import { type WebAppFile, WebAppFiles } from './web-app-files.js';

const A_YEAR = 'public, max-age=31536000, immutable';

/**
 * The web application: its files, and at every other address below `/app` its page, which finds the screen by itself. Where people come first,
 * the page names what that screen loads.
 */
@ApiExcludeController()
@Controller('app')
@PublicAccess()
export class WebAppController {
  constructor(private readonly files: WebAppFiles) {}

  @Get()
  getStart(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Buffer | undefined {
    return this.getFile(request, reply);
  }

  @Get('*')
  getFile(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Buffer | undefined {
    const path = (request.params as { '*'?: string })['*'] ?? '';
    // Who asks for a file that a newer version replaced must not be answered with a page.
    const file = this.files.find(path) ?? (path.startsWith('assets/') ? undefined : this.pageAt(path, request));
    if (!file) throw new Problem(notFound, path === '' ? { detail: 'The web application was not built: npm run build.' } : {});
    return send(file, request, reply);
  }

  private pageAt(path: string, { headers }: FastifyRequest): WebAppFile | undefined {
    const language = languageOf(headers['accept-language']);
    return this.files.find(`pages/${path || 'home'}.${language}.html`) ?? this.files.find(`pages/any.${language}.html`);
  }
}

function send(file: WebAppFile, request: FastifyRequest, reply: FastifyReply): Buffer | undefined {
  void reply.headers({
    vary: file.isLasting ? 'accept-encoding' : 'accept-encoding, accept-language',
    'cache-control': file.isLasting ? A_YEAR : 'no-cache',
    // As for pages: forms of the application would otherwise be sent with `Origin: null`.
    'referrer-policy': 'same-origin',
  });
  return sendPacked(file, request, reply);
}
