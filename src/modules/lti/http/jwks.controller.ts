import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { PublicAccess } from '../../../platform/http/access.js';
import { CachedAnswer, CachedAnswers } from '../../../platform/http/cached-answer.js';
import { ToolKeys } from '../use-cases/tool-keys.js';

/** The keys by which platforms know what Cairn says (Security Framework 1.1 §6.3): a key is shown a day before it signs. */
@ApiExcludeController()
@Controller('.well-known/jwks.json')
@PublicAccess()
@CachedAnswers()
export class JwksController {
  constructor(private readonly keys: ToolKeys) {}

  @Get()
  async getToolKeys(): Promise<CachedAnswer> {
    const body = JSON.stringify({ keys: await this.keys.published() });
    return new CachedAnswer(body, 'application/json; charset=utf-8', 'public, max-age=3600');
  }
}
