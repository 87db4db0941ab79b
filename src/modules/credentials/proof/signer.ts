import { KeyObject, sign } from 'node:crypto';
import { type FramedText, wholeText } from '../../../platform/framed-text.js';
import { dateTimeStamp } from '../domain/date-time.js';
import type { JsonObject, JsonValue } from '../domain/json.js';
import { encodeBase58 } from './keys/base58.js';
import { UnsafeDocumentError } from './canonicalize.js';
import type { PrivateKeyHandle } from './keys/key-custody.js';
import { type Digest, joinDigests, sha256 } from './digests.js';
import { canonicalProofOptions, proofOptions } from './proof-options.js';

export class SignedCredential {
  /** @param text JSON. Store and serve exactly this; never write it anew. */
  constructor(readonly text: FramedText) {}

  /** The text, put together anew each time: whoever signs many alike can send and keep what they have in common once. */
  get bytes(): string {
    return wholeText(this.text);
  }

  /** What the text says. Read anew each time. */
  get signed(): JsonObject {
    return JSON.parse(this.bytes) as JsonObject;
  }
}

/** With which key, named how, and when. */
export interface SigningTerms {
  /** The id of the key in the issuer's DID document. */
  readonly verificationMethod: string;
  /** Ed25519: in its custody, or in this process; import the latter once and keep the object, importing costs ten times the signature. */
  readonly privateKey: PrivateKeyHandle | KeyObject;
  readonly created: Date;
}

/** Makes eddsa-rdfc-2022 proofs (VC Data Integrity EdDSA Cryptosuites §3.2.1), all with the same options. */
export class Signer {
  private readonly created: string;
  private readonly proofText: string;
  private lastFrame: { readonly document: readonly string[]; readonly frame: readonly string[] } | undefined;
  private last: { readonly contexts: JsonValue; readonly digest: Digest } | undefined;

  constructor(private readonly terms: SigningTerms) {
    const { verificationMethod, privateKey, created } = terms;
    if (!isEd25519(privateKey)) {
      throw new TypeError('Credentials are signed with an Ed25519 private key.');
    }
    this.created = dateTimeStamp(created);
    this.proofText = JSON.stringify(proofOptions(verificationMethod, this.created)).slice(0, -1);
  }

  refuseSigned(document: JsonObject): void {
    if (!Object.hasOwn(document, 'proof')) return;
    throw new UnsafeDocumentError('already-signed', 'The document already has a proof; sign the document without it.');
  }

  /** SHA-256 of the canonical proof options under the contexts of a document. */
  async optionsDigest(contexts: JsonValue): Promise<Digest> {
    const digest = sha256(await canonicalProofOptions(contexts, this.terms.verificationMethod, this.created));
    this.last = { contexts, digest };
    return digest;
  }

  /** The same when it was asked for last, under the very same object. */
  keptOptionsDigest(contexts: JsonValue): Digest | undefined {
    return this.last?.contexts === contexts ? this.last.digest : undefined;
  }

  /** `json` is the text of the document; `digest` is that of its canonical N-Quads. */
  async seal({ frame, own }: FramedText, optionsDigest: Digest, digest: Digest): Promise<SignedCredential> {
    const { privateKey } = this.terms;
    const hashes = joinDigests(optionsDigest, digest);
    const signature = privateKey instanceof KeyObject ? sign(null, hashes, privateKey) : await privateKey.sign(hashes);
    return new SignedCredential({ frame: this.withProof(frame), own: [...own, `z${encodeBase58(signature)}`] });
  }

  /** The frame of a document with a place for the value of its proof. */
  private withProof(document: readonly string[]): readonly string[] {
    if (this.lastFrame?.document !== document) {
      const end = (document.at(-1) ?? '').slice(0, -1);
      // A list of one: the strict Open Badges schema wants a list, and the proof itself is outside of what is hashed.
      const frame = [...document.slice(0, -1), `${end},"proof":[${this.proofText},"proofValue":"`, '"}]}'];
      this.lastFrame = { document, frame };
    }
    return this.lastFrame.frame;
  }
}

function isEd25519(key: PrivateKeyHandle | KeyObject): boolean {
  if (!(key instanceof KeyObject)) return key.algorithm === 'Ed25519';
  return key.asymmetricKeyType === 'ed25519' && key.type === 'private';
}

/** The 64 bytes that are signed: digest of the options, then of the document (§3.2.4). Both are canonical N-Quads. */
export function hashPair(options: string, document: string): Buffer {
  return joinDigests(sha256(options), sha256(document));
}
