import { type KeyObject, verify } from 'node:crypto';
import { RecentlyUsed } from '../../../../platform/recently-used.js';
import type { JsonObject, JsonValue } from '../../domain/json.js';
import { templates } from '../canonical/templates.js';
import { canonicalNQuadsOfSafe, UnsafeDocumentError } from '../canonicalize.js';
import { type Digest, joinDigests, sha256 } from '../digests.js';
import { canonicalJson } from '../jcs.js';
import type { CheckedCryptosuite, ReadProof } from './proof-shape.js';
import { canonicalProofOptions, isPlainOptions } from '../proof-options.js';
import { Turns } from '../turns.js';
import { textDigest } from './settled.js';
import { type CheckResult, failed, passed, unknown, type VerifyOptions } from './verification.js';

/** Canonicalising a stranger's document costs up to half a second and some memory: a crowd of them must not do so at once. */
const turns = new Turns(2);

/** Documents whose proofs held, by their exact text and the keys that they held for: a good signature does not turn bad. */
export class HeldProofs {
  private readonly names: RecentlyUsed<true>;

  constructor(most: number) {
    this.names = new RecentlyUsed(most);
  }

  static nameOf(document: JsonObject, keys: ReadonlyMap<string, KeyObject>): string {
    const named = [...keys].map(([method, key]) => [method, nameOfKey(key)]);
    return `${textDigest(document)} ${JSON.stringify(named)}`;
  }

  has(name: string): boolean {
    return this.names.get(name) === true;
  }

  add(name: string): void {
    this.names.set(name, true, 1);
  }
}

const keyNames = new WeakMap<KeyObject, string>();

/** The public key itself; exporting it takes longer than all else about a kept list. */
function nameOfKey(key: KeyObject): string {
  const known = keyNames.get(key);
  if (known !== undefined) return known;
  const name = key.export({ format: 'jwk' }).x ?? '';
  keyNames.set(key, name);
  return name;
}

/**
 * Whether every proof holds over the document (VC Data Integrity EdDSA §3.2.2 and §3.3.2). The keys are those of the issuer's document,
 * by the id of the verification method. Expects a document without `documentFault`, of which the proofs are a part.
 */
export async function checkProofs(
  document: JsonObject,
  proofs: readonly ReadProof[],
  keys: ReadonlyMap<string, KeyObject>,
  { limit, held }: { readonly limit?: VerifyOptions['limit']; readonly held?: HeldProofs | undefined } = {},
): Promise<CheckResult> {
  const name = held && HeldProofs.nameOf(document, keys);
  if (name !== undefined && held?.has(name)) return passed('proof');
  const { proof: _proof, ...unsecured } = document;
  const digest = remembering();
  try {
    for (const proof of proofs) {
      const key = keys.get(proof.verificationMethod);
      if (!key) return unknown('proof', 'not-checked', `The key ${proof.verificationMethod} is not known.`);
      if (!repeatsContexts(proof, unsecured))
        return failed('proof', 'proof-context', 'The proof was made for other contexts than those of the document.');
      const holds = await turns.take(async () => (limit?.aborted ? undefined : signatureHolds(unsecured, proof, key, digest)));
      if (holds === undefined) return unknown('proof', 'time-over', 'There was no time left to check the signature.');
      if (!holds) return failed('proof', 'signature-wrong', 'The document was changed, or another key signed it.');
    }
    if (name !== undefined) held?.add(name);
    return passed('proof');
  } catch (error) {
    if (!(error instanceof UnsafeDocumentError)) throw error;
    return failed('proof', 'not-canonicalizable', error.message);
  }
}

type Digester = (document: JsonObject) => Promise<Digest>;

const digesters: { readonly [suite in CheckedCryptosuite]: Digester } = {
  'eddsa-rdfc-2022': async (document) => templates.digest(document) ?? sha256(await canonicalNQuadsOfSafe(document)),
  'eddsa-jcs-2022': async (document) => sha256(canonicalJson(document)),
  Ed25519Signature2020: async (document) => sha256(await canonicalNQuadsOfSafe(document)),
};

/** Proofs of a set cover the same document: it is canonicalised once for each suite, and not once for each proof. */
function remembering(): (suite: CheckedCryptosuite, document: JsonObject) => Promise<Digest> {
  const known = new Map<string, Promise<Digest>>();
  return (suite, document) => {
    const key = suite + JSON.stringify(document.proof ?? null);
    const digest = known.get(key) ?? digesters[suite](document);
    known.set(key, digest);
    return digest;
  };
}

/** A context that stood in the document and not in the proof would be unsigned, though it changes what is read. */
function repeatsContexts({ proof, cryptosuite }: ReadProof, unsecured: JsonObject): boolean {
  const contexts = proof['@context'];
  if (cryptosuite !== 'eddsa-jcs-2022' || contexts === undefined) return true;
  return canonicalJson(contexts) === canonicalJson(unsecured['@context'] ?? null);
}

async function signatureHolds(
  unsecured: JsonObject,
  { proof, cryptosuite, signature, previous }: ReadProof,
  key: KeyObject,
  digest: (suite: CheckedCryptosuite, document: JsonObject) => Promise<Digest>,
): Promise<boolean> {
  const { proofValue: _value, ...options } = proof;
  const covered = previous.length > 0 ? { ...unsecured, proof: [...previous] } : unsecured;
  const optionsDigest = await digestOfOptions(cryptosuite, options, unsecured['@context'] ?? []);
  return verify(null, joinDigests(optionsDigest, await digest(cryptosuite, covered)), key, signature);
}

/** The options that most proofs have are canonicalised once for each key; all others each time (VC Data Integrity EdDSA §3.2.5, §3.3.5). */
async function digestOfOptions(cryptosuite: CheckedCryptosuite, options: JsonObject, contexts: JsonValue): Promise<Digest> {
  if (cryptosuite === 'eddsa-jcs-2022') return sha256(canonicalJson(options));
  if (isPlainOptions(options)) return sha256(await canonicalProofOptions(contexts, options.verificationMethod, options.created));
  return sha256(await canonicalNQuadsOfSafe({ '@context': contexts, ...options }));
}
