import { readFileSync } from 'node:fs';
import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { PublicAccess } from './access.js';
import { CachedAnswer, CachedAnswers } from './cached-answer.js';

/** What the server-rendered pages load. */
@ApiExcludeController()
@Controller('assets')
@PublicAccess()
@CachedAnswers()
export class AssetsController {
  private readonly stylesheet = new CachedAnswer(
    readFileSync(new URL('./assets/cairn.css', import.meta.url), 'utf8'),
    'text/css; charset=utf-8',
    'public, max-age=600',
  );

  @Get('cairn.css')
  getStylesheet(): CachedAnswer {
    return this.stylesheet;
  }
}
