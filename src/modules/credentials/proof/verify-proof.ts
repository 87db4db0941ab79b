import { type KeyObject, verify } from 'node:crypto';
import type { JsonObject } from '../domain/json.js';
import { canonicalNQuads, UnsafeDocumentError } from './canonicalize.js';
import type { ReadProof } from './proof-shape.js';
import { hashPair } from './sign.js';
import { type CheckResult, failed, passed, unknown } from './verification.js';

/**
 * Whether every proof holds over the document (VC Data Integrity EdDSA §3.2.2). The keys are those of the issuer's document, by the id
 * of the verification method.
 */
export async function checkProofs(
  document: JsonObject,
  proofs: readonly ReadProof[],
  keys: ReadonlyMap<string, KeyObject>,
): Promise<CheckResult> {
  const { proof: _proof, ...unsecured } = document;
  try {
    for (const proof of proofs) {
      const key = keys.get(proof.verificationMethod);
      if (!key) return unknown('proof', 'not-checked', `The key ${proof.verificationMethod} is not known.`);
      if (!(await holds(unsecured, proof, key)))
        return failed('proof', 'signature-wrong', 'The document was changed, or another key signed it.');
    }
    return passed('proof');
  } catch (error) {
    if (!(error instanceof UnsafeDocumentError)) throw error;
    return failed('proof', 'not-canonicalizable', error.message);
  }
}

async function holds(unsecured: JsonObject, { proof, signature, previous }: ReadProof, key: KeyObject): Promise<boolean> {
  const { proofValue: _value, ...options } = proof;
  const covered = previous.length > 0 ? { ...unsecured, proof: [...previous] } : unsecured;
  const canonicalOptions = await canonicalNQuads({ '@context': unsecured['@context'], ...options });
  return verify(null, hashPair(canonicalOptions, await canonicalNQuads(covered)), key, signature);
}
