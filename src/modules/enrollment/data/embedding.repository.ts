import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';

/** Which sites may show the card of an offering of the institution in a frame. */
export interface EmbeddingSetting {
  institutionId: string;
  /** As browsers compare them. */
  origins: string[];
  version: number;
}

@Injectable()
export class EmbeddingRepository {
  /** Version 0 is the default that nobody changed yet: none. */
  async setting(tx: Tx, institutionId: string): Promise<EmbeddingSetting> {
    const [chosen] = await tx.query<EmbeddingSetting>(
      'select institution_id as "institutionId", origins, version from embedding_setting where institution_id = $1',
      [institutionId],
    );
    return chosen ?? { institutionId, origins: [], version: 0 };
  }

  async save(tx: Tx, { institutionId, origins, version }: EmbeddingSetting): Promise<void> {
    await tx.query(
      `insert into embedding_setting (institution_id, origins, version) values ($1, $2, $3)
       on conflict (institution_id) do update set origins = excluded.origins, version = excluded.version`,
      [institutionId, origins, version],
    );
  }
}
