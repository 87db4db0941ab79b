import { Injectable } from '@nestjs/common';
import { IsNull, MoreThan } from 'typeorm';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { CredentialViewCount } from './credential-view-count.entity.js';
import { ShareLink } from './share-link.entity.js';

export interface DailyViews {
  day: string;
  way: string;
  views: number;
}

@Injectable()
export class SharingRepository {
  async add(tx: Tx, link: ShareLink): Promise<void> {
    await tx.manager.insert(ShareLink, { ...link });
  }

  async ofCredential(tx: Tx, credentialId: string): Promise<ShareLink[]> {
    return tx.manager.find(ShareLink, { where: { credentialId }, order: { createdAt: 'DESC', id: 'DESC' } });
  }

  async countOpen(tx: Tx, credentialId: string, now: Date): Promise<number> {
    return tx.manager.countBy(ShareLink, { credentialId, revokedAt: IsNull(), expiresAt: MoreThan(now) });
  }

  async findOpen(tx: Tx, tokenHash: string, now: Date): Promise<ShareLink | null> {
    return tx.manager.findOneBy(ShareLink, { tokenHash, revokedAt: IsNull(), expiresAt: MoreThan(now) });
  }

  /** False: the credential has no such link that still opens. */
  async revoke(tx: Tx, credentialId: string, id: string, now: Date): Promise<boolean> {
    const { affected } = await tx.manager.update(ShareLink, { id, credentialId, revokedAt: IsNull() }, { revokedAt: now });
    return affected === 1;
  }

  /** What a learner shares is an award: links, views, evidence and a place in a portfolio pass to the form that takes over. */
  async carryOver(tx: Tx, fromId: string, toId: string): Promise<void> {
    for (const table of ['credential_share_link', 'credential_view_count', 'published_evidence']) {
      await tx.query(`update ${table} set credential_id = $2 where credential_id = $1`, [fromId, toId]);
    }
    await tx.query(
      `update portfolio set version = version + 1, credential_ids =
              (select jsonb_agg(case when id = $1 then $2 else id end order by place)
                 from jsonb_array_elements_text(credential_ids) with ordinality as chosen (id, place))
        where credential_ids ? $1`,
      [fromId, toId],
    );
  }

  /** Newest day first. */
  async views(tx: Tx, credentialId: string, since: string): Promise<DailyViews[]> {
    return tx.query<DailyViews>(
      `select to_char(day, 'YYYY-MM-DD') as day, way, views from credential_view_count
        where credential_id = $1 and day >= $2 order by day desc, way`,
      [credentialId, since],
    );
  }

  async forgetViews(tx: Tx, before: string): Promise<number> {
    const { affected } = await tx.manager
      .createQueryBuilder()
      .delete()
      .from(CredentialViewCount)
      .where('day < :before', { before })
      .execute();
    return affected ?? 0;
  }
}
