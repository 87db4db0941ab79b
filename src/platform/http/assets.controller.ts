import { readFileSync } from 'node:fs';
import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { PublicAccess } from './access.js';
import { CachedAnswer, CachedAnswers } from './cached-answer.js';

@ApiExcludeController()
@Controller('assets')
@PublicAccess()
@CachedAnswers()
export class AssetsController {
  private readonly ltiLogo = new CachedAnswer(
    readFileSync(new URL('./assets/lti-logo.svg', import.meta.url), 'utf8'),
    'image/svg+xml',
    'public, max-age=600',
  );

  private readonly cookies = new CachedAnswer(
    readFileSync(new URL('./assets/cookies.js', import.meta.url), 'utf8'),
    'text/javascript; charset=utf-8',
    'public, max-age=600',
  );

  /** Shown by learning-management systems, on pages of their own. */
  @Get('lti-logo.svg')
  @Header('cross-origin-resource-policy', 'cross-origin')
  getLtiLogo(): CachedAnswer {
    return this.ltiLogo;
  }

  @Get('cookies.js')
  getCookies(): CachedAnswer {
    return this.cookies;
  }
}
