import { Controller, Get, Param, Query, Req, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Environment } from '../../../platform/config/environment.js';
import { PublicAccess } from '../../../platform/http/access.js';
import { CachedAnswer, CachedAnswers } from '../../../platform/http/cached-answer.js';
import { PageProblemFilter } from '../../../platform/http/page-problem-filter.js';
import { htmlPage, type Page } from '../../../platform/http/pages/html-page.js';
import { type Reader, readerOf, tellLanguage } from '../../../platform/http/pages/reader.js';
import { RecentlyUsed } from '../../../platform/recently-used.js';
import { BrowseCatalogue, type PublishedMicroCredential } from '../use-cases/browse-catalogue.js';
import { cataloguePage } from './pages/catalogue-page.js';
import { microCredentialPage } from './pages/micro-credential-page.js';
import { presentCatalogueEntry, presentPublished } from './present-catalogue.js';
import { readWish } from './read-wish.js';

const HTML = 'text/html; charset=utf-8';
const PAGE_SIZE = 24;
/** Characters of HTML that are kept in memory. */
const CAPACITY = 8_000_000;

/** The catalogue and its pages: for everybody, readable without JavaScript. */
@ApiExcludeController()
@Controller()
@PublicAccess()
@CachedAnswers()
@UseFilters(PageProblemFilter)
export class CataloguePages {
  private readonly kept = new RecentlyUsed<CachedAnswer>(CAPACITY);

  constructor(
    private readonly browse: BrowseCatalogue,
    private readonly environment: Environment,
  ) {}

  /** Parameters that others add to links (`utm_source` and the like) are not refused, as they would be by a DTO. */
  @Get()
  async showCatalogue(
    @Query() query: Record<string, unknown>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CachedAnswer> {
    const { publicUrl } = this.environment;
    const wish = readWish(query);
    const { cursor } = query;
    const { items, ...found } = await this.browse.search(wish, PAGE_SIZE, typeof cursor === 'string' ? cursor : undefined);
    const entries = items.map((entry) => presentCatalogueEntry(entry, publicUrl));
    const reader = readerOf(request);
    tellLanguage(reply, reader);
    return answered(cataloguePage({ ...wish, ...found, entries, publicUrl }), reader);
  }

  @Get('micro-credentials/:institution/:slug')
  async showMicroCredential(
    @Param('institution') institution: string,
    @Param('slug') slug: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CachedAnswer> {
    const published = await this.browse.one(institution, slug);
    const reader = readerOf(request, published.institution.language);
    tellLanguage(reply, reader);
    return this.page(published, reader);
  }

  /** An edition never changes, so its page is made once for each state of what stands around it. */
  private page(published: PublishedMicroCredential, { language, asked }: Reader): CachedAnswer {
    const openings = published.openings.map(({ offeringId, version }) => `${offeringId}v${version}`).join();
    const key = `${language} ${asked} ${published.edition.id} ${published.institution.version} ${published.retired} ${openings}`;
    const kept = this.kept.get(key);
    if (kept) return kept;
    const view = presentPublished(published, this.environment.publicUrl);
    const around = { openings: published.openings, institutionLanguage: published.institution.language };
    // Whatever else others added to the address.
    const answer = answered(microCredentialPage(view, around), { language, asked, query: '' });
    this.kept.set(key, answer, answer.body.length);
    return answer;
  }
}

/** What brings a cookie along is for nobody else. */
function answered(page: Page, reader: Reader): CachedAnswer {
  return new CachedAnswer(htmlPage(page, reader), HTML, reader.asked ? 'private, no-cache' : undefined);
}
