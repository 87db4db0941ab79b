import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import type { Tx } from '../../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../../platform/events/record-event.js';
import { newId } from '../../../../platform/ids.js';
import { enqueue } from '../../../../platform/queue/enqueue.js';
import type { SigningKey } from '../../data/signing-key.entity.js';
import { SigningKeysRepository } from '../../data/signing-keys.repository.js';
import type { KeyAlgorithm } from '../../domain/key-algorithms.js';
import { publishKeyHistory } from '../../jobs/publish-key-history.js';
import { type HeldKey, KeyCustody, type PrivateKeyHandle } from '../../proof/keys/key-custody.js';
import { keyFragment } from '../../proof/keys/keys.js';
import { encodePublicKey } from '../../proof/keys/public-keys.js';

/** The signing keys of institutions, one in use for each algorithm. Private halves stay in custody. */
@Injectable()
export class KeyRing {
  constructor(
    private readonly keys: SigningKeysRepository,
    private readonly custody: KeyCustody,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The key that the institution signs with now; its first one of an algorithm is made when it is first needed. */
  async active(tx: Tx, institutionId: string, algorithm: KeyAlgorithm = 'Ed25519'): Promise<SigningKey> {
    const existing = await this.keys.active(tx, institutionId, algorithm);
    if (existing) return existing;
    await this.keys.lock(tx, institutionId);
    return (await this.keys.active(tx, institutionId, algorithm)) ?? this.make(tx, institutionId, algorithm, null);
  }

  /** Retires the key in use and begins a new one. What the old one signed keeps verifying. */
  async rotate(tx: Tx, institutionId: string, actorId: string | null, algorithm: KeyAlgorithm = 'Ed25519'): Promise<SigningKey> {
    await this.keys.lock(tx, institutionId);
    const current = await this.keys.active(tx, institutionId, algorithm);
    if (current) {
      await this.keys.save(tx, { ...current, state: 'retired', retiredAt: this.clock.now() });
      await this.record(tx, 'signing_key.retired', current, actorId);
    }
    return this.make(tx, institutionId, algorithm, actorId);
  }

  /**
   * Takes the key out of everything that verifiers look at, for good; one that was in use gets a successor at once. Waits for who signs
   * forms with it just now. `null`: it was reported before.
   */
  async compromise(
    tx: Tx,
    { id, institutionId }: SigningKey,
    reason: string,
    actorId: string | null,
  ): Promise<SigningKey | null> {
    await this.keys.lock(tx, institutionId);
    const key = await this.keys.find(tx, id);
    if (!key || key.state === 'compromised') return null;
    const compromised: SigningKey = {
      ...key,
      state: 'compromised',
      compromisedAt: this.clock.now(),
      compromiseReason: reason,
    };
    await this.keys.save(tx, compromised);
    await this.record(tx, 'signing_key.compromised', key, actorId);
    if (key.state === 'active') await this.make(tx, institutionId, key.algorithm, actorId);
    return compromised;
  }

  /** Every key there ever was, oldest first. */
  async all(tx: Tx, institutionId: string): Promise<SigningKey[]> {
    return this.keys.all(tx, institutionId);
  }

  /** The key as rows know it, and its private half as custody lets it be used. */
  async forSigning(tx: Tx, keyId: string): Promise<{ key: SigningKey; privateKey: PrivateKeyHandle }> {
    const key = await this.keys.find(tx, keyId);
    if (!key) throw new Error(`The signing key ${keyId} is gone`);
    const { algorithm } = key;
    return { key, privateKey: { algorithm, sign: (bytes) => this.custody.sign(held(key), bytes) } };
  }

  /** Throws unless custody holds the private half of the key. */
  async check(key: SigningKey): Promise<void> {
    if (encodePublicKey(await this.custody.publicKey(held(key))) === key.publicKeyMultibase) return;
    throw new Error(`The custody holds another key than ${key.fragment}`);
  }

  private async make(tx: Tx, institutionId: string, algorithm: KeyAlgorithm, actorId: string | null): Promise<SigningKey> {
    const { publicKey, reference } = await this.custody.make(institutionId, algorithm);
    const multibase = encodePublicKey(publicKey);
    const key: SigningKey = {
      id: newId(),
      institutionId,
      fragment: keyFragment(multibase),
      algorithm,
      publicKeyMultibase: multibase,
      sealedPrivateKey: reference,
      state: 'active',
      createdAt: this.clock.now(),
      retiredAt: null,
      compromisedAt: null,
      compromiseReason: null,
    };
    await this.keys.add(tx, key);
    await this.record(tx, 'signing_key.created', key, actorId);
    return key;
  }

  /** Each change of a key is an event, and the published history is to tell it too. */
  private async record(tx: Tx, type: string, key: SigningKey, actorId: string | null): Promise<void> {
    const { id, institutionId, fragment, algorithm } = key;
    const now = this.clock.now();
    await recordEvent(tx, {
      institutionId,
      type,
      actorId,
      subject: { type: 'signing_key', id },
      particulars: { fragment, algorithm },
      occurredAt: now,
    });
    const version = await this.keys.raiseHistory(tx, institutionId);
    await enqueue(tx, publishKeyHistory, { version }, { institutionId, dedupeKey: `${institutionId}:version:${version}`, now });
  }
}

function held({ institutionId, fragment, algorithm, sealedPrivateKey: reference }: SigningKey): HeldKey {
  return { institutionId, fragment, algorithm, reference };
}
