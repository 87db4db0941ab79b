import { Injectable } from '@nestjs/common';
import type { InstitutionScope } from '../../../../platform/database/scope.js';
import { type Tx, UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import { readCursor } from '../../../../platform/http/paging.js';
import { Problem } from '../../../../platform/http/problem.js';
import { notFound } from '../../../../platform/http/problems.js';
import type { Credential } from '../../data/credential.entity.js';
import type { SigningKey } from '../../data/signing-key.entity.js';
import { type KeyUse, SigningKeysRepository } from '../../data/signing-keys.repository.js';
import { KeyRing } from './key-ring.js';

/** A key and what it signed; its reference in custody is nobody's business. */
export type KnownKey = Omit<SigningKey, 'sealedPrivateKey'> &
  Pick<KeyUse, 'credentials' | 'standing' | 'jwts'> & {
    /** Credentials that verify no more because the key was compromised. */
    awaitingReissue: number;
  };

@Injectable()
export class ReadSigningKeys {
  constructor(
    private readonly work: UnitOfWork,
    private readonly keys: SigningKeysRepository,
    private readonly keyRing: KeyRing,
  ) {}

  /** Every key there ever was, oldest first. There are few. */
  async all(scope: InstitutionScope): Promise<KnownKey[]> {
    return this.work.run(scope, (tx) => this.in(tx, scope.institutionId));
  }

  async one(tx: Tx, { id, institutionId }: SigningKey): Promise<KnownKey> {
    const known = (await this.in(tx, institutionId)).find((key) => key.id === id);
    if (!known) throw new Problem(notFound);
    return known;
  }

  /**
   * Credentials whose own proof the key made, newest first, one more than `limit`. `awaitingReissue`: only those of a compromised key that
   * are still issued or suspended. That is asked of the records each time rather than written down, so it holds of credentials that were
   * frozen before the report and signed after it too, and ends by itself once they are superseded or revoked.
   */
  async credentials(
    scope: InstitutionScope,
    keyId: string,
    { awaitingReissue, cursor, limit }: { awaitingReissue: boolean; cursor?: string | undefined; limit: number },
  ): Promise<Credential[]> {
    return this.work.run(scope, async (tx) => {
      const key = await this.keys.find(tx, keyId);
      if (!key) throw new Problem(notFound);
      if (awaitingReissue && key.state !== 'compromised') return [];
      return this.keys.credentialsSignedBy(tx, keyId, awaitingReissue, readCursor(cursor), limit);
    });
  }

  private async in(tx: Tx, institutionId: string): Promise<KnownKey[]> {
    const uses = new Map((await this.keys.uses(tx, institutionId)).map((use) => [use.keyId, use]));
    return (await this.keyRing.all(tx, institutionId)).map(({ sealedPrivateKey: _reference, ...key }) => {
      const { credentials = 0, standing = 0, jwts = 0 } = uses.get(key.id) ?? {};
      return { ...key, credentials, standing, jwts, awaitingReissue: key.state === 'compromised' ? standing : 0 };
    });
  }
}
