import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { BadgeDrawing } from './badge-drawing.entity.js';

@Injectable()
export class BadgeDrawingsRepository {
  async add(tx: Tx, drawing: BadgeDrawing): Promise<void> {
    await tx.manager.insert(BadgeDrawing, { ...drawing });
  }

  async ofFile(tx: Tx, fileId: string): Promise<BadgeDrawing | null> {
    return tx.manager.findOneBy(BadgeDrawing, { fileId });
  }

  async ofEdition(tx: Tx, editionId: string): Promise<BadgeDrawing | null> {
    return tx.manager.findOneBy(BadgeDrawing, { editionId });
  }

  /** Makes those who draw an edition's default take turns, until the transaction ends. */
  async lockEdition(tx: Tx, editionId: string): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('badge drawing ' || $1, 0))`, [editionId]);
  }
}
