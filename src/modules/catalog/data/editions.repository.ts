import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import type { Cursor } from '../../../platform/http/paging.js';
import { EditionRow } from './edition.entity.js';

/** An edition without its content, which may be large. */
export type EditionSummary = Omit<EditionRow, 'content' | 'card'>;

const SUMMARY = {
  id: true,
  institutionId: true,
  microCredentialId: true,
  number: true,
  title: true,
  changeNote: true,
  publishedBy: true,
  publishedAt: true,
} as const;

@Injectable()
export class EditionsRepository {
  async add(tx: Tx, edition: EditionRow): Promise<void> {
    await tx.manager.insert(EditionRow, { ...edition });
  }

  async find(tx: Tx, id: string): Promise<EditionRow | null> {
    return tx.manager.findOneBy(EditionRow, { id });
  }

  /** By the id itself, and by slug and number. */
  async named(tx: Tx, names: readonly string[]): Promise<Map<string, string>> {
    const rows = await tx.query<{ id: string; name: string }>(
      `select e.id, m.slug || '/' || e.number as name from edition e join micro_credential m on m.id = e.micro_credential_id
        where e.id::text = any($1::text[]) or m.slug || '/' || e.number = any($1::text[])`,
      [names],
    );
    const asked = new Set(names);
    return new Map(rows.flatMap(({ id, name }) => [id, name].filter((one) => asked.has(one)).map((one) => [one, id] as const)));
  }

  /** Newest first; one more than asked for, where there is one. */
  async list(tx: Tx, microCredentialId: string, after: Cursor | null, limit: number): Promise<EditionSummary[]> {
    const query = tx.manager
      .createQueryBuilder(EditionRow, 'edition')
      .select(Object.keys(SUMMARY).map((column) => `edition.${column}`))
      .where('edition.microCredentialId = :microCredentialId', { microCredentialId })
      .orderBy('edition.publishedAt', 'DESC')
      .addOrderBy('edition.id', 'DESC')
      .limit(limit + 1);
    if (after) query.andWhere('(edition.publishedAt, edition.id) < (:at, :id)', after);
    return query.getMany();
  }

  /** Every edition of a micro-credential by its number, without titles and texts. */
  async numbered(tx: Tx, microCredentialId: string): Promise<{ id: string; number: number }[]> {
    return tx.query('select id, number from edition where micro_credential_id = $1 order by number', [microCredentialId]);
  }

  /** The edition with the highest number. */
  async latest(tx: Tx, microCredentialId: string): Promise<EditionSummary | null> {
    return tx.manager.findOne(EditionRow, { select: SUMMARY, where: { microCredentialId }, order: { number: 'DESC' } });
  }

  /** The ids of the latest editions of what is not retired, by title; `q` is a part of it. */
  async current(tx: Tx, q: string, limit: number): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `select id from (
         select distinct on (e.micro_credential_id) e.id, e.title
           from edition e join micro_credential m on m.id = e.micro_credential_id and m.retired_at is null
          where e.institution_id = $1 order by e.micro_credential_id, e.number desc) as latest
        where $2 = '' or position(lower($2) in lower(title)) > 0 order by lower(title), id limit $3`,
      [tx.institutionId, q, limit],
    );
    return rows.map(({ id }) => id);
  }

  /** The latest edition of each, by the id of the micro-credential. */
  async latestOf(tx: Tx, microCredentialIds: readonly string[]): Promise<Map<string, EditionSummary>> {
    if (microCredentialIds.length === 0) return new Map();
    const editions = await tx.query<EditionSummary>(
      `select distinct on (micro_credential_id) id, institution_id as "institutionId", micro_credential_id as "microCredentialId",
              number, title, change_note as "changeNote", published_by as "publishedBy", published_at as "publishedAt"
         from edition
        where micro_credential_id = any($1::uuid[]) order by micro_credential_id, number desc`,
      [microCredentialIds],
    );
    return new Map(editions.map((edition) => [edition.microCredentialId, edition]));
  }
}
