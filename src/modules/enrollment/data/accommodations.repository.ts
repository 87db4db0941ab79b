import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { Accommodation } from './accommodation.entity.js';

@Injectable()
export class AccommodationsRepository {
  async add(tx: Tx, accommodation: Accommodation): Promise<void> {
    await tx.manager.insert(Accommodation, { ...accommodation });
  }

  async findStanding(tx: Tx, institutionId: string, personId: string): Promise<Accommodation | null> {
    return tx.manager.findOneBy(Accommodation, { institutionId, personId, endedAt: IsNull() });
  }

  async end(tx: Tx, id: string, endedAt: Date): Promise<void> {
    await tx.manager.update(Accommodation, { id }, { endedAt });
  }
}
