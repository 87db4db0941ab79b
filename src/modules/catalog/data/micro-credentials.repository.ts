import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import type { Cursor } from '../../../platform/http/paging.js';
import { containing } from './containing.js';
import { MicroCredential } from './micro-credential.entity.js';

@Injectable()
export class MicroCredentialsRepository {
  async add(tx: Tx, microCredential: MicroCredential): Promise<void> {
    await tx.manager.insert(MicroCredential, { ...microCredential });
  }

  async find(tx: Tx, id: string): Promise<MicroCredential | null> {
    return tx.manager.findOneBy(MicroCredential, { id });
  }

  /** Locks the row until the transaction ends: one author changes or publishes at a time. */
  async findForChange(tx: Tx, id: string): Promise<MicroCredential | null> {
    return tx.manager.findOne(MicroCredential, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async save(tx: Tx, microCredential: MicroCredential): Promise<void> {
    await tx.manager.update(MicroCredential, { id: microCredential.id }, { ...microCredential });
  }

  /** Newest first; one more than asked for, where there is one. With `q`, those whose title contains it. */
  async list(tx: Tx, institutionId: string, after: Cursor | null, limit: number, q?: string): Promise<MicroCredential[]> {
    const query = tx.manager
      .createQueryBuilder(MicroCredential, 'microCredential')
      .where('microCredential.institutionId = :institutionId', { institutionId })
      .orderBy('microCredential.createdAt', 'DESC')
      .addOrderBy('microCredential.id', 'DESC')
      .limit(limit + 1);
    if (q) query.andWhere('microCredential.title ilike :q', { q: containing(q) });
    if (after) query.andWhere('(microCredential.createdAt, microCredential.id) < (:at, :id)', after);
    return query.getMany();
  }

  /**
   * The institution's slugs that begin with `slug`. Held until the transaction ends against others who look for a free one,
   * so that two authors with the same title in mind get two slugs and no error.
   */
  async takenSlugs(tx: Tx, institutionId: string, slug: string): Promise<Set<string>> {
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`micro_credential.slug ${institutionId}`]);
    const rows = await tx.query<{ slug: string }>(
      'select slug from micro_credential where institution_id = $1 and starts_with(slug, $2)',
      [institutionId, slug],
    );
    return new Set(rows.map((row) => row.slug));
  }
}
