import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../../platform/database/unit-of-work.js';
import type { Credential } from '../../data/credential.entity.js';
import { CredentialsRepository } from '../../data/credentials.repository.js';

/** An award as its holder may carry it elsewhere. */
export type HeldCredential = Pick<
  Credential,
  'id' | 'institutionId' | 'enrollmentId' | 'personId' | 'publicId' | 'state' | 'signed' | 'issuedAt'
>;

/** Awards, as modules on top hand them over: the exact signed bytes, and whose they are. */
@Injectable()
export class HeldCredentials {
  constructor(private readonly credentials: CredentialsRepository) {}

  async find(tx: Tx, id: string): Promise<HeldCredential | null> {
    return this.credentials.find(tx, id);
  }

  /** The form that counts today of the award that this is, or was, a form of. */
  async newest(tx: Tx, id: string): Promise<Credential | null> {
    const known = await this.credentials.find(tx, id);
    return known && this.credentials.findByPublicId(tx, known.publicId);
  }
}
