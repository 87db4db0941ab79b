import { readFileSync } from 'node:fs';
import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { PublicAccess } from '../../../platform/http/access.js';
import { CachedAnswer, CachedAnswers } from '../../../platform/http/cached-answer.js';

/** What the pages towards platforms do by themselves. */
@ApiExcludeController()
@Controller('lti/scripts')
@PublicAccess()
@CachedAnswers()
export class LtiScriptsController {
  private readonly claim = script('claim');
  private readonly close = script('close');
  private readonly login = script('login');
  private readonly platformStorage = script('platform-storage');
  private readonly submit = script('submit');

  @Get('claim.js')
  getClaim(): CachedAnswer {
    return this.claim;
  }

  @Get('close.js')
  getClose(): CachedAnswer {
    return this.close;
  }

  @Get('login.js')
  getLogin(): CachedAnswer {
    return this.login;
  }

  @Get('platform-storage.js')
  getPlatformStorage(): CachedAnswer {
    return this.platformStorage;
  }

  @Get('submit.js')
  getSubmit(): CachedAnswer {
    return this.submit;
  }
}

function script(name: string): CachedAnswer {
  const text = readFileSync(new URL(`./scripts/${name}.js`, import.meta.url), 'utf8');
  return new CachedAnswer(text, 'text/javascript; charset=utf-8', 'public, max-age=600');
}
