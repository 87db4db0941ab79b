import { createHash, createPublicKey, verify } from 'node:crypto';
import jsonld from 'jsonld';
import { fromBase58 } from './from-base58.js';
import { pinnedContext } from './pinned-contexts.js';
import type { ExpectedKey, SignatureVerifier } from './signature-verifier.js';

const ED25519_PREFIX = 'ed01';

interface SecuredDocument {
  '@context': unknown;
  proof?: Record<string, unknown> | Record<string, unknown>[];
}

/** The algorithm of the standard written down a second time, over Node's Ed25519 and jsonld (VC Data Integrity EdDSA §3.2). */
export class PlainVerifier implements SignatureVerifier {
  readonly name = 'node:crypto and jsonld';

  async problem(signed: string, { verificationMethod, publicKeyMultibase }: ExpectedKey): Promise<string | null> {
    const { proof: proofs, ...document } = JSON.parse(signed) as SecuredDocument;
    const [proof, ...more] = [proofs ?? []].flat();
    if (!proof || more.length > 0) return 'it does not have exactly one proof';
    const { proofValue, ...options } = proof;
    if (options.cryptosuite !== 'eddsa-rdfc-2022' || options.proofPurpose !== 'assertionMethod')
      return 'its proof is of another kind';
    if (options.verificationMethod !== verificationMethod) return `its proof names the key ${String(options.verificationMethod)}`;
    if (typeof proofValue !== 'string') return 'its proof has no value';
    const optionsHash = sha256(await canonize({ '@context': document['@context'], ...options }));
    const documentHash = sha256(await canonize(document));
    const holds = verify(
      null,
      Buffer.concat([optionsHash, documentHash]),
      publicKey(publicKeyMultibase),
      fromMultibase(proofValue),
    );
    return holds ? null : 'its signature is wrong';
  }
}

function publicKey(multibase: string) {
  const bytes = fromMultibase(multibase).toString('hex');
  if (!bytes.startsWith(ED25519_PREFIX)) throw new Error(`${multibase} is not an Ed25519 key`);
  const x = Buffer.from(bytes.slice(ED25519_PREFIX.length), 'hex').toString('base64url');
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
}

/** `z` stands for base58 with the Bitcoin alphabet (Controlled Identifiers 1.0 §2.4). */
function fromMultibase(text: string): Buffer {
  if (!text.startsWith('z')) throw new Error(`${text.slice(0, 20)} is not base58`);
  return fromBase58(text.slice(1));
}

async function canonize(document: object): Promise<string> {
  const options = {
    algorithm: 'RDFC-1.0',
    format: 'application/n-quads',
    base: null,
    safe: true,
    rdfDirection: 'i18n-datatype',
    documentLoader: async (url: string) => ({ contextUrl: undefined, documentUrl: url, document: pinnedContext(url) }),
  };
  return jsonld.canonize(document, options as unknown as Parameters<typeof jsonld.canonize>[1]);
}

function sha256(content: string | Buffer): Buffer {
  return createHash('sha256').update(content).digest();
}
