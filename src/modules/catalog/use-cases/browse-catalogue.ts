import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { system } from '../../../platform/database/scope.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { type Cursor, type Page, page, readCursor } from '../../../platform/http/paging.js';
import { Problem } from '../../../platform/http/problem.js';
import { notFound } from '../../../platform/http/problems.js';
import {
  type CatalogueEntry,
  type CatalogueFacts,
  CatalogueQuery,
  type Opening,
  type PublishedInstitution,
} from '../data/catalogue.query.js';
import { type StoredEdition, EditionStore } from '../data/edition-store.js';
import { type Facet, type FacetChoice, type FacetOption, facetsOf, isChosen } from '../domain/catalogue-facets.js';

const PUBLIC = system('the catalogue is public and lists every institution');
const MOST_WORDS = 8;

/** What somebody looks for in the catalogue. */
export interface CatalogueWish {
  text: string;
  choice: FacetChoice;
}

export interface FoundInCatalogue extends Page<CatalogueEntry> {
  /** Of all pages. */
  count: number;
  facets: Record<Facet, FacetOption[]>;
}

/** The latest edition of a micro-credential as anybody may read it. */
export interface PublishedMicroCredential {
  institution: PublishedInstitution;
  edition: StoredEdition;
  /** No longer offered; badges still lead here. */
  retired: boolean;
  openings: Opening[];
}

@Injectable()
export class BrowseCatalogue {
  constructor(
    private readonly work: UnitOfWork,
    private readonly query: CatalogueQuery,
    private readonly store: EditionStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** What holds every word of the search text and is among what is chosen, newest first. */
  async search({ text, choice }: CatalogueWish, limit: number, cursor?: string): Promise<FoundInCatalogue> {
    const after = readCursor(cursor);
    const words = text
      .split(/\s+/)
      .filter((word) => word !== '')
      .slice(0, MOST_WORDS);
    const now = this.clock.now();
    return this.work.read(PUBLIC, async (tx) => {
      const facts = await this.query.facts(tx, words, now);
      const chosen = facts.filter((entry) => isChosen(entry, choice, now));
      const shown = chosen.filter((entry) => after === null || isAfter(entry, after)).slice(0, limit + 1);
      const { items, next } = page(
        shown,
        limit,
        ({ publishedAt, editionId }) => ({ at: publishedAt, id: editionId }),
        ({ editionId }) => editionId,
      );
      const entries = await this.query.entries(tx, items);
      return { items: entries, next, count: chosen.length, facets: facetsOf(facts, choice, now) };
    });
  }

  /** What one institution offers, the newest first. */
  async offeredBy(tx: Tx, institutionId: string, limit: number): Promise<CatalogueEntry[]> {
    return this.query.offered(tx, institutionId, limit);
  }

  /** Throws `request.not_found` for what is not published. */
  async one(institutionSlug: string, slug: string): Promise<PublishedMicroCredential> {
    const published = await this.work.read(PUBLIC, (tx) => this.find(tx, institutionSlug, slug));
    if (!published) throw new Problem(notFound);
    return published;
  }

  private async find(tx: Tx, institutionSlug: string, slug: string): Promise<PublishedMicroCredential | null> {
    const place = await this.query.published(tx, institutionSlug, slug);
    if (!place) return null;
    const openings = await this.query.openings(tx, place.microCredentialId, this.clock.now());
    const edition = await this.store.get(tx, place.editionId);
    return { institution: place.institution, edition, retired: place.retiredAt !== null, openings };
  }
}

/** Newest first. */
function isAfter({ publishedAt, editionId }: CatalogueFacts, { at, id }: Cursor): boolean {
  return publishedAt < at || (publishedAt.getTime() === at.getTime() && editionId < id);
}
