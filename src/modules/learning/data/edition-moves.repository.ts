import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { EditionMove } from './edition-move.entity.js';

@Injectable()
export class EditionMovesRepository {
  async add(tx: Tx, move: EditionMove): Promise<void> {
    await tx.manager.insert(EditionMove, { ...move });
  }
}
