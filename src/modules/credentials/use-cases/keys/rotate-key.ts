import { Injectable } from '@nestjs/common';
import type { InstitutionScope } from '../../../../platform/database/scope.js';
import { type Idempotency, UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import type { KeyAlgorithm } from '../../domain/key-algorithms.js';
import { KeyRing } from './key-ring.js';
import { type KnownKey, ReadSigningKeys } from './read-signing-keys.js';

/** Begins a new key of an algorithm. What the old one signed keeps verifying. */
@Injectable()
export class RotateKey {
  constructor(
    private readonly work: UnitOfWork,
    private readonly keyRing: KeyRing,
    private readonly read: ReadSigningKeys,
  ) {}

  /** Returns the new key. `actorId`: `null` for the operator. */
  async run(
    scope: InstitutionScope & { idempotency?: Idempotency | undefined },
    algorithm: KeyAlgorithm,
    actorId: string | null,
  ): Promise<KnownKey> {
    return this.work.runOnce(scope, async (tx) =>
      this.read.one(tx, await this.keyRing.rotate(tx, scope.institutionId, actorId, algorithm)),
    );
  }
}
