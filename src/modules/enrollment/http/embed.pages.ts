import { Controller, Get, Req, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PublicAccess } from '../../../platform/http/access.js';
import { CachedAnswer, CachedAnswers } from '../../../platform/http/cached-answer.js';
import { IdParam } from '../../../platform/http/id-param.js';
import { PageProblemFilter } from '../../../platform/http/page-problem-filter.js';
import { htmlPage } from '../../../platform/http/pages/html-page.js';
import { strangerOf, tellLanguageToStranger } from '../../../platform/http/pages/reader.js';
import { letOnlyFrame } from '../../../platform/http/security-headers.js';
import { ReadEmbeddedOffering } from '../use-cases/read-embedded-offering.js';
import { embedPage } from './pages/embed-page.js';

const HTML = 'text/html; charset=utf-8';

/** An offering as a card in pages of sites that the institution names: the same for everybody who looks, and without any act of theirs. */
@ApiExcludeController()
@Controller('embed')
@PublicAccess()
@CachedAnswers()
@UseFilters(PageProblemFilter)
export class EmbedPages {
  constructor(private readonly readEmbedded: ReadEmbeddedOffering) {}

  @Get(':id')
  async showCard(
    @IdParam() offeringId: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CachedAnswer> {
    const embedded = await this.readEmbedded.run(offeringId);
    const reader = strangerOf(request, embedded.institution.language);
    tellLanguageToStranger(reply, reader);
    letOnlyFrame(reply, embedded.origins);
    // With a 304 a browser would go on with the headers that it has: who may frame the card is part of what it is.
    return new CachedAnswer(htmlPage(embedPage(embedded), reader), HTML, undefined, embedded.origins.join(' '));
  }
}
