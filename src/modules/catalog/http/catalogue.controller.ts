import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiNotModifiedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Environment } from '../../../platform/config/environment.js';
import { PublicAccess } from '../../../platform/http/access.js';
import { CachedAnswer, CachedAnswers } from '../../../platform/http/cached-answer.js';
import { PageOf } from '../../../platform/http/paging.js';
import { BrowseCatalogue } from '../use-cases/browse-catalogue.js';
import { CatalogueEntryView, CatalogueSearch, PublishedMicroCredentialView } from './catalogue.dto.js';
import { presentCatalogueEntry, presentPublished } from './present-catalogue.js';

@ApiTags('Catalogue')
@Controller('api/v1/catalogue')
@PublicAccess()
@CachedAnswers()
export class CatalogueController {
  constructor(
    private readonly browse: BrowseCatalogue,
    private readonly environment: Environment,
  ) {}

  /** What is on offer over all institutions, newest first. */
  @Get()
  @ApiOkResponse({ type: PageOf(CatalogueEntryView) })
  @ApiNotModifiedResponse()
  async searchCatalogue(@Query() { q = '', limit, cursor, ...choice }: CatalogueSearch): Promise<CachedAnswer> {
    const { items, next } = await this.browse.search({ text: q, choice }, limit, cursor);
    return json({ items: items.map((entry) => presentCatalogueEntry(entry, this.environment.publicUrl)), next });
  }

  /** The latest edition of a micro-credential, without the content of its activities. */
  @Get(':institution/:slug')
  @ApiOkResponse({ type: PublishedMicroCredentialView })
  @ApiNotModifiedResponse()
  async getPublished(@Param('institution') institution: string, @Param('slug') slug: string): Promise<CachedAnswer> {
    return json(presentPublished(await this.browse.one(institution, slug), this.environment.publicUrl));
  }
}

function json(view: object): CachedAnswer {
  return new CachedAnswer(JSON.stringify(view), 'application/json; charset=utf-8');
}
