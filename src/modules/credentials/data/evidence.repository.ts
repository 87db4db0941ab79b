import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { PublishedEvidence } from './published-evidence.entity.js';

@Injectable()
export class EvidenceRepository {
  async add(tx: Tx, evidence: readonly PublishedEvidence[]): Promise<void> {
    if (evidence.length > 0) await tx.manager.insert(PublishedEvidence, [...evidence]);
  }

  async findByPublicId(tx: Tx, publicId: string): Promise<PublishedEvidence | null> {
    return tx.manager.findOneBy(PublishedEvidence, { publicId });
  }

  async ofCredential(tx: Tx, credentialId: string): Promise<PublishedEvidence[]> {
    return tx.manager.find(PublishedEvidence, { where: { credentialId }, order: { name: 'ASC', id: 'ASC' } });
  }

  /** False: there is no such open evidence of the credential. */
  async withdraw(tx: Tx, credentialId: string, id: string, now: Date): Promise<boolean> {
    const { affected } = await tx.manager.update(
      PublishedEvidence,
      { id, credentialId, withdrawnAt: IsNull() },
      { withdrawnAt: now },
    );
    return affected === 1;
  }
}
