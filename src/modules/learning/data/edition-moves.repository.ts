import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { EditionMove } from './edition-move.entity.js';

@Injectable()
export class EditionMovesRepository {
  /** Of these enrolments, each one's oldest first. */
  async of(tx: Tx, enrollmentIds: readonly string[]): Promise<EditionMove[]> {
    if (enrollmentIds.length === 0) return [];
    return tx.manager.find(EditionMove, {
      where: { enrollmentId: In([...enrollmentIds]) },
      order: { movedAt: 'ASC', id: 'ASC' },
    });
  }

  async add(tx: Tx, move: EditionMove): Promise<void> {
    await tx.manager.insert(EditionMove, { ...move });
  }
}
