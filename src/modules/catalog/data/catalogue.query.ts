import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import type { CatalogueCard } from '../domain/catalogue-card.js';
import type { FacetedEntry } from '../domain/catalogue-facets.js';
import type { Level } from '../domain/micro-credential.js';
import type { Institution } from '../../institutions/index.js';

/** A published micro-credential as the public catalogue lists it. */
export interface CatalogueEntry {
  editionId: string;
  publishedAt: Date;
  title: string;
  slug: string;
  card: CatalogueCard;
  institutionSlug: string;
  institutionName: string;
}

/** That people may enrol themselves in it at $2. */
const OPEN = `offering.open_enrollment and offering.cancelled_at is null
          and offering.enroll_from <= $2 and (offering.enroll_until is null or offering.enroll_until > $2)
          and (offering.ends_at is null or offering.ends_at > $2)`;

/** A micro-credential that has an edition, by its public address. */
interface PublishedPlace {
  microCredentialId: string;
  /** The edition with the highest number. */
  editionId: string;
  retiredAt: Date | null;
  institution: PublishedInstitution;
}

/** As far as a public page says whose it is. */
export type PublishedInstitution = Pick<
  Institution,
  'slug' | 'name' | 'description' | 'url' | 'countryCode' | 'accreditation' | 'language' | 'version'
>;

/** An offering that people may enrol themselves in now. */
export interface Opening {
  offeringId: string;
  version: number;
  title: string;
  startsAt: Date;
  endsAt: Date | null;
  enrollUntil: Date | null;
  priceLabel: string;
}

interface Row {
  id: string;
  published_at: Date;
  title: string;
  slug: string;
  card: CatalogueCard;
  institution_slug: string;
  institution_name: string;
}

/** An entry as far as choosing goes, and where it stands in the list. */
export interface CatalogueFacts extends FacetedEntry {
  editionId: string;
  publishedAt: Date;
}

interface FactsRow {
  id: string;
  published_at: Date;
  skills: string[] | null;
  level: Level | null;
  language: string;
  hours: number;
  starts: Date[];
}

/** More than this are not counted: nobody chooses among them by leafing. */
const MOST_COUNTED = 5_000;

/** The catalogue over all institutions in two statements, which is why it reads the institution's name from its table. */
@Injectable()
export class CatalogueQuery {
  /** What is published and not retired and holds every word, latest edition each, newest first. By the bare rows of offerings, too. */
  async facts(tx: Tx, words: readonly string[], now: Date): Promise<CatalogueFacts[]> {
    const rows = await tx.query<FactsRow>(
      `select edition.id, edition.published_at, edition.card->'skills' as skills, edition.card->'level' as level,
              edition.card->>'language' as language, (edition.card->'workload'->>'hours')::float8 as hours,
              array(select offering.starts_at from offering join edition own on own.id = offering.edition_id
                     where own.micro_credential_id = micro_credential.id and ${OPEN}) as starts
         from micro_credential
         join institution on institution.id = micro_credential.institution_id
         join lateral (
           select id, published_at, title, card from edition
            where edition.micro_credential_id = micro_credential.id order by number desc limit 1
         ) edition on true
        where micro_credential.retired_at is null
          and (concat_ws(' ', edition.title, edition.card->>'summary', edition.card->>'skills', edition.card->>'outcomes', institution.name)
               ilike all ($1::text[]))
        order by edition.published_at desc, edition.id desc
        limit ${MOST_COUNTED}`,
      [words.map(containing), now],
    );
    return rows.map(({ id, published_at, skills, ...row }) => ({
      ...row,
      editionId: id,
      publishedAt: published_at,
      skills: skills ?? [],
    }));
  }

  /** Editions as the catalogue lists them, in the order asked for. */
  async entries(tx: Tx, editionIds: readonly string[]): Promise<CatalogueEntry[]> {
    const rows = await tx.query<Row>(
      `select edition.id, edition.published_at, edition.title, micro_credential.slug, edition.card,
              institution.slug as institution_slug, institution.name as institution_name
         from unnest($1::uuid[]) with ordinality as asked (id, place)
         join edition on edition.id = asked.id
         join micro_credential on micro_credential.id = edition.micro_credential_id
         join institution on institution.id = micro_credential.institution_id
        order by asked.place`,
      [editionIds],
    );
    return rows.map((row) => ({
      editionId: row.id,
      publishedAt: row.published_at,
      title: row.title,
      slug: row.slug,
      card: row.card,
      institutionSlug: row.institution_slug,
      institutionName: row.institution_name,
    }));
  }

  /** What an institution offers, the newest first. */
  async offered(tx: Tx, institutionId: string, limit: number): Promise<CatalogueEntry[]> {
    const editions = await tx.query<{ id: string }>(
      `select latest.id from micro_credential m
         join lateral (
           select id, published_at from edition where edition.micro_credential_id = m.id order by number desc limit 1
         ) latest on true
        where m.institution_id = $1 and m.retired_at is null
        order by latest.published_at desc, latest.id desc limit $2`,
      [institutionId, limit],
    );
    return this.entries(
      tx,
      editions.map(({ id }) => id),
    );
  }

  /** `null` for what is not published. */
  async published(tx: Tx, institutionSlug: string, slug: string): Promise<PublishedPlace | null> {
    const [found] = await tx.query<Omit<PublishedPlace, 'institution'> & PublishedInstitution>(
      `select m.id as "microCredentialId", m.retired_at as "retiredAt", latest.id as "editionId",
              i.slug, i.name, i.description, i.url, i.country_code as "countryCode", i.accreditation, i.language, i.version
         from institution i
         join micro_credential m on m.institution_id = i.id and m.slug = $2
         join lateral (select id from edition where edition.micro_credential_id = m.id order by number desc limit 1) latest on true
        where i.slug = $1`,
      [institutionSlug, slug],
    );
    if (!found) return null;
    const { microCredentialId, editionId, retiredAt, ...institution } = found;
    return { microCredentialId, editionId, retiredAt, institution };
  }

  /** Of any edition, those that begin first at the top. By the bare rows: offerings belong to a module above this one. */
  async openings(tx: Tx, microCredentialId: string, now: Date): Promise<Opening[]> {
    return tx.query<Opening>(
      `select offering.id as "offeringId", offering.version, offering.title, offering.starts_at as "startsAt",
              offering.ends_at as "endsAt", offering.enroll_until as "enrollUntil", offering.price_label as "priceLabel"
         from offering join edition on edition.id = offering.edition_id
        where edition.micro_credential_id = $1 and ${OPEN}
        order by offering.starts_at, offering.id limit 20`,
      [microCredentialId, now],
    );
  }
}

function containing(word: string): string {
  return `%${word.replace(/[\\%_]/g, String.raw`\$&`)}%`;
}
