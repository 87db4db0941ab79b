import { readFileSync } from 'node:fs';
import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { PublicAccess } from './access.js';
import { CachedAnswer, CachedAnswers } from './cached-answer.js';

/** What the server-rendered pages load. */
@ApiExcludeController()
@Controller('assets')
@PublicAccess()
@CachedAnswers()
export class AssetsController {
  private readonly stylesheet = asset('cairn.css', 'text/css; charset=utf-8');
  private readonly ltiLogo = asset('lti-logo.svg', 'image/svg+xml');

  @Get('cairn.css')
  getStylesheet(): CachedAnswer {
    return this.stylesheet;
  }

  /** Shown by learning-management systems, on pages of their own. */
  @Get('lti-logo.svg')
  @Header('cross-origin-resource-policy', 'cross-origin')
  getLtiLogo(): CachedAnswer {
    return this.ltiLogo;
  }
}

function asset(name: string, contentType: string): CachedAnswer {
  return new CachedAnswer(readFileSync(new URL(`./assets/${name}`, import.meta.url), 'utf8'), contentType, 'public, max-age=600');
}
