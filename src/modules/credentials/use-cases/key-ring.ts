import type { KeyObject } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../platform/events/record-event.js';
import { newId } from '../../../platform/ids.js';
import { KeySecret } from '../../../platform/keys/key-secret.js';
import type { SigningKey } from '../data/signing-key.entity.js';
import { SigningKeysRepository } from '../data/signing-keys.repository.js';
import { openPrivateKey, sealPrivateKey } from '../proof/key-sealing.js';
import { generateSigningKey, keyFragment, publicKeyMultibase } from '../proof/keys.js';

const MOST_OPEN_KEYS = 200;

/** The signing keys of institutions. Private halves are sealed at rest, opened only where something is signed, and never leave here otherwise. */
@Injectable()
export class KeyRing {
  private readonly open = new Map<string, KeyObject>();

  constructor(
    private readonly keys: SigningKeysRepository,
    private readonly secret: KeySecret,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The key that the institution signs with now; its first one is made when it is first needed. */
  async active(tx: Tx, institutionId: string): Promise<SigningKey> {
    const existing = await this.keys.active(tx, institutionId);
    if (existing) return existing;
    await this.keys.lock(tx, institutionId);
    return (await this.keys.active(tx, institutionId)) ?? this.make(tx, institutionId, null);
  }

  /** Retires the key in use and begins a new one. What the old one signed keeps verifying. */
  async rotate(tx: Tx, institutionId: string, actorId: string | null): Promise<SigningKey> {
    await this.keys.lock(tx, institutionId);
    const current = await this.keys.active(tx, institutionId);
    if (current) {
      const now = this.clock.now();
      await this.keys.save(tx, { ...current, state: 'retired', retiredAt: now });
      await this.record(tx, 'signing_key.retired', current, actorId);
    }
    return this.make(tx, institutionId, actorId);
  }

  /** Every key there ever was, oldest first. */
  async all(tx: Tx, institutionId: string): Promise<SigningKey[]> {
    return this.keys.all(tx, institutionId);
  }

  /** The key as rows know it and its private half, ready to sign. */
  async forSigning(tx: Tx, keyId: string): Promise<{ key: SigningKey; privateKey: KeyObject }> {
    const key = await this.keys.find(tx, keyId);
    if (!key) throw new Error(`The signing key ${keyId} is gone`);
    return { key, privateKey: this.privateKey(key) };
  }

  private privateKey(key: SigningKey): KeyObject {
    const cached = this.open.get(key.id);
    if (cached) return cached;
    const opened = openPrivateKey(this.secret.key, key.sealedPrivateKey, sealedTo(key));
    const [oldest] = this.open.keys();
    if (this.open.size >= MOST_OPEN_KEYS && oldest !== undefined) this.open.delete(oldest);
    this.open.set(key.id, opened);
    return opened;
  }

  private async make(tx: Tx, institutionId: string, actorId: string | null): Promise<SigningKey> {
    const { privateKey, publicKey } = generateSigningKey();
    const multibase = publicKeyMultibase(publicKey);
    const fragment = keyFragment(multibase);
    const key: SigningKey = {
      id: newId(),
      institutionId,
      fragment,
      algorithm: 'Ed25519',
      publicKeyMultibase: multibase,
      sealedPrivateKey: sealPrivateKey(this.secret.key, privateKey, sealedTo({ institutionId, fragment })),
      state: 'active',
      createdAt: this.clock.now(),
      retiredAt: null,
      compromisedAt: null,
    };
    await this.keys.add(tx, key);
    await this.record(tx, 'signing_key.created', key, actorId);
    return key;
  }

  private async record(tx: Tx, type: string, key: SigningKey, actorId: string | null): Promise<void> {
    await recordEvent(tx, {
      institutionId: key.institutionId,
      type,
      actorId,
      subject: { type: 'signing_key', id: key.id },
      particulars: { fragment: key.fragment },
      occurredAt: this.clock.now(),
    });
  }
}

function sealedTo({ institutionId, fragment }: Pick<SigningKey, 'institutionId' | 'fragment'>): string {
  return `${institutionId} ${fragment}`;
}
