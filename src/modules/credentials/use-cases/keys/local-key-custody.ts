import { createPublicKey, generateKeyPair, type KeyObject, sign } from 'node:crypto';
import { promisify } from 'node:util';
import { Injectable } from '@nestjs/common';
import { KeySecret } from '../../../../platform/keys/key-secret.js';
import type { KeyAlgorithm } from '../../domain/key-algorithms.js';
import { type HeldKey, KeyCustody, type MadeKey } from '../../proof/keys/key-custody.js';
import { KeyOpeningError, openPrivateKey, sealPrivateKey } from '../../proof/keys/key-sealing.js';
import { generateSigningKey, keyFragment, type SigningKeyPair } from '../../proof/keys/keys.js';
import { encodePublicKey } from '../../proof/keys/public-keys.js';

const MOST_OPEN_KEYS = 200;
const RSA_BITS = 2_048;

const newPair = promisify(generateKeyPair);
const signAside = promisify(sign);

/**
 * Keeps private keys encrypted under the key secret of this installation; the reference is the sealed envelope. A key is opened when
 * something is to be signed, stays open in this object for the next time, and is seen nowhere else.
 */
@Injectable()
export class LocalKeyCustody extends KeyCustody {
  readonly #open = new Map<string, KeyObject>();
  readonly #secret: KeySecret;

  constructor(secret: KeySecret) {
    super();
    this.#secret = secret;
  }

  async make(institutionId: string, algorithm: KeyAlgorithm): Promise<MadeKey> {
    const { publicKey, privateKey } = await pairFor(algorithm);
    const fragment = keyFragment(encodePublicKey(publicKey));
    return { publicKey, reference: sealPrivateKey(this.#secret.key, privateKey, sealedTo({ institutionId, fragment })) };
  }

  async publicKey(key: HeldKey): Promise<KeyObject> {
    return createPublicKey(this.#opened(key));
  }

  async sign(key: HeldKey, bytes: Uint8Array): Promise<Buffer> {
    const opened = this.#opened(key);
    // A signature of Ed25519 takes less time than handing it to another thread; the others would hold up everything else.
    if (key.algorithm === 'Ed25519') return sign(null, bytes, opened);
    return signAside('sha256', bytes, { key: opened, dsaEncoding: 'ieee-p1363' });
  }

  #opened(key: HeldKey): KeyObject {
    const name = sealedTo(key);
    const opened = this.#open.get(name) ?? openPrivateKey(this.#secret.key, key.reference, name);
    if (opened.asymmetricKeyType !== KINDS[key.algorithm])
      throw new KeyOpeningError(`The signing key of ${name} is not one for ${key.algorithm}.`);
    this.#open.delete(name);
    this.#open.set(name, opened);
    const [oldest] = this.#open.keys();
    if (this.#open.size > MOST_OPEN_KEYS && oldest !== undefined) this.#open.delete(oldest);
    return opened;
  }
}

const KINDS: Record<KeyAlgorithm, string> = { Ed25519: 'ed25519', RS256: 'rsa', ES256: 'ec' };

async function pairFor(algorithm: KeyAlgorithm): Promise<SigningKeyPair> {
  if (algorithm === 'RS256') return newPair('rsa', { modulusLength: RSA_BITS });
  return algorithm === 'ES256' ? newPair('ec', { namedCurve: 'P-256' }) : generateSigningKey();
}

/** What an envelope belongs to: copied to another row it does not open. */
function sealedTo({ institutionId, fragment }: Pick<HeldKey, 'institutionId' | 'fragment'>): string {
  return `${institutionId} ${fragment}`;
}
