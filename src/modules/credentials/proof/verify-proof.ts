import { hash, type KeyObject, verify } from 'node:crypto';
import { RecentlyUsed } from '../../../platform/recently-used.js';
import type { JsonObject } from '../domain/json.js';
import { canonicalNQuadsOfSafe, UnsafeDocumentError } from './canonicalize.js';
import type { ReadProof } from './proof-shape.js';
import { hashPair } from './signer.js';
import { type CheckResult, failed, passed, unknown } from './verification.js';

/** Documents whose proofs held, by their exact text and the keys that they held for: a good signature does not turn bad. */
export class HeldProofs {
  private readonly names: RecentlyUsed<true>;

  constructor(most: number) {
    this.names = new RecentlyUsed(most);
  }

  static nameOf(document: JsonObject, keys: ReadonlyMap<string, KeyObject>): string {
    const exported = [...keys].map(([method, key]) => [method, key.export({ format: 'jwk' }).x]);
    return hash('sha256', JSON.stringify([document, exported]));
  }

  has(name: string): boolean {
    return this.names.get(name) === true;
  }

  add(name: string): void {
    this.names.set(name, true, 1);
  }
}

/**
 * Whether every proof holds over the document (VC Data Integrity EdDSA §3.2.2). The keys are those of the issuer's document, by the id
 * of the verification method. Expects a document without `documentFault`, of which the proofs are a part.
 */
export async function checkProofs(
  document: JsonObject,
  proofs: readonly ReadProof[],
  keys: ReadonlyMap<string, KeyObject>,
  held?: HeldProofs,
): Promise<CheckResult> {
  const name = held && HeldProofs.nameOf(document, keys);
  if (name !== undefined && held?.has(name)) return passed('proof');
  const { proof: _proof, ...unsecured } = document;
  try {
    for (const proof of proofs) {
      const key = keys.get(proof.verificationMethod);
      if (!key) return unknown('proof', 'not-checked', `The key ${proof.verificationMethod} is not known.`);
      if (!(await holds(unsecured, proof, key)))
        return failed('proof', 'signature-wrong', 'The document was changed, or another key signed it.');
    }
    if (name !== undefined) held?.add(name);
    return passed('proof');
  } catch (error) {
    if (!(error instanceof UnsafeDocumentError)) throw error;
    return failed('proof', 'not-canonicalizable', error.message);
  }
}

async function holds(unsecured: JsonObject, { proof, signature, previous }: ReadProof, key: KeyObject): Promise<boolean> {
  const { proofValue: _value, ...options } = proof;
  const covered = previous.length > 0 ? { ...unsecured, proof: [...previous] } : unsecured;
  const canonicalOptions = await canonicalNQuadsOfSafe({ '@context': unsecured['@context'] ?? [], ...options });
  return verify(null, hashPair(canonicalOptions, await canonicalNQuadsOfSafe(covered)), key, signature);
}
