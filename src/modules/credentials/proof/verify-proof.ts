import { type KeyObject, verify } from 'node:crypto';
import type { JsonObject } from '../domain/json.js';
import { canonicalNQuads, UnsafeDocumentError } from './canonicalize.js';
import { canonicalJson } from './jcs.js';
import type { CheckedCryptosuite, ReadProof } from './proof-shape.js';
import { hashPair } from './sign.js';
import { Turns } from './turns.js';
import { type CheckResult, failed, passed, unknown } from './verification.js';

/** Canonicalising a stranger's document costs up to half a second and some memory: a crowd of them must not do so at once. */
const turns = new Turns(2);

/**
 * Whether every proof holds over the document (VC Data Integrity EdDSA §3.2.2 and §3.3.2). The keys are those of the issuer's document,
 * by the id of the verification method.
 */
export async function checkProofs(
  document: JsonObject,
  proofs: readonly ReadProof[],
  keys: ReadonlyMap<string, KeyObject>,
  signal?: AbortSignal,
): Promise<CheckResult> {
  const { proof: _proof, ...unsecured } = document;
  const canonical = remembering(canonicalizers);
  try {
    for (const proof of proofs) {
      const key = keys.get(proof.verificationMethod);
      if (!key) return unknown('proof', 'not-checked', `The key ${proof.verificationMethod} is not known.`);
      if (!repeatsContexts(proof, unsecured))
        return failed('proof', 'proof-context', 'The proof was made for other contexts than those of the document.');
      const holds = await turns.take(async () =>
        signal?.aborted ? undefined : signatureHolds(unsecured, proof, key, canonical),
      );
      if (holds === undefined) return unknown('proof', 'time-over', 'There was no time left to check the signature.');
      if (!holds) return failed('proof', 'signature-wrong', 'The document was changed, or another key signed it.');
    }
    return passed('proof');
  } catch (error) {
    if (!(error instanceof UnsafeDocumentError)) throw error;
    return failed('proof', 'not-canonicalizable', error.message);
  }
}

type Canonicalize = (document: JsonObject) => Promise<string>;

const canonicalizers: { readonly [suite in CheckedCryptosuite]: Canonicalize } = {
  'eddsa-rdfc-2022': canonicalNQuads,
  'eddsa-jcs-2022': async (document) => canonicalJson(document),
};

/** Proofs of a set cover the same document: it is canonicalised once for each suite, and not once for each proof. */
function remembering(suites: typeof canonicalizers): (suite: CheckedCryptosuite, document: JsonObject) => Promise<string> {
  const known = new Map<string, Promise<string>>();
  return (suite, document) => {
    const key = suite + JSON.stringify(document.proof ?? null);
    const text = known.get(key) ?? suites[suite](document);
    known.set(key, text);
    return text;
  };
}

/** A context that stood in the document and not in the proof would be unsigned, though it changes what is read. */
function repeatsContexts({ proof, cryptosuite }: ReadProof, unsecured: JsonObject): boolean {
  const contexts = proof['@context'];
  if (cryptosuite === 'eddsa-rdfc-2022' || contexts === undefined) return true;
  return canonicalJson(contexts) === canonicalJson(unsecured['@context'] ?? null);
}

async function signatureHolds(
  unsecured: JsonObject,
  { proof, cryptosuite, signature, previous }: ReadProof,
  key: KeyObject,
  canonical: (suite: CheckedCryptosuite, document: JsonObject) => Promise<string>,
): Promise<boolean> {
  const { proofValue: _value, ...options } = proof;
  const covered = previous.length > 0 ? { ...unsecured, proof: [...previous] } : unsecured;
  const contexts: JsonObject = cryptosuite === 'eddsa-rdfc-2022' ? { '@context': unsecured['@context'] ?? [] } : {};
  const canonicalOptions = await canonicalizers[cryptosuite]({ ...contexts, ...options });
  return verify(null, hashPair(canonicalOptions, await canonical(cryptosuite, covered)), key, signature);
}
