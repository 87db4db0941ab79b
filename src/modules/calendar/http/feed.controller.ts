import { Controller, Get, Header, Param } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { PublicAccess } from '../../../platform/http/access.js';
import { CachedAnswer, CachedAnswers } from '../../../platform/http/cached-answer.js';
import { CurrentVisitor, type Visitor } from '../../people/index.js';
import { ReadFeed } from '../use-cases/read-feed.js';

/** The address is the secret: no index lists it, and no shared cache keeps what is there. */
@ApiExcludeController()
@Controller('calendars')
@CachedAnswers()
@PublicAccess()
export class FeedController {
  constructor(private readonly feed: ReadFeed) {}

  @Get(':file')
  @Header('x-robots-tag', 'noindex')
  @Header('referrer-policy', 'no-referrer')
  async getCalendar(@Param('file') file: string, @CurrentVisitor() { network }: Visitor): Promise<CachedAnswer> {
    return new CachedAnswer(await this.feed.run(file, network), 'text/calendar; charset=utf-8', 'private, no-cache');
  }
}
